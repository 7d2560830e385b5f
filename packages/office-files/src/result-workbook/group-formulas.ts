/** What counts of clauses that claim one fact or share a cap, world by world, as in the engine's groups. */
import type { ItemProgram } from '@kaohe/scoring';
import {
  above,
  atMost,
  below,
  both,
  type Expression,
  expression,
  largest,
  minus,
  type Operand,
  smallest,
  sumOf,
  times,
  when,
} from './expression.js';
import { Untranslatable } from './scale.js';

export interface Ends {
  readonly least: Expression;
  readonly most: Expression;
}

/** What of a clause counts; `asked` gives what each clause of the item asks for. */
export function countedEnds(
  item: ItemProgram,
  id: string,
  { asked, cap }: { readonly asked: (id: string) => Ends; readonly cap: (index: number) => Operand },
): Ends {
  const index = item.caps.findIndex(({ group }) => group.of.includes(id));
  const group = item.caps[index]?.group;
  if (!group) return takenEnds(item, id, asked);
  const members = group.of.map((member) => takenEnds(item, member, asked));
  const printed = item.clauses.map(({ clause }) => clause.id).filter((member) => group.of.includes(member));
  const upTo = printed.slice(0, printed.indexOf(id) + 1).map((member) => members[group.of.indexOf(member)]);
  const held = (ends: readonly (Ends | undefined)[], world: keyof Ends): Expression => {
    const sum = sumOf(ends.flatMap((end) => (end ? [end[world]] : [])));
    return ends.length === 0 ? sum : largest(times(-1, cap(index)), smallest(cap(index), sum));
  };
  const share = (world: keyof Ends) => minus(held(upTo, world), held(upTo.slice(0, -1), world));
  return { least: share('least'), most: share('most') };
}

function takenEnds(item: ItemProgram, id: string, asked: (id: string) => Ends): Ends {
  const exclusion = item.exclusive.find(({ when: finding, drops }) => finding === id || drops.includes(id));
  if (exclusion) {
    const ids = [exclusion.when, ...exclusion.drops];
    const isSplit = item.caps.some(({ group }) => {
      const inside = ids.filter((one) => group.of.includes(one)).length;
      return inside > 0 && inside < ids.length;
    });
    if (isSplit) throw new Untranslatable(`a cap splits the exclusive group of ${exclusion.when}`);
    return exclusiveEnds(exclusion, id, asked);
  }
  const group = item.highestOnly.find(({ of }) => of.includes(id));
  return group ? highestEnds(group.of, id, asked) : asked(id);
}

/** The finding named first shuts the others out; while it is open, each world takes the side that suits it. */
function exclusiveEnds(
  { when: finding, drops }: ItemProgram['exclusive'][number],
  id: string,
  asked: (id: string) => Ends,
): Ends {
  const found = asked(finding);
  const certain = below(found.most, 0);
  const open = below(found.least, 0);
  const others = (world: keyof Ends) => sumOf(drops.map((drop) => asked(drop)[world]));
  const breached = (world: keyof Ends): Expression =>
    when(
      certain,
      1,
      when(
        open,
        when(world === 'least' ? atMost(found.least, others('least')) : above(found.least, others('most')), 1, 0),
        0,
      ),
    );
  const isFinding = id === finding;
  const taken = (world: keyof Ends): Expression => {
    const kept = isFinding ? (world === 'least' ? largest(0, found.least) : found.most) : asked(id)[world];
    return when(breached(world), isFinding ? found.least : 0, kept);
  };
  return { least: taken('least'), most: taken('most') };
}

/** The larger deduction stands for all: of equal ones the first. */
function highestEnds(members: readonly string[], id: string, asked: (id: string) => Ends): Ends {
  const place = members.indexOf(id);
  const taken = (world: keyof Ends): Expression => {
    const own = asked(id)[world];
    const ends = members.map((member) => asked(member)[world]);
    const tests = [
      ...(place > 0 ? [below(own, smallest(...ends.slice(0, place)))] : []),
      ...(place < members.length - 1 ? [atMost(own, smallest(...ends.slice(place + 1)))] : []),
    ];
    return tests.length === 0 ? own : when(both(...tests), own, expression(0));
  };
  return { least: taken('least'), most: taken('most') };
}
