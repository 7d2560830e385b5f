/** Under a row: what its sentences were observed as, to be changed and tried. Nothing of it is saved. */
import { assessTree } from '@kaohe/scheme-files';
import { type RawObject, type RawTree, renderProblem, type ScoredClause } from '@kaohe/scoring';
import Button from 'antd/es/button';
import { type FormEvent, useMemo, useState } from 'react';
import { useAssessment, useFactsActions } from '../../shared/assessment/assessment';
import { type Change, statedObservation, withChange, withChanges } from '../../shared/assessment/trial';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { FieldInput } from './field-input';
import { type Field, fieldsOf, observationOf, valueAt } from './observation-fields';

interface TrialEditorProps {
  readonly unit: string;
  readonly clauses: readonly ScoredClause[];
}

export function TrialEditor({ unit, clauses }: TrialEditorProps) {
  const language = useLanguage();
  const open = clauses.filter(({ compiled }) => compiled.clause.rules.length > 0);
  return (
    <div className="trial-editor" lang={language === 'zh' ? 'zh-CN' : 'en'}>
      {open.map((clause) => (
        <ClauseTrial key={clause.compiled.clause.id} unit={unit} clause={clause} />
      ))}
    </div>
  );
}

interface ClauseTrialProps {
  readonly unit: string;
  readonly clause: ScoredClause;
}

function ClauseTrial({ unit, clause: { compiled, notApplicable } }: ClauseTrialProps) {
  const { t } = useTranslation();
  const { facts, assessment } = useAssessment();
  const { clause, register, classes, units } = compiled;
  const stated = statedObservation(assessment.program.scheme, facts.tree, { unit, clause: clause.id }) ?? {};
  const fixed = register
    ? t('trial.fromRegister', { register: t(`trial.registers.${register}`) })
    : notApplicable && valueAt(stated, ['notApplicable']) === undefined && (classes.length > 0 || units)
      ? t('trial.doesNotApply')
      : undefined;
  return (
    <section aria-label={clause.quote}>
      <p lang="zh-CN">
        <span className="clause-number">{clause.id.split('/')[1]}</span> {clause.quote}
      </p>
      {fixed ? <p className="hint">{fixed}</p> : <ClauseForm unit={unit} compiled={compiled} stated={stated} />}
    </section>
  );
}

interface ClauseFormProps {
  readonly unit: string;
  readonly compiled: ScoredClause['compiled'];
  readonly stated: RawObject;
}

function ClauseForm({ unit, compiled: { clause }, stated }: ClauseFormProps) {
  const { t } = useTranslation();
  const [filled, setFilled] = useState<ReadonlyMap<string, RawTree>>(new Map());
  const fields = useMemo(() => fieldsOf(clause, { t, stated }), [clause, t, stated]);
  const { refused, put, back, tried } = useTrying(unit, clause.id);
  const keyOf = ({ path }: Field) => path.join(' ');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = fields.flatMap((field): [Field, RawTree][] => {
      const value = filled.get(keyOf(field)) ?? (isMissingReason(field, stated) ? t('trial.reasonTried') : undefined);
      return value === undefined ? [] : [[field, value]];
    });
    put(observationOf(stated, new Map(given)));
  };
  return (
    <form onSubmit={submit}>
      {fields.map((field) => (
        <FieldInput
          key={keyOf(field)}
          field={field}
          value={
            filled.get(keyOf(field)) ??
            valueAt(stated, field.path) ??
            (isMissingReason(field, stated) ? t('trial.reasonTried') : '')
          }
          onChange={(value) => setFilled(new Map([...filled, [keyOf(field), value]]))}
        />
      ))}
      <Button size="small" type="primary" htmlType="submit">
        {t('trial.apply')}
      </Button>
      {tried && (
        <Button
          size="small"
          onClick={() => {
            setFilled(new Map());
            back();
          }}
        >
          {t('trial.back')}
        </Button>
      )}
      {refused && <p role="alert">{refused}</p>}
    </form>
  );
}

/** A mark needs a reason: where none was stated, that it is being tried is reason enough. */
function isMissingReason({ path }: Field, stated: RawObject): boolean {
  return path[path.length - 1] === 'reason' && valueAt(stated, path) === undefined;
}

interface Trying {
  /** Why the last observation was not taken. */
  readonly refused: string | undefined;
  readonly put: (observation: RawObject) => void;
  readonly back: () => void;
  /** Whether this clause is being tried now. */
  readonly tried: boolean;
}

function useTrying(unit: string, clause: string): Trying {
  const language = useLanguage();
  const { folder, facts, trial, assessment } = useAssessment();
  const { tryOut } = useFactsActions();
  const [refused, setRefused] = useState<string>();
  const changes = trial?.changes ?? [];
  const isThis = (change: Change) => change.unit === unit && change.clause === clause;
  return {
    refused,
    tried: changes.some(isThis),
    put: (observation) => {
      const change = { unit, clause, observation };
      const outcome = assessTree(folder, withChanges(assessment.program.scheme, facts.tree, [change]));
      if ('problems' in outcome) {
        setRefused(outcome.problems.map((found) => renderProblem(found)[language]).join(' '));
        return;
      }
      setRefused(undefined);
      tryOut(withChange(changes, change));
    },
    back: () => {
      setRefused(undefined);
      tryOut(changes.filter((change) => !isThis(change)));
    },
  };
}
