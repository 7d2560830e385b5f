/** Rows of evidence; the bytes are read only where they are asked for. */
import type { EvidencePurpose } from '@kaohe/api-contract';
import { sql } from 'kysely';
import type { PageOfRows } from '../http/page.js';
import type { Trx } from '../office/office.js';

const COLUMNS = [
  'evidence_id',
  'unit_id',
  'purpose',
  'name',
  'media_type',
  'sha256',
  'bytes',
  'added_at',
  'added_by',
] as const;

export interface EvidenceRow {
  readonly evidence_id: string;
  /** Null for the scan of a rating form, which belongs to no unit. */
  readonly unit_id: string | null;
  readonly purpose: EvidencePurpose;
  readonly name: string;
  readonly media_type: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly added_at: Date;
  readonly added_by: string;
}

interface InYear {
  readonly tenant: string;
  readonly year: string;
}

function rows(trx: Trx, { tenant, year }: InYear) {
  return trx.selectFrom('kaohe.evidence').select(COLUMNS).where('tenant_id', '=', tenant).where('year_id', '=', year);
}

/** What shows for the rows of a unit, or for what it states itself. */
export async function listEvidence(
  trx: Trx,
  at: InYear & { unit: string; purpose: 'row' | 'statement' },
  page?: PageOfRows<readonly [name: string, id: string]>,
): Promise<EvidenceRow[]> {
  return await rows(trx, at)
    .where('purpose', '=', at.purpose)
    .where('unit_id', '=', at.unit)
    .$if(page?.after !== undefined, (query) =>
      query.where(sql<boolean>`(name, evidence_id) > (${page?.after?.[0]}, ${page?.after?.[1]}::uuid)`),
    )
    .orderBy('name')
    .orderBy('evidence_id')
    .$if(page !== undefined, (query) => query.limit((page?.limit ?? 0) + 1))
    .execute();
}

/** The file of a unit that has the same content and purpose. */
export async function findSame(
  trx: Trx,
  { tenant, year }: InYear,
  same: { unit: string | null; purpose: EvidencePurpose; sha256: string },
): Promise<EvidenceRow | undefined> {
  return await trx
    .selectFrom('kaohe.evidence')
    .select(COLUMNS)
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .where('unit_id', same.unit === null ? 'is' : '=', same.unit)
    .where('purpose', '=', same.purpose)
    .where('sha256', '=', same.sha256)
    .executeTakeFirst();
}

/** Whether an id is that of a rating form's scan. */
export async function isScan(trx: Trx, { tenant, year }: InYear, id: string): Promise<boolean> {
  const found = await trx
    .selectFrom('kaohe.evidence')
    .select('evidence_id')
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .where('purpose', '=', 'ballot')
    .where('evidence_id', '=', id)
    .executeTakeFirst();
  return found !== undefined;
}

/** One file with its bytes. */
export async function findFile(
  trx: Trx,
  { tenant, year }: InYear,
  id: string,
): Promise<(EvidenceRow & { readonly content: Buffer }) | undefined> {
  return await trx
    .selectFrom('kaohe.evidence')
    .select([...COLUMNS, 'content'])
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .where('evidence_id', '=', id)
    .executeTakeFirst();
}

export async function insertEvidence(
  trx: Trx,
  { tenant, year }: InYear,
  file: EvidenceRow & { readonly team_id: string | null; readonly content: Buffer; readonly added_role: string },
): Promise<void> {
  await trx
    .insertInto('kaohe.evidence')
    .values({ tenant_id: tenant, year_id: year, ...file })
    .execute();
}
