/**
 * Where an interval is proven to be reached at both ends. A typed fact feeds one clause, so the ends of all clauses happen
 * together; each rule must reach its own ends by an observation; and a register, which feeds several clauses, must be able to move
 * each of them alone and all of them one way.
 */
import { point } from '../exact/interval.js';
import { compare, isBounded, least, most, negate, type Rational, sum, ZERO } from '../exact/rational.js';
import { Given } from '../observations/given.js';
import type { RawTree } from '../observations/raw-tree.js';
import type { CompiledRule, Registers, RuleFacts } from '../rules/compiled.js';
import { extremeObservations } from '../rules/extremes.js';
import { readMeasured } from '../rules/quantity.js';
import type { Rule } from '../rules/rule.js';
import type { ClauseProgram, ItemProgram } from './program.js';
import { freeRegisters } from './register-ends.js';

/** The items of one sheet, each told whether its ends are proven. */
export function withExactness(items: readonly ItemProgram[]): ItemProgram[] {
  const free = freeRegisters(items.flatMap((item) => item.clauses));
  return items.map((item) => ({
    ...item,
    exact: isExact(item) && item.clauses.every(({ register }) => register === undefined || free.has(register)),
  }));
}

/** Where marks of what does not apply are rescaled, an open row may still turn out not to apply: the bounds of that are outer. */
function isExact(item: ItemProgram): boolean {
  if (item.notApplicable === 'rescale') return false;
  const room = sum([item.fullMarks, item.fullMarks]);
  return item.clauses.every((clause) => clauseReaches(clause, room)) && groupsAreSettled(item) && isHeld(item);
}

function clauseReaches({ clause, rules }: ClauseProgram, room: Rational): boolean {
  const names = rules.map((rule) => rule.name);
  if (rules.length > 1 && !areDistinct(names)) return false;
  return rules.every((compiled, index) => {
    const rule = clause.rules[index];
    return rule !== undefined && ruleReaches(rule, compiled, room);
  });
}

/** Both ends of the open rule are those of something that can be stated; an unbounded one goes beyond any room. */
function ruleReaches(rule: Rule, compiled: CompiledRule, room: Rational): boolean {
  if (rule.kind === 'per-event-ladder' || (rule.kind === 'per-unit' && rule.register)) return true;
  if (rule.kind === 'formula' && !areDistinct(rule.terms.map((term) => term.quantity.name))) return false;
  const open = compiled.ask({ closed: false, registers: NO_REGISTERS }).contribution;
  const corners = extremeObservations(rule, undefined, room).map((raw) => stated(rule, compiled, raw));
  const found = [{ registers: NO_REGISTERS }, ...corners].map(
    (facts) => compiled.ask({ ...facts, closed: true }).contribution,
  );
  const reached = [NOT_APPLICABLE, ...found];
  const lowest = reached.map((one) => one.least).reduce(least);
  const highest = reached.map((one) => one.most).reduce(most);
  return meets(lowest, open.least, room) && meets(highest, open.most, room);
}

/** What does not apply asks nothing. */
const NOT_APPLICABLE = point(ZERO);
const NO_REGISTERS: Registers = { accidents: [], indicators: new Map() };

function stated(rule: Rule, compiled: CompiledRule, raw: RawTree): Omit<RuleFacts, 'closed'> {
  const given = new Given(raw, [], []);
  if (rule.kind !== 'threshold' || !rule.register)
    return { observation: compiled.read(given), registers: NO_REGISTERS };
  const measured = readMeasured(rule.quantity, given);
  const indicators: Registers['indicators'] = new Map(measured ? [[rule.quantity.name, measured]] : []);
  return { registers: { ...NO_REGISTERS, indicators } };
}

function meets(reached: Rational, end: Rational, room: Rational): boolean {
  if (isBounded(end)) return compare(reached, end) === 0;
  return end.n > 0n ? compare(reached, room) >= 0 : compare(reached, negate(room)) <= 0;
}

const areDistinct = (names: readonly unknown[]) => new Set(names).size === names.length;

/**
 * Each world can take the side of a group that suits it: the finding that shuts others out is a deduction, and no register
 * feeds a member.
 */
function groupsAreSettled({ clauses, exclusive, highestOnly }: ItemProgram): boolean {
  const groups = [...exclusive.map(({ when, drops }) => [when, ...drops]), ...highestOnly.map(({ of }) => of)];
  const grouped = new Set(groups.flat());
  const fed = clauses.some(({ clause, register }) => register !== undefined && grouped.has(clause.id));
  return !fed;
}

/** Nothing unbounded is left unheld, and the two infinities never meet. */
function isHeld(item: ItemProgram): boolean {
  const open = item.clauses.flatMap(({ rules }) =>
    rules.map((rule) => rule.ask({ closed: false, registers: NO_REGISTERS }).contribution),
  );
  const down = open.some((one) => !isBounded(one.least));
  const up = open.some((one) => !isBounded(one.most));
  const { floor, ceiling } = item.item;
  return !(down && up) && (!down || floor !== 'none') && (!up || ceiling !== 'none');
}
