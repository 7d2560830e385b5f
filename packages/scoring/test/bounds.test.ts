// Bounds on tiny schemes, exhaustively: with any subset of the facts, against every completion of it.
import {
  type AssessedUnit,
  assess,
  compare,
  formatExact,
  type Interval,
  type Program,
  readFacts,
} from '@kaohe/scoring';
import { describe, expect, test } from 'vitest';
import { TINY } from './bounds-cases.js';
import { factsFile, programOf, type Tiny } from './bounds-scheme.js';
import { addedBy, allRecords, Hulls, type Record_ } from './bounds-worlds.js';

const UNIT = '某市';

function assessed(program: Program, { facts }: Tiny, record: Record_): AssessedUnit {
  const read = readFacts(program, factsFile({ [UNIT]: addedBy(facts, record) }));
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const [unit] = assess(program, read).units;
  if (!unit) throw new Error('no unit');
  return unit;
}

/** Items, sheet and total. */
const scoresOf = ({ scored }: AssessedUnit): readonly Interval[] => [
  ...scored.items.map((one) => one.score),
  scored.sheetScore,
  scored.total,
];
const exactOf = ({ scored }: AssessedUnit): readonly boolean[] => [
  ...scored.items.map((one) => one.compiled.exact),
  scored.exact,
  scored.exact,
];
const shown = ({ least, most }: Interval) => `${formatExact(least)}…${formatExact(most)}`;

describe.each(TINY)('$name', (tiny) => {
  const program = programOf(tiny.scheme);
  const hulls = new Hulls(tiny.facts, (record) => scoresOf(assessed(program, tiny, record)));

  test('every completion lies inside the interval, and the ends of an exact one are reached', () => {
    const failures: string[] = [];
    for (const record of allRecords(tiny.facts)) {
      const unit = assessed(program, tiny, record);
      const exact = exactOf(unit);
      const hull = hulls.of(record);
      for (const [index, score] of scoresOf(unit).entries()) {
        const reached = hull[index];
        if (!reached) throw new Error('no hull');
        const inside = compare(score.least, reached.least) <= 0 && compare(score.most, reached.most) >= 0;
        const equal = compare(score.least, reached.least) === 0 && compare(score.most, reached.most) === 0;
        if (!inside || (exact[index] && !equal))
          failures.push(`facts ${record.join()}, score ${index}: ${shown(score)}, completions ${shown(reached)}`);
      }
    }
    expect(failures).toEqual([]);
  });
});
