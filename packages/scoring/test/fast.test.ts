// The fast backends against the interpreter and the oracle: random closed units of three schemes under any readings.

import type { SchemeFolder } from '@kaohe/scheme-files';
import { assess, isRawObject, type Program, type RawTree, readFacts } from '@kaohe/scoring';
import { describe, expect, test } from 'vitest';
import { generatedScorer } from '../src/fast/generated.js';
import { closureScorer, type FastScorer, type FastSheet, lowerFacts, planSheet } from '../src/fast/index.js';
import { interpreted, mustPlan, programFor, traced } from './fast-agreement.js';
import { parse, print } from './oracle/fraction.js';
import { randomFacts } from './oracle/generate.js';
import { oracle } from './oracle/oracle.js';
import { folders } from './oracle/schemes.js';

/** Units each slice compares. */
const UNITS = 4000;
const SLICES: Readonly<Record<string, number>> = { 'zhengzhou-2019': 5, 'shandong-2016': 1, general: 2 };
/** What the backend may say it cannot hold; anything else is a fault. */
const REASONS = /off the grid|32 bits|out of its range|are rescaled|nothing holds it at zero|has a quota|lane holds/;

interface Backend {
  readonly sheet: FastSheet;
  readonly scorers: readonly FastScorer[];
}

const backends = new Map<Program, Map<string, Backend | { readonly unfit: string }>>();

function backendFor(program: Program, sheetId: string): Backend | { readonly unfit: string } {
  const known = backends.get(program) ?? new Map<string, Backend | { readonly unfit: string }>();
  backends.set(program, known);
  const found = known.get(sheetId);
  if (found) return found;
  const sheet = planSheet(program, sheetId);
  const made = 'unfit' in sheet ? sheet : { sheet, scorers: [generatedScorer(sheet.plan), closureScorer(sheet.plan)] };
  known.set(sheetId, made);
  return made;
}

/** Compares every unit of the facts of one seed; gives how many were held and why others were not. */
function compareSeed(
  folder: SchemeFolder,
  seed: number,
): { readonly held: number; readonly refused: readonly string[] } {
  const facts = randomFacts(folder.tree, seed);
  const program = programFor(folder.tree, facts);
  const read = readFacts(program, facts);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const refused: string[] = [];
  let held = 0;
  const answers = seed % 4 === 0 ? oracle(folder.tree, facts) : {};
  for (const assessed of assess(program, read).units) {
    const backend = backendFor(program, assessed.scored.facts.sheet);
    const slots = 'unfit' in backend ? backend : lowerFacts(backend.sheet, assessed.scored.facts);
    if ('unfit' in backend || 'unfit' in slots) {
      refused.push('unfit' in slots ? slots.unfit : '');
      continue;
    }
    const wanted = interpreted(assessed);
    // Comparing texts is quick; the full comparison only says where they differ.
    const text = JSON.stringify(wanted);
    for (const scorer of backend.scorers) {
      const numbers = traced(scorer, slots);
      if (JSON.stringify(numbers) !== text) expect(numbers, `seed ${seed}`).toStrictEqual(wanted);
    }
    const answer = answers[assessed.scored.facts.unit];
    if (answer) {
      expect(print(parse(wanted.total)), `seed ${seed}`).toBe(answer.total);
      expect([wanted.grade, wanted.vetoes], `seed ${seed}`).toEqual([answer.grade, answer.vetoes]);
    }
    held += 1;
  }
  return { held, refused };
}

/** The general scheme without what the plan says it cannot do: marks rescaled for what does not apply, grades with a quota. */
function plain(tree: RawTree): RawTree {
  if (!isRawObject(tree)) return typeof tree === 'string' ? tree : tree.map(plain);
  const kept = Object.entries(tree).filter(([key, value]) => key !== 'quota' && value !== 'rescale');
  return Object.fromEntries(kept.map(([key, value]) => [key, plain(value)]));
}

const all = folders.map((folder): SchemeFolder => {
  const tree = plain(folder.tree);
  return folder.id === 'general' && isRawObject(tree) ? { ...folder, tree } : folder;
});

function folderOf(scheme: string): SchemeFolder {
  const folder = all.find((one) => one.id === scheme);
  if (!folder) throw new Error(`no such scheme: ${scheme}`);
  return folder;
}

const slices = Object.entries(SLICES).flatMap(([scheme, count]) =>
  Array.from({ length: count }, (_, slice) => [scheme, slice * 1_000_000 + 7] as const),
);

describe('the fast backends', () => {
  test.each(slices)(
    `agree with the interpreter on every number of every unit of %s (${UNITS} random units from seed %i)`,
    { timeout: 300_000 },
    (scheme, seed) => {
      const folder = folderOf(scheme);
      let held = 0;
      let met = 0;
      for (let next = seed; held < UNITS && met < 3 * UNITS; next += 1) {
        const { held: more, refused } = compareSeed(folder, next);
        held += more;
        met += more + refused.length;
        for (const reason of refused) expect(reason).toMatch(REASONS);
      }
      expect(held).toBeGreaterThanOrEqual(UNITS);
    },
  );

  test('hold every sheet of both documents under the adopted readings', () => {
    for (const scheme of ['zhengzhou-2019', 'shandong-2016']) {
      const program = programFor(folderOf(scheme).tree, {});
      for (const id of program.sheets.keys()) expect(mustPlan(planSheet(program, id)).plan.sheet).toBe(id);
    }
  });
});
