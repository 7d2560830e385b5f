/** `formula`: 按达标率×50计分. A linear expression over named quantities, held between a floor and a ceiling. */
import { formatExact, getNumber } from '../exact/decimal.js';
import { addIntervals, type Interval, mapInterval, point } from '../exact/interval.js';
import { add, isBounded, least, most, multiply, negate, type Rational, sum, ZERO } from '../exact/rational.js';
import type { Given } from '../observations/given.js';
import type { Measured, Observation } from '../observations/observation.js';
import { type Text, text } from '../wording/text.js';
import type { Asking, RuleContext } from './asking.js';
import type { RuleBase } from './base.js';
import type { CompiledRule, RuleFacts } from './compiled.js';
import { measure, measuredText, mostOf, type Quantity, quantityExample, readMeasured } from './quantity.js';

export interface FormulaTerm {
  readonly quantity: Quantity;
  /** Points for each unit of the quantity; may be negative. */
  readonly times: string;
}

export interface FormulaRule extends RuleBase {
  readonly kind: 'formula';
  readonly effect?: 'deduct' | 'award' | undefined;
  readonly terms: readonly FormulaTerm[];
  readonly plus?: string | undefined;
  readonly floor?: string | undefined;
  readonly ceiling?: string | undefined;
}

/** @source rules.md: formula */
export function compileFormula(rule: FormulaRule, context: RuleContext): CompiledRule {
  const plus = context.lower(rule.plus ?? '0');
  const hold = (value: Rational) => {
    const raised = rule.floor === undefined ? value : most(value, context.lower(rule.floor));
    return rule.ceiling === undefined ? raised : least(raised, context.lower(rule.ceiling));
  };
  const ask = ({ observation, closed }: RuleFacts): Asking => {
    const values: ReadonlyMap<string, Measured> = observation?.kind === 'terms' ? observation.values : new Map();
    const terms = rule.terms.map((term) => termInterval(term, values.get(term.quantity.name)));
    const open = rule.terms.some((term) => !values.has(term.quantity.name));
    const result =
      open && closed
        ? point(inOrder(rule, terms, (sum) => hold(add(plus, sum))))
        : mapInterval(terms.reduce(addIntervals, point(plus)), hold);
    const signed = rule.effect === 'award' ? result : { least: negate(result.most), most: negate(result.least) };
    // Until a figure is stated it may also turn out not to apply.
    const contribution = observation === undefined && !closed ? withNothing(signed) : signed;
    if (closed && values.size === 0) return { contribution, open: false, why: () => text('无问题', 'in order') };
    return { contribution, open: open && !closed, why: () => explain(rule, values, { result, closed }) };
  };
  const example = rule.terms.map((term) => `${term.quantity.name}: ${quantityExample(term.quantity)}`).join(', ');
  return { example: `{ ${example} }`, read: (given) => read(rule, given), ask };
}

/**
 * Looked at and found in order: what is stated stays, any other quantity is where it is best for the unit. Where nothing bounds
 * that, neither its range nor the rule's own limits, there was none of it.
 */
function inOrder(rule: FormulaRule, terms: readonly Interval[], hold: (sum: Rational) => Rational): Rational {
  const best = terms.map((term) => (rule.effect === 'award' ? term.most : term.least));
  const held = hold(sum(best));
  return isBounded(held) ? held : hold(sum(best.filter(isBounded)));
}

function withNothing(signed: Interval): Interval {
  return { least: least(signed.least, ZERO), most: most(signed.most, ZERO) };
}

/** A term as far as its quantity is known. */
function termInterval({ quantity, times }: FormulaTerm, measured: Measured | undefined): Interval {
  const factor = getNumber(times);
  const range = measured ? point(measure(quantity, measured)) : { least: ZERO, most: mostOf(quantity) };
  const ends = [multiply(range.least, factor), multiply(range.most, factor)] as const;
  return { least: least(...ends), most: most(...ends) };
}

function read(rule: FormulaRule, given: Given): Observation | undefined {
  const stated = given.object(rule.terms.map((term) => term.quantity.name));
  if (!stated) return undefined;
  const values = new Map<string, Measured>();
  for (const entry of stated) {
    const quantity = rule.terms.find((term) => term.quantity.name === entry.key)?.quantity;
    const measured = quantity && readMeasured(quantity, entry);
    if (measured) values.set(entry.key, measured);
  }
  return { kind: 'terms', values };
}

function explain(
  rule: FormulaRule,
  values: ReadonlyMap<string, Measured>,
  { result, closed }: { readonly result: Interval; readonly closed: boolean },
): Text {
  const missing = closed ? text('无问题', 'in order') : text('未知', 'not known');
  const lines = rule.terms.map(({ quantity, times }) => {
    const measured = values.get(quantity.name);
    const shown = measured
      ? measuredText(quantity, measured)
      : text(`${quantity.name}${missing.zh}`, `${quantity.name} ${missing.en}`);
    return text(`${shown.zh}×${times}`, `${shown.en}×${times}`);
  });
  const ends = [formatExact(result.least), formatExact(result.most)];
  const value = ends[0] === ends[1] ? ends[0] : ends.join('–');
  const join = (language: 'zh' | 'en') => lines.map((line) => line[language]).join(language === 'zh' ? '，' : ', ');
  const verb = rule.effect === 'award' ? '得' : '扣';
  return text(`${join('zh')}，${verb}${value}`, `${join('en')}: ${value}`);
}
