/** FACTS of one unit, raw and read: where to look things up in it, and how to put others in their place. */
import type { Facts, UnitFacts } from '../facts/facts.js';
import { canonicalUnit } from '../facts/unit-names.js';
import { isRawObject, type RawObject, type RawTree } from '../observations/raw-tree.js';
import type { Program } from '../scheme/program.js';

export interface UnitFile {
  readonly raw: RawObject;
  /** The key it stands under in `units`. */
  readonly name: string;
  readonly unit: RawObject;
  readonly facts: UnitFacts;
}

export const object = (tree: RawTree | undefined): RawObject => (isRawObject(tree) ? tree : {});
export const list = (tree: RawTree | undefined): readonly RawTree[] =>
  typeof tree === 'object' && !isRawObject(tree) ? (tree as readonly RawTree[]) : [];

/** The file of a single unit; a file of several is a broken call. */
export function onlyUnit(program: Program, raw: RawObject, { units }: Facts): UnitFile {
  const [facts, ...others] = units;
  if (!facts || others.length > 0) throw new RangeError(`facts of one unit are needed, these are of ${units.length}`);
  const keys = Object.keys(object(raw.units));
  const name = keys.find((key) => key === facts.unit || canonicalUnit(program, key) === facts.unit) ?? facts.unit;
  return { raw, name, unit: object(object(raw.units)[name]), facts };
}

/** The file with another unit, ledger or ratings in place of its own. */
export function withUnit({ raw, name }: Pick<UnitFile, 'raw' | 'name'>, unit: RawObject): RawObject {
  return { ...raw, units: { ...object(raw.units), [name]: unit } };
}

/** What is stated on the unit's form, under whichever of its names. */
export function statedBallots(program: Program, file: UnitFile, form: string): RawTree | undefined {
  const stated = object(object(file.raw.ratings)[form]);
  const key = Object.keys(stated).find(
    (one) => one === file.facts.unit || canonicalUnit(program, one) === file.facts.unit,
  );
  return key === undefined ? undefined : stated[key];
}
