/** Rows of files on their way, and the bytes that have come. */
import type { Trx } from '../office/office.js';
import type { EvidenceRow } from './repo.js';

export interface UploadRow {
  readonly upload_id: string;
  readonly year_id: string;
  /** Null for the scan of a rating form, which belongs to no unit. */
  readonly unit_id: string | null;
  readonly team_id: string | null;
  readonly purpose: EvidenceRow['purpose'];
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly received: number;
  readonly touched_at: Date;
}

/** An upload is its sender's alone. */
export interface Sender {
  readonly tenant: string;
  readonly account: string;
  readonly year: string;
}

const COLUMNS = [
  'upload_id',
  'year_id',
  'unit_id',
  'team_id',
  'purpose',
  'name',
  'sha256',
  'bytes',
  'received',
  'touched_at',
] as const;

function rows(trx: Trx, { tenant, account, year }: Sender) {
  return trx
    .selectFrom('kaohe.uploads')
    .select(COLUMNS)
    .where('tenant_id', '=', tenant)
    .where('account', '=', account)
    .where('year_id', '=', year);
}

export async function findUpload(trx: Trx, by: Sender, id: string): Promise<UploadRow | undefined> {
  return await rows(trx, by).where('upload_id', '=', id).executeTakeFirst();
}

/** The same, held until the transaction ends: two chunks never come to one place. */
export async function lockUpload(trx: Trx, by: Sender, id: string): Promise<UploadRow | undefined> {
  return await rows(trx, by).where('upload_id', '=', id).forUpdate().executeTakeFirst();
}

/** The same file of the same sender on its way to the same place. */
export async function findSameUpload(
  trx: Trx,
  by: Sender,
  same: Pick<UploadRow, 'unit_id' | 'purpose' | 'sha256' | 'bytes'>,
): Promise<UploadRow | undefined> {
  return await rows(trx, by)
    .where('unit_id', same.unit_id === null ? 'is' : '=', same.unit_id)
    .where('purpose', '=', same.purpose)
    .where('sha256', '=', same.sha256)
    .where('bytes', '=', same.bytes)
    .executeTakeFirst();
}

export async function insertUpload(trx: Trx, { tenant, account }: Sender, row: UploadRow): Promise<void> {
  await trx
    .insertInto('kaohe.uploads')
    .values({ tenant_id: tenant, account, ...row })
    .execute();
}

/** Keeps a chunk and moves the end of what is here behind it. */
export async function insertChunk(
  trx: Trx,
  { tenant, account }: Sender,
  chunk: { id: string; at: number; content: Buffer; now: Date },
): Promise<void> {
  const { id, at, content, now } = chunk;
  await trx
    .insertInto('kaohe.upload_chunks')
    .values({ tenant_id: tenant, upload_id: id, at_byte: at, account, content })
    .execute();
  await trx
    .updateTable('kaohe.uploads')
    .set({ received: at + content.length, touched_at: now })
    .where('tenant_id', '=', tenant)
    .where('upload_id', '=', id)
    .execute();
}

/** What has come of a file, in its order. */
export async function readChunks(trx: Trx, { tenant, account }: Sender, id: string): Promise<Buffer> {
  const chunks = await trx
    .selectFrom('kaohe.upload_chunks')
    .select('content')
    .where('tenant_id', '=', tenant)
    .where('account', '=', account)
    .where('upload_id', '=', id)
    .orderBy('at_byte')
    .execute();
  return Buffer.concat(chunks.map(({ content }) => content));
}

/** Takes an upload away with what has come of it. */
export async function deleteUpload(trx: Trx, { tenant, account }: Sender, id: string): Promise<void> {
  await trx
    .deleteFrom('kaohe.uploads')
    .where('tenant_id', '=', tenant)
    .where('account', '=', account)
    .where('upload_id', '=', id)
    .execute();
}

/** Takes away what nobody has sent a byte of since; the number of files. For the system alone. */
export async function deleteUntouched(trx: Trx, tenant: string, since: Date): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('kaohe.uploads')
    .where('tenant_id', '=', tenant)
    .where('touched_at', '<', since)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
