/** The clause in hand: its sentence, what is asked, the answers, its rule in words, a form and a worked example. */
import { acceptedOf, answersOf, type DraftClause, gapWords, openQuestions, stateOf, withRule } from '@kaohe/clauses';
import Button from 'antd/es/button';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { SIGNS, signOf } from './entry-words';
import { ExampleLine } from './example-line';
import { RuleForm } from './rule-form';
import { RuleWords } from './rule-words';

interface ClausePanelProps {
  readonly clause: DraftClause;
  readonly editing: boolean;
  readonly onEditing: (editing: boolean) => void;
  /** Decided: the next open one comes. */
  readonly onPut: (clause: DraftClause) => void;
  /** Changed while it is being typed. */
  readonly onType: (clause: DraftClause) => void;
}

export function ClausePanel({ clause, editing, onEditing, onPut, onType }: ClausePanelProps) {
  const { t } = useTranslation();
  const sign = signOf({ kind: 'clause', key: clause.key, clause });
  const { rule } = clause;
  return (
    <section className={`paper draft-clause ${sign}`} aria-label={t('drafts.row', { row: clause.row })}>
      <h2>
        <span className={`draft-sign ${sign}`}>
          {SIGNS[sign]} {t(`drafts.signs.${sign}`)}
        </span>{' '}
        {clause.row !== '' && t('drafts.row', { row: clause.row })}
      </h2>
      <p className="clause-quote" lang="zh-CN">
        <q>{clause.quote}</q>
      </p>
      <p className="draft-prints">
        {rule ? (
          <strong>
            <RuleWords rule={rule} />
          </strong>
        ) : (
          t('drafts.noRule')
        )}
        {rule && <span className="draft-kind"> {t(`drafts.kinds.${rule.said.kind}`)}</span>}
        {clause.largestOnly && <span className="draft-kind"> {t('drafts.largestOnly')}</span>}
      </p>
      <ExampleLine key={`${rule?.said.kind}`} clause={clause} />
      <Asked clause={clause} onPut={onPut} />
      <div className="row-buttons">
        <Button
          size="small"
          type="primary"
          disabled={acceptedOf(clause) === undefined}
          onClick={() => onPut(acceptedOf(clause) ?? clause)}
        >
          {t('drafts.accept')}
        </Button>
        <Button size="small" aria-expanded={editing} onClick={() => onEditing(!editing)}>
          {t(editing ? 'drafts.closeForm' : 'drafts.edit')}
        </Button>
        <Button size="small" onClick={() => onPut({ ...clause, decision: 'not-scoring' })}>
          {t('drafts.notScoring')}
        </Button>
        <Button size="small" onClick={() => onPut({ ...clause, decision: 'left-out' })}>
          {t('drafts.leaveOut')}
        </Button>
        {clause.decision !== 'open' && (
          <Button size="small" onClick={() => onType({ ...clause, decision: 'open', answered: [] })}>
            {t('drafts.reopen')}
          </Button>
        )}
      </div>
      {editing && (
        <RuleForm
          rule={rule}
          onChange={(next) => onType(withRule(clause, next))}
          onDone={() => {
            onEditing(false);
            onPut(acceptedOf(clause) ? { ...clause, decision: 'changed' } : clause);
          }}
        />
      )}
    </section>
  );
}

function Asked({ clause, onPut }: Pick<ClausePanelProps, 'clause' | 'onPut'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const state = stateOf(clause);
  const questions = clause.decision === 'open' ? openQuestions(clause) : [];
  const asked = new Set(['undecided', ...questions.map(({ code }) => code)]);
  const gaps = state.kind === 'open' ? state.gaps.filter((code) => !asked.has(code)) : [];
  const answers = state.kind === 'open' ? answersOf(clause) : [];
  return (
    <>
      {questions.length + gaps.length > 0 && (
        <ul className="draft-questions" aria-label={t('drafts.questions')}>
          {questions.map((one) => (
            <li key={one.code}>◆ {one[language]}</li>
          ))}
          {gaps.map((code) => (
            <li key={`gap-${code}`}>▲ {gapWords(code)[language]}</li>
          ))}
        </ul>
      )}
      {answers.length > 0 && (
        <ol className="draft-answers" aria-label={t('drafts.answers')}>
          {answers.map(({ text, clause: answered }, index) => (
            <li key={text.zh}>
              <button type="button" className="plain-button" onClick={() => onPut(answered)}>
                <kbd>{index + 1}</kbd> {text[language]}
              </button>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
