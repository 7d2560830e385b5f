/** Rows of the units' sheets as the teams and suppliers entered them. */
import type { RawObject } from '@kaohe/scoring';
import type { Trx } from '../office/office.js';

/** A row entered from the team's paper. */
export interface PaperRow {
  readonly scan: string;
  /** Whether it closes once it is checked. */
  readonly closes: boolean;
  /** The account that entered it: another checks it. */
  readonly enteredBy: string;
  /** The post that checked it. */
  readonly checkedBy: string | null;
}

export interface SheetRow {
  readonly unit_id: string;
  readonly row_id: string;
  readonly version: number;
  readonly closed: boolean;
  readonly observations: RawObject;
  readonly changed_at: Date;
  readonly changed_by: string;
  readonly changed_role: string;
  readonly paper: PaperRow | null;
}

const COLUMNS = [
  'unit_id',
  'row_id',
  'version',
  'closed',
  'observations',
  'changed_at',
  'changed_by',
  'changed_role',
  'paper',
] as const;

/** The rows of some units, or of all of them. */
export async function listRows(
  trx: Trx,
  tenant: string,
  { year, units }: { year: string; units?: readonly string[] | undefined },
): Promise<SheetRow[]> {
  const rows = await trx
    .selectFrom('kaohe.sheet_rows')
    .select(COLUMNS)
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .$if(units !== undefined, (query) => query.where('unit_id', 'in', [...(units ?? []), '']))
    .orderBy('row_id')
    .execute();
  return rows as SheetRow[];
}

export interface RowWritten {
  readonly year: string;
  readonly unit: string;
  readonly team: string;
  readonly row: string;
  readonly closed: boolean;
  readonly observations: RawObject;
  readonly by: string;
  readonly role: string;
  /** The division that supplies the line; null where a team or the office does. */
  readonly division: string | null;
  readonly paper: PaperRow | null;
  readonly at: Date;
}

/** Writes a row over the version seen (0: there was none); false where somebody was quicker. */
export async function writeRow(
  trx: Trx,
  tenant: string,
  { seen, written }: { seen: number; written: RowWritten },
): Promise<boolean> {
  const values = {
    version: seen + 1,
    closed: written.closed,
    observations: JSON.stringify(written.observations),
    changed_at: written.at,
    changed_by: written.by,
    changed_role: written.role,
    paper: written.paper && JSON.stringify(written.paper),
  };
  const key = { tenant_id: tenant, year_id: written.year, unit_id: written.unit, row_id: written.row };
  if (seen === 0) {
    const inserted = await trx
      .insertInto('kaohe.sheet_rows')
      .values({ ...key, team_id: written.team, division: written.division, ...values })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'year_id', 'unit_id', 'row_id']).doNothing())
      .executeTakeFirst();
    return inserted.numInsertedOrUpdatedRows === 1n;
  }
  const updated = await trx
    .updateTable('kaohe.sheet_rows')
    .set(values)
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', written.year)
    .where('unit_id', '=', written.unit)
    .where('row_id', '=', written.row)
    .where('version', '=', seen)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}
