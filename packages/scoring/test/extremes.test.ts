// Where a result says `exact`, both ends of its intervals are reached by facts a person could state.
import {
  type AssessedUnit,
  assess,
  compare,
  isRawObject,
  type RawObject,
  type RawTree,
  readFacts,
} from '@kaohe/scoring';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getFolder, getProgram } from '../../../schemes/folder.js';
import { bestUnit, worstAccidents, worstUnit } from './extremes.js';
import { randomPartial } from './oracle/generate-partial.js';

const folder = getFolder('zhengzhou-2019');
const program = getProgram('zhengzhou-2019');
const FORMS = { leader: '16', division: '18' };
/** Exclusive findings with what they shut out. Which side is the extreme one depends on what else is stated, so all are tried. */
const PAIRS: readonly (readonly [string, readonly string[]])[] = [
  ['county/8.1', ['county/8.2']],
  ['county/28.1', ['county/28.2', 'county/28.3']],
  ['county/30.2', ['county/30.1']],
  ['county/58.3', ['county/58.4']],
];
const SIDES = Array.from({ length: 2 ** PAIRS.length }, (_, side) =>
  PAIRS.map(([when, drops], pair) => ({ when, drops, first: Math.floor(side / 2 ** pair) % 2 === 1 })),
);

const object = (tree: RawTree | undefined): RawObject => (isRawObject(tree) ? tree : {});

function assessed(facts: RawTree): readonly AssessedUnit[] {
  const read = readFacts(program, facts);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return assess(program, read).units;
}

/** Ratings of the partial record, with the missing ones filled alike. */
function filled(partial: RawObject, mark: 'none' | 'all'): RawObject {
  const units = Object.keys(object(partial.units));
  return Object.fromEntries(
    Object.entries(FORMS).map(([form, ballots]) => {
      const sum = mark === 'all' ? `${ballots}0` : '0';
      const made = Object.fromEntries(units.map((unit) => [unit, { sum, ballots }]));
      return [form, { ...made, ...object(object(partial.ratings)[form]) }];
    }),
  );
}

function mapUnits(partial: RawObject, change: (unit: RawObject, name: string) => RawObject): RawObject {
  const units = Object.entries(object(partial.units)).map(([name, unit]) => [name, change(object(unit), name)]);
  return Object.fromEntries(units);
}

const classOf = (name: string) =>
  program.scheme.population.units.find((unit) => unit.name === name)?.class ?? 'district';

/** Checks that each unit's total has this end in one of the worlds. */
function expectReached(partial: RawObject, worlds: readonly (readonly AssessedUnit[])[], end: 'least' | 'most'): void {
  for (const { scored } of assessed(partial)) {
    if (!scored.exact) continue;
    const name = scored.facts.unit;
    const totals = worlds.map((world) => world.find((unit) => unit.scored.facts.unit === name)?.scored.total[end]);
    const reached = totals.some((total) => total && compare(total, scored.total[end]) === 0);
    expect(reached, name).toBe(true);
  }
}

function partialRecord(seed: number): RawObject {
  return { ...randomPartial(folder.tree, seed).partial, readings: {} };
}

test('where a result says exact, the most is reached: everything still open turns out well', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 30 }), (seed) => {
      const partial = partialRecord(seed);
      const worlds = SIDES.map((pairs) => {
        const found = pairs.filter((pair) => pair.first).map((pair) => pair.when);
        const units = mapUnits(partial, (unit) => bestUnit(unit, found));
        return assessed({ ...partial, units, ratings: filled(partial, 'all') });
      });
      expectReached(partial, worlds, 'most');
    }),
    { numRuns: 60 },
  );
});

test('where a result says exact, the least is reached: everything still open turns out badly', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 30 }), (seed) => {
      const partial = partialRecord(seed);
      const given = Array.isArray(partial.accidents) ? partial.accidents : [];
      const units = Object.entries(object(partial.units));
      const accidents = [...given, ...units.flatMap(([name, unit]) => worstAccidents(name, object(unit)))];
      const worlds = SIDES.map((pairs) => {
        const dropped = new Set(pairs.flatMap((pair) => (pair.first ? pair.drops : [pair.when])));
        const worst = mapUnits(partial, (unit, name) =>
          worstUnit(program, unit, { unitClass: classOf(name), dropped }),
        );
        return assessed({ ...partial, accidents, units: worst, ratings: filled(partial, 'none') });
      });
      expectReached(partial, worlds, 'least');
    }),
    { numRuns: 60 },
  );
});
