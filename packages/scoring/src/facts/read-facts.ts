/** FACTS (facts.md) → Facts | Problems: all or nothing. The raw tree holds strings only. */

import { Given } from '../observations/given.js';
import { isRawObject, type RawTree } from '../observations/raw-tree.js';
import { nearest } from '../problems/nearest.js';
import type { Problem } from '../problems/problem.js';
import type { Program } from '../scheme/program.js';
import type { ReadingChoice } from '../scheme/readings.js';
import type { Facts } from './facts.js';
import { readAccidents } from './read-accidents.js';
import { readRatings } from './read-ratings.js';
import { readUnit } from './read-unit.js';
import { canonicalUnit, knownNames, unitNames } from './unit-names.js';

const KEYS = ['scheme', 'asOf', 'unmentioned', 'readings', 'units', 'ratings', 'accidents'];

/** The readings a FACTS file asks for. */
export function readingsAsked(raw: RawTree): ReadingChoice {
  if (!isRawObject(raw) || !isRawObject(raw.readings)) return {};
  const stated = Object.entries(raw.readings);
  return Object.fromEntries(stated.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** The facts, or every problem found in them. */
export function readFacts(program: Program, raw: RawTree): Facts | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const given = new Given(raw, [], problems);
  if (!given.object(KEYS)) return { problems };
  if (!isOwnScheme(program, given.get('scheme'))) return { problems };
  for (const reading of given.get('readings').or({}).object() ?? []) reading.text();
  const nothingFound = readUnmentioned(given.get('unmentioned'));
  const named = readUnitNames(program, given.get('units'));
  const others = [...named.keys()];
  const asOf = readAsOf(program, given.get('asOf'));
  const accidents = readAccidents({ program, fileUnits: named, asOf }, given.get('accidents'));
  const ratings = readRatings(program, others, given.get('ratings'));
  const context = { program, accidents, nothingFound, ratings };
  const mentioned = inPrintedOrder(program, [...others, ...ratings.units]);
  const units = mentioned.flatMap((unit) => {
    const stated = named.get(unit) ?? given.get('units').get(unit).or({});
    return readUnit(context, unit, stated) ?? [];
  });
  const errors = problems.filter((found) => found.level === 'error');
  return errors.length > 0 ? { problems: errors } : { units, accidents, notices: problems };
}

/** A file of another scheme has nothing to say here: no further problem of it would help. */
function isOwnScheme(program: Program, given: Given): boolean {
  if (given.isAbsent || given.raw === program.scheme.id) return true;
  given.refuse('other-scheme', { scheme: given.shown, asked: program.scheme.id });
  return false;
}

/** The day the facts are looked at: accident versions begun by then count, windows open then make scores provisional. */
function readAsOf(program: Program, given: Given): string | undefined {
  return given.isAbsent ? undefined : given.date({ from: program.scheme.period.from, to: '9999-12-31' });
}

/** Whether everything that is not mentioned was looked at and is in order; left out, it is open. */
function readUnmentioned(given: Given): boolean {
  if (!given.isAbsent && given.raw !== 'open' && given.raw !== 'nothing-found')
    given.wrongShape('open 或 nothing-found', 'open or nothing-found');
  return given.raw === 'nothing-found';
}

/** Units by canonical name; one unit under two names is refused, as is a name nobody knows. */
function readUnitNames(program: Program, given: Given): Map<string, Given> {
  const named = new Map<string, Given>();
  for (const stated of given.or({}).object() ?? []) {
    const name = stated.key;
    const unit = canonicalUnit(program, name) ?? name;
    const same = named.get(unit)?.key;
    const placed = canonicalUnit(program, name) !== undefined || !stated.get('sheet').isAbsent;
    if (same !== undefined) stated.refuse('duplicate-unit', { unit: name, same });
    else if (!placed || name.trim() === '')
      stated.refuse('unknown-unit', { unit: name, near: nearest(name, knownNames(program)) });
    else named.set(unit, stated);
  }
  return named;
}

function inPrintedOrder(program: Program, units: readonly string[]): string[] {
  const printed = unitNames(program);
  const mentioned = new Set(units);
  const others = [...mentioned].filter((name) => !printed.includes(name));
  return [...printed.filter((name) => mentioned.has(name)), ...others];
}
