// The fast backends against the interpreter and the oracle: random closed units of the real scheme under any readings.
import { assess, type Program, readFacts } from '@kaohe/scoring';
import { describe, expect, test } from 'vitest';
import { getFolder } from '../../../schemes/folder.js';
import { generatedScorer } from '../src/fast/generated.js';
import { closureScorer, type FastScorer, type FastSheet, lowerFacts, planSheet } from '../src/fast/index.js';
import { interpreted, mustPlan, programFor, traced } from './fast-agreement.js';
import { parse, print } from './oracle/fraction.js';
import { randomFacts } from './oracle/generate.js';
import { oracle } from './oracle/oracle.js';

const UNITS = 20_000;
const SLICES = 5;

interface Backend {
  readonly sheet: FastSheet;
  readonly scorers: readonly FastScorer[];
}

const folder = getFolder('zhengzhou-2019');
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
function compareSeed(seed: number): { readonly held: number; readonly refused: readonly string[] } {
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
    for (const scorer of backend.scorers) expect(traced(scorer, slots), `seed ${seed}`).toEqual(wanted);
    const answer = answers[assessed.scored.facts.unit];
    if (answer) {
      expect(print(parse(wanted.total)), `seed ${seed}`).toBe(answer.total);
      expect([wanted.grade, wanted.vetoes], `seed ${seed}`).toEqual([answer.grade, answer.vetoes]);
    }
    held += 1;
  }
  return { held, refused };
}

describe('the fast backends', () => {
  test.each(Array.from({ length: SLICES }, (_, slice) => slice * 1_000_000 + 7))(
    `agree with the interpreter on every number of every unit (${UNITS / SLICES} random units from seed %i)`,
    { timeout: 240_000 },
    (seed) => {
      let held = 0;
      const reasons = new Map<string, number>();
      for (let next = seed; held < UNITS / SLICES; next += 1) {
        const { held: more, refused } = compareSeed(next);
        held += more;
        for (const reason of refused) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      }
      for (const reason of reasons.keys()) expect(reason).toMatch(/off the grid|beyond 32 bits|leave 32 bits/);
    },
  );

  test('hold both sheets of 2019 under the adopted readings, every unit without exception', () => {
    const program = programFor(folder.tree, {});
    for (const id of program.sheets.keys()) expect(mustPlan(planSheet(program, id)).plan.sheet).toBe(id);
  });
});
