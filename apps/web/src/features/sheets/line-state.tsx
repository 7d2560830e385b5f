/** The last column: how far the row is, who supplies it when it is not oneself, and whether it is on the server. */
import type { ScoredClause } from '@kaohe/scoring';
import Button from 'antd/es/button';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { rowState } from '../units/row-state';
import { PaperState } from './paper-state';
import type { SheetLineState, SheetState } from './use-sheet';

interface LineStateProps {
  readonly state: SheetState;
  readonly lines: readonly SheetLineState[];
  readonly clauses: readonly ScoredClause[];
}

export function LineState({ state, lines, clauses }: LineStateProps) {
  return (
    <>
      {lines.map((line) => (
        <OneLine key={line.line} state={state} line={line} isIdle={rowState(clauses) === 'not-applicable'} />
      ))}
    </>
  );
}

interface OneLineProps {
  readonly state: SheetState;
  readonly line: SheetLineState;
  readonly isIdle: boolean;
}

function OneLine({ state, line, isIdle }: OneLineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { supplier, mayChange, own } = line.json;
  const number = line.line.split('/')[1] ?? line.line;
  const found = Object.keys(line.observations).length > 0;
  const word = line.closed ? 'closed' : isIdle ? 'not-applicable' : 'open';
  const words = {
    closed: t(found ? 'sheets.closedFound' : 'sheets.closed'),
    open: t(found ? 'sheets.found' : 'unit.openRow'),
    'not-applicable': t('unit.notApplicable'),
  };
  const sign = { closed: '✓', open: '●', 'not-applicable': '—' }[word];
  const label = (
    <span className={`row-state ${word}`}>
      <span aria-hidden="true">{sign}</span> {words[word]}
    </span>
  );
  const isPart = line.row !== null && line.line !== line.row;
  return (
    <div className="line-state">
      {isPart && <span className="clause-number">{number} </span>}
      {mayChange ? (
        <button
          type="button"
          className="plain-button"
          aria-pressed={line.closed}
          aria-label={t('sheets.closeRow', { row: number, state: words[word] })}
          onClick={() => state.change(line.line, { closed: !line.closed, observations: line.observations })}
        >
          {label}
        </button>
      ) : (
        label
      )}
      {!own && (
        <small className="supplied-by">
          {t('unit.suppliedBy', { name: nameOf(supplier, language) || t('sheets.team') })}
        </small>
      )}
      <PaperState line={line} />
      <Sending state={state} line={line} />
    </div>
  );
}

function nameOf({ name, nameEn }: { readonly name: string; readonly nameEn: string }, language: 'zh' | 'en'): string {
  return language === 'zh' ? name : nameEn;
}

function Sending({ state, line }: Omit<OneLineProps, 'isIdle'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { pending, json } = line;
  if (!pending)
    return json.changedBy && json.own ? (
      <small className="changed-by" lang="zh-CN">
        {json.changedBy}
      </small>
    ) : null;
  const { progress, problem, draft } = pending;
  const word = draft.incomplete ? 'incomplete' : progress;
  return (
    <>
      <small className={`sending ${word}`}>{t(`sheets.progress.${word}`)}</small>
      {progress === 'refused' && problem && (
        <>
          <small className="refusal" role="alert">
            {language === 'en' ? problem.detailEn : problem.detail}
          </small>
          <Button size="small" onClick={() => state.queue.forget(line.line)}>
            {t('sheets.forget')}
          </Button>
        </>
      )}
    </>
  );
}
