/** A scorer made of closures: one for each clause. It needs no code generation, so a page under a strict policy can run it. */
import { type FrameLayout, frameLayout } from './frame.js';
import { itemClosure } from './item-closure.js';
import { type SheetPlan, VETO_SHIFT } from './plan.js';
import type { FastScorer, Lane, Tile } from './scorer.js';

/** The scorer of a plan. */
export function closureScorer(plan: SheetPlan): FastScorer {
  const items = plan.items.map(itemClosure);
  const outcome = new Int32Array(2);
  const finish = finisher(plan, outcome);
  const layout = frameLayout(plan);
  const score = (facts: Lane, at: number): number => {
    let sum = 0;
    for (const item of items) sum += item.score(facts, at);
    return finish(sum, facts, at);
  };
  return {
    plan,
    outcome,
    score,
    items: items.map((item) => item.score),
    finish,
    trace: (facts, at, frame) => {
      let sum = 0;
      for (const [index, item] of items.entries()) {
        sum += item.trace(facts, at);
        frame[layout.items + index] = item.held();
        frame.set(item.asked, layout.asked + item.first);
        frame.set(item.applied, layout.applied + item.first);
      }
      const total = finish(sum, facts, at);
      writeOutcome(plan, { layout, frame, outcome }, { sum, facts, at });
      return total;
    },
    batch: ({ facts, units, totals, states }: Tile) => {
      const stride = plan.slots.length;
      for (let unit = 0; unit < units; unit += 1) {
        totals[unit] = score(facts, unit * stride);
        states[unit] = outcome[1] ?? 0;
      }
    },
  };
}

const sheetOf = (plan: SheetPlan, sum: number): number => (plan.carries && sum < 0 ? 0 : sum);
const bonusOf = ({ bonus }: SheetPlan, facts: Lane, at: number): number =>
  Math.min(facts[at + bonus.slot] ?? 0, bonus.cap);

function raised({ bonus }: SheetPlan, base: number, by: number): number {
  return bonus.ceiling === undefined ? base + by : Math.min(base + by, bonus.ceiling);
}

/** From the items' sum to total and state. */
function finisher(plan: SheetPlan, outcome: Int32Array): FastScorer['finish'] {
  return (sum, facts, at) => {
    const sheet = sheetOf(plan, sum);
    const bonus = bonusOf(plan, facts, at);
    const yearEnd = plan.bonus.base === 'sheet' ? raised(plan, sheet, bonus) : sheet;
    let total = 0;
    for (const { slot, times } of plan.parts) total += slot === undefined ? yearEnd * times : (facts[at + slot] ?? 0);
    if (plan.bonus.base === 'composite') total = raised(plan, total, bonus);
    outcome[0] = total;
    outcome[1] = stateOf(plan, { sheet, total }, (slot) => facts[at + slot] ?? 0);
    return total;
  };
}

/** Grade and vetoes. A veto that fails the grade puts its own in place of a better one. */
function stateOf(
  plan: SheetPlan,
  scores: { readonly sheet: number; readonly total: number },
  count: (slot: number) => number,
): number {
  let grade = 0;
  for (const from of plan.bands) if (scores.total < from) grade += 1;
  let vetoes = 0;
  for (const [index, { when, grade: fails }] of plan.vetoes.entries()) {
    const score = when.kind === 'below' && when.of === 'sheet' ? scores.sheet : scores.total;
    const holds = when.kind === 'count' ? count(when.slot) >= when.count : score < when.below;
    if (!holds) continue;
    vetoes |= 1 << index;
    grade = Math.max(grade, fails ?? 0);
  }
  return grade | (vetoes << VETO_SHIFT);
}

function writeOutcome(
  plan: SheetPlan,
  { layout, frame, outcome }: { layout: FrameLayout; frame: Int32Array; outcome: Int32Array },
  { sum, facts, at }: { sum: number; facts: Lane; at: number },
): void {
  const sheet = sheetOf(plan, sum);
  const bonus = bonusOf(plan, facts, at);
  const yearEnd = plan.bonus.base === 'sheet' ? raised(plan, sheet, bonus) : sheet;
  frame.set(outcome, layout.total);
  frame[layout.sheet] = sheet;
  frame[layout.bonus] = bonus;
  for (const [index, { slot, times }] of plan.parts.entries())
    frame[layout.parts + index] = slot === undefined ? yearEnd * times : (facts[at + slot] ?? 0);
}
