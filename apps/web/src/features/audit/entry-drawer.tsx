/** One entry whole: what stood before and after, field by field. */
import { type AuditEntryJson, chinaTime } from '@kaohe/api-contract';
import Drawer from 'antd/es/drawer';
import { useTranslation } from '../../shared/language/i18n';
import { roleWords, useActWords } from './audit-table';

const WIDTH = 560;

interface EntryDrawerProps {
  readonly entry: AuditEntryJson | undefined;
  readonly onClose: () => void;
}

export function EntryDrawer({ entry, onClose }: EntryDrawerProps) {
  const { t } = useTranslation();
  const act = useActWords(entry?.act ?? '');
  return (
    <Drawer
      open={entry !== undefined}
      mask={false}
      size={WIDTH}
      placement="right"
      onClose={onClose}
      closable={{ 'aria-label': t('audit.close') }}
      title={act}
    >
      {entry && <Entry entry={entry} />}
    </Drawer>
  );
}

function Entry({ entry }: { readonly entry: AuditEntryJson }) {
  const { t } = useTranslation();
  const facts = [
    ['at', chinaTime(entry.at)],
    ['who', `${entry.post} ${entry.account}`],
    ['role', entry.role && `${roleWords(t, entry.role)} ${entry.scope}`],
    ['subject', entry.subject],
    ['outcome', t(entry.succeeded ? 'audit.done' : 'audit.refused')],
    ['reason', entry.reason ?? ''],
    ['seal', entry.seal === null ? t('audit.notSealed') : `${entry.seal}`],
  ] as const;
  return (
    <>
      <dl className="audit-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`audit.columns.${name}`)}</dt>
            <dd>{value || '–'}</dd>
          </div>
        ))}
      </dl>
      <Changes before={entry.before} after={entry.after} />
    </>
  );
}

function Changes({ before, after }: Pick<AuditEntryJson, 'before' | 'after'>) {
  const { t } = useTranslation();
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  if (names.length === 0) return <p className="no-facts">{t('audit.noChange')}</p>;
  return (
    <table className="compact audit-changes">
      <caption>{t('audit.changes')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('audit.field')}</th>
          <th scope="col">{t('audit.before')}</th>
          <th scope="col">{t('audit.after')}</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{was[name] ?? '–'}</td>
            <td>{is[name] ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The fields of what was noted, each as text; something that is no object is one field. */
function fieldsOf(noted: unknown): Readonly<Record<string, string>> {
  if (noted === null || noted === undefined) return {};
  if (typeof noted !== 'object' || Array.isArray(noted)) return { '=': textOf(noted) };
  return Object.fromEntries(Object.entries(noted).map(([name, value]) => [name, textOf(value)]));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1);
}
