/** Every version an entry has had: when, by whom, what it said. */
import type { RegisterEntry } from '@kaohe/api-contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../shared/language/i18n';
import { Unread } from '../../shared/office/unread';
import { type RegisterPlace, versionsRequest } from './requests';

interface VersionsListProps {
  readonly place: RegisterPlace;
  readonly entry: RegisterEntry;
}

export function VersionsList({ place, entry }: VersionsListProps) {
  const { t } = useTranslation();
  const { data, error } = useQuery(versionsRequest(place, entry));
  if (!data) return <Unread error={error} />;
  const { versions } = data;
  if (versions.length === 0) return <p className="count">{t('registers.versionsNotYours')}</p>;
  const fields: Readonly<Record<string, string>> = t('registers.fields', { returnObjects: true });
  return (
    <details className="versions" open={versions.length > 1}>
      <summary>{t('registers.versions', { count: versions.length })}</summary>
      <ol>
        {versions.map(({ version, changedAt, changedBy, withdrawn, body }, index) => (
          <li key={version}>
            <span className="count">
              {t('registers.versionLine', { version, at: minuteOf(changedAt), who: changedBy })}
              {withdrawn && ` × ${t('registers.withdrawn')}`}
            </span>{' '}
            <span>{differences([versions[index - 1]?.body, body], fields)}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

const LOCAL = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Shanghai' });
const minuteOf = (instant: string): string => LOCAL.format(new Date(instant));

/** What a version says otherwise than the one before; of the first, nothing: the row shows it. */
function differences(
  [before, body]: readonly [before: RegisterEntry['body'] | undefined, body: RegisterEntry['body']],
  fields: Readonly<Record<string, string>>,
): string {
  if (!before) return '';
  const names = [...new Set([...Object.keys(before), ...Object.keys(body)])];
  return names
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(body[name]))
    .map((name) => `${fields[name] ?? name}: ${words(before[name])} → ${words(body[name])}`)
    .join('；');
}

function words(value: unknown): string {
  if (value === undefined) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
