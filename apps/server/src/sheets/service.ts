/** Sheets as the role acting may see them. */
import {
  isToldScores,
  type ReportState,
  type SheetJson,
  type SheetList,
  type Stage,
  type StageState,
} from '@kaohe/api-contract';
import { resultJson, type UnitJson } from '@kaohe/scoring';
import { assessFacts, yearFacts } from '../facts/service.js';
import type { Work } from '../office/office.js';
import { reportStates } from '../reports/state.js';
import { stagesOf } from '../years/service.js';
import { isOfTeam, linesOf, type SheetLine, supplies } from './lines.js';
import { type PlacedUnit, placedUnit, placedUnits } from './placed-unit.js';
import { listRows } from './repo.js';
import { rowJson } from './row-json.js';
import { standingOf } from './standing.js';

/** One unit's sheet. A unit is told what was found only with its report, once the office has received it. */
export async function readSheet(work: Work, at: { year: string; unit: string }): Promise<SheetJson> {
  const { acting } = work;
  const placed = await placedUnit(work, at);
  const { unit, team, sheet } = placed;
  const report = (await reportStates(work, at.year)).get(at.unit) ?? 'none';
  const told = isTold(work, report);
  const rows = told ? await listRows(work.trx, acting.tenant, { year: at.year, units: [at.unit] }) : [];
  const stages = await stagesOf(work, at.year);
  return {
    unit: unit.unit_id,
    unitEn: unit.name_en,
    sheet: unit.sheet,
    class: unit.class,
    team: teamJson(team),
    report,
    told,
    rows: linesOf(sheet).map((line) => {
      const entered = rows.find(({ row_id }) => row_id === line.id);
      return rowJson({ line, entered, acting, team: unit.team_id, changing: mayChange(line, { report, stages }) });
    }),
    facts: told ? await yearFacts(work, at.year, [at.unit]) : null,
  };
}

/** The sheets that concern the role acting, how far each is, and where its unit stands. */
export async function listSheets(work: Work, year: string): Promise<SheetList> {
  const placed = await placedUnits(work, year);
  const names = placed.map(({ unit }) => unit.unit_id);
  const reports = await reportStates(work, year);
  const { units } = resultJson(await assessFacts(work, year, await yearFacts(work, year, names)), '');
  const closed = (await listRows(work.trx, work.acting.tenant, { year, units: names })).filter((row) => row.closed);
  return {
    sheets: placed.map((one) => {
      const report = reports.get(one.unit.unit_id) ?? 'none';
      const result = units.find(({ unit }) => unit === one.unit.unit_id);
      const lines = new Set(closed.filter((row) => row.unit_id === one.unit.unit_id).map(({ row_id }) => row_id));
      return listed(work, one, { report, closed: lines, result: isTold(work, report) ? result : undefined });
    }),
  };
}

function listed(
  { acting }: Work,
  { unit, team, sheet }: PlacedUnit,
  { report, closed, result }: { report: ReportState; closed: ReadonlySet<string>; result: UnitJson | undefined },
): SheetList['sheets'][number] {
  const lines = linesOf(sheet);
  const isDone = ({ id, row }: SheetLine) =>
    result !== undefined && (closed.has(id) || (id === row && !result.open.includes(row)));
  const progress = (of: readonly SheetLine[]) => ({ done: of.filter(isDone).length, all: of.length });
  return {
    unit: unit.unit_id,
    unitEn: unit.name_en,
    sheet: unit.sheet,
    team: teamJson(team),
    report,
    own: progress(lines.filter((line) => supplies(acting, line, unit.team_id))),
    rows: progress(lines),
    standing: result && isToldScores(acting.role) ? standingOf(result) : null,
  };
}

function isTold({ acting }: Work, report: ReportState): boolean {
  return acting.role !== 'assessed-unit' || report === 'received';
}

/** Whether a line may still change: the team's while it assesses and its report is not signed, another's until the composite is over. */
function mayChange(
  line: SheetLine,
  { report, stages }: { report: ReportState; stages: ReadonlyMap<Stage, StageState> },
): boolean {
  if (!isOfTeam(line)) return stages.get('composite') !== 'closed';
  return isOpenTo(report) && stages.get('year-end') === 'open';
}

/** Whether the team's lines may still change: a signed report is about them as they were signed. */
export function isOpenTo(report: ReportState): boolean {
  return report === 'none' || report === 'draft';
}

function teamJson({ team_id, name, name_en }: PlacedUnit['team']) {
  return { id: team_id, name, nameEn: name_en };
}
