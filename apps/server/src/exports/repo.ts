/** Rows of exports, and the pieces of their results. Work on one is held for a while; whoever lost the hold writes nothing more. */
import type { Trx } from '../office/office.js';

export interface JobRow {
  readonly job_id: string;
  readonly year_id: string;
  readonly kind: 'papers' | 'archive' | 'result-workbook';
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly account: string;
  readonly asked_by: string;
  readonly asked_at: Date;
  readonly attempt: number;
  readonly done: number;
  readonly total: number;
  readonly name: string | null;
  readonly bytes: string | number | null;
  readonly sha256: string | null;
  readonly failure: string | null;
  readonly ended_at: Date | null;
}

const COLUMNS = [
  'job_id',
  'year_id',
  'kind',
  'state',
  'account',
  'asked_by',
  'asked_at',
  'attempt',
  'done',
  'total',
  'name',
  'bytes',
  'sha256',
  'failure',
  'ended_at',
] as const;

function rows(trx: Trx, tenant: string) {
  return trx.selectFrom('kaohe.jobs').select(COLUMNS).where('tenant_id', '=', tenant);
}

/** The latest exports of a year. */
export async function listJobs(
  trx: Trx,
  tenant: string,
  { year, most }: { year: string; most: number },
): Promise<JobRow[]> {
  return await rows(trx, tenant)
    .where('year_id', '=', year)
    .orderBy('asked_at', 'desc')
    .orderBy('job_id')
    .limit(most)
    .execute();
}

export async function findJob(
  trx: Trx,
  tenant: string,
  { year, job }: { year: string; job: string },
): Promise<JobRow | undefined> {
  return await rows(trx, tenant).where('year_id', '=', year).where('job_id', '=', job).executeTakeFirst();
}

export async function insertJob(
  trx: Trx,
  tenant: string,
  job: Pick<JobRow, 'job_id' | 'year_id' | 'kind' | 'account' | 'asked_by' | 'asked_at'>,
): Promise<void> {
  await trx
    .insertInto('kaohe.jobs')
    .values({ tenant_id: tenant, ...job, state: 'queued', attempt: 0, held_until: null, done: 0, total: 0 })
    .execute();
}

export async function deleteJob(trx: Trx, tenant: string, job: string): Promise<void> {
  await trx.deleteFrom('kaohe.jobs').where('tenant_id', '=', tenant).where('job_id', '=', job).execute();
}

/** Takes away what ended before a moment. */
export async function deleteEnded(trx: Trx, tenant: string, before: Date): Promise<void> {
  await trx.deleteFrom('kaohe.jobs').where('tenant_id', '=', tenant).where('ended_at', '<', before).execute();
}

/** Takes the job that waits longest, or one whose holder is gone, for a new attempt; what other attempts wrote goes. */
export async function claimJob(
  trx: Trx,
  tenant: string,
  { now, until }: { now: Date; until: Date },
): Promise<JobRow | undefined> {
  const waiting = await rows(trx, tenant)
    .where((is) =>
      is.or([is('state', '=', 'queued'), is.and([is('state', '=', 'running'), is('held_until', '<', now)])]),
    )
    .orderBy('asked_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!waiting) return undefined;
  await deleteChunks(trx, tenant, waiting.job_id);
  const values = { state: 'running', attempt: waiting.attempt + 1, held_until: until, done: 0, total: 0 } as const;
  await trx
    .updateTable('kaohe.jobs')
    .set(values)
    .where('tenant_id', '=', tenant)
    .where('job_id', '=', waiting.job_id)
    .execute();
  return { ...waiting, ...values };
}

type Changes = Partial<{
  state: JobRow['state'];
  held_until: Date | null;
  done: number;
  total: number;
  name: string;
  bytes: number;
  sha256: string;
  failure: string;
  ended_at: Date;
}>;

/** Changes a job that is held in this very attempt; false where it no longer is. */
export async function changeHeld(
  trx: Trx,
  tenant: string,
  { job, values }: { job: JobRow; values: Changes },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('kaohe.jobs')
    .set(values)
    .where('tenant_id', '=', tenant)
    .where('job_id', '=', job.job_id)
    .where('state', '=', 'running')
    .where('attempt', '=', job.attempt)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Ends a job that is not ended yet, whoever holds it. */
export async function endJob(trx: Trx, tenant: string, { job, at }: { job: string; at: Date }): Promise<void> {
  await trx
    .updateTable('kaohe.jobs')
    .set({ state: 'cancelled', held_until: null, ended_at: at })
    .where('tenant_id', '=', tenant)
    .where('job_id', '=', job)
    .where('state', 'in', ['queued', 'running'])
    .execute();
}

export async function insertChunk(
  trx: Trx,
  tenant: string,
  { job, number, content }: { job: JobRow; number: number; content: Buffer },
): Promise<void> {
  await trx
    .insertInto('kaohe.job_chunks')
    .values({ tenant_id: tenant, job_id: job.job_id, attempt: job.attempt, number, content })
    .execute();
}

/** What this very attempt wrote: another one may have begun, and writes its own. */
export async function deleteOwnChunks(trx: Trx, tenant: string, { job_id, attempt }: JobRow): Promise<void> {
  await trx
    .deleteFrom('kaohe.job_chunks')
    .where('tenant_id', '=', tenant)
    .where('job_id', '=', job_id)
    .where('attempt', '=', attempt)
    .execute();
}

async function deleteChunks(trx: Trx, tenant: string, job: string): Promise<void> {
  await trx.deleteFrom('kaohe.job_chunks').where('tenant_id', '=', tenant).where('job_id', '=', job).execute();
}

/** One piece of the result of a job that is done. */
export async function findChunk(
  trx: Trx,
  tenant: string,
  { job, number }: { job: string; number: number },
): Promise<Buffer | undefined> {
  const row = await trx
    .selectFrom('kaohe.job_chunks')
    .innerJoin('kaohe.jobs', (join) =>
      join
        .onRef('kaohe.jobs.tenant_id', '=', 'kaohe.job_chunks.tenant_id')
        .onRef('kaohe.jobs.job_id', '=', 'kaohe.job_chunks.job_id')
        .onRef('kaohe.jobs.attempt', '=', 'kaohe.job_chunks.attempt'),
    )
    .select('kaohe.job_chunks.content')
    .where('kaohe.jobs.tenant_id', '=', tenant)
    .where('kaohe.job_chunks.tenant_id', '=', tenant)
    .where('kaohe.job_chunks.job_id', '=', job)
    .where('kaohe.job_chunks.number', '=', number)
    .where('kaohe.jobs.state', '=', 'done')
    .executeTakeFirst();
  return row?.content;
}
