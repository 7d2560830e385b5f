/**
 * What a person would state so that a rule does the most it can: for each kind, the observations at the corners of what may be
 * stated, in FACTS' shape. Leaving the clause in order is always one more corner, and is not listed.
 */
import { formatExact, getNumber } from '../exact/decimal.js';
import { add, ceiling, compare, divide, floor, isBounded, type Rational, sum, whole } from '../exact/rational.js';
import { isRawObject, type RawObject, type RawTree } from '../observations/raw-tree.js';
import { assertNever } from '../wording/assert-never.js';
import { extremeActuals } from './extreme-actuals.js';
import type { FormulaRule, FormulaTerm } from './formula.js';
import type { PartsRule } from './parts.js';
import type { PerStepRule } from './per-step.js';
import type { PiecewiseRule } from './piecewise.js';
import { mostOf, type Quantity } from './quantity.js';
import type { Rule } from './rule.js';
import type { SeriesRule } from './series.js';
import type { ThresholdRule } from './threshold.js';

/** The reason of what nobody gave: facts made to show an end say so. */
export const SUPPOSED = '假设 supposed';

/**
 * The corner observations of a rule; `stated` is what is known already and stays, only what it leaves open is filled in.
 * Counts that nothing bounds go as far as `room` points.
 */
export function extremeObservations(rule: Rule, stated: RawTree | undefined, room: Rational): RawTree[] {
  const enough = (amount: string | undefined) => timesFor(amount, room);
  if (rule.kind === 'per-unit' && rule.requirements) {
    const reading = rule.periods ?? 'per-period';
    return extremeActuals(rule.requirements, stated, { times: enough(rule.amount), reading });
  }
  if (rule.kind === 'formula') return formulaCorners(rule, room).map((corner) => ({ ...corner, ...object(stated) }));
  if (rule.kind === 'parts') return partsCorners(rule, stated, enough(rule.amount));
  return stated === undefined ? unstated(rule, room) : [stated];
}

/** How many times an amount it takes to reach so many points; a forfeit needs one. */
export function timesFor(amount: string | undefined, room: Rational): bigint {
  const each = amount === undefined ? undefined : getNumber(amount);
  if (!each || each.n === 0n) return 1n;
  const times = ceiling(divide(room, each));
  return times < 1n ? 1n : times;
}

type Unstated = Exclude<Rule, { kind: 'formula' | 'parts' }>;

function unstated(rule: Unstated, room: Rational): RawTree[] {
  switch (rule.kind) {
    case 'fixed':
      return [{ breached: 'true' }];
    case 'per-unit':
      return [counted(timesFor(rule.amount, room))];
    case 'per-step':
      return [stepsFar(rule, timesFor(rule.amount, room))];
    case 'threshold':
      return [beyond(rule)];
    case 'ladder':
      return rule.rungs.map(({ name }) => ({ rung: name }));
    case 'per-event-ladder':
      return [];
    case 'series':
      return seriesCorners(rule, room);
    case 'piecewise':
      return piecewiseCorners(rule, room);
    case 'judgement':
      return rule.range.map((mark) => ({ mark, reason: SUPPOSED }));
    default:
      return assertNever(rule);
  }
}

const object = (tree: RawTree | undefined): RawObject => (isRawObject(tree) ? tree : {});
const counted = (count: bigint): RawObject => ({ count: `${count}` });

/** A whole value of a quantity, not below the one wanted; a share goes no further than the whole. */
function quantityAt({ unit, baseline }: Quantity, wanted: Rational): RawObject {
  const value = ceiling(wanted);
  if (baseline !== undefined) return { value: `${100n + value}`, baseline: '100' };
  return { value: `${unit === '%' && value > 100n ? 100n : value}` };
}

function stepsFar(rule: PerStepRule, steps: bigint): RawObject {
  if (rule.direction === 'below') return quantityAt(rule.quantity, whole(0));
  const far = { n: getNumber(rule.step).n * steps, d: getNumber(rule.step).d };
  return quantityAt(rule.quantity, add(getNumber(rule.from), far));
}

/** A value for which the comparison holds. */
function beyond({ quantity, comparison, value }: ThresholdRule): RawObject {
  const above = comparison === '>' || comparison === '>=';
  return quantityAt(quantity, above ? add(getNumber(value), whole(1)) : whole(0));
}

function seriesCorners({ amounts, after }: SeriesRule, room: Rational): RawObject[] {
  const listed = BigInt(amounts.length);
  const last = amounts[amounts.length - 1];
  const far = after === 'nothing' ? listed : listed + timesFor(last, room);
  return [counted(listed), counted(far)];
}

function piecewiseCorners({ slopes: [within, past] }: PiecewiseRule, room: Rational): RawObject[] {
  const [near, far] = [timesFor(within.amount, room), timesFor(past.amount, room)];
  if (within.upTo === 'baseline')
    return [
      { count: `${far}`, baseline: '0' },
      { count: `${near}`, baseline: `${near}` },
    ];
  const line = floor(getNumber(within.upTo ?? '0'));
  return [counted(line), counted(line + far)];
}

function partsCorners(rule: PartsRule, stated: RawTree | undefined, times: bigint): RawTree[] {
  const { breached, ...rest } = object(stated);
  if (stated !== undefined && breached !== 'true') return [stated];
  const one = { ...rest, absent: rule.parts.slice(0, 1) };
  const all = { absent: [...rule.parts] };
  const occasions = Number(ceiling({ n: times, d: BigInt(rule.parts.length) }));
  const most = rule.occasions ? { occasions: Array.from({ length: occasions }, () => all) } : all;
  return stated === undefined ? [most] : [one, { ...rest, ...most }];
}

function formulaCorners({ terms, plus, floor: held, ceiling: top }: FormulaRule, room: Rational): RawObject[] {
  const far = sum([room, ...[plus, held, top].map((value) => getNumber(value ?? '0'))]);
  const corner = (wanted: 'high' | 'low') =>
    Object.fromEntries(terms.map((term) => [term.quantity.name, termAt(term, wanted, far)]));
  return [corner('high'), corner('low')];
}

function termAt({ quantity, times }: FormulaTerm, wanted: 'high' | 'low', far: Rational): RawObject {
  const factor = getNumber(times);
  const rising = compare(factor, whole(0)) > 0;
  if (rising !== (wanted === 'high') || factor.n === 0n) return quantityAt(quantity, whole(0));
  return quantityAt(
    quantity,
    isBounded(mostOf(quantity)) ? whole(100) : whole(timesFor(formatExact(factor).replace('-', ''), far)),
  );
}
