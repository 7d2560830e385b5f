/** What papers take from a result and its scheme: deductions with their sentences, scores by item, the units' lines. */
import {
  formatExact,
  getNumber,
  type ItemJson,
  type ResultJson,
  rational,
  type Scheme,
  type ScoreJson,
  sum,
  type UnitClass,
  type UnitJson,
} from '@kaohe/scoring';

/** One deduction: the sentence that decides, what was found, the points taken. */
export interface DeductionRow {
  readonly item: string;
  /** The row's printed number, or its printed name where rows have names. */
  readonly row: string;
  readonly clause: string;
  readonly quote: string;
  readonly observed: string;
  readonly points: string;
}

/** One item's line in a table of scores. */
export interface ScoreLine {
  readonly item: string;
  readonly fullMarks: string;
  readonly deducted: string;
  readonly score: string;
  /** Which rows cost what. */
  readonly why: string;
}

/** One unit's line in the summary. */
export interface SummaryUnit {
  readonly unit: string;
  readonly class: UnitClass;
  /** By the id of the part. */
  readonly parts: Readonly<Record<string, string>>;
  readonly bonus: string;
  readonly total: string;
  readonly grade: string;
  readonly rank: string;
  readonly note: string;
}

/** A score as papers print it: `91`, or `86～91.5` while something is open. */
export function scoreText({ least, most }: ScoreJson): string {
  return least === most ? least : `${least}～${most}`;
}

interface Place {
  readonly row: string;
  readonly quote: string;
}

function placesOf(scheme: Scheme): Map<string, Place> {
  const items = scheme.sheets.flatMap((sheet) => sheet.items);
  return new Map(
    items.flatMap(({ rows }) =>
      rows.flatMap((row) => row.clauses.map(({ id, quote }) => [id, { row: row.name ?? row.row, quote }] as const)),
    ),
  );
}

/** Arithmetic that says no more than the points do, and what stands in its place. */
const BARE = /^扣[\d./]+$/;
const BREACHED = '有所列情形';

/**
 * A unit's deductions, row by row. `notes` are what assessors wrote, by clause; the arithmetic follows in brackets. What an item's
 * end or a cap left out is said, and so is the row whose deduction is all covered by others.
 */
export function deductionRows(
  unit: UnitJson,
  scheme: Scheme,
  notes: Readonly<Record<string, string>> = {},
): DeductionRow[] {
  const places = placesOf(scheme);
  return unit.items.flatMap(({ name, lost }) =>
    lost.map(({ clause, asked, applied, why }) => {
      const arithmetic = [
        ...(BARE.test(why) ? [] : [why]),
        ...(asked === applied ? [] : [`应扣${asked}分，实扣${applied}分`]),
      ].join('；');
      const note = notes[clause] || (arithmetic === '' ? BREACHED : '');
      return {
        item: name,
        row: places.get(clause)?.row ?? '',
        clause,
        quote: places.get(clause)?.quote ?? '',
        observed: note && arithmetic ? `${note}（${arithmetic}）` : note || arithmetic,
        points: applied,
      };
    }),
  );
}

/** The sheet's items with their scores, and a word for the rows that cost something. */
export function scoreLines(unit: UnitJson, scheme: Scheme): ScoreLine[] {
  const deductions = deductionRows(unit, scheme);
  return unit.items.map((item) => ({
    item: item.name,
    fullMarks: item.fullMarks,
    deducted: deductedText(item),
    score: scoreText(item.score),
    why: [...pointsByRow(deductions.filter((one) => one.item === item.name))]
      .map(([row, points]) => `${/^\d[\d.]*[a-z]?$/.test(row) ? `序号${row}` : row}扣${points}分`)
      .join('；'),
  }));
}

/** Points by printed row, added exactly. */
function pointsByRow(deductions: readonly DeductionRow[]): Map<string, string> {
  const rows = new Map<string, string>();
  for (const { row, points } of deductions) rows.set(row, addText([rows.get(row) ?? '0', points]));
  return rows;
}

export function addText(numbers: readonly string[]): string {
  return formatExact(sum(numbers.map(getNumber)));
}

/** Full marks less the score, end by end. */
function deductedText({ fullMarks, score }: ItemJson): string {
  const minus = (end: string) => (/^-?[\d./]+$/.test(end) ? less(fullMarks, end) : end);
  return scoreText({ ...score, least: minus(score.most), most: minus(score.least) });
}

export function less(from: string, taken: string): string {
  const { n, d } = getNumber(taken);
  return formatExact(sum([getNumber(from), rational(-n, d)]));
}

/** The units of a result in the scheme's order (others after them), as lines of the summary. */
export function summaryUnits(result: ResultJson, scheme: Scheme): SummaryUnit[] {
  const order = scheme.population.units.map(({ name }) => name);
  const place = ({ unit }: UnitJson) => (order.includes(unit) ? order.indexOf(unit) : order.length);
  return [...result.units].sort((a, b) => place(a) - place(b)).map((unit) => summaryUnit(unit, scheme));
}

function summaryUnit(unit: UnitJson, scheme: Scheme): SummaryUnit {
  const { rank } = unit;
  const vetoes = unit.vetoes.map(({ id }) => scheme.vetoes.find((veto) => veto.id === id)?.name ?? id);
  return {
    unit: unit.unit,
    class: classOf(unit, scheme),
    parts: Object.fromEntries(Object.entries(unit.parts).map(([part, score]) => [part, scoreText(score)])),
    bonus: scoreText(unit.bonus),
    total: scoreText(unit.total),
    grade: unit.grades.join('或'),
    rank: rank === null ? '' : rank.least === rank.most ? `${rank.least}` : `${rank.least}～${rank.most}`,
    note: [
      ...vetoes.map((veto) => `一票否决：${veto}`),
      ...(unit.provisional.length > 0 ? ['暂定'] : []),
      ...(unit.open.length + unit.openParts.length > 0 ? ['有未核事项'] : []),
    ].join('；'),
  };
}

/** The class facts give; anything else counts as the class of the unit's sheet. */
function classOf({ class: stated, sheet }: UnitJson, scheme: Scheme): UnitClass {
  const classes = scheme.sheets.find(({ id }) => id === sheet)?.classes ?? [];
  return classes.find((one) => one === stated) ?? classes[0] ?? 'district';
}
