import { readFileSync } from 'node:fs';
import { isRawObject, type RawObject, type RawTree } from '@kaohe/scoring';
import { describe, expect, test } from 'vitest';
import { getFolder } from '../../../schemes/folder.js';
import { randomFacts } from '../../scoring/test/oracle/generate.js';
import { type Flip, flipReadings, movedUnits } from './flip-readings.js';
import { parseBytes } from './parse-text.js';
import type { SchemeFolder } from './scheme-folder.js';
import { assessTree } from './score-file.js';

const SCHEMES = ['zhengzhou-2019', 'shandong-2016'];

/** The definition: everything scored anew by the interpreter under every alternative. */
function defined(folder: SchemeFolder, tree: RawObject): Flip[] {
  const before = assessTree(folder, tree);
  if ('problems' in before) return [];
  const { scheme, readings } = before.program;
  return Object.entries(scheme.readings).flatMap(([reading, { alternatives }]) =>
    Object.keys(alternatives)
      .filter((alternative) => alternative !== readings[reading])
      .flatMap((alternative) => {
        const after = assessTree(folder, { ...tree, readings: { ...readings, [reading]: alternative } });
        return 'problems' in after ? [] : [{ reading, alternative, units: movedUnits(before, after) }];
      }),
  );
}

/** The facts with some units left open. */
function partlyOpen(facts: RawObject): RawObject {
  const units = Object.entries(isRawObject(facts.units) ? facts.units : {}).map(
    ([name, unit], index): [string, RawTree] => {
      const { closed: _, ...open } = isRawObject(unit) ? unit : {};
      return [name, index % 3 === 0 ? open : { ...open, closed: 'all' }];
    },
  );
  return { ...facts, unmentioned: 'open', units: Object.fromEntries(units) };
}

describe('flipped readings', () => {
  test.each(SCHEMES)(
    'of %s are what the interpreter makes of the facts read anew, closed or open',
    (name) => {
      const folder = getFolder(name);
      for (let seed = 1; seed <= 6; seed += 1) {
        const closed = randomFacts(folder.tree, seed) as RawObject;
        for (const facts of [closed, partlyOpen(closed)]) {
          const flips = flipReadings(folder, facts);
          expect(flips.length).toBeGreaterThan(0);
          expect(flips).toEqual(defined(folder, facts));
        }
      }
    },
    120_000,
  );

  test('of the demonstration are those of the interpreter, and some move somebody', () => {
    const folder = getFolder('zhengzhou-2019');
    const file = new URL('../../../examples/zhengzhou-2019-demonstration.facts.yaml', import.meta.url);
    const parsed = parseBytes(readFileSync(file));
    const tree = 'tree' in parsed && isRawObject(parsed.tree) ? parsed.tree : {};
    const flips = flipReadings(folder, tree);
    expect(flips).toEqual(defined(folder, tree));
    expect(flips.filter(({ units }) => units.length > 0).length).toBeGreaterThan(5);
  }, 60_000);
});
