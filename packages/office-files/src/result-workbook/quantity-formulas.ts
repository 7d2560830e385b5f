/** Rules on a measured quantity: a fraction of whole numbers, compared by multiplying crosswise. */
import { getNumber, type Quantity, type Rational, type Rule } from '@kaohe/scoring';
import {
  above,
  atLeast,
  atMost,
  below,
  both,
  call,
  type Expression,
  type GridCell,
  isBlank,
  isGiven,
  largest,
  minus,
  type Operand,
  over,
  plus,
  same,
  sumOf,
  times,
  when,
} from './expression.js';
import { type Asked, amount, contributed, counts, isClosed, pointsOf, type RuleContext } from './rule-context.js';
import { ENDLESS, scaled, Untranslatable, whole } from './scale.js';

type Of<Kind extends Rule['kind']> = Extract<Rule, { kind: Kind }>;

export interface Measure {
  /** Blank while nothing is stated. */
  readonly n: GridCell;
  readonly d: GridCell;
}

/** The measured value as numerator and denominator, in a line of their own. */
export function measured(quantity: Quantity, context: RuleContext, prefix = ''): Measure {
  const [n, d] = context.line(`${quantity.name}（${quantity.unit}）＝①÷②`, ...fraction(quantity, context, prefix));
  return { n, d };
}

function fraction(quantity: Quantity, context: RuleContext, prefix: string): readonly [Expression, Expression] {
  const cell = (key: string) => context.input(`${prefix}${key}`);
  const ends = quantity.baseline === undefined ? ['numerator', 'denominator'] : ['value', 'baseline'];
  const isRatio = quantity.baseline !== undefined || quantity.per !== undefined;
  const decimals = (key: string) => context.decimals(`${prefix}${key}`);
  // Both ends of a ratio are shifted alike, which changes nothing of it.
  const shift = isRatio ? 10 ** Math.max(...ends.map(decimals)) : 1;
  const places = (key: string) => (ends.includes(key) && isRatio ? shift : 10 ** decimals(key));
  const exact = (key: string) => call('ROUND', times(cell(key), places(key)), 0);
  const value = cell('value');
  if (quantity.baseline !== undefined) {
    const line = cell('baseline');
    const [a, b] = [exact('value'), exact('baseline')];
    const excess = when(above(a, b), times(100, minus(a, b)), 0);
    const stated = both(isGiven(value), isGiven(line));
    return [when(stated, excess, ''), when(stated, largest(1, b), '')];
  }
  if (quantity.per === undefined)
    return [when(isBlank(value), '', exact('value')), when(isBlank(value), '', places('value'))];
  const per = getNumber(quantity.per);
  const [top, bottom] = [cell('numerator'), cell('denominator')];
  const n = times(exact('numerator'), whole(per.n));
  const d = times(exact('denominator'), whole(per.d));
  const stated = both(isGiven(top), isGiven(bottom));
  return [
    when(isGiven(value), exact('value'), when(stated, n, '')),
    when(isGiven(value), places('value'), when(stated, d, '')),
  ];
}

/** value − limit, times both denominators. */
function crosswise({ n, d }: Measure, limit: Rational): readonly [left: Expression, right: Expression] {
  return [times(n, whole(limit.d)), times(whole(limit.n), d)];
}

const COMPARE = { '<': below, '<=': atMost, '>': above, '>=': atLeast } as const;

export function thresholdAsked(rule: Of<'threshold'>, context: RuleContext): Asked {
  const measure = measured(rule.quantity, context);
  const holds = when(COMPARE[rule.comparison](...crosswise(measure, getNumber(rule.value))), 1, 0);
  const [few, many] = context.own(...pair(counts(isGiven(measure.n), holds, { context, most: 1 })));
  return contributed(rule, { fewest: few, most: many }, context);
}

const pair = (both_: { readonly fewest: Expression; readonly most: Expression }) => [both_.fewest, both_.most] as const;

export function perStepAsked(rule: Of<'per-step'>, context: RuleContext): Asked {
  const measure = measured(rule.quantity, context);
  const [value, target] = crosswise(measure, getNumber(rule.from));
  const away = rule.direction === 'below' ? minus(target, value) : minus(value, target);
  const step = getNumber(rule.step);
  const from = getNumber(rule.from);
  const stated = isGiven(measure.n);
  const [a, b] = context.line(
    '距离÷每步＝①÷②',
    when(stated, times(largest(0, away), whole(step.d)), 0),
    when(stated, times(measure.d, whole(from.d * step.n)), 1),
  );
  const most = rule.direction === 'below' ? stepsToZero(rule) : ENDLESS;
  if (rule.partialStep === 'prorate') return prorated(rule, { a, b, stated, most }, context);
  const steps = call('INT', over(rule.partialStep === 'drop' ? a : minus(plus(a, b), 1), b));
  const ends = typeof most === 'string' ? most : stepsCounted(rule, most);
  const [few, many] = context.own(...pair(counts(stated, steps, { context, most: ends })));
  return contributed(rule, { fewest: few, most: many }, context);
}

/** Steps from the target down to nothing, as a fraction. */
function stepsToZero(rule: Of<'per-step'>): Rational {
  const [from, step] = [getNumber(rule.from), getNumber(rule.step)];
  return from.n <= 0n ? { n: 0n, d: 1n } : { n: from.n * step.d, d: from.d * step.n };
}

function stepsCounted({ partialStep }: Of<'per-step'>, { n, d }: Rational): number {
  return whole(partialStep === 'drop' ? n / d : (n + d - 1n) / d);
}

interface Steps {
  readonly a: GridCell;
  readonly b: GridCell;
  readonly stated: Expression;
  readonly most: Rational | string;
}

/** Part of a step costs in proportion: the denominator left after reducing goes into the unit's common one. */
function prorated(rule: Of<'per-step'>, { a, b, stated, most }: Steps, context: RuleContext): Asked {
  const points = pointsOf(rule, context.scale);
  const asked = reducedShare(points, { n: a, d: b }, context);
  const open = typeof most === 'string' ? amountWithoutEnd(points) : amount(proportion(points, most), context);
  const unstated = when(isClosed(context), 0, open);
  const [unsure, sure] = [when(stated, asked, unstated), when(stated, asked, 0)];
  return points < 0 ? { least: unsure, most: sure } : { least: sure, most: unsure };
}

const amountWithoutEnd = (points: number): Expression =>
  amount(points < 0 ? scaled(MINUS, 1) : scaled(PLUS, 1), { common: 1 });
const MINUS: Rational = { n: -1n, d: 0n };
const PLUS: Rational = { n: 1n, d: 0n };

function proportion(points: number, { n, d }: Rational): number {
  const product = BigInt(points) * n;
  if (product % d !== 0n) throw new Untranslatable(`${product}/${d}`);
  return whole(product / d);
}

/** points × n ÷ d as the unit counts: whole, once the common denominator holds what is left of d. */
function reducedShare(
  points: number,
  { n, d }: { readonly n: Operand; readonly d: Operand },
  context: RuleContext,
): Expression {
  const size = times(Math.abs(points), n);
  const kept = Math.abs(points) % context.weight === 0 ? context.weight : 1;
  const divisor = call('GCD', times(Math.abs(points) / kept, n), d);
  const [top, bottom] = context.line('约分：①÷②', over(size, divisor), over(d, divisor));
  context.denominator(bottom);
  return times(times(top, points < 0 ? -1 : 1), over(context.common, bottom));
}

export function ladderAsked(rule: Of<'ladder'>, context: RuleContext): Asked {
  const points = rule.rungs.map((rung) => pointsOf(rung, context.scale));
  const rung = context.input('rung');
  const named = sumOf(points.map((each, index) => when(same(rung, index + 1), amount(each, context), 0)));
  const ends = (pick: (...values: number[]) => number) =>
    when(isClosed(context), 0, amount(pick(0, ...points), context));
  const unstated = { least: ends(Math.min), most: ends(Math.max) };
  if (!rule.quantity) {
    const found = (end: Expression) => when(isGiven(rung), named, end);
    return { least: found(unstated.least), most: found(unstated.most) };
  }
  const measure = measured(rule.quantity, context);
  const reached = sumOf(
    rule.rungs.map(({ from, below: end }, index) => {
      const tests = [
        ...(from === undefined ? [] : [atLeast(...crosswise(measure, getNumber(from)))]),
        ...(end === undefined ? [] : [below(...crosswise(measure, getNumber(end)))]),
      ];
      return tests.length === 0
        ? amount(points[index] ?? 0, context)
        : when(both(...tests), amount(points[index] ?? 0, context), 0);
    }),
  );
  const found = (end: Expression) => when(isGiven(measure.n), reached, when(isGiven(rung), named, end));
  return { least: found(unstated.least), most: found(unstated.most) };
}

/** One term of a formula as far as its quantity is known: the two ends in a line. */
export function termEnds(
  { quantity, times: by }: Of<'formula'>['terms'][number],
  { prefix, mostOf }: { readonly prefix: string; readonly mostOf: Rational },
  context: RuleContext,
): { readonly least: GridCell; readonly most: GridCell; readonly stated: Expression } {
  const measure = measured(quantity, context, prefix);
  const stated = isGiven(measure.n);
  const factor = getNumber(by);
  const points = whole(factor.n * BigInt(context.scale));
  const share = reducedShare(
    points,
    { n: when(stated, measure.n, 0), d: when(stated, times(measure.d, whole(factor.d)), 1) },
    context,
  );
  const far =
    mostOf.d === 0n
      ? amountWithoutEnd(points)
      : amount(proportion(points, { n: mostOf.n, d: mostOf.d * factor.d }), context);
  const [low, high] = points < 0 ? [far, 0] : [0, far];
  const [least, most] = context.line('本项最低、最高', when(stated, share, low), when(stated, share, high));
  return { least, most, stated };
}
