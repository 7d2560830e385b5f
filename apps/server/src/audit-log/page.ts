/** The log page by page, the latest entries first. */
import type { AuditEntryJson, AuditQuery } from '@kaohe/api-contract';
import { postsByLogin } from '../accounts/posts.js';
import { keyAfter, pageOf } from '../http/page.js';
import type { Work } from '../office/office.js';
import { listEntries } from './repo.js';

const DAY_MS = 86_400_000;

/** The entries a query asks for, and where the next page starts. */
export async function pageOfLog(work: Work, query: AuditQuery) {
  const read = await entriesOf(work, { ...query, limit: query.limit + 1 });
  const { rows, next } = pageOf(read, query, ({ at, entry }) => [at, entry]);
  return { entries: [...rows], next };
}

export async function entriesOf(work: Work, query: AuditQuery): Promise<AuditEntryJson[]> {
  const key = keyAfter(query.after, 'instant', 'uuid');
  const rows = await listEntries(work.trx, work.acting.tenant, {
    from: query.from === undefined ? undefined : startOf(query.from),
    until: query.to === undefined ? undefined : new Date(startOf(query.to).getTime() + DAY_MS),
    act: query.act,
    account: query.account,
    before: key && { at: new Date(key[0]), entryId: key[1] },
    limit: query.limit,
  });
  const posts = await postsByLogin(work);
  return rows.map(({ entry_id, seal_number, at, ...row }) => ({
    entry: entry_id,
    at: at.toISOString(),
    post: posts.get(row.account) ?? '',
    ...row,
    seal: seal_number === null ? null : Number(seal_number),
  }));
}

/** Days are those of China, where the office is. */
const startOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`);
