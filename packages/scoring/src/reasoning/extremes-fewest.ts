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
  return added.reduce((kept, clause) => {
    const { [clause]: _, ...rest } = object(unitIn(file, kept).observations);
    const tried = withUnit({ raw: kept, name: file.name }, { ...unitIn(file, kept), observations: rest });
    return holds(tried) ? tried : kept;
  }, facts);
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
