/** The terms of a formula: so many marks for each unit of a quantity. */
import type { DraftRule, DraftTerm } from '@kaohe/clauses';
import Button from 'antd/es/button';
import { useTranslation } from '../../shared/language/i18n';

interface TermRowsProps {
  readonly rule: DraftRule;
  readonly onChange: (rule: DraftRule) => void;
}

export function TermRows({ rule: { said, pinned }, onChange }: TermRowsProps) {
  const { t } = useTranslation();
  const terms = pinned.terms ?? [];
  const put = (next: readonly DraftTerm[]) => onChange({ said, pinned: { ...pinned, terms: next } });
  return (
    <fieldset className="rule-rows">
      <legend>{t('drafts.fields.terms')}</legend>
      {terms.map((term, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place while it is typed
        <div key={index} className="rule-row">
          {(['name', 'unit', 'times'] as const).map((field) => (
            <input
              key={field}
              value={term[field]}
              lang="zh-CN"
              className={field === 'name' ? undefined : 'short'}
              aria-label={`${t(`drafts.fields.${({ name: 'quantity', unit: 'unit', times: 'amount' } as const)[field]}`)} ${index + 1}`}
              onChange={({ target }) =>
                put(terms.map((one, at) => (at === index ? { ...one, [field]: target.value } : one)))
              }
            />
          ))}
          <Button
            size="small"
            aria-label={t('drafts.fields.removeRow', { row: index + 1 })}
            onClick={() => put(terms.filter((_, at) => at !== index))}
          >
            ×
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => put([...terms, { name: '', unit: '%', times: '' }])}>
        {t('drafts.fields.addRow')}
      </Button>
    </fieldset>
  );
}
