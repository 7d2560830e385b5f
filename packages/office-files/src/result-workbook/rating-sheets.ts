/** 评价表: the ballots of one form, and each unit's converted score in the worst and in the best world. */
import { type BallotCount, type FormProgram, formatExact, type Rational, type UnitFacts } from '@kaohe/scoring';
import {
  above,
  call,
  type Expression,
  type GridCell,
  isBlank,
  minus,
  over,
  plus,
  range,
  sumOf,
  times,
  when,
} from './expression.js';
import { Grid } from './grid.js';
import { scaled, whole } from './scale.js';

export interface RatingSheet {
  readonly grid: Grid;
  readonly scores: ReadonlyMap<string, readonly [least: GridCell, most: GridCell]>;
}

const HEAD = 3;
const FIRST_MARK = 8;

export function ratingSheet(
  form: FormProgram,
  units: readonly UnitFacts[],
  { name, scale }: { readonly name: string; readonly scale: number },
): RatingSheet {
  const grid = new Grid(name);
  const raters = Number(form.raters);
  const marks = Array.from({ length: raters }, (_, index) => `${index + 1}`);
  grid.words([1, 1], form.form.title.replace(/\s+/g, ' '), 'title');
  grid.words([2, 1], noteOf(form, scale), 'subtitle');
  grid.merged.push([1, 1, 1, 12], [2, 1, 2, 12]);
  const heads = ['单位', '合计', '票数', '合计（整数）', '计入票数', '最低', '最高', ...marks];
  for (const [index, text] of heads.entries()) grid.words([HEAD, index + 1], text, 'head');
  grid.widths.push(20, 9, 7, 11, 9, 9, 9, ...marks.map(() => 6));
  grid.frozen = [HEAD, 1];
  const scores = units.map((unit, index) => {
    const count = unit.ratings.get(form.form.id);
    return [unit.unit, drawUnit(grid, HEAD + 1 + index, { form, unit: unit.unit, count, scale })] as const;
  });
  return { grid, scores: new Map(scores) };
}

function noteOf({ form, raters }: FormProgram, scale: number): string {
  const rounding = form.rounding === undefined ? '不取整' : `四舍五入到${form.rounding}位小数`;
  return `填合计和票数，或在右边逐票填（${raters}票）。合计（整数）＝合计×10^${form.decimals}；最低、最高＝换算分×${scale}：合计×${form.coefficient}，${rounding}。没有票的为范围。`;
}

interface Drawn {
  readonly form: FormProgram;
  readonly unit: string;
  readonly count: BallotCount | undefined;
  readonly scale: number;
}

const typed = (value: Rational): number | string => {
  const text = formatExact(value);
  return text.includes('/') ? text : Number(text);
};

function drawUnit(grid: Grid, row: number, { form, unit, count, scale }: Drawn): readonly [GridCell, GridCell] {
  grid.words([row, 1], unit);
  const sum = grid.fact([row, 2], count && !count.marks ? typed(count.sum) : '');
  const ballots = grid.fact([row, 3], count && !count.marks ? Number(count.ballots) : '');
  const cells = Array.from({ length: Number(form.raters) }, (_, index) => {
    const mark = count?.marks?.[index];
    return grid.fact([row, FIRST_MARK + index], mark ? typed(mark) : '');
  });
  const marks = range(cells);
  const given = above(call('COUNT', marks), 0);
  const shift = 10 ** form.decimals;
  const integer = (value: Expression | GridCell) => call('ROUND', times(value, shift), 0);
  const total = grid.formula(
    [row, 4],
    when(given, integer(trimmed(form, marks)), when(isBlank(sum), '', integer(sum))),
  );
  const cast = grid.formula([row, 5], when(given, call('COUNT', marks), when(isBlank(ballots), 0, ballots)));
  const full = whole((form.scale.n * BigInt(shift) * (form.raters - BigInt(2 * form.trim))) / form.scale.d);
  const ends = [0, full].map((end, place) => {
    const known = when(isBlank(total), end, total);
    return grid.formula([row, 6 + place], converted(form, { total: known, cast, isKnown: isBlank(total) }, scale));
  });
  return ends as [GridCell, GridCell];
}

/** The sum without the highest and the lowest ballots. */
function trimmed({ trim }: FormProgram, marks: Expression): Expression {
  if (trim === 0) return call('SUM', marks);
  const ends = Array.from({ length: trim }, (_, index) => [
    call('SMALL', marks, index + 1),
    call('LARGE', marks, index + 1),
  ]);
  return when(above(call('COUNT', marks), 2 * trim), minus(call('SUM', marks), sumOf(ends.flat())), 0);
}

/** Times the coefficient, and rounded half up on whole numbers: ⌊(2·n·10^digits + d) ÷ 2·d⌋. */
function converted(
  { form, coefficient, raters, trim, decimals }: FormProgram,
  { total, cast, isKnown }: { readonly total: Expression; readonly cast: GridCell; readonly isKnown: Expression },
  scale: number,
): Expression {
  const plain = form.missing === 'plain-sum';
  const counted = Number(raters) - 2 * trim;
  const received = when(isKnown, counted, minus(cast, 2 * trim));
  const n = times(total, whole(coefficient.n) * (plain ? 1 : counted));
  const d = times(10 ** decimals * whole(coefficient.d), plain ? 1 : received);
  if (form.rounding === undefined) return over(times(n, scaled('1', scale)), d);
  const digits = 10 ** Number(form.rounding);
  const rounded = call('INT', over(plus(times(n, 2 * digits), d), times(2, d)));
  return times(rounded, scale / digits);
}
