/** One field of a form row. */
import { useId } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { langOf } from '../../shared/language/quoted';
import { DayField } from '../../shared/office/day-field';
import type { EntryField } from './entry-fields';

interface FieldControlProps {
  readonly field: EntryField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function FieldControl({ field, value, onChange }: FieldControlProps) {
  const { t } = useTranslation();
  const id = useId();
  const { kind, label, optional = false } = field;
  if (kind === 'yes-no')
    return (
      <label className="entry-field yes-no">
        <input
          type="checkbox"
          checked={value === 'yes'}
          onChange={({ target }) => onChange(target.checked ? 'yes' : '')}
        />{' '}
        {t(label)}
      </label>
    );
  return (
    <span className={`entry-field ${kind}`}>
      <label htmlFor={id}>
        {t(label)}
        {!optional && <span aria-hidden="true"> *</span>}
      </label>
      <Control {...{ id, field, value, onChange }} />
    </span>
  );
}

function Control({ id, field, value, onChange }: FieldControlProps & { readonly id: string }) {
  const { t } = useTranslation();
  const { kind, options = [], optional = false } = field;
  const typed = { id, value, required: !optional, autoComplete: 'off' };
  if (kind === 'choice')
    return (
      <select id={id} value={value} required={!optional} onChange={({ target }) => onChange(target.value)}>
        <option value="">{t('registers.choose')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={langOf(option.label)}>
            {option.label}
          </option>
        ))}
      </select>
    );
  if (kind === 'day') return <DayField id={id} value={value} required={!optional} onChange={onChange} />;
  if (kind === 'long') return <textarea {...typed} rows={2} onChange={({ target }) => onChange(target.value)} />;
  return (
    <>
      <input
        {...typed}
        type="text"
        inputMode={kind === 'count' ? 'numeric' : kind === 'decimal' ? 'decimal' : 'text'}
        list={kind === 'suggest' ? `${id}-list` : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
      {kind === 'suggest' && (
        <datalist id={`${id}-list`}>
          {options.map((option) => (
            <option key={option.value} value={option.value} />
          ))}
        </datalist>
      )}
    </>
  );
}
