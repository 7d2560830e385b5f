// Bounds on tiny schemes, exhaustively: with any subset of the facts, against every completion of it.
import {
  type AssessedUnit,
  type Assessment,
  assess,
  compare,
  type Deciding,
  decidingOf,
  formatExact,
  type Interval,
  type Program,
  type Rational,
  readFacts,
} from '@kaohe/scoring';
import { describe, expect, test } from 'vitest';
import { TINY } from './bounds-cases.js';
import { factsFile, programOf, type Tiny } from './bounds-scheme.js';
import { addedBy, allRecords, Hulls, type Record_ } from './bounds-worlds.js';

const UNIT = '某市';
/** Thousands of records each. */
const SLOW = 120_000;

const known = new Map<string, Assessment>();

/** Each record is assessed once for all its theorems. */
function assessment(program: Program, tiny: Tiny, record: Record_): Assessment {
  const key = `${tiny.name} ${record.join()}`;
  const before = known.get(key);
  if (before) return before;
  const found = assessed(program, tiny, record);
  known.set(key, found);
  return found;
}

function assessed(program: Program, { facts }: Tiny, record: Record_): Assessment {
  const read = readFacts(program, factsFile({ [UNIT]: addedBy(facts, record) }));
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return assess(program, read);
}

function onlyUnit({ units }: Assessment): AssessedUnit {
  const [unit] = units;
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
  const hulls = new Hulls(tiny.facts, (record) => scoresOf(onlyUnit(assessment(program, tiny, record))));

  test(
    'every completion lies inside the interval, and the ends of an exact one are reached',
    () => {
      const failures: string[] = [];
      for (const record of allRecords(tiny.facts)) {
        const unit = onlyUnit(assessment(program, tiny, record));
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
      expect(failures.slice(0, 10)).toEqual([]);
    },
    SLOW,
  );

  test(
    'an open row moves no score further than is said, and one that is said to move a score does',
    () => {
      const failures: string[] = [];
      const rows = [...new Set(tiny.facts.flatMap((fact) => fact.row ?? []))];
      for (const record of allRecords(tiny.facts)) {
        const whole = assessment(program, tiny, record);
        const unit = onlyUnit(whole);
        const deciding = decidingOf(whole, unit);
        for (const row of rows) {
          const own = tiny.facts.flatMap((fact, index) => (fact.row === row ? [index] : []));
          const said = saidOf(
            unit,
            deciding.find(({ id }) => id === row),
          );
          for (const [index, swing] of hulls.swing(record, own).entries()) {
            const claimed = said[index] ?? NONE;
            if (compare(swing, claimed) > 0 || (unit.scored.exact && compare(swing, claimed) < 0))
              failures.push(
                `facts ${record.join()}, ${row}, score ${index}: ${formatExact(claimed)}, is ${formatExact(swing)}`,
              );
          }
        }
      }
      expect(failures.slice(0, 10)).toEqual([]);
    },
    SLOW,
  );
});

const NONE: Rational = { n: 0n, d: 1n };

/** How far a row is said to move each of the scores. */
function saidOf({ scored }: AssessedUnit, deciding: Deciding | undefined): readonly Rational[] {
  const items = scored.items.map(({ compiled }) =>
    deciding && compiled.item.id === deciding.item ? deciding.swings.item : NONE,
  );
  return [...items, deciding?.swings.sheet ?? NONE, deciding?.swings.total ?? NONE];
}
