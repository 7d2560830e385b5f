/** A rule in a form made from its kind; Enter confirms it. */
import type { DraftRule, ImportedRule } from '@kaohe/clauses';
import Button from 'antd/es/button';
import type { ParseKeys } from 'i18next';
import { type FormEvent, useEffect, useId, useRef } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { FIELDS, fieldValue, KINDS, type RuleField, ruleOfKind, withField } from './rule-fields';
import { RungRows } from './rung-rows';
import { TermRows } from './term-rows';

interface RuleFormProps {
  readonly rule: DraftRule | null;
  readonly onChange: (rule: DraftRule) => void;
  readonly onDone: () => void;
}

export function RuleForm({ rule, onChange, onDone }: RuleFormProps) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // The first value, not the kind: that is seldom what is wrong.
    const fields = form.current?.querySelectorAll<HTMLElement>('input, select, textarea') ?? [];
    (fields[2] ?? fields[0])?.focus();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDone();
  };
  const kind = rule?.said.kind;
  return (
    <form ref={form} className="rule-form" onSubmit={submit}>
      <Choice
        label={t('drafts.kind')}
        value={kind ?? ''}
        options={[...(kind ? [] : ['']), ...KINDS]}
        words={(one) => (one === '' ? '–' : t(`drafts.kinds.${one as ImportedRule['kind']}`))}
        onChange={(next) => next !== '' && onChange(ruleOfKind(next as ImportedRule['kind'], rule))}
      />
      {rule && <RuleFields rule={rule} onChange={onChange} />}
      <Button size="small" htmlType="submit">
        {t('drafts.accept')}
      </Button>
    </form>
  );
}

function RuleFields({ rule, onChange }: { readonly rule: DraftRule; readonly onChange: (rule: DraftRule) => void }) {
  const { t } = useTranslation();
  const { said, pinned } = rule;
  const put = (part: object) => onChange({ pinned, said: { ...said, ...part } as ImportedRule });
  const optionWords = (one: string) => (/^[a-z]/.test(one) ? t(`drafts.options.${one}` as ParseKeys) : one);
  const { cap: _, capScope: __, ...uncapped } = said;
  return (
    <>
      <Choice
        label={t('drafts.fields.effect')}
        value={said.effect}
        options={['deduct', 'award']}
        words={optionWords}
        onChange={(effect) => put({ effect })}
      />
      {FIELDS[said.kind].map((field) => (
        <OneField key={field.name} rule={rule} field={field} words={optionWords} onChange={onChange} />
      ))}
      {(said.kind === 'ladder' || said.kind === 'per-event-ladder') && <RungRows rule={rule} onChange={onChange} />}
      {said.kind === 'formula' && <TermRows rule={rule} onChange={onChange} />}
      <Typed
        label={t('drafts.fields.cap')}
        value={said.cap ?? ''}
        onChange={(cap) => (cap === '' ? onChange({ pinned, said: uncapped as ImportedRule }) : put({ cap }))}
      />
      {said.cap !== undefined && (
        <Choice
          label={t('drafts.fields.capScope')}
          value={said.capScope ?? 'clause'}
          options={['clause', 'group']}
          words={optionWords}
          onChange={(capScope) => put({ capScope })}
        />
      )}
    </>
  );
}

interface OneFieldProps {
  readonly rule: DraftRule;
  readonly field: RuleField;
  readonly words: (option: string) => string;
  readonly onChange: (rule: DraftRule) => void;
}

function OneField({ rule, field, words, onChange }: OneFieldProps) {
  const { t } = useTranslation();
  const value = fieldValue(rule, field);
  const label = t(`drafts.fields.${field.name}`);
  const change = (text: string) => onChange(withField(rule, field, text));
  if (typeof field.as !== 'string')
    return <Choice label={label} value={value || 'none'} options={field.as} words={words} onChange={change} />;
  return <Typed label={label} value={value} lines={field.as === 'lines'} onChange={change} />;
}

interface TypedProps {
  readonly label: string;
  readonly value: string;
  readonly lines?: boolean;
  readonly onChange: (value: string) => void;
}

export function Typed({ label, value, lines = false, onChange }: TypedProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {lines ? (
        <textarea id={id} rows={3} value={value} lang="zh-CN" onChange={({ target }) => onChange(target.value)} />
      ) : (
        <input id={id} value={value} lang="zh-CN" onChange={({ target }) => onChange(target.value)} />
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly words: (option: string) => string;
  readonly onChange: (value: string) => void;
}

export function Choice({ label, value, options, words, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map((one) => (
          <option key={one} value={one}>
            {words(one)}
          </option>
        ))}
      </select>
    </div>
  );
}
