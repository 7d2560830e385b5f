/** Rows of a year: the year, its stages, teams, units and raters. */
import type { Stage, StageState } from '@kaohe/api-contract';
import type { SchemeFolder } from '@kaohe/scheme-files';
import type { PageOfRows } from '../http/page.js';
import type { Trx } from '../office/office.js';
import { insertPopulation, type PopulationRows } from './populations-repo.js';

/** The state of each stage of a year; empty where there is no such year. */
export async function stageStates(trx: Trx, tenant: string, year: string): Promise<ReadonlyMap<Stage, StageState>> {
  const rows = await trx
    .selectFrom('kaohe.stages')
    .select(['stage', 'state'])
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .execute();
  return new Map(rows.map(({ stage, state }) => [stage as Stage, state as StageState]));
}

/** The state of one stage, held until the transaction ends: whoever closes it at the same moment waits. */
export async function holdStage(
  trx: Trx,
  tenant: string,
  { year, stage }: { year: string; stage: Stage },
): Promise<StageState | undefined> {
  const row = await trx
    .selectFrom('kaohe.stages')
    .select('state')
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .where('stage', '=', stage)
    .forShare()
    .executeTakeFirst();
  return row?.state as StageState | undefined;
}

/** Waits for everybody who writes in a stage of the year, and keeps others from it until the transaction ends. */
export async function lockStages(trx: Trx, tenant: string, year: string): Promise<void> {
  await trx
    .selectFrom('kaohe.stages')
    .select('stage')
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    // The order in which writers hold two of them: a later stage before the one it follows.
    .orderBy('position', 'desc')
    .forUpdate()
    .execute();
}

export interface UnitRow {
  readonly unit_id: string;
  readonly name_en: string;
  readonly sheet: string;
  readonly class: string;
  readonly team_id: string;
  readonly position: number;
}

/** One unit of a year, for everybody who may see the year. */
export async function findUnit(
  trx: Trx,
  tenant: string,
  at: { year: string; unit: string },
): Promise<UnitRow | undefined> {
  return await trx
    .selectFrom('kaohe.units')
    .select(['unit_id', 'name_en', 'sheet', 'class', 'team_id', 'position'])
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', at.year)
    .where('unit_id', '=', at.unit)
    .executeTakeFirst();
}

export async function listUnits(trx: Trx, tenant: string, year: string): Promise<UnitRow[]> {
  return await trx
    .selectFrom('kaohe.units')
    .select(['unit_id', 'name_en', 'sheet', 'class', 'team_id', 'position'])
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .orderBy('position')
    .execute();
}

export interface TeamRow {
  readonly team_id: string;
  readonly name: string;
  readonly name_en: string;
  readonly leader: string;
}

export async function listTeams(trx: Trx, tenant: string, year: string): Promise<TeamRow[]> {
  return await trx
    .selectFrom('kaohe.teams')
    .select(['team_id', 'name', 'name_en', 'leader'])
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .orderBy('position')
    .execute();
}

export interface StageRow {
  readonly stage: Stage;
  readonly state: StageState;
  readonly since: Date;
  readonly due_on: string | null;
  readonly reason: string | null;
  /** For the first time; null: never yet. */
  readonly opened_at: Date | null;
  readonly version: number;
}

/** The stages of a year in their order. */
export async function listStages(trx: Trx, tenant: string, year: string): Promise<StageRow[]> {
  const rows = await trx
    .selectFrom('kaohe.stages')
    .select(['stage', 'state', 'since', 'due_on', 'reason', 'opened_at', 'version'])
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .orderBy('position')
    .execute();
  return rows as StageRow[];
}

/** Writes a stage over the version seen; false where somebody was quicker. */
export async function updateStage(
  trx: Trx,
  tenant: string,
  { year, stage, version, ...values }: { year: string } & StageRow,
): Promise<boolean> {
  const updated = await trx
    .updateTable('kaohe.stages')
    .set({ ...values, version: version + 1 })
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .where('stage', '=', stage)
    .where('version', '=', version)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

/** An issued scheme as it was kept when a year was made of it. */
export async function findScheme(trx: Trx, edition: string): Promise<SchemeFolder | undefined> {
  const row = await trx.selectFrom('plat.schemes').select('folder').where('edition', '=', edition).executeTakeFirst();
  return row?.folder as SchemeFolder | undefined;
}

export async function selectRaters(trx: Trx, tenant: string, year: string) {
  return await trx
    .selectFrom('kaohe.raters')
    .select(['form', 'rater_id', 'name'])
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .orderBy('position')
    .execute();
}

export interface YearRow {
  readonly year_id: string;
  readonly title: string;
  readonly scheme_id: string;
  readonly edition: string;
}

/** A page of the years, the newest first. */
export async function selectYears(
  trx: Trx,
  tenant: string,
  { after, limit }: PageOfRows<readonly [year: string]>,
): Promise<YearRow[]> {
  return await trx
    .selectFrom('kaohe.years')
    .select(['year_id', 'title', 'scheme_id', 'edition'])
    .where('tenant_id', '=', tenant)
    .$if(after !== undefined, (query) => query.where('year_id', '<', after?.[0] ?? ''))
    .orderBy('year_id', 'desc')
    .limit(limit + 1)
    .execute();
}

export async function findYear(trx: Trx, tenant: string, year: string): Promise<YearRow | undefined> {
  return await trx
    .selectFrom('kaohe.years')
    .select(['year_id', 'title', 'scheme_id', 'edition'])
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .executeTakeFirst();
}

/** Keeps everybody else who holds the year waiting until the transaction ends. */
export async function lockYear(trx: Trx, tenant: string, year: string): Promise<void> {
  await trx
    .selectFrom('kaohe.years')
    .select('year_id')
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .forNoKeyUpdate()
    .execute();
}

/** What divisions supply: lines of sheets, and registers that feed their clauses. */
export interface Supplied {
  readonly lines: readonly { readonly line: string; readonly division: string }[];
  readonly registers: readonly { readonly register: string; readonly division: string }[];
}

export interface NewYear extends PopulationRows {
  readonly tenant: string;
  readonly yearId: string;
  readonly title: string;
  readonly folder: SchemeFolder;
  readonly at: Date;
  readonly stages: readonly { stage: Stage; state: StageState; dueOn: string | null }[];
  readonly supplied: Supplied;
}

/** Keeps an issued scheme for all offices; once kept, an edition never changes. */
export async function keepScheme(trx: Trx, kept: { folder: SchemeFolder; title: string; at: Date }): Promise<void> {
  const { folder, title, at } = kept;
  await trx
    .insertInto('plat.schemes')
    .values({ edition: folder.edition, scheme_id: folder.id, title, folder: JSON.stringify(folder), issued_at: at })
    .onConflict((conflict) => conflict.column('edition').doNothing())
    .execute();
}

/** Inserts a year with all that belongs to it; false where it exists. */
export async function insertYear(trx: Trx, year: NewYear): Promise<boolean> {
  const tenant_id = year.tenant;
  const key = { tenant_id, year_id: year.yearId };
  const inserted = await trx
    .insertInto('kaohe.years')
    .values({
      ...key,
      title: year.title,
      scheme_id: year.folder.id,
      edition: year.folder.edition,
      created_at: year.at,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'year_id']).doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) return false;
  await insertParts(trx, key, year);
  return true;
}

async function insertParts(trx: Trx, key: { tenant_id: string; year_id: string }, year: NewYear): Promise<void> {
  const stages = year.stages.map(({ stage, state, dueOn }, position) => ({
    ...key,
    stage,
    position,
    state,
    since: year.at,
    due_on: dueOn,
    reason: null,
    opened_at: null,
    version: 1,
  }));
  await trx.insertInto('kaohe.stages').values(stages).execute();
  await insertPopulation(trx, key, year);
  const lines = year.supplied.lines.map(({ line, division }) => ({ ...key, line_id: line, division }));
  if (lines.length > 0) await trx.insertInto('kaohe.supplied_lines').values(lines).execute();
  const registers = year.supplied.registers.map((one) => ({ ...key, ...one }));
  if (registers.length > 0) await trx.insertInto('kaohe.supplied_registers').values(registers).execute();
}

/** The registers of which a division supplies something, in no order. */
export async function selectSupplied(
  trx: Trx,
  tenant: string,
  { year, division }: { year: string; division: string },
): Promise<string[]> {
  const rows = await trx
    .selectFrom('kaohe.supplied_registers')
    .select('register')
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .where('division', '=', division)
    .execute();
  return rows.map(({ register }) => register);
}

/** The divisions that supply what a register holds, in no order. */
export async function selectSuppliers(
  trx: Trx,
  tenant: string,
  { year, register }: { year: string; register: string },
): Promise<string[]> {
  const rows = await trx
    .selectFrom('kaohe.supplied_registers')
    .select('division')
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .where('register', '=', register)
    .execute();
  return rows.map(({ division }) => division);
}
