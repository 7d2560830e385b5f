/** Evidence of a year: stored once, cited by id; who may see it is drawn by row-level security. */
import { createHash } from 'node:crypto';
import type { EvidenceJson, EvidencePurpose, PageQuery } from '@kaohe/api-contract';
import type { FileAnswer } from '../http/act-route.js';
import { keyAfter, pageOf } from '../http/page.js';
import { invalid, noSuch, notAllowed, wrongState } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { isTold } from '../reports/state.js';
import { getUnit, stagesOf } from '../years/service.js';
import { mediaTypeOf, SHOWN } from './media-type.js';
import { type EvidenceRow, findFile, findSame, insertEvidence, isScan, listEvidence } from './repo.js';

interface Added {
  readonly year: string;
  readonly unit: string;
  readonly name: string;
  readonly purpose: EvidencePurpose;
  readonly content: Buffer;
}

/** Keeps a file; the same content for the same unit is the file that is there already. */
export async function addEvidence(work: Work, { year, unit, name, purpose, content }: Added): Promise<EvidenceJson> {
  const { trx, acting, now } = work;
  const at = { tenant: acting.tenant, year };
  const team = await teamFor(work, { year, unit, purpose });
  const media_type = await mediaTypeOf(content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const unit_id = purpose === 'ballot' ? null : unit;
  const same = await findSame(trx, at, { unit: unit_id, purpose, sha256 });
  if (same) return evidenceJson(same, true);
  const row: EvidenceRow = {
    evidence_id: work.newId(),
    unit_id,
    purpose,
    name,
    media_type,
    sha256,
    bytes: content.length,
    added_at: now,
    added_by: acting.displayName,
  };
  await insertEvidence(trx, at, { ...row, team_id: team, content, added_role: acting.role });
  work.note({ subject: `${year}/${unit}/${row.evidence_id}`, after: { name, sha256, bytes: row.bytes, purpose } });
  return evidenceJson(row, false);
}

/** The team whose people see the file; the scan of a ballot is nobody's but the counting clerk's. */
export async function teamFor(
  work: Work,
  { year, unit, purpose }: Omit<Added, 'name' | 'content'>,
): Promise<string | null> {
  const { role, scope } = work.acting;
  if (purpose === 'ballot') {
    if (role !== 'counting-clerk') throw notAllowed('上传评价表的扫描件', 'add the scan of a rating form');
    if (unit !== '') throw invalid('评价表的扫描件不属于某个单位。', 'The scan of a rating form belongs to no unit.');
    return null;
  }
  if ((role === 'assessed-unit') !== (purpose === 'statement'))
    throw notAllowed('上传这一类佐证', 'add evidence of this kind');
  const { team_id } = await getUnit(work, { year, unit });
  if (role === 'assessed-unit') await checkStating(work, { year, unit });
  const isTeam = role === 'team-leader' || role === 'team-member';
  if (isTeam && team_id !== scope) throw noSuch(`单位“${unit}”`, `unit “${unit}”`);
  return team_id;
}

/** A unit shows something for its own statements only, while it may state anything. */
async function checkStating(work: Work, { year, unit }: { year: string; unit: string }): Promise<void> {
  if (work.acting.scope !== unit) throw noSuch(`单位“${unit}”`, `unit “${unit}”`);
  const stages = await stagesOf(work, year);
  if (stages.get('self-assessment') !== 'open' && stages.get('appeal') !== 'open')
    throw wrongState(
      '自评和申诉环节都没有打开，不需要上传材料。',
      'Neither self-assessment nor appeal is open: nothing needs to be uploaded.',
      { stage: 'appeal' },
    );
}

/** The files of a unit, for its rows or for what it states itself; what was found the unit is told with its report. */
export async function evidenceOf(
  work: Work,
  at: { year: string; unit: string; purpose?: 'row' | 'statement' },
): Promise<EvidenceJson[]> {
  const { purpose = 'row' } = at;
  if (purpose === 'row' && !(await isTold(work, at))) return [];
  const rows = await listEvidence(work.trx, { tenant: work.acting.tenant, ...at, purpose });
  return rows.map((row) => evidenceJson(row, false));
}

/** The same, a page of it. */
export async function pageOfEvidence(
  work: Work,
  at: { year: string; unit: string; purpose: 'row' | 'statement' },
  query: PageQuery,
) {
  const after = keyAfter(query.after, 'text', 'uuid');
  if (at.purpose === 'row' && !(await isTold(work, at))) return { evidence: [], next: null };
  const read = await listEvidence(work.trx, { tenant: work.acting.tenant, ...at }, { after, limit: query.limit });
  const { rows, next } = pageOf(read, query, ({ name, evidence_id }) => [name, evidence_id]);
  return { evidence: rows.map((row) => evidenceJson(row, false)), next };
}

/** The bytes of a file. Whoever reads the scan of a ballot is written down. */
export async function readEvidence(work: Work, at: { year: string; evidence: string }): Promise<FileAnswer> {
  const { trx, acting } = work;
  const file = isId(at.evidence)
    ? await findFile(trx, { tenant: acting.tenant, year: at.year }, at.evidence)
    : undefined;
  if (!file) throw noSuch('这份佐证', 'such evidence');
  if (file.purpose !== 'statement' && !(await isTold(work, { year: at.year, unit: file.unit_id ?? '' })))
    throw noSuch('这份佐证', 'such evidence');
  if (file.purpose === 'ballot') work.note({ subject: `${at.year}/${at.evidence}` });
  const mediaType = file.media_type.startsWith('text/') ? `${file.media_type}; charset=utf-8` : file.media_type;
  return { bytes: file.content, mediaType, name: file.name };
}

/** The same to be looked at in the browser; other kinds are only downloaded. */
export async function showEvidence(work: Work, at: { year: string; evidence: string }): Promise<FileAnswer> {
  const file = await readEvidence(work, at);
  if (SHOWN.includes(file.mediaType)) return { ...file, isShown: true };
  throw invalid(
    '这种文件不能直接看，请下载后打开。',
    'A file of this kind is not shown here: download it and open it.',
  );
}

/** Refuses ids that are no evidence of the unit. */
export async function checkCited(
  work: Work,
  cited: { year: string; unit: string; ids: readonly string[]; purpose?: 'row' | 'statement' },
): Promise<void> {
  if (cited.ids.length === 0) return;
  const known = new Set((await evidenceOf(work, cited)).map(({ id }) => id));
  const missing = cited.ids.filter((id) => !known.has(id));
  if (missing.length > 0)
    throw invalid(
      `没有这个单位的佐证：${missing.join('、')}。请先上传，再引用。`,
      `There is no such evidence of this unit: ${missing.join(', ')}. Upload it first, then cite it.`,
      { missing },
    );
}

/** Refuses an id that is no scan of a rating form of the year. */
export async function checkScan({ trx, acting }: Work, { year, scan }: { year: string; scan: string }): Promise<void> {
  if (await isScan(trx, { tenant: acting.tenant, year }, scan)) return;
  throw invalid(
    '没有这份扫描件。请先上传评价表的扫描件，再录入。',
    'There is no such scan. Upload the scan of the rating form first, then enter it.',
    { scan },
  );
}

export const isId = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

export function evidenceJson(row: EvidenceRow, reused: boolean): EvidenceJson {
  return {
    id: row.evidence_id,
    unit: row.unit_id ?? '',
    name: row.name,
    mediaType: row.media_type,
    sha256: row.sha256,
    bytes: row.bytes,
    addedAt: row.added_at.toISOString(),
    addedBy: row.added_by,
    reused,
  };
}
