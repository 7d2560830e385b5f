// The theorems of scoring, on random records of the real scheme. A title is what is proved; failing seeds are pinned.
import { assessTree } from '@kaohe/scheme-files';
import {
  type Assessment,
  compare,
  explain,
  findNumber,
  formatExact,
  isRawObject,
  type Rational,
  type RawObject,
  type RawTree,
  rational,
  reEvaluate,
  resultJson,
  roundHalfUp,
  type ScoredUnit,
  sum,
} from '@kaohe/scoring';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getFolder } from '../../../schemes/folder.js';
import { randomFacts } from './oracle/generate.js';
import { randomPartial } from './oracle/generate-partial.js';

const folder = getFolder('zhengzhou-2019');
const seeds = fc.integer({ min: 1, max: 2 ** 30 });
const RUNS = { numRuns: 250 };

function assessed(facts: RawTree): Assessment {
  const assessment = assessTree(folder, facts);
  if ('problems' in assessment) throw new Error(JSON.stringify(assessment.problems));
  return assessment;
}

const scoredUnits = (facts: RawTree): ScoredUnit[] => assessed(facts).units.map((unit) => unit.scored);

function inside(outer: { least: Rational; most: Rational }, inner: { least: Rational; most: Rational }): boolean {
  return compare(outer.least, inner.least) <= 0 && compare(inner.most, outer.most) <= 0;
}

function object(tree: RawTree | undefined): RawObject {
  return isRawObject(tree) ? tree : {};
}

/** The same object with its keys, and those of every object in it, the other way round. */
function reversed(tree: RawTree): RawTree {
  if (!isRawObject(tree)) return tree;
  return Object.fromEntries(
    Object.entries(tree)
      .reverse()
      .map(([key, value]) => [key, reversed(value)]),
  );
}

describe('scoring', () => {
  test('0 ≤ item score ≤ full marks', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { score, compiled } of scoredUnits(randomPartial(folder.tree, seed).partial).flatMap(
          (one) => one.items,
        )) {
          expect(compare(score.least, rational(0n))).toBeGreaterThanOrEqual(0);
          expect(compare(score.most, compiled.fullMarks)).toBeLessThanOrEqual(0);
          expect(compare(score.least, score.most)).toBeLessThanOrEqual(0);
        }
      }),
      RUNS,
    );
  });

  test('what is applied clause by clause is what the item lost, in both extreme worlds', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const item of scoredUnits(randomPartial(folder.tree, seed).partial).flatMap((one) => one.items))
          for (const world of ['least', 'most'] as const) {
            const left = sum([item.compiled.fullMarks, ...item.clauses.map((clause) => clause.applied[world])]);
            expect(formatExact(left)).toBe(formatExact(item.score[world]));
          }
      }),
      RUNS,
    );
  });

  test('the explanation re-evaluates, node by node from its leaves, to the total', () => {
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, closed) => {
        const facts = closed ? randomFacts(folder.tree, seed) : randomPartial(folder.tree, seed).partial;
        const { program, units } = assessed(facts);
        for (const { scored } of units) {
          const again = reEvaluate(explain(program, scored));
          expect([formatExact(again.least), formatExact(again.most)]).toEqual([
            formatExact(scored.total.least),
            formatExact(scored.total.most),
          ]);
        }
      }),
      RUNS,
    );
  });

  test('any completion of a partial record lies inside its interval: items, sheet, parts, total, grades, rank', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { partial, completion } = randomPartial(folder.tree, seed);
        const before = assessed(partial);
        const after = assessed(completion);
        for (const now of after.units) {
          const then = before.units.find((unit) => unit.scored.facts.unit === now.scored.facts.unit);
          expect(then).toBeDefined();
          if (!then) continue;
          expect(inside(then.scored.total, now.scored.total)).toBe(true);
          expect(inside(then.scored.sheetScore, now.scored.sheetScore)).toBe(true);
          for (const [index, item] of now.scored.items.entries())
            expect(inside(then.scored.items[index]?.score ?? item.score, item.score), item.compiled.item.id).toBe(true);
          for (const grade of now.decision.grades) expect(then.decision.grades).toContain(grade);
          if (now.rank && then.rank) {
            expect(then.rank.least).toBeLessThanOrEqual(now.rank.least);
            expect(then.rank.most).toBeGreaterThanOrEqual(now.rank.most);
          }
        }
      }),
      RUNS,
    );
  });

  test('the order in which findings are written down is irrelevant', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const facts = randomFacts(folder.tree, seed);
        const turned = { ...facts, units: reversed(facts.units ?? {}), ratings: reversed(facts.ratings ?? {}) };
        expect(resultJson(assessed(turned), '').units).toEqual(resultJson(assessed(facts), '').units);
      }),
      RUNS,
    );
  });

  test('one more accident never raises a score', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 40 }), fc.boolean(), (seed, deaths, responsible) => {
        const facts = randomFacts(folder.tree, seed);
        const [place] = Object.keys(object(facts.units));
        const accident = {
          id: 'one-more',
          on: '2019-06-01',
          place: place ?? '',
          deaths: `${deaths}`,
          responsible: `${responsible}`,
        };
        const more = { ...facts, accidents: [...(Array.isArray(facts.accidents) ? facts.accidents : []), accident] };
        const before = scoredUnits(facts).find((unit) => unit.facts.unit === place);
        const after = scoredUnits(more).find((unit) => unit.facts.unit === place);
        expect(before && after && compare(after.total.most, before.total.most)).toBeLessThanOrEqual(0);
      }),
      RUNS,
    );
  });

  test('within one exclusive alternative one more finding never raises a score', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.boolean(), (missing, unsigned) => {
        const scoreWith = (count: number) => {
          const observations = { 'county/8.1': { breached: `${unsigned}` }, 'county/8.2': { count: `${count}` } };
          const [unit] = scoredUnits({ unmentioned: 'nothing-found', units: { 巩义市: { observations } } });
          return unit?.sheetScore.most ?? rational(0n);
        };
        expect(compare(scoreWith(missing + 1), scoreWith(missing))).toBeLessThanOrEqual(0);
      }),
      RUNS,
    );
  });

  test('a veto never improves an outcome: no rank, no award, and no grade above the computed one', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom('flag', 'grade-fail'), (seed, effect) => {
        const facts = randomFacts(folder.tree, seed);
        const { program, units } = assessed({ ...facts, readings: { 'veto-effect': effect } });
        const grades = program.bands.map((band) => band.grade);
        for (const { decision, rank, scored } of units) {
          if (decision.vetoes.length === 0) continue;
          expect(rank).toBeUndefined();
          expect(decision.award.eligible).toBe('no');
          const computed = program.bands.findIndex((band) => !band.from || compare(scored.total.most, band.from) >= 0);
          expect(grades.indexOf(decision.grades[0] ?? '')).toBeGreaterThanOrEqual(computed);
        }
      }),
      RUNS,
    );
  });

  test('scoring twice gives identical bytes', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const bytes = () =>
          JSON.stringify(resultJson(assessed(randomPartial(folder.tree, seed).partial), folder.edition));
        expect(bytes()).toBe(bytes());
      }),
      { numRuns: 100 },
    );
  });

  test('every score of the scheme stays on the grid of its own scale', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { program, units } = assessed({ ...randomFacts(folder.tree, seed), readings: {} });
        for (const { scored } of units) expect(scored.total.most.d).toBe(program.scale);
      }),
      RUNS,
    );
  });
});

describe('exact numbers', () => {
  const numbers = fc.record({
    n: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
    d: fc.bigInt({ min: 1n, max: 10n ** 6n }),
  });

  test('reading what was written gives the number back', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const read = findNumber(formatExact(number));
        expect(read && compare(read, number)).toBe(0);
      }),
    );
  });

  test('rounding half up moves a number by at most half a unit of the last digit, and a tie upward', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 4 }), (number, digits) => {
        const unit = 10n ** BigInt(digits);
        const rounded = roundHalfUp(number, digits);
        const twice = 2n * (rounded.n * number.d - number.n * rounded.d) * unit;
        const whole = rounded.d * number.d;
        expect(twice > -whole && twice <= whole).toBe(true);
      }),
    );
  });
});
