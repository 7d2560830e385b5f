/** The authenticator: a picture for the phone, the same as text, and the first code to prove that both agree. */
import Button from 'antd/es/button';
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { encode } from 'uqr';
import { useTranslation } from '../../shared/language/i18n';
import { request } from '../../shared/office/client';
import { Refusal } from '../../shared/office/refusal';
import { useSessionChange } from '../../shared/office/session';
import { Reading } from '../../shared/office/unread';
import { useWork } from '../../shared/office/use-work';
import { CodeField } from './sign-in-form';

interface Secret {
  readonly secret: string;
  readonly uri: string;
}

export function TotpSetUp() {
  const { t } = useTranslation();
  const change = useSessionChange();
  const asking = useWork();
  const confirming = useWork();
  const [secret, setSecret] = useState<Secret>();
  const [code, setCode] = useState('');
  const { run } = asking;
  const ask = useCallback(
    () => void run(async () => setSecret(await request<Secret>('POST', '/api/session/totp'))),
    [run],
  );
  useEffect(ask, [ask]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void confirming.run(async () => void (await change('PUT', '/api/session/totp', { code })));
  };
  if (!secret && asking.error)
    return (
      <div className="unread">
        <Refusal error={asking.error} />
        <Button onClick={ask}>{t('state.retry')}</Button>
      </div>
    );
  if (!secret) return <Reading />;
  return (
    <form onSubmit={submit}>
      <div className="totp-secret">
        <QrCode text={secret.uri} label={t('session.qr')} />
        <div>
          <p>{t('session.qrHow')}</p>
          <p>{t('session.secretText')}</p>
          <code>{secret.secret.replace(/(....)(?=.)/g, '$1 ')}</code>
        </div>
      </div>
      <CodeField value={code} onChange={setCode} />
      <Refusal error={confirming.error} />
      <Button type="primary" htmlType="submit" loading={confirming.busy} disabled={code.length !== 6}>
        {t('session.turnOn')}
      </Button>
    </form>
  );
}

function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { border: 2 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  );
}
