/** The proof that every number of a plan fits 32 bits: bounds from the slots up to the total. */
import { FORFEIT, type PlanClause, type PlanItem, type PlanRule, type SheetPlan } from './plan.js';
import { Unfit } from './unfit.js';

export interface Range {
  readonly least: number;
  readonly most: number;
}

type Unproved = Omit<SheetPlan, 'totals'>;

const WIDEST = 2 ** 30;

/** The bounds of the total; an Unfit is thrown where a sum on the way to it may leave 32 bits. */
export function proveRange(plan: Unproved): Range {
  const items = plan.items.map((item) => itemRange(plan, item));
  const sheet = within(sumOf(items), 'the sheet');
  const held = plan.carries ? { least: Math.max(0, sheet.least), most: Math.max(0, sheet.most) } : sheet;
  const bonus = { least: 0, most: plan.bonus.cap };
  const yearEnd = plan.bonus.base === 'sheet' ? capped(sumOf([held, bonus]), plan.bonus.ceiling) : held;
  const parts = plan.parts.map(({ slot, times }): Range => {
    const of = slot === undefined ? yearEnd : rangeOf(plan, slot);
    return slot === undefined ? { least: of.least * times, most: of.most * times } : of;
  });
  const composite = sumOf(parts);
  const total = plan.bonus.base === 'composite' ? capped(sumOf([composite, bonus]), plan.bonus.ceiling) : composite;
  return within(total, 'the total');
}

function within(range: Range, what: string): Range {
  if (range.least < -WIDEST || range.most > WIDEST) throw new Unfit(`${what} may leave 32 bits`);
  return range;
}

function sumOf(ranges: readonly Range[]): Range {
  return ranges.reduce((sum, range) => ({ least: sum.least + range.least, most: sum.most + range.most }), {
    least: 0,
    most: 0,
  });
}

function capped(range: Range, ceiling: number | undefined): Range {
  return ceiling === undefined ? range : { least: Math.min(range.least, ceiling), most: Math.min(range.most, ceiling) };
}

function rangeOf(plan: Pick<SheetPlan, 'slots'>, slot: number): Range {
  const found = plan.slots[slot];
  return { least: found?.least ?? 0, most: found?.most ?? 0 };
}

/** What the item gives the sheet; its clauses together must stay well below a forfeit, and forfeits within 32 bits. */
function itemRange(plan: Unproved, item: PlanItem): Range {
  const bounded = sumOf(item.clauses.map((clause) => clauseRange(plan, clause)));
  const room = -FORFEIT;
  if (bounded.least + item.start <= -room || bounded.most + item.start >= room)
    throw new Unfit(`${item.id}: its clauses may ask more than a lane holds`);
  const forfeits = item.clauses.filter((clause) => clause.canForfeit).length;
  within({ least: (forfeits + 1) * FORFEIT, most: 0 }, item.id);
  const least = forfeits > 0 ? forfeits * FORFEIT + bounded.least + item.start : bounded.least + item.start;
  const most = bounded.most + item.start;
  const low = item.floor && !item.carry ? Math.max(0, least) : least;
  return capped({ least: low, most: item.floor ? Math.max(low, most) : most }, item.ceiling);
}

/** What a clause asks, forfeits apart. */
export function clauseRange(plan: Pick<SheetPlan, 'slots'>, clause: PlanClause): Range {
  return sumOf(clause.rules.map((rule) => ruleRange(plan, rule)));
}

function ruleRange(plan: Pick<SheetPlan, 'slots'>, rule: PlanRule): Range {
  const terms = rule.terms.map(({ slot, points }) => {
    const { least, most } = rangeOf(plan, slot);
    return { least: Math.min(least * points, most * points), most: Math.max(least * points, most * points) };
  });
  const values = (rule.table?.values ?? []).filter((value) => value !== FORFEIT);
  const table = { least: Math.min(0, ...values), most: Math.max(0, ...values) };
  const range = sumOf([...terms, table]);
  if (rule.cap === undefined) return range;
  return { least: Math.max(range.least, -rule.cap), most: Math.min(range.most, rule.cap) };
}
