// Clauses ask, an item gives: exclusive alternatives, the larger of one fact stated twice, caps of groups, the item's own limits.

import { type Asked, nothing, within } from './asked.js';
import { applies, clauseAsks, clausesOf, isFor, type UnitFacts } from './clause.js';
import { compare, type Fraction, least, most, parse, subtract, sum, zero } from './fraction.js';
import { isFinding } from './kinds.js';
import { type Branch, branch, branches, text, texts } from './tree.js';

/** An item's score, and what lies below nothing and is taken from the sheet (0 or less). */
export type ItemScore = { readonly score: Fraction; readonly carried: Fraction };

/** The score of an item that has so many marks to give. */
export function scoreItem(item: Branch, full: Fraction, unit: UnitFacts): ItemScore {
  const own = clausesOf(item).filter((clause) => isFor(clause, unit));
  const first = new Map(own.map((clause) => [text(clause.id), clauseAsks(clause, unit)]));
  const asked = keepLargest(item, dropExcluded(item, first, unit));
  const start = item.start === 'zero' ? zero : full;
  const left = subtract(start, sumUnderCaps(item, asked));
  // 此大项均不得分: nothing is left, whatever was awarded.
  const isForfeited = [...asked.values()].some((one) => one.forfeits);
  return withinLimits(item, full, isForfeited ? least(zero, left) : left);
}

/** Full marks hold any item unless it is open-ended. */
function withinLimits(item: Branch, full: Fraction, left: Fraction): ItemScore {
  const score = item.ceiling === 'none' ? left : least(left, full);
  if (item.floor === 'none') return { score, carried: zero };
  return { score: most(zero, score), carried: item.floor === 'carry' ? least(zero, score) : zero };
}

/** The marks of what does not apply: of rows with marks of their own, or of the whole item where no clause applies. */
export function marksNotApplicable(item: Branch, unit: UnitFacts): Fraction {
  if (!clausesOf(item).some((clause) => applies(clause, unit))) return parse(text(item.fullMarks));
  const rows = branches(item.rows).filter(
    (row) => row.fullMarks !== undefined && !branches(row.clauses).some((clause) => applies(clause, unit)),
  );
  return sum(rows.map((row) => parse(text(row.fullMarks))));
}

/** 一项认定，其余不再计: a breached `when` leaves nothing to its `drops`. */
function dropExcluded(item: Branch, asked: Map<string, Asked>, unit: UnitFacts): Map<string, Asked> {
  const dropped = branches(item.exclusive)
    .filter((group) =>
      texts(group.when).some((id) => {
        const one = asked.get(id);
        if (one === undefined) return false;
        return one.forfeits || compare(one.points, zero) !== 0 || isFinding(branch(unit.observations[id]));
      }),
    )
    .flatMap((group) => texts(group.drops));
  return new Map([...asked].map(([id, one]) => [id, dropped.includes(id) ? nothing : one]));
}

/** 同一事实重复表述: of each group the largest alone counts, the first where they tie. */
function keepLargest(item: Branch, asked: Map<string, Asked>): Map<string, Asked> {
  const kept = new Map(asked);
  for (const group of branches(item.highestOnly)) {
    const ids = texts(group.of).filter((id) => kept.has(id));
    const size = (id: string): Fraction => {
      const { points } = kept.get(id) ?? nothing;
      return most(points, subtract(zero, points));
    };
    const largest = ids.reduce<string | undefined>(
      (best, id) => (best === undefined || compare(size(id), size(best)) > 0 ? id : best),
      undefined,
    );
    for (const id of ids) if (id !== largest) kept.set(id, nothing);
  }
  return kept;
}

/** 几项合计最高扣N: the members of a group are summed and held within its cap; the others count as they are. */
function sumUnderCaps(item: Branch, asked: Map<string, Asked>): Fraction {
  const groups = branches(item.caps);
  const pointsOf = (id: string): Fraction => (asked.get(id) ?? nothing).points;
  const inGroups = groups.map((group) => within(parse(text(group.cap)), sum(texts(group.of).map(pointsOf))));
  const grouped = groups.flatMap((group) => texts(group.of));
  return sum([...inGroups, ...[...asked.keys()].filter((id) => !grouped.includes(id)).map(pointsOf)]);
}
