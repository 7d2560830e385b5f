/** Which entries: days, act, account; all of it stands in the address. */
import { AUDITED_ACTS, actWords } from '@kaohe/api-contract';
import Button from 'antd/es/button';
import Select from 'antd/es/select';
import { useId, useMemo } from 'react';
import { useAddress, useChangeAddress } from '../../shared/address/use-address';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { DayField } from '../../shared/office/day-field';
import { Refusal } from '../../shared/office/refusal';
import { saveFile } from '../../shared/office/save-file';
import { useWork } from '../../shared/office/use-work';
import { type AuditFilter, exportedLog } from './requests';

/** Another filter starts at the newest entry. */
const FROM_THE_START = { after: undefined, entry: undefined };

export function AuditFilters({ clear }: { readonly clear: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const search = useAddress();
  const change = useChangeAddress();
  const { busy, error, run } = useWork();
  const filter = (wanted: AuditFilter) => change({ ...wanted, ...FROM_THE_START });
  const acts = useMemo(
    () =>
      AUDITED_ACTS.map((act) => {
        const { name, nameEn } = actWords(act);
        return { value: act, label: language === 'zh' ? name : nameEn };
      }),
    [language],
  );
  const isFiltered = [search.from, search.to, search.act, search.account].some((value) => value !== undefined);
  return (
    <>
      <div className="toolbar audit-toolbar">
        <h1>{t('audit.title')}</h1>
        <Day label={t('audit.from')} value={search.from} onChange={(from) => filter({ from })} />
        <Day label={t('audit.to')} value={search.to} onChange={(to) => filter({ to })} />
        <Select
          className="act-select"
          aria-label={t('audit.act')}
          placeholder={t('audit.anyAct')}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={acts}
          value={search.act ?? null}
          onChange={(act: string | null) => filter({ act: act ?? undefined })}
        />
        <AccountField key={search.account} value={search.account} onChange={(account) => filter({ account })} />
        {isFiltered && <Button onClick={clear}>{t('empty.clear')}</Button>}
        <span className="stretch" />
        <Button disabled={busy} onClick={() => void run(async () => saveFile(await exportedLog(search, language)))}>
          {t('audit.export')}
        </Button>
      </div>
      <Refusal error={error} />
    </>
  );
}

interface FieldProps {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

function Day({ label, value = '', onChange }: FieldProps & { readonly label: string }) {
  // While a day is being typed there is none: only another day, or an emptied field, is another filter.
  const put = (day: string) => day !== value && onChange(day || undefined);
  const id = useId();
  return (
    <span className="audit-field">
      <label htmlFor={id}>{label}</label>
      <DayField id={id} value={value} onChange={put} />
    </span>
  );
}

/** Looked up when Enter is pressed or the field is left: a login is matched whole. */
function AccountField({ value, onChange }: FieldProps) {
  const { t } = useTranslation();
  const put = (text: string) => {
    const wanted = text.trim() || undefined;
    if (wanted !== value) onChange(wanted);
  };
  return (
    <label className="audit-field">
      {t('audit.account')}
      <input
        id="audit-account"
        defaultValue={value ?? ''}
        onBlur={(event) => put(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && put(event.currentTarget.value)}
      />
    </label>
  );
}
