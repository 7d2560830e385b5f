/** The registers as they are read: page by page, by day and unit; the digest of what was found; versions of an entry. */
import type { PageQuery, Register, RegisterBody } from '@kaohe/api-contract';
import { asSystem } from '../database/transaction.js';
import { keyAfter, pageOf } from '../http/page.js';
import type { Work } from '../office/office.js';
import { getYear } from '../years/service.js';
import { type EntryKey, type EntryRow, listVersions, pageOfEntries } from './repo.js';
import { entryJson, getEntry, mayEnter } from './service.js';

/** The entries the role acting may see, withdrawn ones too. */
export async function readEntries(work: Work, at: { year: string; register: Register }, query: PageQuery) {
  const { trx, acting } = work;
  await getYear(work, at.year);
  const asked = { year: at.year, registers: [at.register], inForce: false };
  const read = await pageOfEntries(trx, acting.tenant, { ...asked, ...placeOf(query) });
  const { rows, next } = pageOf(read, query, keyOf);
  return {
    entries: rows.map((row) => entryJson(row, work.today)),
    mayChange: await mayEnter(work, at),
    next,
  };
}

/** What patrol groups and inspections found, for raters and for all patrol groups to read. */
export async function digestOf(work: Work, year: string, query: PageQuery) {
  const { trx, acting } = work;
  await getYear(work, year);
  const asked = { year, registers: ['patrol-findings', 'inspections'] as const, inForce: true, ...placeOf(query) };
  const read = await asSystem(trx, acting, () => pageOfEntries(trx, acting.tenant, asked));
  const { rows, next } = pageOf(read, query, keyOf);
  const findings = rows.map(({ unit_id, register, body }) => {
    const { on, place, finding } = body as RegisterBody<'inspections'>;
    const by = String(register === 'inspections' ? body.by : body.group);
    return { unit: unit_id, on, by, place: place ?? null, finding };
  });
  return { findings, next };
}

/** Every version an entry has had, the first ones first. */
export async function versionsOf(work: Work, key: EntryKey, query: PageQuery) {
  const after = keyAfter(query.after, 'number');
  await getEntry(work, key);
  const read = await listVersions(work.trx, work.acting.tenant, { ...key, after, limit: query.limit });
  const { rows, next } = pageOf(read, query, ({ version }) => [`${version}`]);
  return { versions: rows.map((row) => entryJson(row, work.today)), next };
}

const placeOf = ({ after, limit }: PageQuery) => ({ after: keyAfter(after, 'text', 'text', 'uuid'), limit });

const keyOf = ({ body, unit_id, entry_id }: EntryRow) => [String(body.on ?? ''), unit_id, entry_id];
