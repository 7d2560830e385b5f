/** Of facts that reach an end, as few as do: what was added and changes nothing is taken back. */
import type { RawObject, RawTree } from '../observations/raw-tree.js';
import { list, object, type UnitFile, withUnit } from './extremes-file.js';

type Holds = (facts: RawObject) => boolean;

/**
 * The facts without what was added in vain; `holds` says whether facts still reach the end. Findings are tried in the order of
 * `smallestFirst` (clause ids), so that a single large one is what stays.
 */
export function leaveOutIdle(
  file: UnitFile,
  facts: RawObject,
  { smallestFirst, holds }: { readonly smallestFirst: readonly string[]; readonly holds: Holds },
): RawObject {
  const left = (before: RawObject, steps: readonly (typeof withoutAccidents)[]) =>
    steps.reduce((kept, without) => {
      const tried = without(file, kept);
      return tried !== kept && holds(tried) ? tried : kept;
    }, before);
  const entered = left(facts, [withoutDeeds, withoutTalks]);
  const observed = withoutObservations(file, entered, { smallestFirst, holds });
  return left(observed, [withoutAccidents, withoutIndicators]);
}

const unitIn = (file: UnitFile, facts: RawObject): RawObject => object(object(facts.units)[file.name]);

function withoutObservations(
  file: UnitFile,
  facts: RawObject,
  { smallestFirst, holds }: { readonly smallestFirst: readonly string[]; readonly holds: Holds },
): RawObject {
  const before = object(file.unit.observations);
  const made = object(unitIn(file, facts).observations);
  const added = smallestFirst.filter((clause) => made[clause] !== undefined && before[clause] === undefined);
  const without = (kept: RawObject, clauses: readonly string[]): RawObject => {
    const left = Object.entries(object(unitIn(file, kept).observations)).filter(([id]) => !clauses.includes(id));
    const unit = { ...unitIn(file, kept), observations: Object.fromEntries(left) };
    return withUnit({ raw: kept, name: file.name }, unit);
  };
  return leaveOutMany(facts, added, { without, holds });
}

/** All of them at once where that holds, else one half after the other. */
function leaveOutMany(
  facts: RawObject,
  clauses: readonly string[],
  trial: { readonly without: (facts: RawObject, clauses: readonly string[]) => RawObject; readonly holds: Holds },
): RawObject {
  if (clauses.length === 0) return facts;
  const tried = trial.without(facts, clauses);
  if (trial.holds(tried)) return tried;
  if (clauses.length === 1) return facts;
  const half = Math.ceil(clauses.length / 2);
  return leaveOutMany(leaveOutMany(facts, clauses.slice(0, half), trial), clauses.slice(half), trial);
}

function withoutAccidents(file: UnitFile, facts: RawObject): RawObject {
  const before = list(file.raw.accidents);
  return list(facts.accidents).length === before.length ? facts : { ...facts, accidents: before };
}

const withoutDeeds = withoutEntries('bonus', []);
const withoutTalks = withoutEntries('talks', []);

function withoutEntries(key: string, none: RawTree): (file: UnitFile, facts: RawObject) => RawObject {
  return (file, facts) => {
    const unit = unitIn(file, facts);
    const added = file.unit[key] === undefined && list(unit[key]).length > 0;
    return added ? withUnit({ raw: facts, name: file.name }, { ...unit, [key]: none }) : facts;
  };
}

function withoutIndicators(file: UnitFile, facts: RawObject): RawObject {
  const unit = unitIn(file, facts);
  const before = object(file.unit.indicators);
  const added = Object.keys(object(unit.indicators)).length > Object.keys(before).length;
  return added ? withUnit({ raw: facts, name: file.name }, { ...unit, indicators: before }) : facts;
}
