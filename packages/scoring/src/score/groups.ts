/**
 * Clauses that claim one fact: in each of the two extreme worlds, which of them counts.
 * `exclusive`: the finding named first shuts the others out. `highestOnly`: the larger deduction stands for all.
 */
import type { Interval } from '../exact/interval.js';
import { compare, least, most, negate, type Rational, sum, ZERO } from '../exact/rational.js';
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
  for (const exclusion of item.exclusive) settle(exclusion, certainOf(exclusion, asked), settled);
  for (const group of item.highestOnly) settleHighestOnly(group, asked, settled);
  for (const linked of linkedByCaps(item)) settleOpen(linked, { item, asked, settled });
  return settled;
}

const end = (asked: ReadonlyMap<string, AskedClause>, id: string, world: World): Rational =>
  asked.get(id)?.asked[world] ?? ZERO;

type World = 'least' | 'most';

/** In each world, whether the finding that shuts the others out is breached. */
type Breached = Readonly<Record<World, boolean>>;

/** A finding that holds is breached in both worlds; one that is open in neither, until its worlds are chosen. */
function certainOf({ when }: Exclusion, asked: ReadonlyMap<string, AskedClause>): Breached {
  const certain = compare(end(asked, when, 'most'), ZERO) < 0;
  return { least: certain, most: certain };
}

function settle({ when, drops, readings }: Exclusion, breached: Breached, settled: Map<string, Taken>): void {
  const most = breached.most ? 'breached' : 'asked';
  settled.set(when, { least: breached.least ? 'asked' : 'nothing', most, readings });
  const left = (world: World) => (breached[world] ? 'nothing' : 'asked');
  for (const id of drops) settled.set(id, { least: left('least'), most: left('most'), instead: when, readings });
}

/** Caps that hold some clauses of a group and not the others: then which side costs more depends on what else they hold. */
export function splittingCaps(ids: readonly string[], { caps }: Pick<ItemProgram, 'caps'>): ItemProgram['caps'] {
  return caps.filter(({ group }) => {
    const inside = ids.filter((id) => group.of.includes(id)).length;
    return inside > 0 && inside < ids.length;
  });
}

const idsOf = ({ when, drops }: Exclusion): string[] => [when, ...drops];

/** Exclusive groups that a cap splits are settled together with those that the same cap splits; any other by itself, and before them. */
function linkedByCaps(item: ItemProgram): Exclusion[][] {
  const split = (exclusion: Exclusion) => splittingCaps(idsOf(exclusion), item);
  const linked = item.exclusive.reduce<Exclusion[][]>((all, exclusion) => {
    const own = split(exclusion);
    const shared = all.filter((others) => others.some((other) => split(other).some((cap) => own.includes(cap))));
    return [...all.filter((others) => !shared.includes(others)), [...shared.flat(), exclusion]];
  }, []);
  const isSplit = (exclusions: readonly Exclusion[]) => exclusions.some((one) => split(one).length > 0);
  return [...linked.filter((one) => !isSplit(one)), ...linked.filter(isSplit)];
}

interface Settling {
  readonly item: ItemProgram;
  readonly asked: ReadonlyMap<string, AskedClause>;
  readonly settled: Map<string, Taken>;
}

/** While findings are open, each world takes the sides that suit it: every way they may turn out is added up under the caps. */
function settleOpen(linked: readonly Exclusion[], { item, asked, settled }: Settling): void {
  const isOpen = ({ when }: Exclusion) =>
    compare(end(asked, when, 'least'), ZERO) < 0 && compare(end(asked, when, 'most'), ZERO) >= 0;
  const open = linked.filter(isOpen);
  if (open.length === 0) return;
  const ways = open.reduce<ReadonlySet<Exclusion>[]>(
    (all, exclusion) => all.flatMap((way) => [way, new Set([...way, exclusion])]),
    [new Set()],
  );
  const counted = (world: World) =>
    ways.map((way) => ({ way, sum: linkedSum(linked, { item, asked, settled, way, world }) }));
  const lowest = counted('least').reduce((a, b) => (compare(b.sum, a.sum) <= 0 ? b : a));
  const highest = counted('most').reduce((a, b) => (compare(b.sum, a.sum) > 0 ? b : a));
  for (const one of open) settle(one, { least: lowest.way.has(one), most: highest.way.has(one) }, settled);
}

interface Way extends Settling {
  /** The open findings that turn out breached. */
  readonly way: ReadonlySet<Exclusion>;
  readonly world: World;
}

/** What is left of linked groups, and of everything that shares a splitting cap with them, in one world. */
function linkedSum(linked: readonly Exclusion[], { item, asked, settled, way, world }: Way): Rational {
  const ids = linked.flatMap(idsOf);
  const caps = item.caps.filter((cap) => linked.some((one) => splittingCaps(idsOf(one), item).includes(cap)));
  const left = new Map<string, Rational>();
  for (const exclusion of linked) {
    const breached = way.has(exclusion) || certainOf(exclusion, asked).most;
    left.set(exclusion.when, breached ? end(asked, exclusion.when, 'least') : ZERO);
    for (const id of exclusion.drops) left.set(id, breached ? ZERO : end(asked, id, world));
  }
  const of = (id: string): Rational => {
    const taken = settled.get(id);
    const own = asked.get(id);
    return left.get(id) ?? (own && taken ? takenOf(own.asked, taken)[world] : end(asked, id, world));
  };
  const capped = caps.flatMap(({ group }) => group.of);
  const held = caps.map(({ group, cap }) => least(most(sum(group.of.map(of)), negate(cap)), cap));
  return sum([...held, ...ids.filter((id) => !capped.includes(id)).map(of)]);
}

function settleHighestOnly(
  { of: members, readings }: HighestOnly,
  asked: ReadonlyMap<string, AskedClause>,
  settled: Map<string, Taken>,
): void {
  const largest = (world: World) =>
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
