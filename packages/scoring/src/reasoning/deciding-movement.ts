/**
 * How far one thing can move a score while everything else stays as open as it is. A movement is a lowest and a highest value
 * of the thing; it is carried through sums and limits, with the rest wherever the thing matters most.
 */
import type { Interval } from '../exact/interval.js';
import { add, compare, isBounded, least, most, multiply, type Rational, subtract, ZERO } from '../exact/rational.js';

export interface Movement {
  readonly from: Rational;
  readonly to: Rational;
}

export interface Limits {
  readonly floor?: Rational | undefined;
  readonly ceiling?: Rational | undefined;
}

/**
 * Each movement with the rest added, held within the limits. The rest is tried at its ends and where the movement just
 * reaches the floor from above or the ceiling from below: between those the movement only shifts.
 */
export function carried(movements: readonly Movement[], rest: Interval, limits: Limits): Movement[] {
  const moved = movements.flatMap((movement) =>
    placesOf(movement, rest, limits).map((place) => ({
      from: hold(add(movement.from, place), limits),
      to: hold(add(movement.to, place), limits),
    })),
  );
  return distinct(moved.filter(({ from, to }) => compare(from, to) < 0));
}

/** The movements times a factor that is not negative. */
export function scaled(movements: readonly Movement[], factor: Rational): Movement[] {
  return movements.map(({ from, to }) => ({ from: multiply(from, factor), to: multiply(to, factor) }));
}

/** The widest of them: how far the score can move. */
export function widest(movements: readonly Movement[]): Rational {
  return movements.map(({ from, to }) => subtract(to, from)).reduce(most, ZERO);
}

function placesOf({ from, to }: Movement, rest: Interval, { floor, ceiling }: Limits): Rational[] {
  const atFloor = floor && isBounded(from) ? [subtract(floor, from)] : [];
  const atCeiling = ceiling && isBounded(to) ? [subtract(ceiling, to)] : [];
  const inside = [...atFloor, ...atCeiling].filter(
    (place) => compare(place, rest.least) > 0 && compare(place, rest.most) < 0,
  );
  return [rest.least, rest.most, ...inside];
}

export function hold(value: Rational, { floor, ceiling }: Limits): Rational {
  const raised = floor ? most(value, floor) : value;
  return ceiling ? least(raised, ceiling) : raised;
}

function distinct(movements: readonly Movement[]): Movement[] {
  const same = (a: Movement, b: Movement) => compare(a.from, b.from) === 0 && compare(a.to, b.to) === 0;
  return movements.filter((one, index) => movements.findIndex((other) => same(one, other)) === index);
}

/** The sum of what else there is. */
export function together(sum: readonly Interval[]): Interval {
  return sum.reduce((a, b) => ({ least: add(a.least, b.least), most: add(a.most, b.most) }), {
    least: ZERO,
    most: ZERO,
  });
}
