// Where a result says `exact`, both ends of its intervals are reached by facts a person could state.
import type { SchemeFolder } from '@kaohe/scheme-files';
import { type AssessedUnit, compare, type Program, type RawObject, type RawTree } from '@kaohe/scoring';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completed, elsewhere, object, pairsOf, type Side, type World, worstAccidents } from './extremes.js';
import { randomPartial } from './oracle/generate-partial.js';
import { assessed, folders, programFor } from './oracle/schemes.js';

const RUNS = { numRuns: 30 };
const SLOW = { timeout: 300_000 };
/** An end that nothing bounds is reached by no facts. */
const isBounded = (end: { readonly d: bigint }): boolean => end.d !== 0n;

/** Ratings of the partial record, with the missing ones filled alike. */
function filled(program: Program, partial: RawObject, world: World): RawObject {
  const units = Object.entries(object(partial.units)).map(([name, unit]) => sideOf(program, [name, object(unit)], 0));
  return Object.fromEntries(
    [...program.forms].map(([id, { form }]) => {
      const rated = units.filter(({ sheet }) => sheet.parts.some(({ part }) => part.form === id));
      const ballots = Array.from({ length: Number(form.raters) }, () => (world === 'best' ? form.scale : '0'));
      const made: RawObject = Object.fromEntries(rated.map(({ name }): [string, RawTree] => [name, ballots]));
      return [id, { ...made, ...object(object(partial.ratings)[id]) }];
    }),
  );
}

/** A unit of the record, on one side of each exclusive pair of its sheet. */
function sideOf(program: Program, [name, unit]: readonly [string, RawObject], number: number): Side {
  const known = program.scheme.population.units.find((one) => one.name === name);
  const sheet = program.sheets.get(`${unit.sheet ?? known?.sheet}`);
  if (!sheet) throw new Error(`no sheet for ${name}`);
  const isFirst = (pair: number) => Math.floor(number / 2 ** pair) % 2 === 1;
  const pairs = pairsOf(sheet);
  return {
    name,
    unitClass: `${unit.class ?? known?.class}`,
    sheet,
    dropped: new Set(pairs.flatMap(({ when, drops }, pair) => (isFirst(pair) ? drops : [when]))),
    found: new Set(pairs.filter((_, pair) => isFirst(pair)).map(({ when }) => when)),
    program,
  };
}

/** Every world of one kind: one for each way to take the sides of the exclusive pairs. */
function worldsOf(folder: SchemeFolder, partial: RawObject, world: World): (readonly AssessedUnit[])[] {
  const program = programFor(folder, partial);
  const units = Object.entries(object(partial.units)).map(([name, unit]) => [name, object(unit)] as const);
  const most = Math.max(...[...program.sheets.values()].map((sheet) => pairsOf(sheet).length));
  const given = Array.isArray(partial.accidents) ? partial.accidents : [];
  return Array.from({ length: 2 ** most }, (_, number) => {
    const sides = units.map((unit) => [unit, sideOf(program, unit, number)] as const);
    const more = world === 'worst' ? sides.flatMap(([[, unit], side]) => worstAccidents(unit, side)) : [];
    return assessed(folder, {
      ...partial,
      accidents: [...given, ...more],
      units: {
        ...Object.fromEntries(sides.map(([[name, unit], side]) => [name, completed(unit, world, side)])),
        ...elsewhere(program),
      },
      ratings: filled(program, partial, world),
    }).units;
  });
}

/** Checks that each unit's total, and each of its items, has this end in one of the worlds. */
function expectReached(folder: SchemeFolder, partial: RawObject, world: World): void {
  const end = world === 'worst' ? 'least' : 'most';
  const worlds = worldsOf(folder, partial, world);
  for (const { scored } of assessed(folder, partial).units) {
    const name = scored.facts.unit;
    const reached = worlds.flatMap((units) => units.filter((unit) => unit.scored.facts.unit === name));
    if (scored.exact && isBounded(scored.total[end]))
      expect(
        reached.some((unit) => compare(unit.scored.total[end], scored.total[end]) === 0),
        name,
      ).toBe(true);
    for (const [index, item] of scored.items.entries()) {
      if (!item.compiled.exact || !isBounded(item.score[end])) continue;
      const scores = reached.flatMap((unit) => unit.scored.items[index]?.score[end] ?? []);
      expect(
        scores.some((score) => compare(score, item.score[end]) === 0),
        `${name} ${item.compiled.item.id}`,
      ).toBe(true);
    }
  }
}

describe.each(folders.map((folder) => [folder.id, folder] as const))(
  'where a result of %s says exact',
  (_id, folder) => {
    test.each([
      ['least', 'badly', 'worst'],
      ['most', 'well', 'best'],
    ] as const)('the %s is reached: everything still open turns out %s', SLOW, (_end, _how, world) => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 2 ** 30 }), (seed) => {
          expectReached(folder, randomPartial(folder.tree, seed).partial, world);
        }),
        RUNS,
      );
    });
  },
);
