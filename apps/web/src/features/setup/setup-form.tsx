/** Everything the first office needs, on one page; nothing is kept unless all of it is right. */
import type { SetUp } from '@kaohe/api-contract';
import { useQuery } from '@tanstack/react-query';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { type FormEvent, useState } from 'react';
import { schemesRequest } from '../../shared/assessment/requests';
import { useTranslation } from '../../shared/language/i18n';
import { request } from '../../shared/office/client';
import { Refusal } from '../../shared/office/refusal';
import { useWork } from '../../shared/office/use-work';
import { Field } from '../sessions/field';
import { base64Of } from './workbook-file';
import { RefusedWorkbook, Template, WorkbookField } from './workbook-import';

const ADMINISTRATORS = ['systemAdministrator', 'securityAdministrator', 'auditor'] as const;
const EMPTY = {
  ...{ code: '', office: '', systemAdministrator: 'sysadmin', securityAdministrator: 'secadmin', auditor: 'auditor' },
  ...{ scheme: '', year: '', title: '' },
};
type Form = typeof EMPTY;

export function SetupForm({ onDone }: { readonly onDone: (done: SetUp) => void }) {
  const { t } = useTranslation();
  const { data: schemes = [] } = useQuery(schemesRequest);
  const { busy, error, run } = useWork();
  const [form, setForm] = useState<Form>(EMPTY);
  const [people, setPeople] = useState<File>();
  const set = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }));
  const text = (field: keyof Form, label: string, hint?: string) => (
    <Field label={label} {...(hint !== undefined && { hint })}>
      {(id) => <Input id={id} value={form[field]} onChange={({ target }) => set({ [field]: target.value })} />}
    </Field>
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      const body = { ...bodyOf(form, t), ...(people && { people: await base64Of(people) }) };
      onDone(await request<SetUp>('POST', '/api/setup', { body }));
    });
  };
  const isReady = form.code !== '' && form.office !== '' && ADMINISTRATORS.every((one) => form[one].length > 1);
  return (
    <form className="paper setup-form" onSubmit={submit}>
      <fieldset>
        <legend>{t('setup.officeStep')}</legend>
        {text('code', t('setup.code'), t('setup.codeHint'))}
        {text('office', t('setup.office'))}
      </fieldset>
      <fieldset>
        <legend>{t('setup.administratorsStep')}</legend>
        <p className="why-note">{t('setup.administratorsWhy')}</p>
        {ADMINISTRATORS.map((one) => (
          <div key={one}>{text(one, t(`setup.${one}`))}</div>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('setup.yearStep')}</legend>
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
      </fieldset>
      <PeopleFile scheme={form.scheme} onChoose={setPeople} />
      <div>
        <Refusal error={error} />
        <RefusedWorkbook error={error} />
        <Button type="primary" htmlType="submit" loading={busy} disabled={!isReady}>
          {t('setup.submit')}
        </Button>
      </div>
    </form>
  );
}

function PeopleFile({ scheme, onChoose }: { readonly scheme: string; readonly onChoose: (file?: File) => void }) {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend>{t('setup.peopleStep')}</legend>
      <p className="why-note">
        {t('setup.peopleWhy')} <Template scheme={scheme} />
      </p>
      <WorkbookField label={t('setup.people')} onChoose={onChoose} />
    </fieldset>
  );
}

function bodyOf(form: Form, t: ReturnType<typeof useTranslation>['t']) {
  const { code, office, scheme, year, title } = form;
  const administrators = ADMINISTRATORS.map((one) => [
    one,
    { login: form[one].trim(), displayName: t(`setup.${one}`) },
  ]);
  return {
    code,
    office,
    ...Object.fromEntries(administrators),
    ...(scheme !== '' && { year: { year, title, scheme } }),
  };
}
