/** One item as closures over its clauses: the same steps as score/item.ts, on integers and in one world. */
import { FORFEIT, type PlanClause, type PlanItem, type PlanRule } from './plan.js';
import type { ItemScore, Lane } from './scorer.js';

export interface ItemClosure {
  readonly score: ItemScore;
  /** The same, clause by clause: afterwards `held`, `asked` and `applied` tell of this call. */
  readonly trace: ItemScore;
  /** The item's own score, and clause by clause what was asked and applied. */
  readonly held: () => number;
  readonly asked: Int32Array;
  readonly applied: Int32Array;
  /** Position of the item's first clause among the sheet's. */
  readonly first: number;
}

type Ask = (facts: Lane, at: number) => number;

export function itemClosure(item: PlanItem): ItemClosure {
  const asks = item.clauses.map(clauseAsk);
  const asked = new Int32Array(asks.length);
  const counted = new Int32Array(asks.length);
  const applied = new Int32Array(asks.length);
  const hold = holder(item);
  let held = 0;
  const trace = (facts: Lane, at: number): number => {
    for (let index = 0; index < asks.length; index += 1) asked[index] = asks[index]?.(facts, at) ?? 0;
    counted.set(asked);
    settle(item, counted);
    holdGroups(item, counted);
    let sum = item.start;
    held = hold(sum);
    for (let index = 0; index < counted.length; index += 1) {
      sum += counted[index] ?? 0;
      const now = hold(sum);
      applied[index] = now - held;
      held = now;
    }
    return item.carry ? held + Math.min(sum, 0) : held;
  };
  const score = isGrouped(item) ? trace : sumScore(item, hold);
  return { score, trace, held: () => held, asked, applied, first: item.clauses[0]?.index ?? 0 };
}

const isGrouped = (item: PlanItem): boolean => item.exclusive.length + item.highestOnly.length + item.caps.length > 0;

/** An item whose clauses do not touch one another is one sum: its terms, then what the other clauses ask. */
function sumScore(item: PlanItem, hold: (sum: number) => number): ItemScore {
  const isPlain = ({ rules }: PlanClause) =>
    rules.every((rule) => rule.cap === undefined && rule.table === undefined && rule.forfeits.length === 0);
  const terms = item.clauses.filter(isPlain).flatMap(({ rules }) => rules.flatMap((rule) => rule.terms));
  const slots = Int32Array.from(terms, (term) => term.slot);
  const points = Int32Array.from(terms, (term) => term.points);
  const others = item.clauses.filter((clause) => !isPlain(clause)).map(clauseAsk);
  return (facts, at) => {
    let sum = item.start;
    for (let term = 0; term < slots.length; term += 1)
      sum += (facts[at + (slots[term] ?? 0)] ?? 0) * (points[term] ?? 0);
    for (const ask of others) sum += ask(facts, at);
    const held = hold(sum);
    return item.carry ? held + Math.min(sum, 0) : held;
  };
}

function holder({ floor, ceiling }: PlanItem): (sum: number) => number {
  return (sum) => {
    const raised = floor ? Math.max(sum, 0) : sum;
    return ceiling === undefined ? raised : Math.min(raised, ceiling);
  };
}

function clauseAsk({ rules, canForfeit }: PlanClause): Ask {
  const asks = rules.map(ruleAsk);
  const [only] = asks;
  if (only && asks.length === 1) return only;
  const sum = (facts: Lane, at: number) => asks.reduce((all, ask) => all + ask(facts, at), 0);
  return canForfeit ? (facts, at) => Math.max(sum(facts, at), FORFEIT) : sum;
}

function ruleAsk({ terms, table, forfeits, cap }: PlanRule): Ask {
  const ask: Ask = (facts, at) => {
    for (const slot of forfeits) if ((facts[at + slot] ?? 0) > 0) return FORFEIT;
    let sum = table === undefined ? 0 : (table.values[facts[at + table.slot] ?? 0] ?? 0);
    for (const { slot, points } of terms) sum += (facts[at + slot] ?? 0) * points;
    return sum;
  };
  return cap === undefined ? ask : (facts, at) => Math.min(Math.max(ask(facts, at), -cap), cap);
}

/** Clauses that claim one fact: the finding named first shuts the others out; the largest deduction stands for all. */
function settle(item: PlanItem, counted: Int32Array): void {
  for (const { when, drops } of item.exclusive)
    if ((counted[when] ?? 0) < 0) for (const drop of drops) counted[drop] = 0;
  for (const members of item.highestOnly) {
    let best = members[0] ?? 0;
    for (const member of members) if ((counted[member] ?? 0) < (counted[best] ?? 0)) best = member;
    for (const member of members) if (member !== best) counted[member] = 0;
  }
}

/** Caps over several clauses: in printed order, each takes what the cap has left. */
function holdGroups(item: PlanItem, counted: Int32Array): void {
  for (const { of, cap } of item.caps) {
    let sum = 0;
    let before = 0;
    for (const member of [...of].sort((a, b) => a - b)) {
      sum += counted[member] ?? 0;
      const now = Math.min(Math.max(sum, -cap), cap);
      counted[member] = now - before;
      before = now;
    }
  }
}
