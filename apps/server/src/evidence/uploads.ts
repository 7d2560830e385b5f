/**
 * Files on their way. What has come is nobody's evidence: it is listed nowhere and cannot be cited. When a file is whole its
 * size, hash and kind are checked, and then it is evidence like any other.
 */
import { createHash } from 'node:crypto';
import type { EvidenceJson, UploadJson } from '@kaohe/api-contract';
import { inSystem } from '../database/transaction.js';
import { invalid, noSuch, Refusal, wrongState } from '../http/refusal.js';
import type { Office, Work } from '../office/office.js';
import { listOffices } from '../sessions/offices.js';
import { findSame } from './repo.js';
import { checkRoom, type EvidenceLimits } from './room.js';
import { addEvidence, evidenceJson, isId, teamFor } from './service.js';
import {
  deleteUntouched,
  deleteUpload,
  findSameUpload,
  findUpload,
  insertChunk,
  insertUpload,
  lockUpload,
  readChunks,
  type Sender,
  type UploadRow,
} from './upload-repo.js';

/** Whoever comes back later than this begins again. */
const KEPT_MS = 24 * 60 * 60_000;

interface Said {
  readonly year: string;
  readonly unit: string;
  readonly name: string;
  readonly purpose: UploadRow['purpose'];
  readonly bytes: number;
  readonly sha256: string;
}

interface Place {
  readonly year: string;
  readonly upload: string;
}

/** Begins a file, or goes on with the same one; what is evidence of the unit already need not be sent. */
export async function startUpload(work: Work, said: Said, limits: EvidenceLimits): Promise<UploadJson> {
  const { trx, acting, now } = work;
  const { year, unit, name, purpose, bytes, sha256 } = said;
  const team_id = await teamFor(work, said);
  const unit_id = purpose === 'ballot' ? null : unit;
  const known = await findSame(trx, { tenant: acting.tenant, year }, { unit: unit_id, purpose, sha256 });
  if (known) return { ...said, upload: '', offset: bytes, evidence: evidenceJson(known, true) };
  const by = senderOf(work, year);
  const begun = await findSameUpload(trx, by, { unit_id, purpose, sha256, bytes });
  if (begun && (await mayBecomeWhole(work, begun))) return uploadJson(begun);
  if (begun) await deleteUpload(trx, by, begun.upload_id);
  await checkRoom(work, { year, unit: unit_id, bytes }, limits);
  const row = { upload_id: work.newId(), year_id: year, unit_id, team_id, purpose, name, sha256, bytes };
  const made: UploadRow = { ...row, received: 0, touched_at: now };
  await insertUpload(trx, by, made);
  work.note({ subject: `${year}/${unit}/${row.upload_id}`, after: { name, sha256, bytes, purpose } });
  return uploadJson(made);
}

/** What has come to its end and is something else than was said can only be begun again. */
async function mayBecomeWhole({ trx, acting }: Work, begun: UploadRow): Promise<boolean> {
  if (begun.received < begun.bytes) return true;
  const by = { tenant: acting.tenant, account: acting.accountId, year: begun.year_id };
  return hashOf(await readChunks(trx, by, begun.upload_id)) === begun.sha256;
}

/** How far a file has come. */
export async function uploadState(work: Work, at: Place): Promise<UploadJson> {
  const row = isId(at.upload) ? await findUpload(work.trx, senderOf(work, at.year), at.upload) : undefined;
  if (!row) throw noUpload();
  return uploadJson(row);
}

/** Takes a chunk where the last one ended; anywhere else the sender is told the right place. */
export async function receiveChunk(
  work: Work,
  at: Place,
  chunk: { offset: number; content: Buffer },
): Promise<UploadJson> {
  const row = await heldUpload(work, at);
  const { offset, content } = chunk;
  if (offset !== row.received) throw wrongOffset(row.received);
  const received = offset + content.length;
  if (content.length === 0 || received > row.bytes)
    throw invalid(
      `这一段有 ${content.length} 字节，而文件还差 ${row.bytes - offset} 字节。`,
      `The chunk has ${content.length} bytes; ${row.bytes - offset} of the file are missing.`,
    );
  await insertChunk(work.trx, senderOf(work, at.year), { id: row.upload_id, at: offset, content, now: work.now });
  return uploadJson({ ...row, received });
}

/** Makes evidence of a file that is whole, of the content that was said, and of a kind we take. */
export async function finishUpload(work: Work, at: Place): Promise<EvidenceJson> {
  const row = await heldUpload(work, at);
  if (row.received !== row.bytes)
    throw wrongState(
      `文件还没有传完：${row.bytes} 字节里到了 ${row.received}。请接着传。`,
      `The file is not whole: ${row.received} of ${row.bytes} bytes are here. Go on sending.`,
      { offset: row.received },
    );
  const by = senderOf(work, at.year);
  const content = await readChunks(work.trx, by, row.upload_id);
  if (hashOf(content) !== row.sha256) throw otherContent();
  const { name, purpose } = row;
  const evidence = await addEvidence(work, { year: at.year, unit: row.unit_id ?? '', name, purpose, content });
  await deleteUpload(work.trx, by, row.upload_id);
  return evidence;
}

/** Takes an upload back with everything that has come of it. */
export async function cancelUpload(work: Work, at: Place): Promise<{ cancelled: boolean }> {
  const { upload_id, name } = await heldUpload(work, at);
  await deleteUpload(work.trx, senderOf(work, at.year), upload_id);
  work.note({ before: { name } });
  return { cancelled: true };
}

/** Takes away what was left lying for a day, of every office. */
export async function removeAbandoned(office: Pick<Office, 'database' | 'now'>): Promise<number> {
  const since = new Date(office.now().getTime() - KEPT_MS);
  let removed = 0;
  for (const { tenant_id } of await listOffices(office))
    removed += await inSystem(office.database, tenant_id, (trx) => deleteUntouched(trx, tenant_id, since));
  return removed;
}

async function heldUpload(work: Work, at: Place): Promise<UploadRow> {
  const row = isId(at.upload) ? await lockUpload(work.trx, senderOf(work, at.year), at.upload) : undefined;
  if (!row) throw noUpload();
  return row;
}

const senderOf = ({ acting }: Work, year: string): Sender => ({
  tenant: acting.tenant,
  account: acting.accountId,
  year,
});
const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const noUpload = () => noSuch('正在传的这个文件', 'such upload');

function wrongOffset(offset: number): Refusal {
  return new Refusal(
    409,
    {
      code: 'wrong-offset',
      title: '接不上',
      titleEn: 'Not where the last chunk ended',
      detail: `这里已有 ${offset} 字节，请从第 ${offset} 字节接着传。`,
      detailEn: `${offset} bytes are here: go on from byte ${offset}.`,
    },
    { offset },
  );
}

function otherContent(): Refusal {
  return new Refusal(422, {
    code: 'other-content',
    title: '内容不符',
    titleEn: 'Other content',
    detail: '传来的内容和开始时说的不一样：文件可能在传的时候被改动。请重新上传。',
    detailEn: 'What arrived is not what was announced: the file may have been changed on its way. Upload it again.',
  });
}

function uploadJson(row: UploadRow): UploadJson {
  const { upload_id: upload, unit_id, name, purpose, bytes, sha256, received: offset } = row;
  return { upload, unit: unit_id ?? '', name, purpose, bytes, sha256, offset, evidence: null };
}
