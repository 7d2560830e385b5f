import type { RawObject, RawTree } from '@kaohe/scoring';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeFormula, unescapeFormula } from '../src/csv/injection.js';
import { detectDelimiter, parseCsv } from '../src/csv/parse-csv.js';
import { renderCsv } from '../src/csv/render-csv.js';
import { SUBJECTS } from '../src/facts/subjects.js';
import { readFactsCsv, writeFactsCsv } from '../src/facts-csv.js';
import { exampleFacts, generatedFacts, WORDS } from './sample-facts.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const throughCsv = (tree: RawObject) => readFactsCsv(bytes(writeFactsCsv(tree, WORDS)), WORDS);

const words = fc.oneof(
  fc.constantFrom(
    'units',
    'observations',
    'closed',
    'bonus',
    'talks',
    'actual',
    'absent',
    'occasions',
    'note',
    'evidence',
  ),
  fc.constantFrom(
    '巩义市',
    'county/2.2',
    'leader',
    'accidents',
    'ratings',
    'kind',
    'promoted',
    '=1+1',
    "'@x",
    '-',
    '是',
    '无',
    '',
  ),
  fc.string({ maxLength: 6 }),
);
const { tree: anyTree } = fc.letrec<{ tree: RawTree; object: RawObject }>((tie) => ({
  tree: fc.oneof({ maxDepth: 6 }, words, tie('object'), fc.array(tie('tree'), { maxLength: 3 })),
  object: fc.dictionary(words, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
}));
const topKeys = fc.constantFrom('scheme', 'asOf', 'unmentioned', 'readings', 'units', 'ratings', 'accidents', 'other');
const anyFacts = fc.dictionary(topKeys, anyTree, { minKeys: 1, maxKeys: 5, noNullPrototype: true });

describe('CSV', () => {
  test('reading what was written gives the same facts, for 200 generated files', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const facts = generatedFacts(seed);
      const { tree, problems } = throughCsv(facts);
      expect(problems).toEqual([]);
      expect(tree, `seed ${seed}`).toEqual(facts);
    }
  });

  test('reading what was written gives the same tree, whatever its shape', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { tree, problems } = throughCsv(facts);
        expect(problems).toEqual([]);
        expect(tree).toEqual(facts);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(['one-district', 'zhengzhou-2019-demonstration', 'accident-versions'])(
    'the example %s is written without a verbatim line and read back the same',
    (name) => {
      const facts = exampleFacts(name);
      expect(writeFactsCsv(facts, WORDS)).not.toContain(SUBJECTS.verbatim);
      expect(throughCsv(facts).tree).toEqual(facts);
    },
  );

  test('records written and parsed are the same records', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('=1', 'a,b', '"', '\r\n', '\t', ' x ', '+1', "'=1"));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
        (records) => {
          const parsed = parseCsv(renderCsv(records).slice(1), ',');
          expect(Array.isArray(parsed) && parsed.map(({ cells }) => cells.map(unescapeFormula))).toEqual(records);
        },
      ),
    );
  });

  test('no cell that is written begins like a formula, and every cell is read as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '\t', '\r', 'a', '1') }), (text) => {
        expect(escapeFormula(text)).not.toMatch(/^[=+\-@\t\r\n]/);
        expect(unescapeFormula(escapeFormula(text))).toBe(text);
      }),
    );
  });

  test.each([
    ['a,b;c', ','],
    ['a;b;c', ';'],
    ['a\tb\tc', '\t'],
    ['"a,b,c";d', ';'],
    ['a', ','],
  ])('the delimiter of %j is %j', (line, delimiter) => {
    expect(detectDelimiter(line)).toBe(delimiter);
  });
});
