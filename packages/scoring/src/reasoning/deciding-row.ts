/**
 * What one row of an item can still move. Clauses that a group ties together are one block; a block that other rows share is
 * tried with everything of those rows at either end, since whether the row counts depends on them.
 */
import { addIntervals, type Interval, point } from '../exact/interval.js';
import { add, compare, type Rational, ZERO } from '../exact/rational.js';
import type { UnitFacts } from '../facts/facts.js';
import type { ItemProgram } from '../scheme/program.js';
import type { AskedClause } from '../score/clause.js';
import { limitsOf, type ScoredClause, type ScoredItem, scoreItem } from '../score/item.js';
import { carried, type Limits, type Movement } from './deciding-movement.js';

export interface RowMovement {
  /** Of the item's score. */
  readonly item: readonly Movement[];
  /** Of what the item gives to the sheet: its score, and what it carries below zero. */
  readonly sheet: readonly Movement[];
}

/** Above so many open clauses in one block every combination is too many: the block as a whole is then said to move. */
const MOST_TRIED = 10;

export function rowMovement(item: ScoredItem, facts: UnitFacts, row: string): RowMovement {
  const { compiled, fullMarks, mayLeave, clauses } = item;
  // What marks that may leave do to the item is bounded for all its rows together, and no row alone moves it further.
  if (mayLeave.n !== 0n)
    return { item: [whollyMoved(item.score)], sheet: [whollyMoved(addIntervals(item.score, item.carried))] };
  const blocks = blocksOf(compiled, clauses);
  const isOwn = (one: ScoredClause) => one.compiled.row.id === row;
  const start = compiled.item.start === 'zero' ? ZERO : fullMarks;
  const rest = blocks.filter((block) => !block.some(isOwn)).map(intervalOf);
  const own = blocks.filter((block) => block.some(isOwn));
  const raw = own
    .map((block) => blockMovements(compiled, facts, { block, isOwn }))
    .reduce((sums, moved) => sums.flatMap((a) => moved.map((b) => joined(a, b))), [{ from: ZERO, to: ZERO }]);
  const others = rest.reduce(addIntervals, point(start));
  const limits = limitsOf(compiled, fullMarks);
  const toSheet: Limits = compiled.item.floor === 'carry' ? { ceiling: limits.ceiling } : limits;
  return { item: carried(raw, others, limits), sheet: carried(raw, others, toSheet) };
}

const whollyMoved = ({ least, most }: Interval): Movement => ({ from: least, to: most });

const joined = (a: Movement, b: Movement): Movement => ({ from: add(a.from, b.from), to: add(a.to, b.to) });

/** The block's own sum: what of its clauses counts. */
function intervalOf(block: readonly ScoredClause[]): Interval {
  return block.map(({ counted }) => counted).reduce(addIntervals, point(ZERO));
}

/** Clauses tied by a group stand together; any other stands alone. */
function blocksOf({ exclusive, highestOnly, caps }: ItemProgram, clauses: readonly ScoredClause[]): ScoredClause[][] {
  const groups = [
    ...exclusive.map(({ when, drops }) => [when, ...drops]),
    ...highestOnly.map(({ of }) => of),
    ...caps.map(({ group }) => group.of),
  ];
  return clauses.reduce<ScoredClause[][]>((blocks, clause) => {
    const ties = groups.filter((ids) => ids.includes(clause.compiled.clause.id)).flat();
    const tied = blocks.filter((block) => block.some(({ compiled }) => ties.includes(compiled.clause.id)));
    return [...blocks.filter((block) => !tied.includes(block)), [...tied.flat(), clause]];
  }, []);
}

interface Own {
  readonly block: readonly ScoredClause[];
  readonly isOwn: (clause: ScoredClause) => boolean;
}

/** How the row moves its block, for each way the other rows of the block may turn out. */
function blockMovements(compiled: ItemProgram, facts: UnitFacts, { block, isOwn }: Own): Movement[] {
  const open = block.filter(({ asked }) => compare(asked.least, asked.most) < 0);
  const whole = intervalOf(block);
  const others = open.filter((one) => !isOwn(one));
  const outer = { from: whole.least, to: whole.most };
  if (others.length === 0) return [outer];
  if (open.length > MOST_TRIED || mixesSigns(block)) return [outer];
  const alone = onlyBlock(compiled, block);
  const own = combinations(open.filter(isOwn));
  return combinations(others).map((turned) => {
    const sums = own.map((ends) => sumOf(alone, facts, new Map([...turned, ...ends])));
    const [first = ZERO] = sums;
    return sums.reduce(
      (range, sum) => ({
        from: compare(sum, range.from) < 0 ? sum : range.from,
        to: compare(sum, range.to) > 0 ? sum : range.to,
      }),
      { from: first, to: first },
    );
  });
}

/** A cap over awards and deductions holds on both sides, so neither end of the others need be where the row matters most. */
function mixesSigns(block: readonly ScoredClause[]): boolean {
  return (
    block.some(({ asked }) => compare(asked.least, ZERO) < 0) &&
    block.some(({ asked }) => compare(asked.most, ZERO) > 0)
  );
}

type Ends = ReadonlyMap<string, Rational>;

/** Every way some clauses can be at one of their ends. */
function combinations(clauses: readonly ScoredClause[]): Ends[] {
  return clauses.reduce<Ends[]>(
    (ways, { compiled, asked }) =>
      ways.flatMap((way) => [asked.least, asked.most].map((end) => new Map([...way, [compiled.clause.id, end]]))),
    [new Map()],
  );
}

/** The item with nothing but the block, and nothing that holds its sum. */
function onlyBlock(compiled: ItemProgram, block: readonly ScoredClause[]): ItemProgram {
  const ids = new Set(block.map((one) => one.compiled.clause.id));
  return {
    ...compiled,
    item: { ...compiled.item, start: 'zero', floor: 'none', ceiling: 'none' },
    clauses: compiled.clauses.filter(({ clause }) => ids.has(clause.id)),
    exclusive: compiled.exclusive.filter(({ when }) => ids.has(when)),
    highestOnly: compiled.highestOnly.filter(({ of }) => of.some((id) => ids.has(id))),
    caps: compiled.caps.filter(({ group }) => group.of.some((id) => ids.has(id))),
  };
}

function sumOf(alone: ItemProgram, facts: UnitFacts, ends: Ends): Rational {
  const pin = (asked: AskedClause): AskedClause => {
    const end = ends.get(asked.compiled.clause.id);
    return end ? { ...asked, asked: point(end), open: false } : asked;
  };
  return scoreItem(alone, facts, pin).score.most;
}
