/** A new year after an issued document, with the office's own units where a workbook names them. */
import type { YearOverview } from '@kaohe/api-contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { type FormEvent, useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { request } from '../../shared/office/client';
import { issuedSchemesRequest } from '../../shared/office/issued-schemes';
import { Refusal } from '../../shared/office/refusal';
import { useWork } from '../../shared/office/use-work';
import { yearsRequest } from '../../shared/office/year';
import { Field } from '../sessions/field';
import { base64Of } from '../setup/workbook-file';
import { RefusedWorkbook, Template, WorkbookField } from '../setup/workbook-import';

const EMPTY = { scheme: '', year: '', title: '' };

export function NewYearPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data } = useQuery(issuedSchemesRequest);
  const schemes = data?.schemes ?? [];
  const { busy, error, run } = useWork();
  const [form, setForm] = useState(EMPTY);
  const [file, setFile] = useState<File>();
  const set = (part: Partial<typeof EMPTY>) => setForm((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      const body = { ...form, ...(file && { workbook: await base64Of(file) }) };
      const { year } = await request<YearOverview>('POST', '/api/years', { body });
      await client.invalidateQueries({ queryKey: yearsRequest.queryKey });
      await navigate({ to: '/office', search: { year } });
    });
  };
  const text = (field: 'year' | 'title', label: string, hint?: string) => (
    <Field label={label} {...(hint !== undefined && { hint })}>
      {(id) => <Input id={id} value={form[field]} onChange={({ target }) => set({ [field]: target.value })} />}
    </Field>
  );
  return (
    <>
      <div className="toolbar">
        <h1>{t('years.new')}</h1>
      </div>
      <form className="paper account-form" onSubmit={submit}>
        <Field label={t('setup.scheme')}>
          {(id) => (
            <Select
              id={id}
              className="wide"
              value={form.scheme || null}
              options={schemes.map((scheme) => ({ value: scheme.id, label: scheme.title }))}
              onChange={(scheme) => set({ scheme: scheme ?? '' })}
            />
          )}
        </Field>
        {text('year', t('setup.year'), t('setup.yearHint'))}
        {text('title', t('setup.yearTitle'))}
        <p className="why-note">
          {t('years.workbookWhy')}{' '}
          <Template scheme={schemes.some(({ id, own }) => id === form.scheme && own) ? '' : form.scheme} />
        </p>
        <WorkbookField label={t('years.workbook')} onChoose={setFile} />
        <Button
          type="primary"
          htmlType="submit"
          loading={busy}
          disabled={Object.values(form).some((one) => one.trim() === '')}
        >
          {t('years.create')}
        </Button>
        <Refusal error={error} />
        <RefusedWorkbook error={error} />
      </form>
    </>
  );
}
