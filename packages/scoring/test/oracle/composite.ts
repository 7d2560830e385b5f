// From a sheet to a total: the bonus, the rating forms, the parts and their weights.

import { add, compare, divide, type Fraction, halfUp, least, multiply, parse, print, sum } from './fraction.js';
import { type Branch, branch, branches, isList, listed, type RawTree, text } from './tree.js';

/** 一项工作只加一次，就高不就低，累计不超过. A deed is its name. */
export function bonusPoints(bonus: Branch, deeds: readonly Branch[]): Fraction {
  const best = new Map<string, Fraction>();
  deeds.forEach((deed, index) => {
    const name = bonus.perDeed === 'highest-only' ? text(deed.deed) : `${index}`;
    const points = deedPoints(bonus, deed);
    const before = best.get(name);
    if (before === undefined || compare(points, before) > 0) best.set(name, points);
  });
  const total = sum([...best.values()]);
  return bonus.cap === undefined ? total : least(total, parse(text(bonus.cap)));
}

/** By kind and level, or the mark that was given; where no kind is stated it is the one that is judged. */
function deedPoints(bonus: Branch, deed: Branch): Fraction {
  const kind = branches(bonus.kinds).find((known) =>
    deed.kind === undefined ? known.judgement === 'yes' : known.kind === deed.kind,
  );
  if (kind === undefined) throw new Error(`no such bonus: ${JSON.stringify(deed.kind)}`);
  if (kind.judgement === 'yes') return parse(text(deed.mark));
  if (kind.amount !== undefined) return parse(text(kind.amount));
  return parse(text(branch(kind.levels)[text(deed.level)]));
}

/** 总得分×系数并四舍五入. Fewer ballots than raters: the plain sum, or the coefficient over those received. */
export function formScore(form: Branch, rating: RawTree): Fraction {
  const trim = Number(text(form.trim ?? '0'));
  const given = isList(rating) ? counted(rating, trim) : branch(rating);
  const plain = multiply(parse(text(given.sum)), parse(text(form.coefficient)));
  const expected = parse(`${Number(text(form.raters)) - 2 * trim}`);
  const converted =
    form.missing === 'over-received' ? divide(multiply(plain, expected), parse(text(given.ballots))) : plain;
  const digits = form.rounding;
  return digits === undefined ? converted : halfUp(converted, Number(text(digits)));
}

/** 去掉N个最高分和N个最低分: the sum and the number of the ballots that are left. */
function counted(rating: readonly RawTree[], trim: number): { readonly sum: string; readonly ballots: string } {
  const marks = rating
    .map(text)
    .filter((ballot) => !['', 'null', '~'].includes(ballot))
    .map(parse)
    .sort(compare);
  const left = trim === 0 ? marks : marks.slice(trim, -trim);
  return { sum: print(sum(left)), ballots: `${left.length}` };
}

/** Where the bonus is added: the sum, capped at full marks there if the reading says so. */
function raised(score: Fraction, by: { bonus: Fraction; ceiling: RawTree | undefined; full: Fraction }): Fraction {
  const both = add(score, by.bonus);
  return by.ceiling === 'full-marks' ? least(both, by.full) : both;
}

export type Composition = { readonly parts: Readonly<Record<string, Fraction>>; readonly total: Fraction };

type Inputs = {
  readonly scheme: Branch;
  readonly sheet: Branch;
  readonly sheetScore: Fraction;
  readonly bonus: Fraction;
  readonly ratingOf: (form: string) => RawTree | undefined;
};

/** The parts, each in points of the whole, and what they come to. */
export function compose(inputs: Inputs): Composition {
  const { scheme, sheet, sheetScore } = inputs;
  const { base, ceiling } = branch(scheme.bonus);
  const full = parse(text(scheme.fullMarks));
  const onSheet = base !== 'composite';
  const sheetFull = parse(text(sheet.fullMarks));
  const based = onSheet ? raised(sheetScore, { bonus: inputs.bonus, ceiling, full: sheetFull }) : sheetScore;
  const partList = branches(sheet.parts);
  const parts = Object.fromEntries(
    partList.map((part) => {
      const converted =
        part.form === undefined
          ? divide(multiply(based, parse(text(part.weight))), full)
          : partFromForm(inputs, text(part.form));
      return [text(part.id), converted] as const;
    }),
  );
  const total = partList.length === 0 ? based : sum(Object.values(parts));
  return { parts, total: onSheet ? total : raised(total, { bonus: inputs.bonus, ceiling, full }) };
}

function partFromForm(inputs: Inputs, id: string): Fraction {
  const form = listed(inputs.scheme.forms, 'forms').find((known) => known.id === id);
  const rating = inputs.ratingOf(id);
  if (form === undefined) throw new Error(`no such form: ${id}`);
  if (rating === undefined) throw new Error(`the oracle scores closed facts only: no rating on ${id}`);
  return formScore(form, rating);
}
