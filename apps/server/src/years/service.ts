/** What other nouns ask of a year: its scheme, its units, and whether the stage of an act is open. */
import {
  type ActName,
  actOf,
  type PageQuery,
  STAGE_DESCRIPTIONS,
  type Stage,
  type StageState,
  type YearSummary,
} from '@kaohe/api-contract';
import type { SchemeFolder } from '@kaohe/scheme-files';
import type { Population } from '@kaohe/scoring';
import { keyAfter, pageOf } from '../http/page.js';
import { noSuch, wrongState } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { appliedTo } from './applied.js';
import { findPopulation } from './populations-repo.js';
import {
  findScheme,
  findUnit,
  findYear,
  holdStage,
  listStages,
  listTeams,
  listUnits,
  lockYear,
  selectSuppliers,
  selectYears,
  stageStates,
  type TeamRow,
  type UnitRow,
  type YearRow,
} from './repo.js';

export type { TeamRow, UnitRow } from './repo.js';

/** Refuses an act whose stage is not open, or that comes too late; holds the stage as it is until the act is done. */
export async function checkStage(work: Work, act: ActName, { year }: { year?: string }): Promise<void> {
  const { stage, before } = actOf(act);
  if (year === undefined) return;
  if (before !== undefined && (await heldState(work, { year, stage: before })) === 'closed') throw stageOver(before);
  if (stage !== undefined) await requireOpen(work, { year, stage });
}

/** Refuses where a stage is not open; keeps it open until the transaction ends. */
export async function requireOpen(work: Work, at: { year: string; stage: Stage }): Promise<void> {
  if ((await heldState(work, at)) !== 'open') throw stageNotOpen(at.stage);
}

async function heldState({ trx, acting }: Work, at: { year: string; stage: Stage }): Promise<StageState> {
  const state = await holdStage(trx, acting.tenant, at);
  if (state === undefined) throw noSuch(`年度“${at.year}”`, `year “${at.year}”`);
  return state;
}

/** What must agree with everything else of the year is entered one after the other, each seeing the one before. */
export async function enterAlone({ trx, acting }: Work, year: string): Promise<void> {
  await lockYear(trx, acting.tenant, year);
}

/** The years of the office, the newest first. */
export async function listYears({ trx, acting }: Work, query: PageQuery) {
  const read = await selectYears(trx, acting.tenant, { after: keyAfter(query.after, 'text'), limit: query.limit });
  const { rows, next } = pageOf(read, query, ({ year_id }) => [year_id]);
  const years = rows.map(
    ({ year_id, title, scheme_id, edition }): YearSummary => ({ year: year_id, title, scheme: scheme_id, edition }),
  );
  return { years, next };
}

/** The state of each stage of a year. */
export async function stagesOf({ trx, acting }: Work, year: string): Promise<ReadonlyMap<Stage, StageState>> {
  return await stageStates(trx, acting.tenant, year);
}

/** The last day of a stage, where it has one. */
export async function stageDueOn({ trx, acting }: Work, year: string, stage: Stage): Promise<string | null> {
  const rows = await listStages(trx, acting.tenant, year);
  return rows.find((row) => row.stage === stage)?.due_on ?? null;
}

/** The year, or a refusal. */
export async function getYear({ trx, acting }: Work, year: string): Promise<YearRow> {
  const row = await findYear(trx, acting.tenant, year);
  if (!row) throw noSuch(`年度“${year}”`, `year “${year}”`);
  return row;
}

/** A unit of the year, or a refusal. */
export async function getUnit({ trx, acting }: Work, at: { year: string; unit: string }): Promise<UnitRow> {
  const row = await findUnit(trx, acting.tenant, at);
  if (!row) throw noSuch(`单位“${at.unit}”`, `unit “${at.unit}”`);
  return row;
}

/** The units of a year in administrative order. */
export async function unitsOf({ trx, acting }: Work, year: string): Promise<UnitRow[]> {
  return await listUnits(trx, acting.tenant, year);
}

/** The divisions that supply what a register holds. */
export async function suppliersOf({ trx, acting }: Work, at: { year: string; register: string }): Promise<string[]> {
  return await selectSuppliers(trx, acting.tenant, at);
}

/** The teams of a year in printed order. */
export async function teamsOf({ trx, acting }: Work, year: string): Promise<TeamRow[]> {
  return await listTeams(trx, acting.tenant, year);
}

/** Editions read back from where they were kept; an edition is a content hash, so what it names never changes. */
const kept = new Map<string, SchemeFolder>();

/** By its edition: what was issued never changes, whatever the folder on disk says today. */
export async function issuedOf(work: Work, year: string): Promise<SchemeFolder> {
  const { edition, scheme_id } = await getYear(work, year);
  const known = work.schemes.find((one) => one.id === scheme_id && one.edition === edition) ?? kept.get(edition);
  if (known) return known;
  const scheme = await findScheme(work.trx, edition);
  if (!scheme) throw noSuch(`方案“${scheme_id}”的这个版本`, `such edition of the scheme “${scheme_id}”`);
  kept.set(edition, scheme);
  return scheme;
}

/** The issued scheme of a year, applied to the units of the year. */
export async function schemeOf(work: Work, year: string): Promise<SchemeFolder> {
  const issued = await issuedOf(work, year);
  return appliedTo(issued, await ownPopulationOf(work, year));
}

/** Units and teams the office named in place of the document's own; undefined where those stand. */
export async function ownPopulationOf({ trx, acting }: Work, year: string): Promise<Population | undefined> {
  return await findPopulation(trx, acting.tenant, year);
}

function stageNotOpen(stage: Stage) {
  const { name, nameEn } = STAGE_DESCRIPTIONS[stage];
  return wrongState(
    `“${name}”环节没有打开，不能填写。请联系安委办。`,
    `The stage “${nameEn}” is not open. Ask the committee office.`,
    { stage },
  );
}

function stageOver(stage: Stage) {
  const { name, nameEn } = STAGE_DESCRIPTIONS[stage];
  return wrongState(
    `“${name}”环节已经结束，不能再改。请联系安委办。`,
    `The stage “${nameEn}” is over; nothing can be changed. Ask the committee office.`,
    { stage },
  );
}
