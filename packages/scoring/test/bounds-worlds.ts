// Every record over small domains of facts, and the hull of all its completions: what a bound is checked against.
import { compare, type Interval, type Rational } from '@kaohe/scoring';
import type { Added, Fact } from './bounds-scheme.js';

/** A state for each fact. */
export type Record_ = readonly number[];

export function addedBy(facts: readonly Fact[], states: Record_): Added[] {
  return states.map((state, index) => facts[index]?.states[state]?.add ?? {});
}

const choices = (facts: readonly Fact[], states: Record_, index: number): readonly number[] =>
  facts[index]?.states[states[index] ?? 0]?.of ?? [];

export const isComplete = (facts: readonly Fact[], states: Record_, index: number): boolean =>
  choices(facts, states, index)[0] === states[index] && choices(facts, states, index).length === 1;

/** Every combination of states. */
export function* allRecords(facts: readonly Fact[]): Generator<number[]> {
  const sizes = facts.map((one) => one.states.length);
  const total = sizes.reduce((product, size) => product * size, 1);
  for (let number = 0; number < total; number += 1) {
    let rest = number;
    yield sizes.map((size) => {
      const state = rest % size;
      rest = Math.floor(rest / size);
      return state;
    });
  }
}

export function joined(a: Interval, b: Interval): Interval {
  return {
    least: compare(b.least, a.least) < 0 ? b.least : a.least,
    most: compare(b.most, a.most) > 0 ? b.most : a.most,
  };
}

/** The hull of what all completions of a record score, for each of several scores at once. */
export class Hulls {
  private readonly known = new Map<string, readonly Interval[]>();
  private readonly swings = new Map<string, readonly Rational[]>();

  constructor(
    private readonly facts: readonly Fact[],
    private readonly scoresOf: (complete: Record_) => readonly Interval[],
  ) {}

  of(states: Record_): readonly Interval[] {
    const key = states.join();
    const before = this.known.get(key);
    if (before) return before;
    const index = states.findIndex((_, at) => !isComplete(this.facts, states, at));
    const hull =
      index < 0
        ? this.scoresOf(states)
        : choices(this.facts, states, index)
            .map((choice) => this.of(states.map((state, at) => (at === index ? choice : state))))
            .reduce((a, b) => a.map((score, at) => joined(score, b[at] ?? score)));
    this.known.set(key, hull);
    return hull;
  }

  /** How far the facts at some places alone can move each score, whatever the others turn out to be. */
  swing(states: Record_, own: readonly number[]): readonly Rational[] {
    const key = `${states.join()};${own.join()}`;
    const before = this.swings.get(key);
    if (before) return before;
    const index = states.findIndex((_, at) => !own.includes(at) && !isComplete(this.facts, states, at));
    const swings =
      index < 0
        ? this.of(states).map(({ least, most }) => subtract(most, least))
        : choices(this.facts, states, index)
            .map((choice) =>
              this.swing(
                states.map((state, at) => (at === index ? choice : state)),
                own,
              ),
            )
            .reduce((a, b) => a.map((one, at) => (compare(b[at] ?? one, one) > 0 ? (b[at] ?? one) : one)));
    this.swings.set(key, swings);
    return swings;
  }
}

function subtract(a: Rational, b: Rational): Rational {
  return { n: a.n * b.d - b.n * a.d, d: a.d * b.d };
}
