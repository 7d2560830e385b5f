/** Issuing a draft: its scheme is kept under its content's hash and stays as it is. Refused while anything is open. */
import type { SchemeDraftSummary } from '@kaohe/api-contract';
import { type SchemeDraft, toScheme, unseenDefects } from '@kaohe/clauses';
import { examineFolder, printFolder, readSchemeFolder, type SchemeFolder } from '@kaohe/scheme-files';
import { type Problem, renderProblem, type Text } from '@kaohe/scoring';
import { zipOf } from '../exports/zip.js';
import type { FileAnswer } from '../http/act-route.js';
import { ZIP } from '../http/media-types.js';
import { invalid, Refusal, staleSight } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { officeTime } from '../office/today.js';
import { keepEdition } from '../years/editions.js';
import { type DraftRow, freezeDraft } from './repo.js';
import { draftOf, openDraftOf, ownIssue, summaryOf } from './service.js';

const MOST_TOLD = 20;

export async function issueDraft(work: Work, draft: string): Promise<SchemeDraftSummary> {
  const { trx, acting, ifMatch = 0, note } = work;
  const row = await openDraftOf(work, draft);
  if (row.version !== ifMatch) throw staleSight(summaryOf(row), { version: ifMatch });
  const folder = issuable(row);
  await checkId(work, folder.id);
  await keepEdition(work, folder, row.title);
  const { id: scheme, edition } = folder;
  const frozen = { draft, seen: ifMatch, scheme, edition, at: officeTime(work), by: acting.displayName };
  if (!(await freezeDraft(trx, acting.tenant, frozen)))
    throw staleSight(summaryOf(await draftOf(work, draft)), { version: ifMatch });
  note({ after: { scheme, edition } });
  return summaryOf(await draftOf(work, draft));
}

/** The scheme of a draft in which nothing is open, or a refusal that says what is. */
function issuable({ body, source }: DraftRow): SchemeFolder {
  const draft = body as SchemeDraft;
  const { files, gaps } = toScheme(draft, source);
  if (gaps.length > 0)
    throw notReady(
      '还有没有确认的',
      'Something is still open',
      gaps.map(({ text }) => text),
    );
  const folder = readSchemeFolder(printFolder(files, source));
  if ('problems' in folder) throw notReady('方案有误', 'The scheme is wrong', folder.problems.map(renderProblem));
  const examined = examineFolder(folder);
  if ('problems' in examined) throw notReady('方案有误', 'The scheme is wrong', examined.problems.map(told));
  const unseen = unseenDefects(examined.findings, draft.seen);
  if (unseen.length > 0)
    throw notReady(
      '检查出的缺陷还没有看过',
      'Defects the checker found are not seen',
      unseen.map(({ title }) => title),
    );
  return folder;
}

const told = (problem: Problem): Text => renderProblem(problem);

function notReady(title: string, titleEn: string, list: readonly Text[]): Refusal {
  const [zh, en] = [list.map((one) => one.zh), list.map((one) => one.en)];
  const more = list.length > MOST_TOLD ? [`… ${list.length}`] : [];
  return new Refusal(
    422,
    {
      code: 'draft-not-ready',
      title,
      titleEn,
      detail: `${list.length} 处：${[...new Set(zh)].slice(0, MOST_TOLD).concat(more).join('；')}`,
      detailEn: `${list.length}: ${[...new Set(en)].slice(0, MOST_TOLD).concat(more).join('; ')}`,
    },
    { open: list.length },
  );
}

/** An id names one scheme of the office, and none of those that came with the program. */
async function checkId(work: Work, id: string): Promise<void> {
  const isTaken = work.schemes.some((one) => one.id === id) || (await ownIssue(work, id)) !== undefined;
  if (isTaken)
    throw invalid(
      `方案编号“${id}”已经用过。请换一个编号再下发。`,
      `The id “${id}” is taken. Choose another one and issue again.`,
    );
}

/** The folder of a draft's scheme, as `kaohe check` reads it. */
export async function draftFolder(work: Work, draft: string): Promise<FileAnswer> {
  const { body, source } = await draftOf(work, draft);
  const { files } = toScheme(body as SchemeDraft, source);
  const id = schemeId(files['scheme.yaml']);
  const bytes = await zipOf(
    Object.entries(printFolder(files, source)).map(([path, text]) => [`${id}/${path}`, Buffer.from(text, 'utf8')]),
  );
  return { bytes, mediaType: ZIP, name: `${id}.zip` };
}

function schemeId(tree: unknown): string {
  return String((tree as { readonly id?: unknown }).id ?? 'draft');
}
