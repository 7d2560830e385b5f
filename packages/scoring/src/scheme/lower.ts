/** A scheme's own scale: the least denominator that holds every amount, weight and rounded or converted rating of it. */
import { commonScale, getNumber } from '../exact/decimal.js';
import { divide, leastCommonMultiple, multiply, type Rational, rational, reduce } from '../exact/rational.js';
import type { Rule } from '../rules/rule.js';
import type { RatingForm } from './rating-form.js';
import type { Scheme } from './scheme.js';
import type { Sheet } from './sheet.js';

/** The scale at which every score of the scheme is a whole number, part-steps that are prorated aside. */
export function programScale(scheme: Scheme): bigint {
  const amounts = scheme.sheets.flatMap((sheet) =>
    sheet.items.flatMap((item) => [
      item.fullMarks,
      ...(item.caps ?? []).map((group) => group.cap),
      ...item.rows
        .flatMap((row) => row.clauses)
        .flatMap((clause) => clause.rules)
        .flatMap(amountsOf),
    ]),
  );
  const rows = scheme.sheets.flatMap((sheet) =>
    sheet.items.flatMap((item) => item.rows.map((row) => row.fullMarks ?? '0')),
  );
  const bonus = scheme.bonus.kinds.flatMap((kind) => [...Object.values(kind.levels ?? {}), kind.amount ?? '0']);
  const points = commonScale([...amounts, ...rows, ...bonus, scheme.bonus.cap, scheme.fullMarks].map(getNumber));
  const weights = scheme.sheets.flatMap((sheet) => sheet.parts.map((part) => sheetFactor(sheet, part.weight)));
  return [...scheme.forms.map(formScale)].reduce(leastCommonMultiple, points * commonScale(weights));
}

/** What a sheet's score is multiplied by for its part of the total: weight ÷ full marks. */
export function sheetFactor(sheet: Sheet, weight: string): Rational {
  return reduce(divide(getNumber(weight), getNumber(sheet.fullMarks)));
}

function formScale(form: RatingForm): bigint {
  if (form.rounding !== undefined) return 10n ** BigInt(form.rounding);
  const ballots = rational(1n, 10n ** BigInt(form.decimals));
  const converted = commonScale([multiply(getNumber(form.coefficient), ballots), ballots]);
  const scale = leastCommonMultiple(converted, reduce(getNumber(form.coefficient)).d * ballots.d);
  if (form.missing === 'plain-sum') return scale;
  return Array.from({ length: Number(form.raters) }, (_, index) => BigInt(index + 1)).reduce(
    leastCommonMultiple,
    scale,
  );
}

function amountsOf(rule: Rule): string[] {
  return [...ownAmounts(rule), rule.cap].filter((amount): amount is string => amount !== undefined);
}

function ownAmounts(rule: Rule): readonly (string | undefined)[] {
  switch (rule.kind) {
    case 'ladder':
    case 'per-event-ladder':
      return rule.rungs.map((rung) => rung.amount);
    case 'piecewise':
      return rule.slopes.map((slope) => slope.amount);
    case 'series':
      return rule.amounts;
    case 'judgement':
      return rule.range;
    case 'formula':
      return [rule.plus, rule.floor, rule.ceiling];
    default:
      return [rule.amount];
  }
}
