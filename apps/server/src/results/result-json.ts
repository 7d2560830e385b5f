/** A stored result as the pages see it: the units, who may have an award and who not, and what moved since the result before. */
import type { AwardChoice, ResultUnit, YearResult } from '@kaohe/api-contract';
import type { Award, Program, ScoreJson, UnitJson } from '@kaohe/scoring';
import type { UnitRow } from '../years/service.js';
import type { ResultRow } from './repo.js';

interface Around {
  readonly program: Program;
  readonly units: readonly UnitRow[];
  /** The result before, where there was one. */
  readonly before: ResultRow | undefined;
}

export function yearResultJson(row: ResultRow, { program, units, before }: Around): YearResult {
  const { result, blanks, reason } = row.result;
  const { scheme } = program;
  const parts = new Map(scheme.sheets.flatMap((sheet) => sheet.parts.map((part) => [part.id, part] as const)));
  return {
    number: row.result_number,
    state: row.state,
    contentHash: row.content_hash,
    edition: result.edition,
    computedAt: row.computed_at.toISOString(),
    computedBy: row.computed_by,
    frozenAt: row.frozen_at?.toISOString() ?? null,
    approvedAt: row.approved_at?.toISOString() ?? null,
    approvedBy: row.approved_by,
    publishedAt: row.published_at?.toISOString() ?? null,
    circular: row.circular,
    provisional: blanks.length > 0 || result.units.some(({ provisional }) => provisional.length > 0),
    blanks: [...blanks],
    reason,
    parts: [...parts.values()].map(({ id, name, nameEn, weight }) => ({ id, name, nameEn, weight })),
    bands: scheme.gradeBands.map(({ grade, gradeEn, from = null }) => ({ grade, gradeEn, from })),
    units: result.units.map((unit) => resultUnit(unit, units)),
    awards: scheme.awards.map((award) => awardChoice(award, row)),
    moved: before ? movedUnits(before.result.result.units, result.units) : [],
    previous: before?.result_number ?? null,
  };
}

function resultUnit(unit: UnitJson, units: readonly UnitRow[]): ResultUnit {
  return {
    unit: unit.unit,
    unitEn: units.find(({ unit_id }) => unit_id === unit.unit)?.name_en ?? unit.unit,
    sheet: unit.sheet,
    class: unit.class,
    sheetScore: unit.sheetScore,
    bonus: unit.bonus,
    parts: { ...unit.parts },
    total: unit.total,
    grades: [...unit.grades],
    rank: unit.rank,
    vetoes: [...unit.vetoes],
    possibleVetoes: [...unit.possibleVetoes],
    provisional: [...unit.provisional],
    open: [...unit.open],
    openParts: [...unit.openParts],
  };
}

/** Whether a unit may have an award, as the engine decided it. */
function decisionOn(unit: UnitJson, award: string, first: boolean): UnitJson['award'] {
  return first ? unit.award : (unit.furtherAwards?.find(({ id }) => id === award) ?? null);
}

export function awardChoice(award: Award, { result: { result }, awards }: ResultRow): AwardChoice {
  const first = result.units.every(({ furtherAwards }) => !furtherAwards?.some(({ id }) => id === award.id));
  const graded = result.units.filter(({ grades }) => grades.some((grade) => award.grades.includes(grade)));
  const decided = graded.map((unit) => ({ unit: unit.unit, decision: decisionOn(unit, award.id, first) }));
  return {
    award: award.id,
    name: award.name,
    nameEn: award.nameEn,
    quote: award.quote,
    eligible: decided.filter(({ decision }) => decision?.eligible === true).map(({ unit }) => unit),
    disqualified: decided
      .filter(({ decision }) => decision?.eligible !== true)
      .map(({ unit, decision }) => ({
        unit,
        zh: decision?.why.join('；') ?? '',
        en: decision?.whyEn.join('; ') ?? '',
        undecided: decision?.eligible === null,
      })),
    chosen: [...(awards.find((one) => one.award === award.id)?.units ?? [])],
  };
}

const scoreText = ({ least, most }: ScoreJson): string => (least === most ? least : `${least}–${most}`);
const rankText = (rank: UnitJson['rank']): string =>
  rank === null ? '–' : rank.least === rank.most ? `${rank.least}` : `${rank.least}–${rank.most}`;

/** Units whose total, grades or rank are not what they were. */
export function movedUnits(before: readonly UnitJson[], after: readonly UnitJson[]): YearResult['moved'] {
  return after.flatMap((now) => {
    const then = before.find(({ unit }) => unit === now.unit);
    if (!then) return [];
    const total: [string, string] = [scoreText(then.total), scoreText(now.total)];
    const grades: [string, string] = [then.grades.join(' / '), now.grades.join(' / ')];
    const rank: [string, string] = [rankText(then.rank), rankText(now.rank)];
    return [total, grades, rank].some(([a, b]) => a !== b) ? [{ unit: now.unit, total, grades, rank }] : [];
  });
}
