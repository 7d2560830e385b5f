// Random facts from a seed: closed ones, and a partial record with one of its completions. All of them are valid facts.

import { appliesTo, clausesOf } from './item.js';
import { Random } from './random.js';
import { isObserved, randomObservation } from './random-observations.js';
import {
  randomAccidents,
  randomDeeds,
  randomIndicators,
  randomRating,
  randomTalks,
  rowsFedBy,
} from './random-registers.js';
import { resolveScheme } from './resolve.js';
import { type Branch, branch, branches, isBranch, list, listed, type RawTree, text } from './tree.js';

/** Closed facts of two to six units, sometimes under readings other than the adopted. */
export function randomFacts(scheme: RawTree, seed: number): Branch {
  const random = new Random(seed);
  const readings = randomReadings(branch(branch(scheme).readings), new Random(random.whole(1, 250)));
  const resolved = resolveScheme(scheme, readings);
  const sheets = new Map(branches(resolved.sheets).map((sheet) => [text(sheet.id), sheet]));
  const population = listed(resolved.population, 'units');
  const units = random.shuffled(population.filter((unit) => sheets.has(text(unit.sheet)))).slice(0, random.whole(2, 6));
  const names = units.map((unit) => text(unit.name));
  const sheetOf = (unit: Branch): Branch => branch(sheets.get(text(unit.sheet)));
  return {
    scheme: text(resolved.id),
    unmentioned: 'nothing-found',
    ...(Object.keys(readings).length > 0 ? { readings } : {}),
    units: Object.fromEntries(
      units.map((unit) => [text(unit.name), randomUnit(resolved, sheetOf(unit), { unit, random })] as const),
    ),
    ratings: Object.fromEntries(
      listed(resolved.forms, 'forms').map(
        (form) =>
          [
            text(form.id),
            ratingsOn(
              form,
              units.filter((unit) => isRatedOn(form, sheetOf(unit))),
              random,
            ),
          ] as const,
      ),
    ),
    accidents: randomAccidents(population, names, random),
  };
}

/** Half the time none; else any alternative of some of the open readings. Few draws, so that a resolved scheme is met again. */
function randomReadings(declared: Branch, random: Random): Record<string, string> {
  if (random.chance(0.5)) return {};
  const open = Object.entries(declared)
    .map(([name, reading]) => [name, Object.keys(branch(branch(reading).alternatives))] as const)
    .filter(([, alternatives]) => alternatives.length > 1);
  return Object.fromEntries(
    random.some(open, 0.3).map(([name, alternatives]) => [name, random.pick(alternatives)] as const),
  );
}

function isRatedOn(form: Branch, sheet: Branch): boolean {
  return branches(sheet.parts).some((part) => part.form === form.id);
}

function ratingsOn(form: Branch, units: readonly Branch[], random: Random): Branch {
  return Object.fromEntries(units.map((unit) => [text(unit.name), randomRating(form, random)] as const));
}

function randomUnit(scheme: Branch, sheet: Branch, of: { unit: Branch; random: Random }): Branch {
  const { unit, random } = of;
  const density = random.pick([0, 0.03, 0.1, 0.3, 0.7]);
  const observed = branches(sheet.items)
    .flatMap(clausesOf)
    .filter((clause) => appliesTo(clause, text(unit.class)) && isObserved(clause));
  return {
    observations: Object.fromEntries(
      random.some(observed, density).map((clause) => [text(clause.id), randomObservation(clause, random)] as const),
    ),
    ...(random.chance(0.3) ? { closed: 'all' } : {}),
    talks: randomTalks(random),
    indicators: randomIndicators(sheet, random),
    bonus: randomDeeds(branch(scheme.bonus), random),
  };
}

export type PartialRecord = { readonly partial: Branch; readonly completion: Branch };

/**
 * A record that is still open, and one closed record that only adds to it. What a closed row of the partial record
 * says, and the registers that feed it, the completion leaves alone; an observation of an open row may gain the
 * requirements and quantities it did not name.
 */
export function randomPartial(scheme: RawTree, seed: number): PartialRecord {
  const facts = randomFacts(scheme, seed);
  const random = new Random(seed ^ 0x5eed);
  const resolved = resolveScheme(scheme, facts.readings);
  const units = Object.entries(branch(facts.units));
  const plans = new Map(units.map(([name, unit]) => [name, planFor(resolved, name, { unit: branch(unit), random })]));
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
  const closed = units.map(([name, unit]) => [name, { ...branch(unit), closed: 'all' }] as const);
  return { partial, completion: { ...facts, units: Object.fromEntries(closed) } };
}

type Plan = { readonly unit: Branch; readonly closes: (register: string) => boolean };

/** What of one unit's closed facts the partial record already has. */
function planFor(scheme: Branch, name: string, of: { unit: Branch; random: Random }): Plan {
  const { unit, random } = of;
  const itself = listed(scheme.population, 'units').find((known) => known.name === name);
  const sheet = branch(branches(scheme.sheets).find((known) => known.id === itself?.sheet));
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
  const entries = (register: string, isSettled: boolean): Branch =>
    isSettled || random.chance(0.5) ? { [register]: list(unit[register]) } : {};
  return {
    closes,
    unit: {
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
