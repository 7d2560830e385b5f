// The theorems of what stands above the rules: marks that do not apply, trimmed ballots, quotas, vetoes. A title is what is proved.
import type { SchemeFolder } from '@kaohe/scheme-files';
import { type AssessedUnit, compare, formatExact, type RawObject } from '@kaohe/scoring';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomFacts } from './oracle/generate.js';
import { assessed, folders } from './oracle/schemes.js';
import { assessOne, type Row, tinyScheme } from './oracle/tiny-scheme.js';

const SLOW = { timeout: 300_000 };
const RUNS = { numRuns: 80 };
const seeds = fc.integer({ min: 1, max: 2 ** 30 });
const NOT_APPLICABLE = { notApplicable: 'true' };
const general = folders.find((folder) => folder.id === 'general') ?? tinyScheme([]);

describe('marks that do not apply', () => {
  /** Rows of ten marks each, the whole making 100, half of them deducting and half awarding. */
  const row: Row = { fullMarks: '10', clauses: [[{ kind: 'fixed', amount: '4' }], [{ kind: 'fixed', amount: '6' }]] };
  const judged: Row = { fullMarks: '10', clauses: [[{ kind: 'judgement', range: ['0', '10'], effect: 'award' }]] };
  const folder = tinyScheme(
    [
      { rows: [row, row, row], rest: { fullMarks: '30' } },
      { rows: [row, row], rest: { fullMarks: '20', floor: 'carry' } },
      { rows: [judged, judged, judged, judged, judged], rest: { fullMarks: '50', start: 'zero' } },
    ],
    { sheet: { notApplicable: 'rescale' } },
  );
  const clausesOf = (number: number) => (number > 5 ? [`s/${number}.1`] : [`s/${number}.1`, `s/${number}.2`]);
  const absent = fc.subarray(
    Array.from({ length: 10 }, (_, index) => index + 1),
    { maxLength: 9 },
  );
  const without = (rows: readonly number[]): RawObject =>
    Object.fromEntries(rows.flatMap(clausesOf).map((id) => [id, NOT_APPLICABLE]));

  test('leave a full record at full marks', SLOW, () => {
    fc.assert(
      fc.property(absent, (rows) => {
        const { scored } = assessOne(folder, without(rows));
        expect(formatExact(scored.sheetScore.most)).toBe('100');
      }),
      RUNS,
    );
  });

  test('leave the share that was reached of the marks that apply', SLOW, () => {
    fc.assert(
      fc.property(absent, fc.subarray([1, 2, 3, 4, 5]), (rows, found) => {
        const breached = found.filter((number) => !rows.includes(number));
        const seen = Object.fromEntries(breached.map((number) => [`s/${number}.1`, { breached: 'true' }]));
        const { scored } = assessOne(folder, { ...without(rows), ...seen });
        const applicable = 100n - 10n * BigInt(rows.length);
        const reached = applicable - 4n * BigInt(breached.length);
        expect(compare(scored.sheetScore.most, { n: reached * 100n, d: applicable })).toBe(0);
      }),
      RUNS,
    );
  });
});

describe('trimmed ballots', () => {
  const form = (id: string, rest: RawObject): RawObject => ({
    id,
    annex: id,
    title: id,
    titleEn: id,
    scale: '10',
    decimals: '1',
    coefficient: '0.25',
    missing: 'plain-sum',
    raterName: id,
    raterNameEn: id,
    columns: [],
    notes: [],
    signature: id,
    ...rest,
  });
  const scoreOn = (rest: RawObject, ballots: readonly string[]) => {
    const part = { id: 'p', name: 'p', nameEn: 'p', weight: '100', form: 'f', quote: '评' };
    const folder = tinyScheme([], { forms: [form('f', rest)], sheet: { parts: [part] } });
    return formatExact(assessOne(folder, {}, { f: [...ballots] }).scored.total.most);
  };
  const mark = fc.integer({ min: 0, max: 100 }).map((tenths) => `${tenths / 10}`);

  test('of equal marks change nothing: as many raters fewer would have given the same', SLOW, () => {
    fc.assert(
      fc.property(mark, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 8 }), (given, trim, left) => {
        const raters = left + 2 * trim;
        const all = (count: number) => Array.from({ length: count }, () => given);
        const trimmed = scoreOn({ raters: `${raters}`, trim: `${trim}` }, all(raters));
        expect(trimmed).toBe(scoreOn({ raters: `${left}` }, all(left)));
      }),
      RUNS,
    );
  });

  test('do not matter beyond being the highest and the lowest', SLOW, () => {
    fc.assert(
      fc.property(fc.array(mark, { minLength: 3, maxLength: 9 }), mark, mark, (ballots, one, other) => {
        const sorted = [...ballots].sort((a, b) => Number(a) - Number(b));
        const [lowest = 0, highest = 0] = [Number(sorted[0]), Number(sorted.at(-1))];
        const rest = { raters: `${ballots.length}`, trim: '1' };
        const moved = [
          `${Math.min(lowest, Number(one))}`,
          ...sorted.slice(1, -1),
          `${Math.max(highest, Number(other))}`,
        ];
        expect(scoreOn(rest, moved)).toBe(scoreOn(rest, ballots));
      }),
      RUNS,
    );
  });

  test('that are missing leave equal marks what they were, over those received', SLOW, () => {
    fc.assert(
      fc.property(mark, fc.integer({ min: 0, max: 4 }), (given, missing) => {
        const rest = { raters: '9', trim: '2', missing: 'over-received' };
        const all = (count: number) => Array.from({ length: count }, () => given);
        expect(scoreOn(rest, all(9 - missing))).toBe(scoreOn(rest, all(9)));
      }),
      RUNS,
    );
  });
});

/** The grades of the scheme, best first, and after them those that only a veto gives. */
function order(folder: SchemeFolder, unit: AssessedUnit): number {
  const bands = (folder.tree.gradeBands ?? []) as readonly RawObject[];
  const index = bands.findIndex((band) => band.grade === unit.decision.grades[0]);
  return index < 0 ? bands.length : index;
}

function expectNeverAbove(seed: number, folder: SchemeFolder, without: SchemeFolder): void {
  const facts = randomFacts(folder.tree, seed);
  const free = new Map(assessed(without, facts).units.map((unit) => [unit.scored.facts.unit, unit]));
  for (const unit of assessed(folder, facts).units) {
    const before = free.get(unit.scored.facts.unit);
    expect(before && order(folder, unit)).toBeGreaterThanOrEqual(before ? order(folder, before) : 0);
  }
}

test('a quota never raises a grade', SLOW, () => {
  const bands = (general.tree.gradeBands as readonly RawObject[]).map(({ quota: _quota, ...band }) => band);
  const unlimited = { ...general, tree: { ...general.tree, gradeBands: bands } };
  fc.assert(
    fc.property(seeds, (seed) => {
      expectNeverAbove(seed, general, unlimited);
    }),
    { numRuns: 150 },
  );
});

test('a quota leaves the best grade to no more of those ranked than it allows, but for ties at its edge', SLOW, () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { units } = assessed(general, randomFacts(general.tree, seed));
      for (const sheet of ['general', 'bureau']) {
        const ranked = units.filter((unit) => unit.scored.facts.sheet === sheet && unit.rank);
        const best = ranked.filter((unit) => unit.decision.grades[0] === '优秀').map((unit) => unit.rank?.most ?? 0);
        expect(Math.max(0, ...best)).toBeLessThanOrEqual(Math.floor(ranked.length * 0.4));
      }
    }),
    { numRuns: 150 },
  );
});

test.each(folders.map((folder) => [folder.id, folder] as const))(
  'a veto of %s never raises the grade of the unit it strikes',
  SLOW,
  (_id, folder) => {
    const lenient = { ...folder, tree: { ...folder.tree, vetoes: [] } };
    fc.assert(
      fc.property(seeds, (seed) => {
        const facts = randomFacts(folder.tree, seed);
        const free = new Map(assessed(lenient, facts).units.map((unit) => [unit.scored.facts.unit, unit]));
        for (const unit of assessed(folder, facts).units) {
          const before = free.get(unit.scored.facts.unit);
          if (!before || unit.decision.vetoes.length === 0) continue;
          expect(order(folder, unit)).toBeGreaterThanOrEqual(order(folder, before));
        }
      }),
      { numRuns: 150 },
    );
  },
);
