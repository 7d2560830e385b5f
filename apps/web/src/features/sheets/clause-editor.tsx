/** Under the row in hand: what one of its sentences was observed as, with its note and what shows it. */
import { type Clause, type Problem, type RawObject, type RawTree, renderProblem } from '@kaohe/scoring';
import Checkbox from 'antd/es/checkbox';
import Input from 'antd/es/input';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { FieldInput } from '../units/field-input';
import { fieldsOf, valueAt } from '../units/observation-fields';
import { EvidencePicker } from './evidence-picker';
import { isNotApplicable, withField, withNotApplicable, withRemark } from './observed';

interface ClauseEditorProps {
  readonly clause: Clause;
  readonly observation: RawObject;
  readonly problems: readonly Problem[];
  readonly onChange: (observation: RawObject) => void;
}

export function ClauseEditor({ clause, observation, problems, onChange }: ClauseEditorProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const idle = isNotApplicable(observation);
  const number = clause.id.split('/')[1] ?? clause.id;
  return (
    <section className="clause-editor" aria-label={t('sheets.clause', { number })}>
      <span className="clause-number" title={clause.quote}>
        {number}
      </span>
      {!idle && <Fields clause={clause} observation={observation} onChange={onChange} />}
      <Checkbox
        checked={idle}
        onChange={({ target }) => onChange(withNotApplicable(observation, target.checked ? '' : undefined))}
      >
        {t('unit.notApplicable')}
      </Checkbox>
      {idle && (
        <Input
          size="small"
          className="reason"
          aria-label={t('trial.reason')}
          placeholder={t('sheets.whyNotApplicable')}
          value={textAt(observation, 'reason')}
          onChange={({ target }) => onChange(withNotApplicable(observation, target.value))}
        />
      )}
      <Input
        size="small"
        className="note"
        lang="zh-CN"
        aria-label={t('sheets.noteOf', { number })}
        placeholder={t('sheets.note')}
        value={textAt(observation, 'note')}
        onChange={({ target }) => onChange(withRemark(observation, { note: target.value }))}
      />
      <EvidencePicker
        number={number}
        clause={clause.id}
        cited={citedIn(observation)}
        onChange={(evidence) => onChange(withRemark(observation, { evidence }))}
      />
      {problems.length > 0 && (
        <p className="incomplete" role="status">
          {problems.map((one) => renderProblem(one)[language]).join(' ')}
        </p>
      )}
    </section>
  );
}

function Fields({ clause, observation, onChange }: Omit<ClauseEditorProps, 'problems'>) {
  const { t } = useTranslation();
  return (
    <>
      {fieldsOf(clause, { t, stated: observation }).map((field) => (
        <FieldInput
          key={field.path.join(' ')}
          field={field}
          value={valueAt(observation, field.path) ?? ''}
          onChange={(value: RawTree) => onChange(withField(observation, field, value))}
        />
      ))}
    </>
  );
}

function textAt(observation: RawObject, key: 'note' | 'reason'): string {
  const value = observation[key];
  return typeof value === 'string' ? value : '';
}

export function citedIn({ evidence }: RawObject): string[] {
  return Array.isArray(evidence) ? evidence.map(String) : [];
}
