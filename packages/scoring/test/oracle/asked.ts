// What a rule asks for: points taken, a negative number where they are awarded, or the whole item.

import { add, compare, type Fraction, least, most, multiply, parse, subtract, zero } from './fraction.js';
import { type Branch, text } from './tree.js';

/** Points asked for, below zero for an award, and whether the whole item is forfeited. */
export type Asked = { readonly points: Fraction; readonly forfeits: boolean };
export const nothing: Asked = { points: zero, forfeits: false };

/** Points of a rule or rung in the direction of its effect: 扣, or 得. */
export function inDirection(holder: Branch, points: Fraction): Asked {
  return { points: holder.effect === 'award' ? subtract(zero, points) : points, forfeits: false };
}

/** The effect of a rule or rung, so many times over. */
export function effect(holder: Branch, times: Fraction): Asked {
  const forfeits = holder.forfeits;
  if (forfeits === undefined) return inDirection(holder, multiply(parse(text(holder.amount)), times));
  if (forfeits !== 'item') throw new Error(`cannot forfeit: ${JSON.stringify(forfeits)}`);
  return { points: zero, forfeits: compare(times, zero) > 0 };
}

export function together(a: Asked, b: Asked): Asked {
  return { points: add(a.points, b.points), forfeits: a.forfeits || b.forfeits };
}

/** A number held between minus the cap and the cap. */
export function within(cap: Fraction, points: Fraction): Fraction {
  return most(subtract(zero, cap), least(points, cap));
}

/** 最高扣N, 最高加N: what is asked stops at the cap. */
export function capped(holder: Branch, asked: Asked): Asked {
  const cap = holder.cap;
  return cap === undefined ? asked : { ...asked, points: within(parse(text(cap)), asked.points) };
}
