/** Rows of scheme drafts of an office. */
import type { PageOfRows } from '../http/page.js';
import type { Trx } from '../office/office.js';

export interface DraftSummaryRow {
  readonly draft_id: string;
  readonly title: string;
  readonly file_name: string;
  readonly state: 'draft' | 'issued';
  readonly version: number;
  readonly scheme_id: string | null;
  readonly edition: string | null;
  readonly changed_at: Date;
  readonly changed_by: string;
}

export interface DraftRow extends DraftSummaryRow {
  readonly source: string;
  readonly body: unknown;
}

const SUMMARY = [
  'draft_id',
  'title',
  'file_name',
  'state',
  'version',
  'scheme_id',
  'edition',
  'changed_at',
  'changed_by',
] as const;

export async function selectDrafts(
  trx: Trx,
  tenant: string,
  { after, limit }: PageOfRows<readonly [draft: string]>,
): Promise<DraftSummaryRow[]> {
  return await trx
    .selectFrom('kaohe.scheme_drafts')
    .select(SUMMARY)
    .where('tenant_id', '=', tenant)
    .$if(after !== undefined, (query) => query.where('draft_id', '>', after?.[0] ?? ''))
    .orderBy('draft_id')
    .limit(limit + 1)
    .execute();
}

/** What the office has issued, by title. */
export async function selectIssued(trx: Trx, tenant: string): Promise<DraftSummaryRow[]> {
  return await trx
    .selectFrom('kaohe.scheme_drafts')
    .select(SUMMARY)
    .where('tenant_id', '=', tenant)
    .where('state', '=', 'issued')
    .orderBy('title')
    .orderBy('draft_id')
    .execute();
}

export interface IssuedRow {
  readonly edition: string | null;
  readonly source: string;
}

/** What the office issued under an id, with the text of its document. */
export async function findIssued(trx: Trx, tenant: string, scheme: string): Promise<IssuedRow | undefined> {
  return await trx
    .selectFrom('kaohe.scheme_drafts')
    .select(['edition', 'source'])
    .where('tenant_id', '=', tenant)
    .where('scheme_id', '=', scheme)
    .where('state', '=', 'issued')
    .executeTakeFirst();
}

export async function findDraft(trx: Trx, tenant: string, draft: string): Promise<DraftRow | undefined> {
  return await trx
    .selectFrom('kaohe.scheme_drafts')
    .select([...SUMMARY, 'source', 'body'])
    .where('tenant_id', '=', tenant)
    .where('draft_id', '=', draft)
    .executeTakeFirst();
}

export interface NewDraft {
  readonly draft: string;
  readonly title: string;
  readonly fileName: string;
  readonly source: string;
  readonly body: unknown;
  readonly at: Date;
  readonly by: string;
}

export async function insertDraft(trx: Trx, tenant: string, one: NewDraft): Promise<void> {
  await trx
    .insertInto('kaohe.scheme_drafts')
    .values({
      tenant_id: tenant,
      draft_id: one.draft,
      title: one.title,
      file_name: one.fileName,
      source: one.source,
      body: JSON.stringify(one.body),
      state: 'draft',
      version: 1,
      scheme_id: null,
      edition: null,
      changed_at: one.at,
      changed_by: one.by,
    })
    .execute();
}

export interface Seen {
  readonly draft: string;
  readonly seen: number;
}

export interface SavedDraft extends Seen {
  readonly title: string;
  readonly body: unknown;
  readonly at: Date;
  readonly by: string;
}

/** Saves over the version seen; false where somebody was quicker. */
export async function updateDraft(trx: Trx, tenant: string, one: SavedDraft): Promise<boolean> {
  const values = { title: one.title, body: JSON.stringify(one.body), version: one.seen + 1 };
  const updated = await trx
    .updateTable('kaohe.scheme_drafts')
    .set({ ...values, changed_at: one.at, changed_by: one.by })
    .where('tenant_id', '=', tenant)
    .where('draft_id', '=', one.draft)
    .where('version', '=', one.seen)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

export interface IssuedDraft extends Seen {
  readonly scheme: string;
  readonly edition: string;
  readonly at: Date;
  readonly by: string;
}

/** Freezes the version seen; false where somebody was quicker. */
export async function freezeDraft(trx: Trx, tenant: string, one: IssuedDraft): Promise<boolean> {
  const values = { state: 'issued' as const, scheme_id: one.scheme, edition: one.edition, version: one.seen + 1 };
  const updated = await trx
    .updateTable('kaohe.scheme_drafts')
    .set({ ...values, changed_at: one.at, changed_by: one.by })
    .where('tenant_id', '=', tenant)
    .where('draft_id', '=', one.draft)
    .where('version', '=', one.seen)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

/** Deletes the version seen of a draft; false where somebody was quicker. */
export async function deleteDraftRow(trx: Trx, tenant: string, { draft, seen }: Seen): Promise<boolean> {
  const deleted = await trx
    .deleteFrom('kaohe.scheme_drafts')
    .where('tenant_id', '=', tenant)
    .where('draft_id', '=', draft)
    .where('version', '=', seen)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  return deleted.numDeletedRows === 1n;
}
