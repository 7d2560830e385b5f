// The engine against an independent oracle that shares no code with it: every number of every unit, on random facts.
import type { SchemeFolder } from '@kaohe/scheme-files';
import { expect, test } from 'vitest';
import { randomFacts } from './oracle/generate.js';
import { oracle } from './oracle/oracle.js';
import { assessed, engine, folders } from './oracle/schemes.js';

/** Random units of one slice; in all, sixty thousand. */
const CASES = 10_000;
const SLICES: Readonly<Record<string, number>> = { 'zhengzhou-2019': 2, 'shandong-2016': 1, general: 3 };
/** Seeds that once disagreed, kept for good. */
const PINNED: readonly (readonly [scheme: string, seed: number])[] = [];

function folderOf(scheme: string): SchemeFolder {
  const folder = folders.find((one) => one.id === scheme);
  if (!folder) throw new Error(`no such scheme: ${scheme}`);
  return folder;
}

/** Compares the facts of seeds, one after the other, until so many units were met. */
function compareFrom(folder: SchemeFolder, seed: number, cases: number): number {
  let compared = 0;
  for (let next = seed; compared < cases; next += 1) {
    const facts = randomFacts(folder.tree, next);
    const expected = oracle(folder.tree, facts);
    const answer = engine(assessed(folder, facts), 'least');
    const names = Object.keys(expected);
    // Comparing texts is quick; the full comparison only says where they differ.
    if (names.some((name) => JSON.stringify(answer[name]) !== JSON.stringify(expected[name])))
      expect(answer, `${folder.id}, seed ${next}`).toEqual(expected);
    expect(Object.keys(answer).length).toBe(names.length);
    compared += names.length;
  }
  return compared;
}

test.each(PINNED)('engine and oracle agree on the pinned seed of %s: %i', (scheme, seed) => {
  expect(compareFrom(folderOf(scheme), seed, 1)).toBeGreaterThan(0);
});

test.each(
  Object.entries(SLICES).flatMap(([scheme, slices]) =>
    Array.from({ length: slices }, (_, slice) => [scheme, slice * 1_000_000] as const),
  ),
)(
  `engine and oracle agree on every number of every unit of %s (${CASES} random units from seed %i)`,
  { timeout: 300_000 },
  (scheme, seed) => {
    expect(compareFrom(folderOf(scheme), seed, CASES)).toBeGreaterThanOrEqual(CASES);
  },
);
