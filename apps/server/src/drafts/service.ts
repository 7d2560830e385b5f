/** Drafts of schemes: made of a document's text, changed over the version seen, read by the office alone. */
import { Buffer } from 'node:buffer';
import {
  type NewSchemeDraft,
  NO_FRAME,
  type PageQuery,
  type SchemeDraftJson,
  type SchemeDraftSummary,
  type savedSchemeDraftShape,
  schemeDraftShape,
} from '@kaohe/api-contract';
import { plainText, type SchemeDraft } from '@kaohe/clauses';
import { readDocument } from '@kaohe/office-files';
import type { z } from 'zod';
import { keyAfter, pageOf } from '../http/page.js';
import { invalid, noSuch, notSeen, staleEdit, staleSight, wrongState } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { officeTime } from '../office/today.js';
import {
  type DraftRow,
  type DraftSummaryRow,
  deleteDraftRow,
  findDraft,
  findIssued,
  type IssuedRow,
  insertDraft,
  selectDrafts,
  selectIssued,
  updateDraft,
} from './repo.js';

/** The text of a file in base64, or why none can be read. */
export async function textOfDocument(file: string): Promise<{ text: string }> {
  const read = await readDocument(new Uint8Array(Buffer.from(file, 'base64')));
  if ('refused' in read) throw invalid(read.refused.zh, read.refused.en);
  return { text: plainText(read.text) };
}

export function summaryOf(row: DraftSummaryRow): SchemeDraftSummary {
  return {
    draft: row.draft_id,
    title: row.title,
    fileName: row.file_name,
    state: row.state,
    version: row.version,
    scheme: row.scheme_id,
    edition: row.edition,
    changedAt: row.changed_at.toISOString(),
    changedBy: row.changed_by,
  };
}

export function draftJson(row: DraftRow): SchemeDraftJson {
  return { ...summaryOf(row), source: row.source, body: row.body };
}

export async function listDrafts({ trx, acting }: Work, { after, limit }: PageQuery) {
  const rows = await selectDrafts(trx, acting.tenant, { after: keyAfter(after, 'uuid'), limit });
  const page = pageOf(rows, { limit }, ({ draft_id }) => [draft_id]);
  return { drafts: page.rows.map(summaryOf), next: page.next };
}

/** A draft of the office, or a refusal. */
export async function draftOf({ trx, acting }: Work, draft: string): Promise<DraftRow> {
  const row = await findDraft(trx, acting.tenant, draft);
  if (!row) throw noSuch('这份方案草稿', 'such scheme draft');
  return { ...row, body: wholeBody(row) };
}

/** A body kept before there was a frame, and before bands were confirmed: what is issued had nothing left to confirm. */
function wholeBody({ body, state }: DraftRow): SchemeDraft {
  const kept = body as SchemeDraft;
  const decision = state === 'issued' ? 'accepted' : 'open';
  return { ...NO_FRAME, ...kept, bands: kept.bands.map((band) => ({ ...band, decision: band.decision ?? decision })) };
}

/** A draft that may still be changed. */
export async function openDraftOf(work: Work, draft: string): Promise<DraftRow> {
  const row = await draftOf(work, draft);
  if (row.state === 'issued')
    throw wrongState(
      '方案已经下发，不能再改，也不能删。要改，请用它另起一份草稿，下发新的一版。',
      'The scheme is issued and stays as it is: it is neither changed nor deleted. Start another draft from it and issue a new edition.',
      { state: 'issued' },
    );
  return row;
}

/** What was sent as the content of a draft, or a refusal that names the first place that is none. */
function bodyOf(sent: unknown): SchemeDraft {
  const read = schemeDraftShape.safeParse(sent);
  if (read.success) return read.data;
  const place = read.error.issues[0]?.path.join('.') ?? '';
  throw invalid(`草稿的内容不对：${place}。请重新打开页面再试。`, `This is no draft: ${place}. Open the page again.`);
}

export async function createDraft(work: Work, wanted: NewSchemeDraft): Promise<SchemeDraftSummary> {
  const { trx, acting, newId, note } = work;
  const draft = newId();
  const { source, fileName } = wanted;
  const body = bodyOf(wanted.body);
  const title = titleOf(body);
  const by = { at: officeTime(work), by: acting.displayName };
  await insertDraft(trx, acting.tenant, { draft, title, fileName, source, body, ...by });
  note({ subject: draft, after: { title, fileName } });
  return summaryOf(await draftOf(work, draft));
}

/** Saves what was typed; somebody else's change in between is answered with both. */
export async function saveDraft(
  work: Work,
  draft: string,
  sent: z.output<typeof savedSchemeDraftShape>,
): Promise<SchemeDraftSummary> {
  const body = bodyOf(sent.body);
  const { trx, acting, ifMatch, note } = work;
  const before = await openDraftOf(work, draft);
  if (ifMatch === undefined) throw notSeen({ name: '起草方案', nameEn: 'Write a scheme draft' });
  const saved = { draft, seen: ifMatch, title: titleOf(body), body, at: officeTime(work), by: acting.displayName };
  if (before.version !== ifMatch || !(await updateDraft(trx, acting.tenant, saved)))
    throw staleEdit(bothOf(await draftOf(work, draft)), { body });
  note({ after: { title: saved.title, version: ifMatch + 1 } });
  return summaryOf(await draftOf(work, draft));
}

/** A draft given up: the log keeps why, and what it was called. Deleted over the version seen, so nobody's change goes with it unseen. */
export async function deleteDraft(work: Work, draft: string, reason: string): Promise<{ deleted: true }> {
  const { trx, acting, ifMatch = 0, note } = work;
  const row = await openDraftOf(work, draft);
  if (row.version !== ifMatch || !(await deleteDraftRow(trx, acting.tenant, { draft, seen: ifMatch })))
    throw staleSight(summaryOf(await draftOf(work, draft)), { version: ifMatch });
  const { title, file_name: fileName, version } = row;
  note({ before: { title, fileName, version }, reason });
  return { deleted: true };
}

/** What is there now, without the text of the document: that never changes. */
function bothOf(row: DraftRow) {
  const { source: _, ...current } = draftJson(row);
  return current;
}

const titleOf = ({ head }: { readonly head: { readonly title: string } }): string =>
  head.title.trim() || '（没有标题）';

/** What this office issued under an id. */
export async function ownIssue({ trx, acting }: Work, scheme: string): Promise<IssuedRow | undefined> {
  return await findIssued(trx, acting.tenant, scheme);
}

/** What this office has issued. */
export async function ownIssued({ trx, acting }: Work): Promise<DraftSummaryRow[]> {
  return await selectIssued(trx, acting.tenant);
}
