/** Rows of results: each computation a row of its own, the latest in force. */
import type { ResultJson } from '@kaohe/scoring';
import type { Updateable } from 'kysely';
import type { Tables } from '../database/tables.js';
import type { Trx } from '../office/office.js';

export interface StoredResult {
  readonly result: ResultJson;
  readonly blanks: readonly { unit: string; zh: string; en: string; row: string | null }[];
  readonly reason: string | null;
}

export interface ChosenAward {
  readonly award: string;
  readonly units: readonly string[];
}

export interface ResultRow {
  readonly result_number: number;
  readonly state: 'computed' | 'frozen' | 'approved' | 'published';
  readonly version: number;
  readonly facts: string;
  readonly result: StoredResult;
  readonly content_hash: string;
  readonly awards: readonly ChosenAward[];
  readonly circular: { readonly number: string; readonly on: string } | null;
  readonly computed_at: Date;
  readonly computed_by: string;
  readonly frozen_at: Date | null;
  readonly approved_at: Date | null;
  readonly approved_by: string | null;
  readonly published_at: Date | null;
}

/** The latest results of a year, the newest first. */
export async function listResults(trx: Trx, tenant: string, at: { year: string; most: number }): Promise<ResultRow[]> {
  const rows = await trx
    .selectFrom('kaohe.results')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', at.year)
    .orderBy('result_number', 'desc')
    .limit(at.most)
    .execute();
  return rows as unknown as ResultRow[];
}

/** How far the latest result is. */
export async function findLatestState(trx: Trx, tenant: string, year: string): Promise<ResultRow['state'] | undefined> {
  const row = await trx
    .selectFrom('kaohe.results')
    .select('state')
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .orderBy('result_number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.state;
}

export interface NewResult {
  readonly year: string;
  readonly number: number;
  readonly version: number;
  readonly facts: string;
  readonly stored: StoredResult;
  readonly hash: string;
  readonly at: Date;
  readonly by: string;
}

/** Inserts a result; false where another was computed at the same moment. */
export async function insertResult(trx: Trx, tenant: string, one: NewResult): Promise<boolean> {
  const inserted = await trx
    .insertInto('kaohe.results')
    .values({
      tenant_id: tenant,
      year_id: one.year,
      result_number: one.number,
      state: 'computed',
      version: one.version,
      facts: one.facts,
      result: JSON.stringify(one.stored),
      content_hash: one.hash,
      awards: '[]',
      circular: null,
      computed_at: one.at,
      computed_by: one.by,
      frozen_at: null,
      approved_at: null,
      approved_by: null,
      published_at: null,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'year_id', 'result_number']).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** Changes a result over the version seen; false where somebody was quicker. */
export async function updateResult(
  trx: Trx,
  tenant: string,
  { year, row, values }: { year: string; row: ResultRow; values: Updateable<Tables['kaohe.results']> },
): Promise<boolean> {
  const updated = await trx
    .updateTable('kaohe.results')
    .set({ ...values, version: row.version + 1 })
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .where('result_number', '=', row.result_number)
    .where('version', '=', row.version)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}
