/** The year at a glance for the office: stages, units, where points are lost, and how far the teams lie apart. */
import { type Board, type BoardUnit, FEWEST_FOR_SPREAD, type TeamSpread } from '@kaohe/api-contract';
import {
  compare,
  formatExact,
  getNumber,
  type Program,
  rational,
  resultJson,
  sum,
  type UnitJson,
} from '@kaohe/scoring';
import { programOf } from '../facts/compiled.js';
import { assessYear } from '../facts/service.js';
import type { Work } from '../office/office.js';
import { areSumsShown } from '../ratings/counting.js';
import { listOfReports } from '../reports/service.js';
import { type TeamRow, teamsOf, type UnitRow, unitsOf } from '../years/service.js';
import { boardStages } from './stages.js';

export async function boardOf(work: Work, year: string): Promise<Board> {
  const program = await programOf(work, year);
  const isWithheld = !(await areSumsShown(work, year));
  const { units: results } = resultJson(await assessYear(work, year), '');
  const rows = await unitsOf(work, year);
  const teams = await teamsOf(work, year);
  const { reports } = await listOfReports(work, year);
  const units = rows.flatMap((row): BoardUnit[] => {
    const result = results.find(({ unit }) => unit === row.unit_id);
    const report = reports.find(({ unit }) => unit === row.unit_id);
    const team = teams.find(({ team_id }) => team_id === row.team_id);
    return result ? [boardUnit(result, { row, team, report, program, isWithheld })] : [];
  });
  const { scheme, fullMarks } = program;
  return {
    fullMarks: formatExact(fullMarks),
    bands: scheme.gradeBands.map(({ grade, gradeEn, from = null }) => ({ grade, gradeEn, from })),
    stages: await boardStages(work, year),
    units,
    sheets: scheme.sheets.map(({ id, title, titleEn, items }) => ({
      sheet: id,
      title,
      titleEn,
      items: items.map((item) => ({ id: item.id, name: item.name, nameEn: item.nameEn, fullMarks: item.fullMarks })),
    })),
    spread: teams.map((team) => spreadOf(team, { rows, results })),
    burden: burdenOf(program, rows),
  };
}

interface Around {
  readonly program: Program;
  /** Whether the sums of ratings are not told yet. */
  readonly isWithheld: boolean;
  readonly row: UnitRow;
  readonly team: TeamRow | undefined;
  readonly report: { state: BoardUnit['report']; late: boolean } | undefined;
}

function boardUnit(result: UnitJson, around: Around): BoardUnit {
  const { row, team, report } = around;
  const { unit, sheet, total, sheetScore, rank, grades, vetoes, provisional, openParts } = result;
  const possibleVetoes = result.possibleVetoes.filter((veto) => !isOfWithheld(veto.id, result, around));
  return {
    unit,
    unitEn: row.name_en,
    sheet,
    total,
    sheetScore,
    rank,
    grades: [...grades],
    vetoes: [...vetoes],
    possibleVetoes: [...possibleVetoes],
    vetoLater: possibleVetoes.length < result.possibleVetoes.length,
    provisional: [...provisional],
    openParts: [...openParts],
    team: team?.name ?? row.team_id,
    teamEn: team?.name_en ?? row.team_id,
    openRows: result.open.length,
    report: report?.state ?? 'none',
    late: report?.late ?? false,
    items: Object.fromEntries(result.items.map(({ id, score }) => [id, score])),
  };
}

/** Whether a veto is possible only because ratings are withheld: with all their marks, the score would not be below its limit. */
function isOfWithheld(id: string, { sheet, parts, total }: UnitJson, { program, isWithheld }: Around): boolean {
  const when = program.scheme.vetoes.find((veto) => veto.id === id)?.when;
  if (!isWithheld || when?.kind !== 'score-below' || when.of === 'sheet') return false;
  const rated = (program.sheets.get(sheet)?.parts ?? [])
    .filter(({ part }) => part.form !== undefined)
    .flatMap(({ part }) => parts[part.id] ?? []);
  const all = (end: 'least' | 'most') => rated.map((score) => getNumber(score[end]));
  return compare(sum([getNumber(total.least), ...all('most')]), sum([getNumber(when.value), ...all('least')])) >= 0;
}

/** A team's settled sheet scores; of fewer than three nothing is said, so that no unit is singled out. */
function spreadOf(
  team: TeamRow,
  { rows, results }: { rows: readonly UnitRow[]; results: readonly UnitJson[] },
): TeamSpread {
  const own = rows.filter(({ team_id }) => team_id === team.team_id).map(({ unit_id }) => unit_id);
  const scores = results
    .filter(({ unit, sheetScore }) => own.includes(unit) && sheetScore.least === sheetScore.most)
    .map(({ sheetScore }) => getNumber(sheetScore.least))
    .sort(compare);
  const [least] = scores;
  const most = scores[scores.length - 1];
  const { n, d } = sum(scores);
  const enough = scores.length >= FEWEST_FOR_SPREAD && least && most;
  return {
    team: team.name,
    teamEn: team.name_en,
    units: own.length,
    closed: scores.length,
    scores: enough
      ? {
          least: formatExact(least),
          mean: formatExact(rational(n, d * BigInt(scores.length))),
          most: formatExact(most),
        }
      : null,
  };
}

/** How much there is to judge: the clauses of the sheets, and of each unit's sheet added up. */
function burdenOf({ scheme }: Program, rows: readonly UnitRow[]): Board['burden'] {
  const clauses = new Map(
    scheme.sheets.map(({ id, items }) => [id, items.flatMap((item) => item.rows.flatMap((row) => row.clauses)).length]),
  );
  const judged = rows.reduce((all, { sheet }) => all + (clauses.get(sheet) ?? 0), 0);
  return {
    clauses: [...clauses.values()].reduce((all, one) => all + one, 0),
    units: rows.length,
    judged,
  };
}
