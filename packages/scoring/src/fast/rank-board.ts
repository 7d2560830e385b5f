/**
 * Many units of one sheet, held as slots: when a fact changes, the new total takes the clauses of one item, and the exact
 * competition rank a walk over the grid of possible totals. For live re-scoring while someone types, and for searching
 * the facts that flip a grade (`probe`).
 */
import { Fenwick } from './fenwick.js';
import { VETO_SHIFT } from './plan.js';
import type { FastScorer, Lane } from './scorer.js';

export interface Standing {
  /** Over the plan's `scale`. */
  readonly total: number;
  /** Grade and vetoes (`gradeOf`, `vetoesOf`). */
  readonly state: number;
}

/** The largest grid of totals a board is made for: 64 MB. */
const MOST_TOTALS = 2 ** 24;

/** A board over units whose slots stand one after the other, or the reason why none can be made. */
export function rankBoard(scorer: FastScorer, facts: Lane): RankBoard | { readonly unfit: string } {
  const { least, most } = scorer.plan.totals;
  if (most - least >= MOST_TOTALS) return { unfit: `${most - least + 1} possible totals` };
  return new RankBoard(scorer, facts);
}

export class RankBoard {
  readonly units: number;
  private readonly stride: number;
  private readonly itemOf: Int32Array;
  /** Unit after unit what its items give to the sheet. */
  private readonly items: Int32Array;
  private readonly sums: Int32Array;
  private readonly totals: Int32Array;
  private readonly states: Int32Array;
  private readonly standing: Fenwick;
  private ranked = 0;

  constructor(
    private readonly scorer: FastScorer,
    /** The board's own: written by `set`. */
    private readonly facts: Lane,
  ) {
    const { plan } = scorer;
    this.stride = plan.slots.length;
    this.units = facts.length / this.stride;
    this.itemOf = Int32Array.from(plan.slots, (slot) => slot.item ?? -1);
    this.items = new Int32Array(this.units * plan.items.length);
    this.sums = new Int32Array(this.units);
    this.totals = new Int32Array(this.units);
    this.states = new Int32Array(this.units);
    this.standing = new Fenwick(plan.totals.most - plan.totals.least + 1);
    for (let unit = 0; unit < this.units; unit += 1) this.enter(unit);
  }

  private enter(unit: number): void {
    const { items } = this.scorer;
    const at = unit * this.stride;
    let sum = 0;
    for (const [index, item] of items.entries()) {
      const score = item(this.facts, at);
      this.items[unit * items.length + index] = score;
      sum += score;
    }
    this.sums[unit] = sum;
    this.totals[unit] = this.scorer.finish(sum, this.facts, at);
    this.states[unit] = this.scorer.outcome[1] ?? 0;
    this.count(unit, 1);
  }

  /** A vetoed unit takes no rank. */
  private count(unit: number, by: number): void {
    if ((this.states[unit] ?? 0) >>> VETO_SHIFT !== 0) return;
    this.standing.add((this.totals[unit] ?? 0) - this.scorer.plan.totals.least, by);
    this.ranked += by;
  }

  /** Changes one fact; the value must be one the slot holds (`slotHolds`). */
  set(unit: number, slot: number, value: number): void {
    const { facts, scorer } = this;
    const at = unit * this.stride;
    facts[at + slot] = value;
    const item = this.itemOf[slot] ?? -1;
    if (item >= 0) {
      const place = unit * scorer.items.length + item;
      const score = scorer.items[item]?.(facts, at) ?? 0;
      const moved = score - (this.items[place] ?? 0);
      if (moved === 0) return;
      this.items[place] = score;
      this.sums[unit] = (this.sums[unit] ?? 0) + moved;
    }
    this.finish(unit, at);
  }

  private finish(unit: number, at: number): void {
    const { scorer } = this;
    const total = scorer.finish(this.sums[unit] ?? 0, this.facts, at);
    const state = scorer.outcome[1] ?? 0;
    if (total === this.totals[unit] && state === this.states[unit]) return;
    this.count(unit, -1);
    this.totals[unit] = total;
    this.states[unit] = state;
    this.count(unit, 1);
  }

  /** What the unit would have if one fact were otherwise; the board stays as it is. */
  probe(unit: number, slot: number, value: number): Standing {
    const { facts, scorer } = this;
    const at = unit * this.stride;
    const before = facts[at + slot] ?? 0;
    facts[at + slot] = value;
    const item = this.itemOf[slot] ?? -1;
    const place = unit * scorer.items.length + item;
    const moved = item < 0 ? 0 : (scorer.items[item]?.(facts, at) ?? 0) - (this.items[place] ?? 0);
    const total = scorer.finish((this.sums[unit] ?? 0) + moved, facts, at);
    facts[at + slot] = before;
    return { total, state: scorer.outcome[1] ?? 0 };
  }

  fact(unit: number, slot: number): number {
    return this.facts[unit * this.stride + slot] ?? 0;
  }

  total(unit: number): number {
    return this.totals[unit] ?? 0;
  }

  state(unit: number): number {
    return this.states[unit] ?? 0;
  }

  /** 1 + the units strictly above; ties share a rank; 0 where a veto takes the rank away. */
  rank(unit: number): number {
    if (this.state(unit) >>> VETO_SHIFT !== 0) return 0;
    return 1 + this.ranked - this.standing.upTo(this.total(unit) - this.scorer.plan.totals.least);
  }
}
