/**
 * Clauses that claim one fact: in each of the two extreme worlds, which of them counts.
 * `exclusive`: the finding named first shuts the others out. `highestOnly`: the larger deduction stands for all.
 */
import type { Interval } from '../exact/interval.js';
import { compare, type Rational, sum, ZERO } from '../exact/rational.js';
import type { ItemProgram } from '../scheme/program.js';
import type { Exclusion, HighestOnly } from '../scheme/sheet.js';
import type { AskedClause } from './clause.js';

/** What of a clause counts in the world of the least score and in that of the most. */
export interface Taken {
  readonly least: 'asked' | 'nothing';
  /** `breached`: the finding is still open, and the best that can happen is that it turns out breached. */
  readonly most: 'asked' | 'breached' | 'nothing';
  /** The clause that stands in its place. */
  readonly instead?: string;
  /** The readings that made the group. */
  readonly readings?: readonly string[] | undefined;
}

/** The contribution of a clause that its group lets count. */
export function takenOf(asked: Interval, taken: Taken): Interval {
  const most = taken.most === 'breached' ? asked.least : asked.most;
  return { least: taken.least === 'asked' ? asked.least : ZERO, most: taken.most === 'nothing' ? ZERO : most };
}

/** Clause id → whether it counts; a clause in no group is not in the map and counts. */
export function settleGroups(item: ItemProgram, asked: ReadonlyMap<string, AskedClause>): Map<string, Taken> {
  const settled = new Map<string, Taken>();
  for (const exclusion of item.exclusive) settleExclusive(exclusion, asked, settled);
  for (const group of item.highestOnly) settleHighestOnly(group, asked, settled);
  return settled;
}

const end = (asked: ReadonlyMap<string, AskedClause>, id: string, world: 'least' | 'most'): Rational =>
  asked.get(id)?.asked[world] ?? ZERO;

function settleExclusive(
  { when, drops, readings }: Exclusion,
  asked: ReadonlyMap<string, AskedClause>,
  settled: Map<string, Taken>,
): void {
  const breached = end(asked, when, 'least');
  const certain = compare(end(asked, when, 'most'), ZERO) < 0;
  const possible = compare(breached, ZERO) < 0;
  const others = (world: 'least' | 'most') => sum(drops.map((id) => end(asked, id, world)));
  // While the finding is open, each world takes the side that suits it. Breached, it costs less than the others may.
  const firstAtLeast = certain || (possible && compare(breached, others('least')) <= 0);
  const firstAtMost = certain || (possible && compare(breached, others('most')) > 0);
  settled.set(when, {
    least: firstAtLeast ? 'asked' : 'nothing',
    most: firstAtMost ? 'breached' : 'asked',
    readings,
  });
  const left: Taken = { least: firstAtLeast ? 'nothing' : 'asked', most: firstAtMost ? 'nothing' : 'asked' };
  for (const id of drops) settled.set(id, { ...left, instead: when, readings });
}

function settleHighestOnly(
  { of: members, readings }: HighestOnly,
  asked: ReadonlyMap<string, AskedClause>,
  settled: Map<string, Taken>,
): void {
  const largest = (world: 'least' | 'most') =>
    members.reduce((best, id) => (compare(end(asked, id, world), end(asked, best, world)) < 0 ? id : best));
  const least = largest('least');
  const most = largest('most');
  for (const id of members)
    settled.set(id, {
      least: id === least ? 'asked' : 'nothing',
      most: id === most ? 'asked' : 'nothing',
      readings,
      ...(id !== most && { instead: most }),
    });
}
