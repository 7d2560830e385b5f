/** Rows of reports, what they said when they were signed, why they were reopened, and the units' answers. */
import type { ReportBody } from '@kaohe/api-contract';
import type { ItemJson, ScoreJson } from '@kaohe/scoring';
import type { Updateable } from 'kysely';
import type { Tables } from '../database/tables.js';
import type { Trx } from '../office/office.js';

export interface ReportAt {
  readonly year: string;
  readonly unit: string;
}

export type StoredBody = ReportBody & { readonly noVisitReason?: string | null; readonly visitReason?: string | null };

export interface SignedScore {
  readonly sheetScore: ScoreJson;
  readonly fullMarks: string;
  readonly items: readonly ItemJson[];
}

export interface SignedRow {
  readonly row: string;
  readonly closed: boolean;
  readonly observations: unknown;
}

export interface ReportRow {
  readonly unit_id: string;
  readonly team_id: string;
  readonly state: 'draft' | 'signed' | 'received';
  readonly version: number;
  readonly body: StoredBody;
  readonly score: SignedScore | null;
  readonly signed_at: Date | null;
  readonly signed_by: string | null;
  readonly received_at: Date | null;
  readonly late: boolean;
}

/** The reports of a year the role acting may read. */
export async function listReports(trx: Trx, tenant: string, year: string): Promise<ReportRow[]> {
  const rows = await trx
    .selectFrom('kaohe.reports')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .execute();
  return rows as unknown as ReportRow[];
}

export async function findReport(trx: Trx, tenant: string, at: ReportAt): Promise<ReportRow | undefined> {
  const row = await reportQuery(trx, tenant, at).executeTakeFirst();
  return row as unknown as ReportRow | undefined;
}

/** The same, held until the transaction ends: whoever changes a row of the sheet at the same moment waits. */
export async function holdReport(trx: Trx, tenant: string, at: ReportAt): Promise<ReportRow | undefined> {
  const row = await reportQuery(trx, tenant, at).forUpdate().executeTakeFirst();
  return row as unknown as ReportRow | undefined;
}

function reportQuery(trx: Trx, tenant: string, { year, unit }: ReportAt) {
  return trx
    .selectFrom('kaohe.reports')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .where('unit_id', '=', unit);
}

export interface NewReport extends ReportAt {
  readonly team: string;
  readonly body: StoredBody;
  readonly at: Date;
  readonly by: string;
}

/** Inserts a draft; false where one is there already. */
export async function insertReport(trx: Trx, tenant: string, one: NewReport): Promise<boolean> {
  const inserted = await trx
    .insertInto('kaohe.reports')
    .values({
      tenant_id: tenant,
      year_id: one.year,
      unit_id: one.unit,
      team_id: one.team,
      state: 'draft',
      version: 1,
      body: JSON.stringify(one.body),
      score: null,
      signed_at: null,
      signed_by: null,
      received_at: null,
      late: false,
      changed_at: one.at,
      changed_by: one.by,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'year_id', 'unit_id']).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** Changes a report over the version seen; false where somebody was quicker. */
export async function updateReport(
  trx: Trx,
  tenant: string,
  { at, seen, values }: { at: ReportAt; seen: number; values: Updateable<Tables['kaohe.reports']> },
): Promise<boolean> {
  const updated = await trx
    .updateTable('kaohe.reports')
    .set({ ...values, version: seen + 1 })
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', at.year)
    .where('unit_id', '=', at.unit)
    .where('version', '=', seen)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

export interface SignatureRow {
  readonly version: number;
  readonly body: StoredBody;
  readonly rows: readonly SignedRow[];
  readonly score: SignedScore;
  readonly signed_at: Date;
  readonly signed_by: string;
}

export async function insertSignature(
  trx: Trx,
  tenant: string,
  { at, team, signature }: { at: ReportAt; team: string; signature: SignatureRow },
): Promise<void> {
  await trx
    .insertInto('kaohe.report_signatures')
    .values({
      tenant_id: tenant,
      year_id: at.year,
      unit_id: at.unit,
      team_id: team,
      ...signature,
      body: JSON.stringify(signature.body),
      rows: JSON.stringify(signature.rows),
      score: JSON.stringify(signature.score),
    })
    .execute();
}

/** What the report said when it was last signed. */
export async function lastSignature(trx: Trx, tenant: string, at: ReportAt): Promise<SignatureRow | undefined> {
  const row = await trx
    .selectFrom('kaohe.report_signatures')
    .select(['version', 'body', 'rows', 'score', 'signed_at', 'signed_by'])
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', at.year)
    .where('unit_id', '=', at.unit)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row as unknown as SignatureRow | undefined;
}

export async function insertReopening(
  trx: Trx,
  tenant: string,
  { at, team, ...why }: { at: ReportAt; team: string; version: number; reason: string; when: Date; by: string },
): Promise<void> {
  await trx
    .insertInto('kaohe.report_reopenings')
    .values({
      tenant_id: tenant,
      year_id: at.year,
      unit_id: at.unit,
      team_id: team,
      version: why.version,
      reason: why.reason,
      reopened_at: why.when,
      reopened_by: why.by,
    })
    .execute();
}

export async function listReopenings(trx: Trx, tenant: string, at: ReportAt) {
  return await trx
    .selectFrom('kaohe.report_reopenings')
    .select(['reason', 'reopened_at', 'reopened_by'])
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', at.year)
    .where('unit_id', '=', at.unit)
    .orderBy('version')
    .execute();
}
