/** Within 30 days (7 for road traffic and fire) the counts may change: from a day on, beside those before, never over them. */
import type { RegisterEntry } from '@kaohe/api-contract';
import { SEVERITY_TEXT } from '@kaohe/scoring';
import Button from 'antd/es/button';
import { type FormEvent, useState } from 'react';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import type { IssuedYear } from '../../shared/office/issued-year';
import { Refusal } from '../../shared/office/refusal';
import { typedSeverity } from './accident-words';
import type { EntryField } from './entry-fields';
import { FieldControl } from './field-control';
import { changeEntry } from './requests';

const FIELDS: readonly EntryField[] = [
  { name: 'from', label: 'registers.from', kind: 'day' },
  { name: 'deaths', label: 'registers.fields.deaths', kind: 'count' },
  { name: 'seriousInjuries', label: 'registers.fields.seriousInjuries', kind: 'count' },
  { name: 'directEconomicLossYuan', label: 'registers.fields.directEconomicLossYuan', kind: 'decimal' },
];

interface CasualtyFormProps {
  readonly issued: IssuedYear;
  readonly entry: RegisterEntry;
  readonly onDone: () => void;
}

export function CasualtyForm({ issued, entry, onDone }: CasualtyFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const versions = Array.isArray(entry.body.versions) ? (entry.body.versions as Record<string, unknown>[]) : [];
  const last = versions[versions.length - 1] ?? entry.body;
  const [values, setValues] = useState<Readonly<Record<string, string>>>({
    from: issued.overview.today,
    deaths: String(last.deaths),
    seriousInjuries: String(last.seriousInjuries),
    directEconomicLossYuan: String(last.directEconomicLossYuan),
  });
  const [error, setError] = useState<Error>();
  const { from = '', deaths = '', seriousInjuries = '', directEconomicLossYuan = '' } = values;
  const severity = typedSeverity({ deaths, seriousInjuries, directEconomicLossYuan });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const version = { from, deaths: Number(deaths), seriousInjuries: Number(seriousInjuries), directEconomicLossYuan };
    const place = { year: issued.year, register: 'accidents' } as const;
    const body = { ...entry.body, versions: [...versions, version] };
    changeEntry(place, entry, { body }).then(onDone, setError);
  };
  return (
    <form className="entry-fields" aria-label={t('registers.casualtyChange')} onSubmit={onSubmit}>
      {FIELDS.map((field) => (
        <FieldControl
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          onChange={(value) => setValues({ ...values, [field.name]: value })}
        />
      ))}
      <Button type="primary" htmlType="submit">
        {t('registers.casualtyEnter')}
      </Button>
      <span className="computed" role="status">
        {severity && t('registers.levelNow', { level: SEVERITY_TEXT[severity][language] })}
        {entry.level && from > entry.level.until && ` ⚠ ${t('registers.afterWindow', { until: entry.level.until })}`}
      </span>
      {error && <Refusal error={error} />}
    </form>
  );
}
