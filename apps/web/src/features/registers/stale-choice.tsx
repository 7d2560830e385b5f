/** Two versions of one entry side by side: what differs, and which to keep. */
import type { RegisterEntry } from '@kaohe/api-contract';
import Button from 'antd/es/button';
import { useTranslation } from '../../shared/language/i18n';

interface StaleChoiceProps {
  readonly own: Readonly<Record<string, unknown>>;
  readonly current: RegisterEntry;
  readonly onOwn: () => void;
  readonly onTheirs: () => void;
}

export function StaleChoice({ own, current, onOwn, onTheirs }: StaleChoiceProps) {
  const { t } = useTranslation();
  const names = [...new Set([...Object.keys(own), ...Object.keys(current.body)])];
  const differing = names.filter((name) => wordsOf(own[name]) !== wordsOf(current.body[name]));
  return (
    <section className="stale" role="alert" aria-label={t('registers.title')}>
      <strong>⚠ {t('registers.stale', { who: current.changedBy, version: current.version })}</strong>
      <table className="compact">
        <thead>
          <tr>
            <th scope="col">{t('registers.what')}</th>
            <th scope="col">{t('registers.own')}</th>
            <th scope="col">{t('registers.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {differing.map((name) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{wordsOf(own[name])}</td>
              <td>{wordsOf(current.body[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button onClick={onOwn}>{t('registers.keepOwn')}</Button>{' '}
      <Button onClick={onTheirs}>{t('registers.keepTheirs')}</Button>
    </section>
  );
}

function wordsOf(value: unknown): string {
  if (value === undefined) return '–';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
