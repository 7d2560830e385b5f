/** Says in good time that a session is about to end for want of use. Typing and pointing keep it alive; reading alone does not. */
import { useQueryClient } from '@tanstack/react-query';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../shared/language/i18n';
import { request } from '../shared/office/client';

const MINUTE_MS = 60_000;
const WARN_MINUTES = 5;
const LOOK_EVERY_MS = 15_000;
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'wheel'] as const;

export function IdleNotice({ minutes }: { readonly minutes: number }) {
  const { t } = useTranslation();
  const { left, stay } = useIdle(minutes);
  if (left > WARN_MINUTES) return null;
  return (
    <Alert
      className="idle-notice"
      type="warning"
      banner
      role="alert"
      title={left > 0 ? t('office.idle', { minutes: left }) : t('office.idleOver')}
      action={<Button onClick={stay}>{t(left > 0 ? 'office.stay' : 'session.signInAgain')}</Button>}
    />
  );
}

/** Whole minutes until the session ends. */
function useIdle(minutes: number): { readonly left: number; readonly stay: () => void } {
  const client = useQueryClient();
  const toldAt = useRef(Date.now());
  const [left, setLeft] = useState(minutes);
  const stay = useCallback(() => {
    toldAt.current = Date.now();
    setLeft(minutes);
    // An ended session is opened again in its dialog by this very request.
    request('POST', '/api/session/activity').catch(() => client.invalidateQueries({ queryKey: ['session'] }));
  }, [client, minutes]);
  useEffect(() => {
    const look = () => setLeft(Math.max(0, Math.ceil(minutes - (Date.now() - toldAt.current) / MINUTE_MS)));
    const alive = () => {
      const idleMs = Date.now() - toldAt.current;
      // Past the warning a stray touch is not enough: the person may be somebody else.
      if (idleMs > MINUTE_MS && idleMs < (minutes - WARN_MINUTES) * MINUTE_MS) stay();
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    for (const sign of SIGNS_OF_LIFE) document.addEventListener(sign, alive, { passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS_OF_LIFE) document.removeEventListener(sign, alive);
    };
  }, [minutes, stay]);
  return { left, stay };
}
