/** A session has ended while a page is open: the same person signs in over it, and the request that found out goes on. */
import type { SessionJson } from '@kaohe/api-contract';
import { useQueryClient } from '@tanstack/react-query';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { onSessionEnd, RequestRefused, request } from '../../shared/office/client';
import { Refusal } from '../../shared/office/refusal';
import { sessionRequest, useActing } from '../../shared/office/session';
import { useWork } from '../../shared/office/use-work';
import { Field } from './field';
import { CodeField } from './sign-in-form';
import './sessions.css';

export function SignInAgain() {
  const { t } = useTranslation();
  const { open, leave, signInAgain } = useEndedSession();
  const { login, displayName } = useActing();
  const { busy, error, run } = useWork();
  const [form, setForm] = useState({ password: '', code: '' });
  const asksCode = form.code !== '' || (error instanceof RequestRefused && error.problem.code === 'code-required');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      await signInAgain(form);
      setForm({ password: '', code: '' });
    });
  };
  // The browser's own dialog: the one of the component library writes styles that the content security policy refuses.
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="sign-in-again" aria-labelledby="session-ended" onCancel={leave}>
      <h2 id="session-ended">{t('session.ended')}</h2>
      <p className="why-note">{t('session.endedWhy')}</p>
      <form onSubmit={submit}>
        <Field label={`${t('session.password')}（${displayName} · ${login}）`}>
          {(id) => (
            <Input
              id={id}
              type="password"
              autoComplete="current-password"
              value={form.password}
              onChange={({ target }) => setForm((now) => ({ ...now, password: target.value }))}
            />
          )}
        </Field>
        {asksCode && <CodeField value={form.code} onChange={(code) => setForm((now) => ({ ...now, code }))} />}
        <Refusal error={error} />
        <div className="toolbar">
          <Button type="primary" htmlType="submit" loading={busy} disabled={form.password === ''}>
            {t('session.signIn')}
          </Button>
          <Button onClick={leave}>{t('session.leave')}</Button>
        </div>
      </form>
    </dialog>
  );
}

/** One dialog for all the requests that found the session ended. */
function useEndedSession() {
  const client = useQueryClient();
  const { login, office, acting } = useActing();
  const [open, setOpen] = useState(false);
  const waiting = useRef<((signedIn: boolean) => void)[]>([]);
  const settle = (signedIn: boolean) => {
    setOpen(false);
    for (const resolve of waiting.current.splice(0)) resolve(signedIn);
  };
  useEffect(
    () =>
      onSessionEnd(() => {
        setOpen(true);
        return new Promise((resolve) => {
          waiting.current.push(resolve);
        });
      }),
    [],
  );
  const signInAgain = async ({ password, code }: { password: string; code: string }) => {
    const body = { office, login, password, ...(code !== '' && { code }) };
    let session = await request<SessionJson>('POST', '/api/session', { body });
    if (session.signedIn && session.acting?.grant !== acting.grant)
      session = await request<SessionJson>('PUT', '/api/session/role', { body: { grant: acting.grant } });
    client.setQueryData(sessionRequest.queryKey, session);
    settle(true);
  };
  const leave = () => {
    settle(false);
    void client.invalidateQueries({ queryKey: sessionRequest.queryKey });
  };
  return { open, leave, signInAgain };
}
