// From items to a sheet: what they carry over, and the marks of what does not apply.

import type { UnitFacts } from './clause.js';
import { add, compare, divide, type Fraction, most, multiply, parse, subtract, sum, zero } from './fraction.js';
import { marksNotApplicable, scoreItem } from './item.js';
import { type Branch, branches, text } from './tree.js';

export type SheetScore = {
  readonly items: readonly (readonly [id: string, score: Fraction])[];
  readonly score: Fraction;
};

/** 缺项折算 where the sheet says so: the sum × full marks ÷ the marks that apply. */
export function scoreSheet(sheet: Branch, unit: UnitFacts): SheetScore {
  const rescales = sheet.notApplicable === 'rescale';
  const items = branches(sheet.items);
  const absent = items.map((item) => (rescales ? marksNotApplicable(item, unit) : zero));
  const scored = items.map((item, index) =>
    scoreItem(item, most(zero, subtract(parse(text(item.fullMarks)), absent[index] ?? zero)), unit),
  );
  const reached = sum(scored.map(({ score, carried }) => add(score, carried)));
  // What an item carries over takes no more than the sheet has.
  const carries = items.some((item) => item.floor === 'carry');
  const left = carries ? most(zero, reached) : reached;
  const full = parse(text(sheet.fullMarks));
  const applicable = subtract(full, sum(absent));
  return {
    items: items.map((item, index) => [text(item.id), scored[index]?.score ?? zero]),
    score: compare(applicable, zero) === 0 ? zero : divide(multiply(left, full), applicable),
  };
}
