// Questions about facts: what separates a unit from the next grade, what a question gives, what a change would do.
import { askedFacts, assessTree, whatIf } from '@kaohe/scheme-files';
import {
  assess,
  compare,
  formatExact,
  isRawObject,
  marginsOf,
  type Program,
  type RawObject,
  type RawTree,
  readFacts,
  resultJson,
  sum,
} from '@kaohe/scoring';
import { describe, expect, test } from 'vitest';
import { getFolder, getProgram } from '../../../schemes/folder.js';

const zhengzhou = getFolder('zhengzhou-2019');
const county = getProgram('zhengzhou-2019');

const object = (tree: RawTree | undefined): RawObject => (isRawObject(tree) ? tree : {});

function assessed(program: Program, facts: RawObject) {
  const read = readFacts(program, facts);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return assess(program, read);
}

describe('margins', () => {
  const given: RawObject = {
    unmentioned: 'nothing-found',
    units: {
      巩义市: {
        observations: {
          'county/6.1': { breached: 'true' },
          'county/55.1': { count: '9' },
          'county/55.2': { count: '9' },
          'county/19.1': { count: '3' },
        },
        bonus: [],
      },
      登封市: {},
    },
    ratings: {
      leader: { 巩义市: { sum: '160', ballots: '16' }, 登封市: { sum: '160', ballots: '16' } },
      division: { 巩义市: { sum: '171', ballots: '18' }, 登封市: { sum: '180', ballots: '18' } },
    },
  };

  test('the rows named make up for the points once given back, and none of them can be left out', () => {
    const whole = assessed(county, given);
    const [unit] = whole.units.filter(({ scored }) => scored.facts.unit === '巩义市');
    if (!unit) throw new Error('no unit');
    const margins = marginsOf(whole, unit).filter(({ rows }) => rows.length > 0);
    expect(margins.map(({ kind }) => kind)).toContain('grade');
    const unitIn = object(object(given.units).巩义市);
    const totalWithout = (clauses: readonly string[]) => {
      const kept = Object.entries(object(unitIn.observations)).filter(([id]) => !clauses.includes(id));
      const units = { ...object(given.units), 巩义市: { ...unitIn, observations: Object.fromEntries(kept) } };
      const found = assessed(county, { ...given, units }).units.find(({ scored }) => scored.facts.unit === '巩义市');
      return found?.scored.total.least ?? { n: 0n, d: 1n };
    };
    for (const { points, rows } of margins) {
      const wanted = sum([unit.scored.total.least, points]);
      const clauses = rows.map(({ clause }) => clause);
      expect(compare(totalWithout(clauses), wanted)).toBeGreaterThanOrEqual(0);
      for (const one of clauses)
        expect(compare(totalWithout(clauses.filter((clause) => clause !== one)), wanted)).toBeLessThan(0);
    }
  });

  test('where an item has nothing left, deductions that help only together are named together', () => {
    const whole = assessed(county, given);
    const unit = whole.units.find(({ scored }) => scored.facts.unit === '巩义市');
    const [grade] = unit ? marginsOf(whole, unit) : [];
    const items = unit?.scored.items.filter(({ score }) => score.most.n === 0n).map(({ compiled }) => compiled.item.id);
    expect(items).toEqual(['county/i10']);
    expect(grade?.rows.map(({ clause, worth }) => [clause, formatExact(worth)])).toEqual([
      ['county/55.2', '0'],
      ['county/55.1', '2.5'],
    ]);
  });
});

describe('what is given with a question', () => {
  const asked = (...given: string[]) => askedFacts(county, { class: 'district' }, given);

  test('becomes facts of one unit that say no more than was given', () => {
    const found = asked(
      'accidents.relatively-serious=1',
      'talks=2',
      'bonus=7',
      'ratings.leader=150',
      'county/8.1=breached',
    );
    if ('refused' in found) throw new Error(found.refused.en);
    const [unit] = assessed(county, found.facts).units;
    expect(unit?.scored.facts.registers.accidents).toMatchObject([
      { severity: 'relatively-serious', responsible: false },
    ]);
    expect(unit?.scored.facts.registers.talks).toHaveLength(2);
    expect(formatExact(unit?.scored.bonus.score.most ?? { n: 0n, d: 1n })).toBe('7');
    expect(formatExact(unit?.scored.parts[0]?.score.most ?? { n: 0n, d: 1n })).toBe('19');
    expect(unit?.scored.facts.closed('county/60')).toBe(true);
    expect(unit?.scored.facts.closed('county/59')).toBe(false);
  });

  test('is refused where it means nothing', () => {
    for (const wrong of [
      'talks',
      'accidents.big=1',
      'accidents.serious=x',
      'talks=-1',
      'bonus=1',
      'county/99.9=breached',
      'ratings.nobody=3',
      'county/2.2={',
    ])
      expect(asked(wrong), wrong).toHaveProperty('refused');
  });
});

describe('what if', () => {
  const facts = {
    unmentioned: 'nothing-found',
    units: { 巩义市: { observations: { 'county/8.1': { breached: 'true' } } }, 登封市: {} },
  };

  test('one observation changed moves every unit it moves, and nothing else', () => {
    const change = { unit: '登封市', clause: 'county/1.1', observation: { breached: 'true' } };
    const found = whatIf(zhengzhou, facts, change);
    if ('problems' in found) throw new Error(JSON.stringify(found.problems));
    const plain = assessTree(zhengzhou, facts);
    expect(resultJson(found.before, '')).toEqual('problems' in plain ? plain : resultJson(plain, ''));
    expect(found.moved.map(({ unit }) => unit)).toContain('登封市');
    const back = whatIf(zhengzhou, facts, { unit: '巩义市', clause: 'county/8.1' });
    expect('moved' in back && back.moved.map(({ unit }) => unit)).toContain('巩义市');
    expect(object(object(facts.units).巩义市).observations).toEqual({ 'county/8.1': { breached: 'true' } });
  });

  test('what cannot be observed there is a problem', () => {
    const found = whatIf(zhengzhou, facts, { unit: '登封市', clause: 'county/1.1', observation: { count: '3' } });
    expect(found).toHaveProperty('problems');
  });
});
