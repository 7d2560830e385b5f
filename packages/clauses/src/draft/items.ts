/** Items of a draft put in order by a person. Every clause stays in the draft, once; what cannot be done leaves the draft as it is. */
import { findNumber, formatExact, sum } from '@kaohe/scoring';
import type { DraftClause, DraftItem, SchemeDraft } from './draft.js';
import { isDecimal } from './to-rule.js';

/** Where a clause stands: an item by its place, or the bonus. */
export type Holder = number | 'bonus';

const EMPTY: DraftItem = { name: '', fullMarks: '', start: 'full', clauses: [] };

export function changeItem(draft: SchemeDraft, at: number, part: Partial<Omit<DraftItem, 'clauses'>>): SchemeDraft {
  return { ...draft, items: draft.items.map((item, index) => (index === at ? { ...item, ...part } : item)) };
}

/** An item without clauses behind the one at a place; -1: before all. */
export function addItem(draft: SchemeDraft, after: number): SchemeDraft {
  return { ...draft, items: [...draft.items.slice(0, after + 1), EMPTY, ...draft.items.slice(after + 1)] };
}

/** Only an item that holds no clause is taken away. */
export function removeItem(draft: SchemeDraft, at: number): SchemeDraft {
  if (draft.items[at]?.clauses.length !== 0) return draft;
  return { ...draft, items: draft.items.filter((_, index) => index !== at) };
}

/** The clause and those behind it become an item of their own, to be named; the first of an item cannot begin another. */
export function splitItem(draft: SchemeDraft, key: string): SchemeDraft {
  const at = draft.items.findIndex(({ clauses }) => clauses.slice(1).some((clause) => clause.key === key));
  const item = draft.items[at];
  if (!item) return draft;
  const cut = item.clauses.findIndex((clause) => clause.key === key);
  const halves = [
    { ...item, clauses: item.clauses.slice(0, cut) },
    { ...EMPTY, start: item.start, clauses: item.clauses.slice(cut) },
  ];
  return { ...draft, items: draft.items.flatMap((one, index) => (index === at ? halves : [one])) };
}

/** An item put together with the one before it: that one's name, the marks of both. */
export function mergeItem(draft: SchemeDraft, at: number): SchemeDraft {
  const [before, item] = [draft.items[at - 1], draft.items[at]];
  if (!before || !item) return draft;
  const merged: DraftItem = {
    name: before.name.trim() === '' ? item.name : before.name,
    fullMarks: marksOf(before.fullMarks, item.fullMarks),
    start: before.clauses.length === 0 ? item.start : before.start,
    clauses: inOrder([...before.clauses, ...item.clauses]),
  };
  return { ...draft, items: [...draft.items.slice(0, at - 1), merged, ...draft.items.slice(at + 1)] };
}

/** Where a clause stands; undefined where the draft has none of that name. */
export function holderOf({ items, bonus }: SchemeDraft, key: string): Holder | undefined {
  const at = items.findIndex(({ clauses }) => clauses.some((clause) => clause.key === key));
  if (at >= 0) return at;
  return bonus.clauses.some((clause) => clause.key === key) ? 'bonus' : undefined;
}

/** The clause in another item, or among the bonus, at the place the document gives it. */
export function moveClause(draft: SchemeDraft, key: string, to: Holder): SchemeDraft {
  const from = holderOf(draft, key);
  if (from === undefined || from === to || (to !== 'bonus' && !draft.items[to])) return draft;
  const held = from === 'bonus' ? draft.bonus.clauses : (draft.items[from]?.clauses ?? []);
  const moved = held.find((clause) => clause.key === key);
  if (!moved) return draft;
  const settled = (clauses: readonly DraftClause[], holder: Holder) =>
    holder === to ? inOrder([...clauses, moved]) : holder === from ? clauses.filter((one) => one.key !== key) : clauses;
  return {
    ...draft,
    items: draft.items.map((item, index) => ({ ...item, clauses: settled(item.clauses, index) })),
    bonus: { ...draft.bonus, clauses: settled(draft.bonus.clauses, 'bonus') },
  };
}

/** As the document has them. */
function inOrder(clauses: readonly DraftClause[]): DraftClause[] {
  return [...clauses].sort((a, b) => a.span[0] - b.span[0]);
}

/** Added exactly; what is no number adds nothing. */
function marksOf(one: string, other: string): string {
  const numbers = [one, other].filter(isDecimal).flatMap((marks) => findNumber(marks) ?? []);
  return numbers.length === 0 ? one || other : formatExact(sum(numbers));
}
