/** Grades as formulas: the bands reached, the quota on the best, what vetoes put in their place. */
import { getNumber, type Program } from '@kaohe/scoring';
import { HOLDS, POSSIBLE } from './conditions.js';
import {
  above,
  atLeast,
  atMost,
  below,
  both,
  call,
  type Expression,
  either,
  expression,
  type GridCell,
  joined,
  largest,
  type Operand,
  over,
  same,
  sumOf,
  times,
  when,
} from './expression.js';
import { scaled } from './scale.js';
import type { UnitSheet } from './unit-sheet.js';

/** Every grade there is, best first; the empty one, no band at all, between the bands and what only vetoes give. */
export function gradeOrder({ bands, scheme }: Program): string[] {
  const names = bands.map(({ grade }) => grade);
  const own = scheme.vetoes.flatMap((veto) => (veto.effect === 'grade-fail' ? [failing({ bands }, veto.grade)] : []));
  const only = [...new Set(own)].filter((grade) => grade !== '' && !names.includes(grade)).reverse();
  return [...names, '', ...only];
}

function failing({ bands }: Pick<Program, 'bands'>, own: string | undefined): string {
  return own ?? bands[bands.length - 1]?.grade ?? '';
}

/** 1 for each band that the total may still reach. */
export function bandsReached(program: Program, { total, place, common }: UnitSheet): Expression[] {
  const from = (index: number): Expression | undefined => {
    const limit = program.bands[index]?.from;
    return limit && times(scaled(limit, place.scale), common);
  };
  return program.bands.map((_, index) => {
    const [own, better] = [from(index), from(index - 1)];
    const tests = [...(own ? [atLeast(total.most, own)] : []), ...(better ? [below(total.least, better)] : [])];
    return tests.length === 0 ? expression(1) : when(both(...tests), 1, 0);
  });
}

export interface StandingCells {
  /** Blank for a unit without a rank. */
  readonly rank: readonly [least: GridCell, most: GridCell];
  readonly ranked: readonly [least: Expression, most: Expression];
}

/** The quota leaves the best grade to ranks within it. */
export function withinQuota(
  program: Program,
  reached: readonly GridCell[],
  { rank, ranked }: StandingCells,
): Expression[] {
  const quota = program.bands[0]?.quota;
  const [top, next] = reached;
  if (quota === undefined || !top || !next) return reached.map(expression);
  const places = (units: Expression) => {
    if (!quota.endsWith('%')) return expression(Number(quota));
    const { n, d } = getNumber(quota.slice(0, -1));
    return call('INT', over(times(units, Number(n)), Number(d) * 100));
  };
  const isRanked = call('ISNUMBER', rank[0]);
  const sure = both(isRanked, when(isRanked, atMost(rank[1], places(ranked[0])), same(0, 1)));
  const out = when(isRanked, when(isRanked, above(rank[0], places(ranked[1])), same(0, 1)), same(0, 0));
  return reached.map((flag, index) => {
    if (index === 0) return when(both(same(top, 1), out), 0, top);
    if (index === 1) return when(both(same(top, 1), when(sure, same(0, 1), same(0, 0))), 1, next);
    return expression(flag);
  });
}

export interface VetoCells {
  readonly order: readonly string[];
  /** State of each veto, in the scheme's order. */
  readonly states: readonly GridCell[];
}

/** 1 for each grade that stands under the vetoes that hold: what is better than the worst of them falls to it. */
export function underVetoes(
  program: Program,
  computed: readonly GridCell[],
  { order, states }: VetoCells,
): Expression[] {
  const failingVetoes = placesOf(program, { order, states });
  if (failingVetoes.length === 0) return computed.map(expression);
  const worst = largest(-1, ...failingVetoes.map(({ state, place }) => when(same(state, HOLDS), place, -1)));
  return computed.map((flag, index) => {
    const fallen = when(above(sumOf(computed.slice(0, index + 1)), 0), 1, 0);
    return when(above(worst, index), 0, when(same(worst, index), fallen, flag));
  });
}

/** 1 for each veto that may yet put its own grade beside those that stand. */
export function mayFall(program: Program, standing: readonly GridCell[], vetoes: VetoCells): Expression[] {
  const seen: { readonly place: number; readonly state: GridCell }[] = [];
  return placesOf(program, vetoes).map(({ state, place }) => {
    const own = standing[place];
    const better = above(sumOf(standing.slice(0, place)), 0);
    const earlier = seen.filter((other) => other.place === place).map((other) => same(other.state, POSSIBLE));
    seen.push({ place, state });
    const tests = [same(state, POSSIBLE), better, ...(own ? [same(own, 0)] : [])];
    const fresh = when(both(...tests), 1, 0);
    return earlier.length > 0 ? when(either(...earlier), 0, fresh) : fresh;
  });
}

/** The vetoes that put a grade in place, with where it stands in the order. */
export function placesOf(
  program: Program,
  { order, states }: VetoCells,
): { readonly state: GridCell; readonly place: number }[] {
  return program.scheme.vetoes.flatMap((veto, index) => {
    const state = states[index];
    if (veto.effect !== 'grade-fail' || !state) return [];
    return [{ state, place: order.indexOf(failing(program, veto.grade)) }];
  });
}

/** The grades that are left, joined by 或: names come from cells. */
export function gradeText(entries: readonly { readonly flag: GridCell; readonly name: GridCell }[]): Expression {
  return entries
    .map(({ flag, name }, index) => {
      const before = entries.slice(0, index).map((one) => one.flag);
      const or: Operand = before.length === 0 ? '' : when(above(sumOf(before), 0), '或', '');
      return when(same(flag, 1), before.length === 0 ? name : joined(or, name), '');
    })
    .reduce<Expression>((left, right) => joined(left, right), expression(''));
}
