/** The whole of what a query asks of the log, as a table for a worksheet: one line an entry, the latest first. */
import { type AuditQuery, actWords, chinaTime, ROLE_NAMES, type Role } from '@kaohe/api-contract';
import { renderCsv } from '@kaohe/office-files';
import type { FileAnswer } from '../http/act-route.js';
import { invalid } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { entriesOf } from './page.js';

/** More than an office writes in a month; a file of more is asked for month by month. */
const MOST = 20_000;

const HEAD = {
  zh: '时间,职务,账号,角色,范围,事项,对象,结果,理由,改前,改后,封存号',
  en: 'At,Post,Account,Role,Scope,Act,Subject,Outcome,Reason,Before,After,Seal',
} as const;
const OUTCOME = { zh: ['被拒绝', '已办'], en: ['refused', 'done'] } as const;

type AuditAsked = Omit<AuditQuery, 'limit' | 'after'>;

export async function exportLog(work: Work, query: AuditAsked, lang: 'zh' | 'en'): Promise<FileAnswer> {
  const entries = await entriesOf(work, { ...query, limit: MOST + 1 });
  if (entries.length > MOST)
    throw invalid(
      `符合条件的记录超过 ${MOST} 条，请缩短日期范围，分几次导出。`,
      `More than ${MOST} entries: choose fewer days and export in parts.`,
    );
  const word = ({ name, nameEn }: { name: string; nameEn: string }) => (lang === 'zh' ? name : nameEn);
  const json = (value: unknown) => (value === null ? '' : JSON.stringify(value));
  const lines = entries.map((entry) => [
    chinaTime(entry.at),
    entry.post,
    entry.account,
    entry.role === '' ? '' : word(ROLE_NAMES[entry.role as Role] ?? { name: entry.role, nameEn: entry.role }),
    entry.scope,
    word(actWords(entry.act)),
    entry.subject,
    OUTCOME[lang][Number(entry.succeeded)] ?? '',
    entry.reason ?? '',
    json(entry.before),
    json(entry.after),
    entry.seal === null ? '' : `${entry.seal}`,
  ]);
  const { from, to } = query;
  // What leaves the house is itself an entry.
  work.note({ subject: 'csv', after: { ...query, entries: entries.length } });
  return {
    bytes: new TextEncoder().encode(renderCsv([HEAD[lang].split(','), ...lines])),
    mediaType: 'text/csv; charset=utf-8',
    name: `${['audit', from, to].filter(Boolean).join('_')}.csv`,
  };
}
