/** A new account: login, post, family. Its initial password is made here and shown once. */
import { FAMILIES, type Family } from '@kaohe/api-contract';
import { useQueryClient } from '@tanstack/react-query';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { type FormEvent, useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { request } from '../../shared/office/client';
import { Refusal } from '../../shared/office/refusal';
import { useWork } from '../../shared/office/use-work';
import { Field } from '../sessions/field';
import { accountsRequest } from './accounts';
import { newPassword } from './new-password';

const EMPTY = { login: '', displayName: '', family: 'business' as Family };

interface NewAccountFormProps {
  readonly onDone: (given: { readonly login: string; readonly password: string }) => void;
}

export function NewAccountForm({ onDone }: NewAccountFormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { busy, error, run } = useWork();
  const [form, setForm] = useState(EMPTY);
  const set = (part: Partial<typeof EMPTY>) => setForm((before) => ({ ...before, ...part }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const password = newPassword();
    const done = await run(async () => {
      await request('POST', '/api/accounts', { body: { ...form, initialPassword: password } });
    });
    if (!done) return;
    setForm(EMPTY);
    onDone({ login: form.login, password });
    await client.invalidateQueries({ queryKey: accountsRequest.queryKey });
  };
  return (
    <form className="paper account-form" onSubmit={(event) => void submit(event)}>
      <Field label={t('account.login')}>
        {(id) => <Input id={id} value={form.login} onChange={({ target }) => set({ login: target.value.trim() })} />}
      </Field>
      <Field label={t('account.post')}>
        {(id) => (
          <Input
            id={id}
            className="wide"
            value={form.displayName}
            onChange={({ target }) => set({ displayName: target.value })}
          />
        )}
      </Field>
      <Field label={t('account.family')}>
        {(id) => (
          <Select
            id={id}
            className="role-switch"
            value={form.family}
            options={FAMILIES.map((value) => ({ value, label: t(`family.${value}`) }))}
            onChange={(family) => set({ family })}
          />
        )}
      </Field>
      <Button
        type="primary"
        htmlType="submit"
        loading={busy}
        disabled={form.login.length < 2 || !form.displayName.trim()}
      >
        {t('account.create')}
      </Button>
      <Refusal error={error} />
    </form>
  );
}
