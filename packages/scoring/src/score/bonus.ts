/** The bonus: each deed once, at the highest level it reached (就高不就低), capped. */
import { type Interval, point } from '../exact/interval.js';
import { compare, type Rational, least as smaller, sum, ZERO } from '../exact/rational.js';
import type { Deed, UnitFacts } from '../facts/facts.js';
import type { Program } from '../scheme/program.js';

export interface ScoredBonus {
  readonly score: Interval;
  /** The entry that counts for each deed; empty where nothing is known. */
  readonly counted: readonly Deed[];
  readonly entries: readonly Deed[];
  readonly open: boolean;
}

/** The bonus points of a unit; nothing known leaves all of the cap possible, where there is a kind that earns anything. */
export function scoreBonus(program: Program, facts: UnitFacts): ScoredBonus {
  const { cap } = program.bonus;
  const most = program.bonus.earns ? cap : ZERO;
  if (!facts.bonus) return { score: { least: ZERO, most }, counted: [], entries: [], open: compare(most, ZERO) > 0 };
  const counted = program.scheme.bonus.perDeed ? highestOfEach(facts.bonus) : facts.bonus;
  const points: Rational = smaller(sum(counted.map((deed) => deed.points)), cap);
  return { score: point(points), counted, entries: facts.bonus, open: false };
}

/** One entry for each deed, the highest. */
function highestOfEach(entries: readonly Deed[]): Deed[] {
  const highest = new Map<string, Deed>();
  for (const entry of entries) {
    const before = highest.get(entry.deed);
    if (!before || compare(entry.points, before.points) > 0) highest.set(entry.deed, entry);
  }
  return [...highest.values()];
}
