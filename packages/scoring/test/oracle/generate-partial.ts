// A record that is still open, and one closed record that only adds to it, from a seed.

import { randomFacts } from './generate.js';
import { Random } from './random.js';
import { rowsFedBy } from './random-registers.js';
import { resolveScheme } from './resolve.js';
import { type Branch, branch, branches, isBranch, list, listed, type RawTree, text } from './tree.js';

export type PartialRecord = { readonly partial: Branch; readonly completion: Branch };

/**
 * What a closed row of the partial record says, and the registers that feed it, the completion leaves alone; an observation
 * of an open row may gain the requirements and quantities it did not name, and an open row may turn out not to apply.
 */
export function randomPartial(scheme: RawTree, seed: number): PartialRecord {
  const facts = randomFacts(scheme, seed);
  const random = new Random(seed ^ 0x5eed);
  const resolved = resolveScheme(scheme, facts.readings);
  const units = Object.entries(branch(facts.units)).map(([name, unit]) => [name, branch(unit)] as const);
  const plans = new Map(units.map(([name, unit]) => [name, planFor(sheetOf(resolved, name, unit), unit, random)]));
  const settled = [...plans].filter(([, plan]) => plan.closes('accidents')).map(([name]) => name);
  const keepAccident = (accident: Branch): boolean =>
    settled.includes(text(accident.place)) || settled.includes(text(accident.department)) || random.chance(0.5);
  const partial = {
    ...facts,
    unmentioned: 'open',
    units: Object.fromEntries([...plans].map(([name, plan]) => [name, plan.unit] as const)),
    ratings: Object.fromEntries(
      Object.entries(branch(facts.ratings)).map(
        ([form, given]) => [form, Object.fromEntries(random.some(Object.entries(branch(given)), 0.6))] as const,
      ),
    ),
    accidents: branches(facts.accidents).filter(keepAccident),
  };
  const closed = units.map(([name, unit]) => [name, { ...unit, closed: 'all' }] as const);
  return { partial, completion: { ...facts, units: Object.fromEntries(closed) } };
}

function sheetOf(scheme: Branch, name: string, unit: Branch): Branch {
  const known = listed(scheme.population, 'units').find((one) => one.name === name);
  return branch(branches(scheme.sheets).find((sheet) => sheet.id === (unit.sheet ?? known?.sheet)));
}

type Plan = { readonly unit: Branch; readonly closes: (register: string) => boolean };

/** What of one unit's closed facts the partial record already has. */
function planFor(sheet: Branch, unit: Branch, random: Random): Plan {
  const rows = branches(sheet.items).flatMap((item) => branches(item.rows));
  const isAll = random.chance(0.15);
  const closedRows = random.some(
    rows.map((row) => text(row.id)),
    random.pick([0, 0.3, 0.7, 0.95]),
  );
  const closes = (register: string): boolean =>
    isAll || rowsFedBy(register, sheet).some((row) => closedRows.includes(row));
  const rowOf = new Map(
    rows.flatMap((row) => branches(row.clauses).map((clause) => [text(clause.id), text(row.id)] as const)),
  );
  const isClosed = (clause: string): boolean => isAll || closedRows.includes(rowOf.get(clause) ?? '');
  const kept = Object.entries(branch(unit.observations))
    .filter(([clause]) => isClosed(clause) || random.chance(0.5))
    .map(([clause, seen]) => [clause, isClosed(clause) ? seen : thinned(branch(seen), random)] as const);
  // What a unit's own register lists is complete; a register that is not there at all is not known.
  const entries = (register: string, isComplete: boolean): Branch =>
    isComplete || random.chance(0.5) ? { [register]: list(unit[register]) } : {};
  return {
    closes,
    unit: {
      ...(unit.sheet === undefined ? {} : { sheet: text(unit.sheet), class: text(unit.class) }),
      observations: Object.fromEntries(kept),
      closed: isAll ? 'all' : closedRows,
      ...entries('talks', closes('talks')),
      ...entries('bonus', isAll),
      indicators: closes('indicators')
        ? branch(unit.indicators)
        : Object.fromEntries(random.some(Object.entries(branch(unit.indicators)), 0.5)),
    },
  };
}

/** An observation that names fewer of its requirements, or of its quantities, but at least one. */
function thinned(seen: Branch, random: Random): Branch {
  if (random.chance(0.6)) return seen;
  const fewer = (all: Branch): Branch => Object.fromEntries(random.someAtLeastOne(Object.entries(all), 0.5));
  if (isBranch(seen.actual)) return { ...seen, actual: fewer(seen.actual) };
  return Object.keys(seen).length > 0 && Object.values(seen).every(isBranch) ? fewer(seen) : seen;
}
