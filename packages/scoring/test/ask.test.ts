// Questions put to a scheme: how far a score can go and by which facts, which grades can be reached, what still decides.

import type { SchemeFolder } from '@kaohe/scheme-files';
import {
  assess,
  compare,
  decidingOf,
  extremeFacts,
  formatExact,
  isRawObject,
  type Program,
  type RawObject,
  type RawTree,
  reachableGrades,
  readFacts,
  scoreOf,
  whereabouts,
} from '@kaohe/scoring';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getFolder, getProgram } from '../../../schemes/folder.js';
import { TINY } from './bounds-cases.js';
import { factsFile, programOf } from './bounds-scheme.js';
import { addedBy, allRecords } from './bounds-worlds.js';
import { randomPartial } from './oracle/generate-partial.js';
import { folders, programFor } from './oracle/schemes.js';

const zhengzhou = getFolder('zhengzhou-2019');
const county = getProgram('zhengzhou-2019');
const city = getProgram('shandong-2016');
const seeds = fc.integer({ min: 1, max: 2 ** 30 });
/** An end that nothing bounds is reached by no facts. */
const isBounded = ({ d }: { readonly d: bigint }) => d !== 0n;
const ENDS = ['least', 'most'] as const;

const object = (tree: RawTree | undefined): RawObject => (isRawObject(tree) ? tree : {});

function assessed(program: Program, facts: RawObject) {
  const read = readFacts(program, facts);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return assess(program, read);
}

function reached(program: Program, given: RawObject, goal: Parameters<typeof extremeFacts>[2]) {
  const found = extremeFacts(program, given, goal);
  if ('problems' in found) throw new Error(JSON.stringify(found.problems));
  return found;
}

/** Each unit of a random record, open or closed, as a file of its own. */
function unitsOf(folder: SchemeFolder, seed: number): RawObject[] {
  const partial: RawObject = randomPartial(folder.tree, seed).partial;
  return Object.entries(object(partial.units)).map(([name, unit]) => {
    const only = (byUnit: RawTree) =>
      object(byUnit)[name] === undefined ? {} : { [name]: object(byUnit)[name] ?? '' };
    const forms = Object.entries(object(partial.ratings)).map(([form, byUnit]) => [form, only(byUnit)]);
    const ledger = Array.isArray(partial.accidents) ? (partial.accidents as RawObject[]) : [];
    const own = ledger.filter(({ place, department }) => place === name || department === name);
    const program = programFor(folder, partial);
    const accidents = own.map((one) => ({ ...one, ...whereabouts(program, name, object(unit).class) }));
    return { ...partial, units: { [name]: unit }, ratings: Object.fromEntries(forms), accidents };
  });
}

describe('facts that reach a bound', () => {
  test.each(folders)(
    'where a result of $id says exact, both ends are reached by facts a person could state, and what is given is kept',
    (folder) => {
      fc.assert(
        fc.property(seeds, (seed) => {
          for (const given of unitsOf(folder, seed))
            for (const end of ENDS) {
              const program = programFor(folder, given);
              const [unit] = assessed(program, given).units;
              const found = reached(program, given, end);
              const [again] = assessed(program, found.facts).units;
              if (unit?.scored.exact && isBounded(found.bound))
                expect([formatExact(found.value), end]).toEqual([formatExact(found.bound), end]);
              expect(formatExact(again?.scored.total[end] ?? found.bound)).toBe(formatExact(found.total));
              const [name = ''] = Object.keys(object(given.units));
              const stated = Object.keys(object(object(object(given.units)[name]).observations));
              const kept = object(object(object(found.facts.units)[name]).observations);
              for (const clause of stated) expect(kept[clause]).toBeDefined();
            }
        }),
        { numRuns: 4 },
      );
    },
    120_000,
  );

  test.each([
    ['county', county],
    ['member', county],
    ['city', city],
  ] as const)(
    'every item of sheet %s, the sheet and the total reach full marks and nothing',
    (id, program) => {
      const sheet = program.sheets.get(id);
      const unit = { sheet: id, class: sheet?.sheet.classes[0] ?? '' };
      for (const of of ['total', 'sheet', ...(sheet?.items ?? []).map(({ item }) => item.id)])
        for (const end of ENDS) {
          const found = reached(program, { units: { 某单位: unit } }, { end, of });
          expect([of, end, found.proven]).toEqual([of, end, true]);
        }
    },
    120_000,
  );

  test.each(TINY)('on every record of “$name” facts reach an exact bound, and none pass it', ({ scheme, facts }) => {
    const program = programOf(scheme);
    let number = 0;
    for (const record of allRecords(facts)) {
      number += 1;
      if (number % 61 !== 0) continue;
      const given = factsFile({ 某市: addedBy(facts, record) });
      for (const end of ENDS) {
        const found = reached(program, given, end);
        const order = compare(found.value, found.bound);
        expect(end === 'most' ? order <= 0 : order >= 0).toBe(true);
        const [unit] = assessed(program, given).units;
        if (unit?.scored.exact) expect([record.join(), end, found.proven]).toEqual([record.join(), end, true]);
      }
    }
  });

  test('a witness holds nothing that could be left out', () => {
    const unit = { 某单位: { sheet: 'county', class: 'district' } };
    const { facts, proven } = reached(county, { units: unit }, { end: 'least', of: 'county/i10' });
    expect(proven).toBe(true);
    expect(object(object(facts.units).某单位).observations).toEqual({ 'county/55.1': { count: '3' } });
    expect(facts.accidents).toEqual([]);
  });
});

describe('grades that can be reached', () => {
  const grades = (given: RawObject) => {
    const found = reachableGrades(county, given);
    if ('problems' in found) throw new Error(JSON.stringify(found.problems));
    return found;
  };

  test('each with facts that have it', () => {
    const found = grades({ units: { 巩义市: {} } });
    expect(found.map(({ grade, reached: yes }) => [grade, yes])).toEqual([
      ['优秀', 'yes'],
      ['完成', 'yes'],
      ['基本完成', 'yes'],
      ['未完成', 'yes'],
    ]);
    for (const { grade, facts } of found)
      expect(facts && assessed(county, facts).units[0]?.decision.grades).toEqual([grade]);
  });

  test('a grade the given facts rule out is not reached', () => {
    const low = grades({
      units: { 巩义市: { bonus: [] } },
      ratings: { leader: { 巩义市: { sum: '60', ballots: '16' } } },
    });
    expect(low[0]).toEqual({ grade: '优秀', reached: 'no', because: [] });
    expect(low[1]).toMatchObject({ grade: '完成', reached: 'yes', because: [] });
  });

  test('a grade that only a veto brings is reached by what the veto looks at', () => {
    const found = reachableGrades(city, { units: { 某市: { sheet: 'city', class: 'city' } } });
    expect(found).toMatchObject([{ grade: '不合格', reached: 'yes', because: ['accidents'] }]);
  });
});

describe('what still decides', () => {
  test('an open row that is not said to decide the total leaves it as it is', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const given of unitsOf(zhengzhou, seed)) {
          const before = assessed(programFor(zhengzhou, given), given);
          const [unit] = before.units;
          if (!unit) continue;
          const deciding = decidingOf(before, unit).filter(({ decides }) => decides.includes('total'));
          const open = unit.scored.items.flatMap((item) => item.clauses.filter((one) => one.open));
          const idle = [...new Set(open.map(({ compiled }) => compiled.row.id))].filter(
            (row) => !deciding.some(({ id }) => id === row),
          );
          const [name = ''] = Object.keys(object(given.units));
          const stated = object(object(given.units)[name]);
          const closed = [...(Array.isArray(stated.closed) ? (stated.closed as string[]) : []), ...idle];
          if (stated.closed === 'all') continue;
          const after = assessed(before.program, { ...given, units: { [name]: { ...stated, closed } } }).units[0];
          expect(after && scoreOf(after.scored, 'total')).toEqual(unit.scored.total);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('a register that only a veto looks at decides grade and rank', () => {
    const whole = assessed(city, { units: { 甲市: { sheet: 'city', class: 'city' } } });
    const [unit] = whole.units;
    const found = unit && decidingOf(whole, unit).find(({ kind }) => kind === 'register');
    expect(found).toMatchObject({ id: 'accidents', vetoes: ['accidents'], decides: ['grade', 'rank'] });
  });
});
