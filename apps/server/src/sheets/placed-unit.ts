/** A unit of the year as the role acting may see it, with its sheet and team. */
import type { Program, SheetProgram } from '@kaohe/scoring';
import { programOf, sheetOf } from '../facts/compiled.js';
import { noSuch } from '../http/refusal.js';
import type { SignedIn, Work } from '../office/office.js';
import { getUnit, type TeamRow, teamsOf, type UnitRow, unitsOf } from '../years/service.js';
import { linesOf, supplies } from './lines.js';

export interface PlacedUnit {
  readonly unit: UnitRow;
  readonly team: TeamRow;
  readonly program: Program;
  readonly sheet: SheetProgram;
}

/** One unit, or a refusal that does not tell whether it exists. */
export async function placedUnit(work: Work, at: { year: string; unit: string }): Promise<PlacedUnit> {
  const unit = await getUnit(work, at);
  const program = await programOf(work, at.year);
  const placed = place(program, unit, await teamsOf(work, at.year));
  if (!concerns(work.acting, placed)) throw noSuch(`单位“${at.unit}”`, `unit “${at.unit}”`);
  return placed;
}

/** Every unit whose sheet concerns the role acting, in administrative order. */
export async function placedUnits(work: Work, year: string): Promise<PlacedUnit[]> {
  const program = await programOf(work, year);
  const teams = await teamsOf(work, year);
  const all = (await unitsOf(work, year)).map((unit) => place(program, unit, teams));
  return all.filter((placed) => concerns(work.acting, placed));
}

function place(program: Program, unit: UnitRow, teams: readonly TeamRow[]): PlacedUnit {
  const team = teams.find(({ team_id }) => team_id === unit.team_id);
  if (!team) throw new Error(`the unit ${unit.unit_id} has no team`);
  return { unit, team, program, sheet: sheetOf(program, unit.sheet) };
}

function concerns(acting: SignedIn, { unit, sheet }: PlacedUnit): boolean {
  switch (acting.role) {
    case 'team-leader':
    case 'team-member':
      return unit.team_id === acting.scope;
    case 'assessed-unit':
      return unit.unit_id === acting.scope;
    case 'supplying-division':
      return linesOf(sheet).some((line) => supplies(acting, line, unit.team_id));
    default:
      return true;
  }
}
