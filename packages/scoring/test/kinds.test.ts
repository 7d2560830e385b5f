// The theorems of single rule kinds, on random parameters. A title is what is proved.
import { compare, formatExact, getNumber, type Rational, type RawObject, rational, sum } from '@kaohe/scoring';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessOne, tinyScheme } from './oracle/tiny-scheme.js';

const SLOW = { timeout: 300_000 };
const RUNS = { numRuns: 80 };
const quarters = (most: number) => fc.integer({ min: 0, max: most * 4 }).map((number) => `${number / 4}`);
const whole = (most: number) => fc.integer({ min: 0, max: most });
const effects = fc.constantFrom('deduct', 'award');
const times = (count: number, amount: Rational): Rational => ({ n: amount.n * BigInt(count), d: amount.d });
const minus = (a: Rational, b: Rational): Rational => sum([a, times(-1, b)]);

/** What each observation moves an item that no limit holds. */
function movedBy(rule: RawObject, seen: readonly RawObject[]): Rational[] {
  const rest = { start: 'zero', floor: 'none', ceiling: 'none' };
  const folder = tinyScheme([{ rows: [{ clauses: [[rule]] }], rest }]);
  return seen.map((one) => assessOne(folder, { 's/1.1': one }).scored.sheetScore.most);
}

/** What is asked, as a number from zero in the direction of the rule. */
function askedBy(rule: RawObject, seen: readonly RawObject[]): string[] {
  return movedBy(rule, seen).map((moved) => formatExact(rule.effect === 'award' ? moved : times(-1, moved)));
}

const counts = (most: number) => Array.from({ length: most + 1 }, (_, count) => ({ count: `${count}` }));

describe('series', () => {
  const some = fc.integer({ min: 0, max: 32 }).map((number) => `${number / 4}`);
  const amounts = fc.array(some, { minLength: 2, maxLength: 5 });
  const after = fc.constantFrom('repeat-last', 'continue', 'nothing');

  test(
    'each event asks for its own amount: the printed one, then the last, the next of the line, or nothing',
    SLOW,
    () => {
      fc.assert(
        fc.property(amounts, after, effects, (printed, follows, effect) => {
          const asked = askedBy({ kind: 'series', unit: '起', amounts: printed, after: follows, effect }, counts(8));
          const [before = 0, last = 0] = printed.slice(-2).map(Number);
          const next = (beyond: number) =>
            ({ nothing: 0, 'repeat-last': last, continue: Math.max(0, last + (last - before) * beyond) })[follows] ?? 0;
          const own = Array.from({ length: 8 }, (_, index) =>
            index < printed.length ? Number(printed[index]) : next(index - printed.length + 1),
          );
          const expected = [0, ...own.map((_, index) => own.slice(0, index + 1).reduce((a, b) => a + b))];
          expect(asked).toEqual(expected.map(String));
        }),
        RUNS,
      );
    },
  );
});

describe('piecewise', () => {
  const rule = (line: string, [first, second]: readonly [string, string], rest: RawObject): RawObject => ({
    kind: 'piecewise',
    quantity: { name: '起数', unit: '起', ...(line === 'baseline' ? { baseline: '平均' } : {}) },
    slopes: [{ upTo: line, amount: first }, { amount: second }],
    ...rest,
  });
  const slopes = fc.tuple(quarters(6), quarters(6));

  test(
    'within the line every event asks for the first amount; beyond it each further one for the second, or all do',
    SLOW,
    () => {
      fc.assert(
        fc.property(whole(7), slopes, effects, (line, [first, second], effect) => {
          const expected = (replacing: boolean) =>
            Array.from({ length: 11 }, (_, count) => {
              if (count <= line) return `${count * Number(first)}`;
              const beyond = (count - line) * Number(second);
              return `${replacing ? count * Number(second) : line * Number(first) + beyond}`;
            });
          for (const replacing of ['no', 'yes'])
            expect(askedBy(rule(`${line}`, [first, second], { replacing, effect }), counts(10))).toEqual(
              expected(replacing === 'yes'),
            );
        }),
        RUNS,
      );
    },
  );

  test('only the whole part of an average counts, stated in the rule or with the facts', SLOW, () => {
    fc.assert(
      fc.property(fc.tuple(whole(6), whole(99)), slopes, fc.constantFrom('no', 'yes'), (...drawn) => {
        const [[line, hundredths], both, replacing] = drawn;
        const average = `${line}.${`${hundredths}`.padStart(2, '0')}`;
        const plain = askedBy(rule(`${line}`, both, { replacing }), counts(9));
        expect(askedBy(rule(average, both, { replacing }), counts(9))).toEqual(plain);
        const stated = counts(9).map((one) => ({ ...one, baseline: average }));
        expect(askedBy(rule('baseline', both, { replacing }), stated)).toEqual(plain);
      }),
      RUNS,
    );
  });
});

describe('judgement', () => {
  test('a mark moves the score by itself; without one an award is full and a deduction nothing', SLOW, () => {
    fc.assert(
      fc.property(whole(40), whole(40), whole(4), effects, (...drawn) => {
        const [from, width, quarter, effect] = drawn;
        const range = [`${from}`, `${from + width}`];
        const mark = `${from + (width * quarter) / 4}`;
        const asked = askedBy({ kind: 'judgement', range, effect }, [{ mark, reason: '按材料' }]);
        expect(asked).toEqual([mark]);
        const folder = tinyScheme([
          { rows: [{ clauses: [[{ kind: 'judgement', range, effect }]] }], rest: { start: 'zero', floor: 'none' } },
        ]);
        const closed = formatExact(assessOne(folder, {}).scored.sheetScore.most);
        expect(closed).toBe(effect === 'award' ? range[1] : '0');
      }),
      RUNS,
    );
  });
});

describe('formula', () => {
  const rule = (factors: readonly [number, number], rest: RawObject): RawObject => ({
    kind: 'formula',
    terms: [
      { quantity: { name: '达标率', unit: '%', per: '100' }, times: `${factors[0] / 20}` },
      { quantity: { name: '件数', unit: '件' }, times: `${factors[1] / 4}` },
    ],
    plus: '1',
    ...rest,
  });
  const factor = fc.integer({ min: -8, max: 8 });
  const seen = (share: number, pieces: number) => ({ 达标率: { value: `${share}` }, 件数: { value: `${pieces}` } });

  test('it is linear: two changes together move it as much as each by itself', SLOW, () => {
    fc.assert(
      fc.property(factor, factor, effects, whole(50), whole(9), (...drawn) => {
        const [a, b, effect, share, pieces] = drawn;
        const facts = [seen(0, 0), seen(share, 0), seen(0, pieces), seen(share, pieces)];
        const [none, first, second, both] = movedBy(rule([a, b], { effect }), facts);
        if (!none || !first || !second || !both) throw new Error('four scores are expected');
        expect(compare(sum([minus(first, none), minus(second, none)]), minus(both, none))).toBe(0);
        expect(compare(none, getNumber(effect === 'award' ? '1' : '-1'))).toBe(0);
      }),
      RUNS,
    );
  });

  test('it never leaves its floor and ceiling, and inside them they change nothing', SLOW, () => {
    fc.assert(
      fc.property(
        factor,
        factor,
        whole(4),
        whole(4),
        fc.array(fc.tuple(whole(100), whole(9)), { minLength: 3 }),
        (...drawn) => {
          const [a, b, floor, above, pairs] = drawn;
          const facts = pairs.map(([share, pieces]) => seen(share, pieces));
          const free = askedBy(rule([a, b], {}), facts).map(Number);
          const held = askedBy(rule([a, b], { floor: `${floor}`, ceiling: `${floor + above}` }), facts).map(Number);
          expect(held).toEqual(free.map((value) => Math.min(floor + above, Math.max(floor, value))));
        },
      ),
      RUNS,
    );
  });
});

describe('counts', () => {
  const counted = fc.oneof(
    fc.record({
      kind: fc.constant('per-unit'),
      amount: quarters(4),
      unit: fc.constant('家'),
      basis: fc.constant('occurrence'),
    }),
    fc.record({
      kind: fc.constant('series'),
      unit: fc.constant('起'),
      amounts: fc.array(fc.constantFrom('0.25', '1', '2.5', '4'), { minLength: 2, maxLength: 4 }),
      after: fc.constantFrom('repeat-last', 'continue', 'nothing'),
    }),
    fc
      .tuple(quarters(3), quarters(3), fc.constantFrom('no', 'yes'), whole(6))
      .map(([first, more, replacing, line]) => ({
        kind: 'piecewise',
        quantity: { name: '起数', unit: '起' },
        // A second amount below the first would make a further event cheaper where it replaces.
        slopes: [{ upTo: `${line}`, amount: first }, { amount: `${Number(first) + Number(more)}` }],
        replacing,
      })),
  );

  test('one more count never raises the score where it deducts, and never lowers it where it awards', SLOW, () => {
    fc.assert(
      fc.property(counted, effects, fc.option(quarters(9), { nil: undefined }), (rule, effect, cap) => {
        const moved = movedBy({ ...rule, effect, ...(cap === undefined ? {} : { cap }) }, counts(9));
        for (const [index, next] of moved.slice(1).entries()) {
          const way = compare(next, moved[index] ?? next);
          expect(effect === 'award' ? way : -way).toBeGreaterThanOrEqual(0);
        }
      }),
      RUNS,
    );
  });

  test('a cap never raises what is asked, and holds it from there on', SLOW, () => {
    fc.assert(
      fc.property(counted, effects, quarters(20), (rule, effect, cap) => {
        const free = askedBy({ ...rule, effect }, counts(9)).map(Number);
        const capped = askedBy({ ...rule, effect, cap }, counts(9)).map(Number);
        expect(capped).toEqual(free.map((value) => Math.min(value, Number(cap))));
      }),
      RUNS,
    );
  });

  test('the cap of a group never raises what its members take together', SLOW, () => {
    fc.assert(
      fc.property(quarters(9), whole(6), whole(6), (cap, first, second) => {
        const each = { kind: 'per-unit', amount: '0.75', unit: '家', basis: 'occurrence' };
        const rows = [{ clauses: [[each], [each], [each]] }];
        const seen = Object.fromEntries(
          [first, second, 1].map((count, index) => [`s/1.${index + 1}`, { count: `${count}` }]),
        );
        const scoreWith = (rest: RawObject) =>
          Number(formatExact(assessOne(tinyScheme([{ rows, rest }]), seen).scored.sheetScore.most));
        const free = scoreWith({});
        expect(free).toBe(100 - 0.75 * (first + second + 1));
        const capped = scoreWith({ caps: [{ of: ['s/1.1', 's/1.2'], cap }] });
        expect(capped).toBe(100 - 0.75 - Math.min(Number(cap), 0.75 * (first + second)));
      }),
      RUNS,
    );
  });
});

test('a quantity against an average is the per cent above it, and nothing where it is not above', SLOW, () => {
  const rule = {
    kind: 'per-step',
    quantity: { name: '人数', unit: '百分点', baseline: '平均' },
    amount: '1',
    step: '1',
    from: '0',
    direction: 'above',
    partialStep: 'prorate',
  };
  fc.assert(
    fc.property(whole(3000), fc.integer({ min: 1, max: 3000 }), (value, baseline) => {
      const [moved = rational(0n)] = movedBy(rule, [{ value: `${value}`, baseline: `${baseline}` }]);
      const above = rational(BigInt(Math.max(0, value - baseline)) * 100n, BigInt(baseline));
      expect(compare(times(-1, moved), above)).toBe(0);
    }),
    RUNS,
  );
});
