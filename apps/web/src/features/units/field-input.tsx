/** One field of an observation. */
import type { RawTree } from '@kaohe/scoring';
import Checkbox from 'antd/es/checkbox';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useId } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import type { Field } from './observation-fields';

interface FieldInputProps {
  readonly field: Field;
  readonly value: RawTree;
  readonly onChange: (value: RawTree) => void;
}

export function FieldInput({ field, value, onChange }: FieldInputProps) {
  const { t } = useTranslation();
  const { label, kind, options = [] } = field;
  const text = typeof value === 'string' ? value : Array.isArray(value) ? listText(value) : '';
  switch (kind) {
    case 'yes-no':
      return (
        <Checkbox checked={text === 'true'} onChange={({ target }) => onChange(String(target.checked))}>
          {label}
        </Checkbox>
      );
    case 'several':
      return (
        <Checkboxes
          label={label}
          options={options}
          chosen={Array.isArray(value) ? value.map(String) : []}
          onChange={onChange}
        />
      );
    case 'choice':
      return (
        <span className="field">
          <span lang="zh-CN">{label}</span>
          <Select
            size="small"
            aria-label={label}
            allowClear
            value={text === '' ? null : text}
            placeholder={t('results.none')}
            options={options.map((option) => ({ value: option, label: option }))}
            onChange={(chosen) => onChange(chosen ?? '')}
          />
        </span>
      );
    case 'list':
      return (
        <TextField
          field={field}
          text={text}
          onChange={(typed) => onChange(typed === '' ? '' : typed.split(/[,，、\s]+/))}
        />
      );
    default:
      return <TextField field={field} text={text} onChange={onChange} />;
  }
}

interface TextFieldProps {
  readonly field: Field;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

function TextField({ field: { label, kind }, text, onChange }: TextFieldProps) {
  const id = useId();
  return (
    <span className={`field ${kind}`}>
      <label htmlFor={id} lang="zh-CN">
        {label}
      </label>
      <Input
        id={id}
        size="small"
        inputMode={kind === 'number' ? 'decimal' : 'text'}
        value={text}
        onChange={({ target }) => onChange(target.value)}
      />
    </span>
  );
}

interface CheckboxesProps {
  readonly label: string;
  readonly options: readonly string[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

function Checkboxes({ label, options, chosen, onChange }: CheckboxesProps) {
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      {options.map((option) => (
        <Checkbox
          key={option}
          checked={chosen.includes(option)}
          onChange={({ target }) =>
            onChange(options.filter((one) => (one === option ? target.checked : chosen.includes(one))))
          }
        >
          <span lang="zh-CN">{option}</span>
        </Checkbox>
      ))}
    </fieldset>
  );
}

/** `4, 4, 3`; a zone stated by periods shows its sum of the year. */
function listText(list: readonly RawTree[]): string {
  const yearly = (zone: RawTree) =>
    typeof zone === 'string' ? zone : String(Object.values(zone).reduce<number>((sum, one) => sum + Number(one), 0));
  return list.map(yearly).join(', ');
}
