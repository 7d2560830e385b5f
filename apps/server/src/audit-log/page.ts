/** The log page by page, the latest entries first. */
import type { AuditEntryJson, AuditQuery } from '@kaohe/api-contract';
import { postsByLogin } from '../accounts/posts.js';
import { invalid } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { listEntries } from './repo.js';

const DAY_MS = 86_400_000;

/** The entries a query asks for, and where the next page starts. */
export async function pageOf(work: Work, query: AuditQuery) {
  const entries = await entriesOf(work, query);
  const last = entries[entries.length - 1];
  return { entries, next: last && entries.length === query.limit ? `${last.at}_${last.entry}` : null };
}

export async function entriesOf(work: Work, query: AuditQuery): Promise<AuditEntryJson[]> {
  const rows = await listEntries(work.trx, work.acting.tenant, {
    from: query.from === undefined ? undefined : startOf(query.from),
    until: query.to === undefined ? undefined : new Date(startOf(query.to).getTime() + DAY_MS),
    act: query.act,
    account: query.account,
    before: query.after === undefined ? undefined : readCursor(query.after),
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

function readCursor(cursor: string): { at: Date; entryId: string } {
  const [, at, entryId] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})$/.exec(cursor) ?? [];
  if (at === undefined || entryId === undefined)
    throw invalid('“after”不是上一页给出的位置。', '“after” is not the place a page before gave.');
  return { at: new Date(at), entryId };
}
