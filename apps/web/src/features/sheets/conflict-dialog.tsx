/** Two people changed one row: both versions side by side, and which one stays is for the person to say. */
import type { SheetRowJson } from '@kaohe/api-contract';
import { type Clause, isRawObject, type Program, type RawObject, type RawTree } from '@kaohe/scoring';
import Button from 'antd/es/button';
import type { TFunction } from 'i18next';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { fieldsOf, valueAt } from '../units/observation-fields';
import { type Entry, entryOf } from './entries';
import { isNotApplicable } from './observed';
import type { SheetLineState, SheetState } from './use-sheet';

export function ConflictDialog({ state }: { readonly state: SheetState }) {
  const found = state.lines.find(({ pending }) => pending?.progress === 'conflict');
  const current = found?.pending?.current;
  return found && current ? <Versions key={found.line} line={found} current={current} state={state} /> : null;
}

interface VersionsProps {
  readonly line: SheetLineState;
  readonly current: SheetRowJson;
  readonly state: SheetState;
}

/** The browser's own dialog: it holds the focus, and asks for no style the page's policy forbids. */
function Versions({ line, current, state: { queue, assessment } }: VersionsProps) {
  const { program } = assessment;
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="versions" aria-labelledby={title} onCancel={(event) => event.preventDefault()}>
      <h2 id={title}>{t('sheets.conflict', { row: line.line.split('/')[1] ?? line.line })}</h2>
      <p>{t('sheets.conflictWhy')}</p>
      <table className="compact">
        <thead>
          <tr>
            <th scope="col">{t('sheets.theirs', { by: current.changedBy ?? '' })}</th>
            <th scope="col">{t('sheets.mine')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              <EntryWords entry={entryOf(current)} program={program} />
            </td>
            <td>
              <EntryWords entry={line} program={program} />
            </td>
          </tr>
        </tbody>
      </table>
      <div className="choices">
        <Button onClick={() => queue.settle(line.line, 'theirs')}>{t('sheets.keepTheirs')}</Button>
        <Button type="primary" onClick={() => queue.settle(line.line, 'mine')}>
          {t('sheets.keepMine')}
        </Button>
      </div>
    </dialog>
  );
}

interface EntryWordsProps {
  readonly entry: Entry;
  readonly program: Program;
}

function EntryWords({ entry: { closed, observations }, program }: EntryWordsProps) {
  const { t } = useTranslation();
  return (
    <>
      <p>{closed ? `✓ ${t('sheets.closed')}` : `● ${t('unit.openRow')}`}</p>
      <ul>
        {Object.entries(observations).map(([id, observation]) => (
          <li key={id}>
            <span className="clause-number">{id.split('/')[1]}</span>{' '}
            {isRawObject(observation) && wordsOf(program.clauses.get(id)?.clause, observation, t)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The fields of a clause as they were filled, in the words of its form. */
function wordsOf(clause: Clause | undefined, observation: RawObject, t: TFunction): string {
  const fields = clause ? fieldsOf(clause, { t, stated: observation }) : [];
  const filled = fields.flatMap(({ label, path, kind }) => {
    const value = valueAt(observation, path);
    if (value === undefined) return [];
    return [kind === 'yes-no' ? `${label} ${value === 'true' ? '✓' : '✗'}` : `${label} ${plain(value)}`];
  });
  const { note, reason, evidence } = observation;
  return [
    ...(isNotApplicable(observation) ? [t('unit.notApplicable'), plain(reason ?? '')] : filled),
    plain(note ?? ''),
    Array.isArray(evidence) ? t('sheets.evidence', { count: evidence.length }) : '',
  ]
    .filter((words) => words !== '')
    .join(t('sheets.between'));
}

function plain(value: RawTree): string {
  if (typeof value === 'string') return value;
  return (isRawObject(value) ? Object.values(value) : value).map(plain).join('、') || '0';
}
