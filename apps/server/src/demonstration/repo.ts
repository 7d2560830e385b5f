/** Fills the tables of a new office at once, as the system: what a year of work would have left in them. */
import type { RatingState } from '@kaohe/api-contract';
import type { Trx } from '../office/office.js';

export interface Filling {
  readonly trx: Trx;
  readonly tenant: string;
  readonly year: string;
  readonly at: Date;
  readonly newId: () => string;
}

export async function insertTenant(
  { trx, tenant, at }: Filling,
  { name, ownDate }: { name: string; ownDate: string },
): Promise<void> {
  await trx.insertInto('plat.tenants').values({ tenant_id: tenant, name, own_date: ownDate, created_at: at }).execute();
}

export interface NewRow {
  readonly unit: string;
  readonly team: string;
  readonly row: string;
  readonly closed: boolean;
  readonly observations: Readonly<Record<string, unknown>>;
  readonly by: string;
  readonly role: string;
  readonly division: string | null;
}

export async function insertRows({ trx, tenant, year, at }: Filling, rows: readonly NewRow[]): Promise<void> {
  await trx
    .insertInto('kaohe.sheet_rows')
    .values(
      rows.map(({ unit, team, row, closed, observations, by, role, division }) => ({
        tenant_id: tenant,
        year_id: year,
        unit_id: unit,
        row_id: row,
        team_id: team,
        version: 1,
        closed,
        observations: JSON.stringify(observations),
        changed_at: at,
        changed_by: by,
        changed_role: role,
        division,
      })),
    )
    .execute();
}

export interface NewForm {
  readonly form: string;
  readonly rater: string;
  readonly state: RatingState;
  readonly marks: Readonly<Record<string, string>>;
}

export async function insertForms({ trx, tenant, year, at }: Filling, forms: readonly NewForm[]): Promise<void> {
  const key = { tenant_id: tenant, year_id: year };
  const rows = forms.map(({ form, rater, state }) => ({
    ...key,
    form,
    rater_id: rater,
    state,
    version: 1,
    entered_from_paper: false,
    scan_id: null,
    entered_by: null,
    checked_by: null,
    changed_at: at,
  }));
  await trx.insertInto('kaohe.rating_forms').values(rows).execute();
  const ballots = forms.map(({ form, rater, marks }) => ({
    ...key,
    form,
    rater_id: rater,
    marks: JSON.stringify(marks),
  }));
  await trx.insertInto('kaohe.ballots').values(ballots).execute();
}

/** Moves a stage as the office did on a day of the year. */
export async function setStage(
  { trx, tenant, year }: Filling,
  { stage, state, since }: { stage: string; state: string; since: Date },
): Promise<void> {
  await trx
    .updateTable('kaohe.stages')
    .set({ state, since })
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .where('stage', '=', stage)
    .execute();
}
