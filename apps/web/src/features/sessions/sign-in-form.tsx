/** Login and password; a code where the account asks for one. A demonstration lists its open accounts. */
import type { SignedOutJson } from '@kaohe/api-contract';
import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { type FormEvent, useState } from 'react';
import { keepInOffice } from '../../shared/address/use-address';
import { useTranslation } from '../../shared/language/i18n';
import { RequestRefused } from '../../shared/office/client';
import { Refusal } from '../../shared/office/refusal';
import { useSessionChange } from '../../shared/office/session';
import { useWork } from '../../shared/office/use-work';
import { DemonstrationAccounts } from './demonstration-accounts';
import { Field } from './field';

export function SignInForm({ session }: { readonly session: SignedOutJson }) {
  const { t } = useTranslation();
  const { offices, demonstration } = session;
  const { form, set, submit, busy, error, signIn } = useSignIn(offices[0] ?? '');
  return (
    <div className="sign-in-columns">
      <form className="paper sign-in-card" onSubmit={submit}>
        <h1>{t('session.signIn')}</h1>
        <p className="why-note" lang="zh-CN">
          {offices.length === 1 ? offices[0] : ''}
        </p>
        {offices.length > 1 && (
          <Field label={t('session.office')}>
            {(id) => (
              <Select
                id={id}
                value={form.office}
                options={offices.map((value) => ({ value }))}
                onChange={(office) => set({ office })}
              />
            )}
          </Field>
        )}
        <Field label={t('session.login')}>
          {(id) => (
            <Input
              id={id}
              autoFocus
              autoComplete="username"
              value={form.login}
              onChange={(event) => set({ login: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('session.password')}>
          {(id) => (
            <Input
              id={id}
              type="password"
              autoComplete="current-password"
              value={form.password}
              onChange={(event) => set({ password: event.target.value })}
            />
          )}
        </Field>
        {form.asksCode && <CodeField value={form.code} onChange={(code) => set({ code })} />}
        <Refusal error={error} />
        <Button type="primary" htmlType="submit" loading={busy} disabled={!form.login || !form.password}>
          {t('session.signIn')}
        </Button>
        {offices.length === 0 && (
          <p className="without">
            {t('setup.none')}{' '}
            <Link to="/setup" search={keepInOffice}>
              {t('setup.start')}
            </Link>
          </p>
        )}
        <p className="without">
          <Link to="/results" search={keepInOffice}>
            {t('session.without')}
          </Link>
        </p>
      </form>
      {demonstration && <DemonstrationAccounts demonstration={demonstration} onChoose={signIn} />}
    </div>
  );
}

/** Six digits, typed or pasted. */
export function CodeField({ value, onChange }: { readonly value: string; readonly onChange: (code: string) => void }) {
  const { t } = useTranslation();
  return (
    <Field label={t('session.code')} hint={t('session.codeHint')}>
      {(id) => (
        <Input
          id={id}
          autoFocus
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          value={value}
          onChange={(event) => onChange(event.target.value.replace(/\D/g, ''))}
        />
      )}
    </Field>
  );
}

function useSignIn(firstOffice: string) {
  const change = useSessionChange();
  const { busy, error, run } = useWork();
  const [form, setForm] = useState({ office: firstOffice, login: '', password: '', code: '', asksCode: false });
  const set = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const signIn = async (login: string, password: string) => {
    await run(async () => {
      try {
        const { code } = form;
        const office = form.office || firstOffice;
        await change('POST', '/api/session', {
          ...(office !== '' && { office }),
          login,
          password,
          ...(code !== '' && { code }),
        });
      } catch (reason) {
        if (reason instanceof RequestRefused && reason.problem.code === 'code-required') set({ asksCode: true });
        throw reason;
      }
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void signIn(form.login, form.password);
  };
  return { form, set, submit, busy, error, signIn };
}
