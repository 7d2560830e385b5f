/**
 * Makes the exports that were asked for, one at a time, office by office. What an attempt writes is seen by nobody until it is whole;
 * a server that dies leaves a hold that runs out, and the next attempt begins anew.
 */
import { createHash, type Hash } from 'node:crypto';
import { type Text, text } from '@kaohe/scoring';
import { inSnapshot, inSystem, inTransaction } from '../database/transaction.js';
import type { Office, SignedIn, Trx, Work } from '../office/office.js';
import { startRepeating } from '../office/repeating.js';
import { todayOf } from '../office/today.js';
import { reasonOf, ThreadLost } from '../papers/failures.js';
import { resultWorkbookPaper } from '../papers/result-workbook.js';
import { listOffices } from '../sessions/offices.js';
import { getYear, schemeOf } from '../years/service.js';
import { type PackedFile, stepsOf, textFile } from './contents.js';
import { archiveReadme, papersReadme } from './readme.js';
import { changeHeld, claimJob, deleteEnded, deleteOwnChunks, insertChunk, type JobRow } from './repo.js';
import { safeName, UniquePaths } from './safe-names.js';
import { keptSince } from './service.js';
import { ZipWriter } from './zip.js';

const HELD_MS = 60_000;
const MOST_ATTEMPTS = 3;
const CHUNK_BYTES = 1_048_576;
/** In characters, for each language. */
const LONGEST_REASON = 250;

const GIVEN_UP = text(
  `试了 ${MOST_ATTEMPTS} 次都没有做成，不再试了；可以重新导出。`,
  `Given up after ${MOST_ATTEMPTS} attempts; it can be asked for again.`,
);

/** Somebody printed the same paper at the same moment: the next attempt sees it. */
const SERIALIZATION = '40001';

/** The job was cancelled, or somebody else has it: nothing more is written. */
class LostHold extends Error {}
/** The server is told to stop: another one, or the next start, begins the job anew. */
class Stopping extends Error {}

type Stopped = () => boolean;

/** Works until nothing waits; the number of exports made. A hold not renewed for so long is over. */
export async function workOnExports(
  office: Office,
  stopped: Stopped,
  { heldMs = HELD_MS }: { readonly heldMs?: number } = {},
): Promise<number> {
  let made = 0;
  for (const { tenant_id } of await listOffices(office)) {
    await inSystem(office.database, tenant_id, (trx) => deleteEnded(trx, tenant_id, keptSince(office.now())));
    while (!stopped()) {
      const held = heldFrom(office, heldMs);
      const job = await inSystem(office.database, tenant_id, (trx) => claimJob(trx, tenant_id, held));
      if (!job) break;
      await make(office, { tenant: tenant_id, job, stopped, heldMs });
      made += 1;
    }
  }
  return made;
}

const heldFrom = ({ now }: Office, heldMs: number) => ({ now: now(), until: new Date(now().getTime() + heldMs) });

interface Making {
  readonly tenant: string;
  readonly job: JobRow;
  readonly stopped: Stopped;
  readonly heldMs: number;
}

async function make(office: Office, making: Making): Promise<void> {
  const { tenant, job } = making;
  if (job.attempt > MOST_ATTEMPTS) return await fail(office, making, GIVEN_UP);
  try {
    const packed = await holding(office, making, () => pack(office, making));
    await change(office, making, { ...packed, state: 'done', held_until: null, ended_at: office.now() });
  } catch (error) {
    await inSystem(office.database, tenant, (trx) => deleteOwnChunks(trx, tenant, job));
    if (error instanceof LostHold) return;
    if (isPassing(error, job)) await change(office, making, { state: 'queued', held_until: null }).catch(ignoreLost);
    else await fail(office, making, reasonOf(error));
  }
}

/** The next attempt may well succeed. The last one that lost its thread says so itself. */
function isPassing(error: unknown, { attempt }: JobRow): boolean {
  if (error instanceof ThreadLost) return attempt < MOST_ATTEMPTS;
  return error instanceof Stopping || (error as { code?: string }).code === SERIALIZATION;
}

async function fail(office: Office, making: Making, reason: Text): Promise<void> {
  const [zh, en] = [reason.zh, reason.en].map((words) => words.slice(0, LONGEST_REASON));
  const values = { state: 'failed', held_until: null, ended_at: office.now(), failure: `${zh} / ${en}` } as const;
  await change(office, making, values).catch(ignoreLost);
}

/** Keeps the hold while something long is rendered. Whether it was lost, the next thing written finds out. */
async function holding<Result>(office: Office, making: Making, work: () => Promise<Result>): Promise<Result> {
  const stop = startRepeating({
    everyMs: making.heldMs / 3,
    run: () => change(office, making, renewed(office, making)),
    tellFailure: () => undefined,
  });
  try {
    return await work();
  } finally {
    await stop();
  }
}

const renewed = (office: Office, { heldMs }: Making) => ({ held_until: heldFrom(office, heldMs).until });

function ignoreLost(error: unknown): void {
  if (!(error instanceof LostHold)) throw error;
}

async function change(
  office: Office,
  { tenant, job }: Making,
  values: Parameters<typeof changeHeld>[2]['values'],
): Promise<void> {
  const isHeld = await inSystem(office.database, tenant, (trx) => changeHeld(trx, tenant, { job, values }));
  if (!isHeld) throw new LostHold();
}

/** Everything at one moment, as the one who asked may see it. */
async function pack(office: Office, making: Making): Promise<{ name: string; bytes: number; sha256: string }> {
  const { job, tenant } = making;
  const acting: SignedIn = {
    tenant,
    accountId: job.account,
    login: '',
    displayName: job.asked_by,
    role: 'office',
    scope: '',
    year: null,
  };
  const writes: ((trx: Trx) => Promise<void>)[] = [];
  const packed = await inSnapshot(office.database, acting, async (trx) => {
    const now = office.now();
    const today = await todayOf(trx, tenant, now);
    const { newId, schemes, render } = office;
    const later = (write: (trx: Trx) => Promise<void>) => void writes.push(write);
    const told = { ifMatch: undefined, note: () => undefined };
    const work: Work = { trx, acting, now, today, newId, schemes, render, later, ...told };
    return await packWork(office, making, work);
  });
  // Written at the end and at once: held for the whole reading they would keep everybody else from printing the same paper.
  await inTransaction(office.database, acting, async (trx) => {
    for (const write of writes) await write(trx);
  });
  return packed;
}

async function packWork(
  office: Office,
  making: Making,
  work: Work,
): Promise<{ name: string; bytes: number; sha256: string }> {
  const chunks = new Chunks(office, making);
  const { kind, year_id: year } = making.job;
  const packing = { making, work, year, chunks };
  const name =
    kind === 'result-workbook' ? await packWorkbook(office, packing) : await packZip(office, { ...packing, kind });
  return { name, ...(await chunks.end()) };
}

interface Packing {
  readonly making: Making;
  readonly work: Work;
  readonly year: string;
  readonly chunks: Chunks;
}

/** One file, as it is. */
async function packWorkbook(office: Office, { making, work, year, chunks }: Packing): Promise<string> {
  await change(office, making, { total: 1 });
  const { name, bytes } = await resultWorkbookPaper(work, year);
  if (making.stopped()) throw new Stopping();
  await chunks.write(Buffer.from(bytes));
  await change(office, making, { done: 1, ...renewed(office, making) });
  return safeName(name);
}

async function packZip(
  office: Office,
  { making, work, year, chunks, kind }: Packing & { readonly kind: 'papers' | 'archive' },
): Promise<string> {
  const { title } = await getYear(work, year);
  const files = new Files(new ZipWriter((bytes) => chunks.write(bytes), work.today));
  const steps = await stepsOf(work, { kind, year });
  await change(office, making, { total: steps.length });
  for (const [index, step] of steps.entries()) {
    for await (const file of step()) {
      if (making.stopped()) throw new Stopping();
      await files.add(file);
    }
    await change(office, making, { done: index + 1, ...renewed(office, making) });
  }
  const told = { title, madeOn: work.today, scheme: await schemeOf(work, year) };
  await files.add(textFile('README.txt', kind === 'papers' ? papersReadme(told) : archiveReadme(told)));
  await files.end();
  return `${safeName(`${title}${kind === 'papers' ? '报告和反馈' : '全年档案'}${work.today}`)}.zip`;
}

/** Files under names of their own, and the list of their hashes. */
class Files {
  private readonly zip: ZipWriter;
  private readonly paths = new UniquePaths();
  private readonly hashes: string[] = [];

  constructor(zip: ZipWriter) {
    this.zip = zip;
  }

  async add({ path, bytes }: PackedFile): Promise<void> {
    const own = this.paths.take(path);
    this.hashes.push(`${createHash('sha256').update(bytes).digest('hex')}  ${own}\n`);
    await this.zip.add(own, bytes);
  }

  async end(): Promise<void> {
    await this.zip.add('MANIFEST.sha256', Buffer.from(this.hashes.join(''), 'utf8'));
    await this.zip.end();
  }
}

/** The bytes of the result, a piece a row, each in a transaction of its own. */
class Chunks {
  private readonly office: Office;
  private readonly making: Making;
  private readonly hash: Hash = createHash('sha256');
  private waiting: Buffer[] = [];
  private held = 0;
  private number = 0;
  private bytes = 0;

  constructor(office: Office, making: Making) {
    this.office = office;
    this.making = making;
  }

  async write(bytes: Buffer): Promise<void> {
    this.hash.update(bytes);
    this.waiting.push(bytes);
    this.held += bytes.length;
    this.bytes += bytes.length;
    if (this.held >= CHUNK_BYTES) await this.flush();
  }

  async end(): Promise<{ bytes: number; sha256: string }> {
    if (this.held > 0) await this.flush();
    return { bytes: this.bytes, sha256: this.hash.digest('hex') };
  }

  private async flush(): Promise<void> {
    const { job, tenant } = this.making;
    const content = Buffer.concat(this.waiting);
    const number = this.number;
    const values = renewed(this.office, this.making);
    await inSystem(this.office.database, tenant, async (trx) => {
      if (!(await changeHeld(trx, tenant, { job, values }))) throw new LostHold();
      await insertChunk(trx, tenant, { job, number, content });
    });
    this.waiting = [];
    this.held = 0;
    this.number += 1;
  }
}
