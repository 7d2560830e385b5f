/** A rule as formulas over its fact cells, kind by kind: what it asks for in the worst and in the best world. */
import { getNumber, mostOf, type Rational, type Rule } from '@kaohe/scoring';
import {
  above,
  atLeast,
  below,
  both,
  call,
  differs,
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
  smallest,
  sumOf,
  times,
  when,
} from './expression.js';
import { partKey, termPrefix } from './fact-inputs.js';
import { ladderAsked, perStepAsked, termEnds, thresholdAsked } from './quantity-formulas.js';
import { requirementsAsked } from './requirement-formulas.js';
import {
  type Asked,
  amount,
  capped,
  contributed,
  counts,
  isClosed,
  isForfeit,
  pointsOf,
  type RuleContext,
} from './rule-context.js';
import { ENDLESS, MINUS_INFINITY, PLUS_INFINITY, scaled } from './scale.js';

type Of<Kind extends Rule['kind']> = Extract<Rule, { kind: Kind }>;

/** The rule's contribution, held under its own cap. */
export function ruleAsked(rule: Rule, context: RuleContext, zones: number): Asked {
  return capped(kindAsked(rule, context, zones), rule, context);
}

function kindAsked(rule: Rule, context: RuleContext, zones: number): Asked {
  switch (rule.kind) {
    case 'fixed':
      return counted(rule, context, { count: context.input('breached'), most: 1 });
    case 'per-unit':
      return perUnitAsked(rule, context, zones);
    case 'per-step':
      return perStepAsked(rule, context);
    case 'threshold':
      return thresholdAsked(rule, rule.register === undefined ? context : context.indicator(rule.quantity.name));
    case 'parts':
      return partsAsked(rule, context);
    case 'ladder':
      return ladderAsked(rule, context);
    case 'per-event-ladder':
      return eventsAsked(rule, context);
    case 'series':
      return seriesAsked(rule, context);
    case 'piecewise':
      return piecewiseAsked(rule, context);
    case 'judgement':
      return judgementAsked(rule, context);
    default:
      return formulaAsked(rule, context);
  }
}

/** So many times an amount, read from one cell. */
function counted(
  rule: Of<'fixed'> | Of<'per-unit'>,
  context: RuleContext,
  { count, most }: { readonly count: GridCell; readonly most: number | string },
): Asked {
  const ends = counts(isGiven(count), count, { context, most });
  const [few, many] = context.own(ends.fewest, ends.most);
  return contributed(rule, { fewest: few, most: many }, context);
}

function perUnitAsked(rule: Of<'per-unit'>, context: RuleContext, zones: number): Asked {
  if (rule.register === 'talks') {
    const { known, count } = context.talks(rule.by);
    const ends = counts(same(known, 1), count, { context, most: ENDLESS });
    const [few, many] = context.own(ends.fewest, ends.most);
    return contributed(rule, { fewest: few, most: many }, context);
  }
  if (!rule.requirements) return counted(rule, context, { count: context.input('count'), most: ENDLESS });
  return requirementsAsked(rule, rule.requirements, { context, zones });
}

function partsAsked(rule: Of<'parts'>, context: RuleContext): Asked {
  const unknown = context.input('unknown');
  const keys = rule.occasions ? ['absent'] : rule.parts.map((_, index) => partKey(index));
  const cells = context.inputs(keys);
  const all = rule.occasions ? ENDLESS : rule.parts.length;
  const stated = above(call('COUNT', cells), 0);
  const absent = call('SUM', cells);
  const [few, many] = context.own(
    when(stated, absent, when(same(unknown, 1), 1, 0)),
    when(stated, absent, when(isBlank(unknown), when(isClosed(context), 0, all), when(same(unknown, 1), all, 0))),
  );
  return contributed(rule, { fewest: few, most: many }, context);
}

/** Each accident of the ledger by its level; an open row may still gain any number of them. */
function eventsAsked(rule: Of<'per-event-ladder'>, context: RuleContext): Asked {
  const rungs = rule.rungs.map((rung) => {
    const found = rung.levels.map((level) => context.events(level, rule.responsible === 'only'));
    const [count] = context.line('起数', sumOf(found));
    return { count, points: pointsOf(rung, context.scale) };
  });
  const asked = sumOf(
    rungs.map(({ count, points }) =>
      isForfeit(points) ? when(same(count, 0), 0, points) : times(times(points, count), context.common),
    ),
  );
  const further = (end: number, is: boolean) => (is ? when(isClosed(context), asked, plus(asked, end)) : asked);
  return {
    least: further(
      MINUS_INFINITY,
      rungs.some(({ points }) => points < 0),
    ),
    most: further(
      PLUS_INFINITY,
      rungs.some(({ points }) => points > 0),
    ),
  };
}

function seriesAsked(rule: Of<'series'>, context: RuleContext): Asked {
  const count = context.input('count');
  const amounts = rule.amounts.map((each) => pointsOf({ effect: rule.effect, amount: each }, context.scale));
  const last = amounts[amounts.length - 1] ?? 0;
  const step = rule.after === 'continue' ? last - (amounts[amounts.length - 2] ?? last) : 0;
  const listed = sumOf(amounts.map((each, index) => when(atLeast(count, index + 1), each, 0)));
  const comesDown = step !== 0 && step < 0 !== last < 0;
  const end = comesDown ? Math.floor(last / -step) : Number.POSITIVE_INFINITY;
  const goesOn = rule.after !== 'nothing' && last !== 0;
  const beyond = largest(0, minus(count, amounts.length));
  const [more] = context.line('超出所列的次数', when(isBlank(count), 0, comesDown ? smallest(end, beyond) : beyond));
  const triangle = times(step, over(times(more, plus(more, 1)), 2));
  const total = goesOn ? plus(listed, plus(times(last, more), triangle)) : listed;
  const asked = times(total, context.common);
  const sum =
    amounts.reduce((a, b) => a + b, 0) + (goesOn && comesDown ? last * end + step * ((end * (end + 1)) / 2) : 0);
  const far = goesOn && !comesDown ? (last < 0 ? MINUS_INFINITY : PLUS_INFINITY) : sum;
  const open = (pick: (a: number, b: number) => number) => when(isClosed(context), 0, amount(pick(0, far), context));
  return { least: when(isGiven(count), asked, open(Math.min)), most: when(isGiven(count), asked, open(Math.max)) };
}

/** So many up to the line, so many beyond it; the line's fraction holds no event. */
function piecewiseAsked(rule: Of<'piecewise'>, context: RuleContext): Asked {
  const count = context.input('count');
  const [near, far] = rule.slopes.map((slope) =>
    pointsOf({ effect: rule.effect, amount: slope.amount }, context.scale),
  ) as [number, number];
  const baseline = rule.slopes[0].upTo === 'baseline' ? context.input('baseline') : undefined;
  const places = 10 ** (baseline ? context.decimals('baseline') : 0);
  const line = baseline
    ? call('INT', over(call('ROUND', times(baseline, places), 0), places))
    : floorOf(getNumber(rule.slopes[0].upTo ?? '0'));
  const stated = baseline ? both(isGiven(count), isGiven(baseline)) : isGiven(count);
  const past = above(count, line);
  const [under, beyond] = context.line(
    '界限以内、超出',
    when(stated, when(past, rule.replacing === 'yes' ? 0 : line, count), 0),
    when(stated, when(past, rule.replacing === 'yes' ? count : minus(count, line), 0), 0),
  );
  const asked = times(plus(times(near, under), times(far, beyond)), context.common);
  const steeper = far === 0 ? near : far;
  const end = steeper === 0 ? 0 : steeper < 0 ? MINUS_INFINITY : PLUS_INFINITY;
  const open = (pick: (a: number, b: number) => number) => when(isClosed(context), 0, pick(0, end));
  return { least: when(stated, asked, open(Math.min)), most: when(stated, asked, open(Math.max)) };
}

const floorOf = ({ n, d }: Rational): number => Number(n / d);

/** The mark an assessor gave, as a whole number at the scale. */
function judgementAsked(rule: Of<'judgement'>, context: RuleContext): Asked {
  const mark = context.input('mark');
  const sign = rule.effect === 'award' ? 1 : -1;
  const [low, high] = rule.range.map((end) => sign * scaled(end, context.scale)) as [number, number];
  const inOrder = rule.effect === 'award' ? high : 0;
  const given = times(times(sign, call('ROUND', times(mark, context.scale), 0)), context.common);
  const open = (pick: (...values: number[]) => number) =>
    when(isClosed(context), amount(inOrder, context), amount(pick(low, high, inOrder, 0), context));
  return { least: when(isGiven(mark), given, open(Math.min)), most: when(isGiven(mark), given, open(Math.max)) };
}

/** A linear expression held between floor and ceiling. */
function formulaAsked(rule: Of<'formula'>, context: RuleContext): Asked {
  const terms = rule.terms.map((term, index) =>
    termEnds(term, { prefix: termPrefix(index), mostOf: mostOf(term.quantity) }, context),
  );
  const own = (text: string) => amount(scaled(text, context.scale), context);
  const hold = (value: Expression) => {
    const raised = rule.floor === undefined ? value : largest(own(rule.floor), value);
    return rule.ceiling === undefined ? raised : smallest(own(rule.ceiling), raised);
  };
  const added = (ends: readonly Operand[]) => hold(plus(own(rule.plus ?? '0'), sumOf(ends)));
  const award = rule.effect === 'award';
  const best = terms.map((term) => (award ? term.most : term.least));
  const [least, most] = context.line(
    '合计最低、最高',
    added(terms.map((term) => term.least)),
    added(terms.map((term) => term.most)),
  );
  const bounded = (end: GridCell) => when(below(call('ABS', end), PLUS_INFINITY), end, 0);
  const [inOrder, none] = context.line('核过无问题', added(best), added(best.map(bounded)));
  const settled = when(below(call('ABS', inOrder), PLUS_INFINITY), inOrder, none);
  const allStated = both(...terms.map(({ stated }) => stated));
  const noneStated = same(sumOf(terms.map(({ stated }) => when(stated, 1, 0))), 0);
  const end = (cell: GridCell) => when(isClosed(context), when(allStated, cell, settled), cell);
  const [low, high] = award ? [end(least), end(most)] : [times(-1, end(most)), times(-1, end(least))];
  const free = both(noneStated, differs(context.closed, 1));
  return { least: when(free, smallest(0, low), low), most: when(free, largest(0, high), high) };
}
