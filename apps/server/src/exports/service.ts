/** Exports that take long: asked for in the business transaction, made by the worker, kept for a while, then removed. */
import { Readable } from 'node:stream';
import {
  actOf,
  type ExportJson,
  type ExportKind,
  type ExportList,
  type ExportStart,
  exportKindsOf,
} from '@kaohe/api-contract';
import { inSystem } from '../database/transaction.js';
import type { StreamAnswer } from '../http/act-route.js';
import { XLSX, ZIP } from '../http/media-types.js';
import { noSuch, notAllowed, wrongState } from '../http/refusal.js';
import type { Office, Work } from '../office/office.js';
import { onOfficeCalendar } from '../office/today.js';
import { NO_RESULT } from '../papers/list.js';
import { latestState } from '../results/state.js';
import { enterAlone, getYear } from '../years/service.js';
import { deleteJob, endJob, findChunk, findJob, insertJob, type JobRow, listJobs } from './repo.js';

/** How long a result stays. */
export const KEPT_DAYS = 7;
const DAY_MS = 86_400_000;
const MOST_LISTED = 20;

interface ExportAt {
  readonly year: string;
  readonly export: string;
}

export async function exportsOf(work: Work, year: string): Promise<ExportList> {
  await getYear(work, year);
  const rows = await listJobs(work.trx, work.acting.tenant, { year, most: MOST_LISTED });
  const kinds = [];
  for (const kind of exportKindsOf(work.acting.role)) kinds.push({ kind, waits: await waitsOf(work, year, kind) });
  return { exports: rows.map((row) => exportJson(work, row)), keptDays: KEPT_DAYS, kinds };
}

/** Why an export cannot be made yet. */
async function waitsOf(work: Work, year: string, kind: ExportKind): Promise<typeof NO_RESULT | null> {
  return kind === 'result-workbook' && (await latestState(work, year)) === undefined ? NO_RESULT : null;
}

/** Asks for an export; while one of its kind is under way that one is the answer. */
export async function startExport(work: Work, year: string, { kind }: ExportStart): Promise<ExportJson> {
  const { trx, acting, now, newId } = work;
  const { name, nameEn } = actOf('export.start');
  if (!exportKindsOf(acting.role).includes(kind)) throw notAllowed(name, nameEn);
  await getYear(work, year);
  const waits = await waitsOf(work, year, kind);
  if (waits) throw wrongState(`${waits.zh}。`, `${waits.en}.`);
  await enterAlone(work, year);
  const same = (await listJobs(trx, acting.tenant, { year, most: MOST_LISTED })).find(
    (job) => job.kind === kind && (job.state === 'queued' || job.state === 'running'),
  );
  if (same) return exportJson(work, same);
  const job = {
    job_id: newId(),
    year_id: year,
    kind,
    account: acting.accountId,
    asked_by: acting.displayName,
    asked_at: now,
  };
  await insertJob(trx, acting.tenant, job);
  work.note({ subject: `${year}/${job.job_id}`, after: { kind } });
  return exportJson(work, await getJob(work, { year, export: job.job_id }));
}

/** Ends one that is under way; takes one away that has ended. */
export async function cancelExport(work: Work, at: ExportAt): Promise<{ removed: boolean }> {
  const job = await getJob(work, at);
  const { trx, acting, now } = work;
  const isUnderWay = job.state === 'queued' || job.state === 'running';
  if (isUnderWay) await endJob(trx, acting.tenant, { job: job.job_id, at: now });
  else await deleteJob(trx, acting.tenant, job.job_id);
  work.note({ before: { kind: job.kind, state: job.state } });
  return { removed: !isUnderWay };
}

/** The result, piece by piece; who took it is written down. */
export async function downloadExport(work: Work, office: Office, at: ExportAt): Promise<StreamAnswer> {
  const job = await getJob(work, at);
  if (job.state !== 'done' || job.name === null)
    throw wrongState('这项导出没有可下载的文件。', 'This export has no file to download.', { state: job.state });
  work.note({ subject: `${at.year}/${job.job_id}`, after: { kind: job.kind, sha256: job.sha256 } });
  const stream = Readable.from(piecesOf(office, work.acting.tenant, job.job_id));
  return { stream, size: Number(job.bytes), mediaType: job.kind === 'result-workbook' ? XLSX : ZIP, name: job.name };
}

async function* piecesOf(office: Office, tenant: string, job: string): AsyncIterable<Buffer> {
  for (let number = 0; ; number += 1) {
    const piece = await inSystem(office.database, tenant, (trx) => findChunk(trx, tenant, { job, number }));
    if (!piece) return;
    yield piece;
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function getJob({ trx, acting }: Work, { year, export: job }: ExportAt): Promise<JobRow> {
  const found = UUID.test(job) ? await findJob(trx, acting.tenant, { year, job }) : undefined;
  if (!found) throw noSuch('这项导出', 'such export');
  return found;
}

/** Kept by the machine's clock, which decides how long a result stays; told on the office's own calendar. */
function exportJson(work: Work, row: JobRow): ExportJson {
  const told = (at: Date) => onOfficeCalendar(at, work).toISOString();
  const { job_id, kind, state, done, total, asked_by, asked_at, ended_at, name, bytes, sha256, failure } = row;
  return {
    id: job_id,
    kind,
    state,
    done,
    total,
    askedBy: asked_by,
    askedAt: told(asked_at),
    endedAt: ended_at === null ? null : told(ended_at),
    keptUntil: ended_at === null ? null : told(new Date(ended_at.getTime() + KEPT_DAYS * DAY_MS)),
    name,
    bytes: bytes === null ? null : Number(bytes),
    sha256,
    failure,
  };
}

/** The moment before which ended exports are taken away. */
export function keptSince(now: Date): Date {
  return new Date(now.getTime() - KEPT_DAYS * DAY_MS);
}
