/** Rows of whom a year assesses and who assesses them, and what the office named in place of the document's own. */
import type { Population, Team, Unit } from '@kaohe/scoring';
import type { Trx } from '../office/office.js';

export interface PopulationRows {
  readonly teams: readonly Omit<Team, 'units'>[];
  readonly units: readonly (Unit & { team: string })[];
  readonly raters: readonly { form: string; id: string; name: string }[];
  /** What the office named in place of the document's own units and teams. */
  readonly own?: Population | undefined;
}

interface YearKey {
  readonly tenant_id: string;
  readonly year_id: string;
}

export async function insertPopulation(
  trx: Trx,
  key: YearKey,
  { teams, units, raters, own }: PopulationRows,
): Promise<void> {
  const teamRows = teams.map(({ id, name, nameEn, leader }, position) => ({
    ...key,
    team_id: id,
    name,
    name_en: nameEn,
    leader,
    position,
  }));
  if (teamRows.length > 0) await trx.insertInto('kaohe.teams').values(teamRows).execute();
  const unitRows = units.map((unit, position) => ({
    ...key,
    unit_id: unit.name,
    name_en: unit.nameEn,
    sheet: unit.sheet,
    class: unit.class,
    team_id: unit.team,
    position,
  }));
  if (unitRows.length > 0) await trx.insertInto('kaohe.units').values(unitRows).execute();
  const raterRows = raters.map(({ form, id, name }, position) => ({ ...key, form, rater_id: id, name, position }));
  if (raterRows.length > 0) await trx.insertInto('kaohe.raters').values(raterRows).execute();
  if (own)
    await trx
      .insertInto('kaohe.populations')
      .values({ ...key, population: JSON.stringify(own) })
      .execute();
}

/** What the office named in place of the document's own units and teams; undefined where the document's own stand. */
export async function findPopulation(trx: Trx, tenant: string, year: string): Promise<Population | undefined> {
  const row = await trx
    .selectFrom('kaohe.populations')
    .select('population')
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .executeTakeFirst();
  return row?.population;
}
