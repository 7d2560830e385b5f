/** The log as a dense table: when, who, what, to what, done or refused. */
import { type AuditEntryJson, actWords, chinaTime } from '@kaohe/api-contract';
import type { ParseKeys } from 'i18next';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { useRowKeys } from '../../shared/tables/use-row-keys';

interface AuditTableProps {
  readonly entries: readonly AuditEntryJson[];
  readonly open: (entry: string) => void;
}

export function AuditTable({ entries, open }: AuditTableProps) {
  const { t } = useTranslation();
  const { body, onKeyDown } = useRowKeys(open);
  return (
    <div className="paper scroll">
      <table className="audit-table" aria-label={t('audit.title')}>
        <thead>
          <tr>
            {(['at', 'who', 'role', 'act', 'subject', 'outcome', 'reason', 'seal'] as const).map((column) => (
              <th key={column} scope="col" className={column === 'seal' ? 'number' : column}>
                {t(`audit.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          {entries.map((entry) => (
            <EntryRow key={entry.entry} entry={entry} open={open} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function EntryRow({ entry, open }: { readonly entry: AuditEntryJson; readonly open: AuditTableProps['open'] }) {
  const { t } = useTranslation();
  const act = useActWords(entry.act);
  return (
    <tr data-key={entry.entry} tabIndex={0} onClick={() => open(entry.entry)}>
      <td className="at">{chinaTime(entry.at)}</td>
      <td>
        <span lang="zh-CN">{entry.post}</span> <span className="login">{entry.account}</span>
      </td>
      <td>{entry.role && `${roleWords(t, entry.role)}${entry.scope && ` · ${entry.scope}`}`}</td>
      <td>
        <button type="button" className="plain-button" onClick={() => open(entry.entry)} tabIndex={-1}>
          {act}
        </button>
      </td>
      <td className="subject" title={entry.subject}>
        {entry.subject}
      </td>
      <td className={entry.succeeded ? 'done' : 'refused'}>{t(entry.succeeded ? 'audit.done' : 'audit.refused')}</td>
      <td className="reason" title={entry.reason ?? ''}>
        {entry.reason}
      </td>
      <td className="number">{entry.seal ?? t('audit.notSealed')}</td>
    </tr>
  );
}

/** An act in the language of the page. */
export function useActWords(act: string): string {
  const { name, nameEn } = actWords(act);
  return useLanguage() === 'zh' ? name : nameEn;
}

export function roleWords(t: (key: ParseKeys) => string, role: string): string {
  return t(`role.${role}` as ParseKeys);
}
