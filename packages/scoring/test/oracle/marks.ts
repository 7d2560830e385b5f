// The kinds whose marks are given, counted in a row, or worked out: judgement, series, piecewise, formula.

import { type Asked, inDirection, nothing } from './asked.js';
import {
  add,
  compare,
  type Fraction,
  floor,
  fraction,
  least,
  most,
  multiply,
  parse,
  subtract,
  sum,
  zero,
} from './fraction.js';
import { measured, rangeOf } from './quantity.js';
import { type Branch, branch, branches, text, texts } from './tree.js';

/** 酌情: the mark that was given. Without one an award is its full mark and a deduction nothing. */
export function judgement(rule: Branch, seen: Branch): Asked {
  if (seen.mark !== undefined) return inDirection(rule, parse(text(seen.mark)));
  const [, full] = texts(rule.range);
  return rule.effect === 'award' ? inDirection(rule, parse(text(full))) : nothing;
}

/** 第1、2、3起分别扣5、6、7分: the amounts in order, then what follows the last. */
export function series(rule: Branch, seen: Branch): Asked {
  const number = Number(text(seen.count ?? '0'));
  const amounts = Array.from({ length: number }, (_, index) => amountOf(rule, index));
  return inDirection(rule, sum(amounts));
}

/** The amount of one event, counted from 0; amounts that fall end at nothing. */
function amountOf(rule: Branch, index: number): Fraction {
  const amounts = texts(rule.amounts).map(parse);
  const [before = zero, last = zero] = amounts.slice(-2);
  const given = amounts[index];
  if (given !== undefined) return given;
  switch (text(rule.after)) {
    case 'nothing':
      return zero;
    case 'repeat-last':
      return last;
    case 'continue':
      return most(zero, add(last, multiply(subtract(last, before), fraction(BigInt(index + 1 - amounts.length)))));
    default:
      throw new Error(`nothing follows like ${text(rule.after)}`);
  }
}

/** 每起扣30分，超出的每起扣50分: whole numbers on either side of the whole part of the line. */
export function piecewise(rule: Branch, seen: Branch): Asked {
  const [within, beyond] = branches(rule.slopes);
  const line = within?.upTo === 'baseline' ? seen.baseline : within?.upTo;
  const number = parse(text(seen.count ?? '0'));
  const inside = least(number, floor(parse(text(line ?? '0'))));
  const outside = subtract(number, inside);
  const [first, second] = [parse(text(within?.amount)), parse(text(beyond?.amount))];
  if (rule.replacing === 'yes') return inDirection(rule, multiply(number, outside.top === 0n ? first : second));
  return inDirection(rule, add(multiply(inside, first), multiply(outside, second)));
}

/** 按达标率×50计分: the terms and what is added to them, held between floor and ceiling. */
export function formula(rule: Branch, seen: Branch): Asked {
  const isAward = rule.effect === 'award';
  const terms = branches(rule.terms).map((term) => {
    const quantity = branch(term.quantity);
    const times = parse(text(term.times));
    const value = measured(quantity, branch(seen[text(quantity.name)]));
    if (value !== undefined || compare(times, zero) === 0) return multiply(value ?? zero, times);
    // In order: the end of its range that is better for the unit.
    const range = rangeOf(quantity);
    const end = compare(times, zero) > 0 === isAward ? range.most : range.least;
    return end === undefined ? undefined : multiply(end, times);
  });
  const known = terms.filter((term) => term !== undefined);
  const bound = isAward ? rule.ceiling : rule.floor;
  // Without end for the better: as good as the rule allows, and where it allows anything there was none of it.
  if (known.length < terms.length && bound !== undefined) return inDirection(rule, parse(text(bound)));
  return inDirection(rule, held(rule, add(parse(text(rule.plus ?? '0')), sum(known))));
}

function held(rule: Branch, value: Fraction): Fraction {
  const raised = rule.floor === undefined ? value : most(value, parse(text(rule.floor)));
  return rule.ceiling === undefined ? raised : least(raised, parse(text(rule.ceiling)));
}
