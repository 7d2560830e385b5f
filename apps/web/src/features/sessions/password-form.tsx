/** A password of one's own: the rules stand beside it, and the server checks them. */
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { type FormEvent, useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { Refusal } from '../../shared/office/refusal';
import { useSessionChange } from '../../shared/office/session';
import { useWork } from '../../shared/office/use-work';
import { Field } from './field';

const FIELDS = ['before', 'after', 'again'] as const;
const EMPTY = { before: '', after: '', again: '' };

interface PasswordFormProps {
  readonly login: string;
  readonly onDone?: () => void;
}

export function PasswordForm({ login, onDone }: PasswordFormProps) {
  const { t } = useTranslation();
  const change = useSessionChange();
  const { busy, error, run } = useWork();
  const [form, setForm] = useState(EMPTY);
  const differs = form.again !== '' && form.again !== form.after;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { before, after } = form;
    const done = await run(async () => void (await change('PUT', '/api/session/password', { before, after })));
    if (!done) return;
    setForm(EMPTY);
    onDone?.();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <input type="text" hidden readOnly autoComplete="username" value={login} />
      {FIELDS.map((field) => (
        <Field key={field} label={t(`session.${field}`)} {...(field === 'after' && { hint: t('session.rules') })}>
          {(id) => (
            <Input
              id={id}
              type="password"
              autoComplete={field === 'before' ? 'current-password' : 'new-password'}
              value={form[field]}
              onChange={(event) => setForm((now) => ({ ...now, [field]: event.target.value }))}
            />
          )}
        </Field>
      ))}
      {differs && (
        <p className="field-wrong" role="alert">
          {t('session.differs')}
        </p>
      )}
      <Refusal error={error} />
      <Button
        type="primary"
        htmlType="submit"
        loading={busy}
        disabled={!form.before || !form.after || form.again !== form.after}
      >
        {t('session.changePassword')}
      </Button>
    </form>
  );
}
