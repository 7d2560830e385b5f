import { describe, expect, it } from 'vitest';
import { type Asked, capped } from './asked.js';
import { fraction, halfUp, parse, print } from './fraction.js';
import * as kinds from './kinds.js';
import { resolve } from './resolve.js';
import { severity } from './severity.js';
import type { Branch } from './tree.js';

const points = (asked: Asked): string => (asked.forfeits ? 'forfeit' : print(asked.points));

describe('a fraction', () => {
  it('is read from decimals and quotients and printed exactly', () => {
    expect(['0.50', '12', '-0.125', '8/100000', '1/8', '85/3', '-7/6'].map((text) => print(parse(text)))).toEqual([
      '0.5',
      '12',
      '-0.125',
      '0.00008',
      '0.125',
      '85/3',
      '-7/6',
    ]);
  });

  it('rounds a half up and anything less than a half down', () => {
    expect(['28.386', '28.5', '28.499', '29.88'].map((text) => print(halfUp(parse(text), 0)))).toEqual([
      '28',
      '29',
      '28',
      '30',
    ]);
    expect(print(halfUp(parse('28.386'), 2))).toBe('28.39');
  });

  it('has no zero denominator', () => {
    expect(() => fraction(1n, 0n)).toThrow(RangeError);
    expect(() => parse('1e3')).toThrow(TypeError);
  });
});

describe('a choice between readings', () => {
  const choose = (name: string): string => ({ base: 'sheet', once: 'both' })[name] ?? '';

  it('is replaced by the alternative in force, inside it too', () => {
    const tree = { a: { reading: 'base', sheet: { b: { reading: 'base', sheet: 'x' } }, total: 'y' } };
    expect(resolve(tree, choose)).toEqual({ a: { b: 'x' } });
  });

  it('leaves out the value or the entry whose alternative has no key', () => {
    const tree = { list: ['1', { reading: 'once', once: '2' }], cap: { reading: 'once', once: '3' } };
    expect(resolve(tree, choose)).toEqual({ list: ['1'] });
  });
});

describe('fixed and per-unit', () => {
  it('ask the amount once, or once for each', () => {
    const rule = { amount: '0.5' };
    expect(points(kinds.fixed(rule, { breached: 'true' }))).toBe('0.5');
    expect(points(kinds.fixed(rule, { breached: 'false' }))).toBe('0');
    expect(points(kinds.fixed(rule, {}))).toBe('0');
    expect(points(kinds.perUnit(rule, { count: '3' }))).toBe('1.5');
    expect(points(kinds.perUnit(rule, {}))).toBe('0');
  });

  it('stop at the cap', () => {
    const rule = { amount: '0.5', cap: '1' };
    expect(points(capped(rule, kinds.perUnit(rule, { count: '2' })))).toBe('1');
    expect(points(capped(rule, kinds.perUnit(rule, { count: '3' })))).toBe('1');
  });
});

describe('requirements', () => {
  const ask = (actual: Branch, periods = 'per-period'): string =>
    points(
      kinds.perUnit(
        {
          amount: '2',
          periods,
          requirements: [
            { what: '常委会', count: '3', per: 'year' },
            { what: '常务会', count: '1', per: 'quarter' },
            { what: '功能区', count: '1', per: 'quarter', each: 'zone' },
            { what: '调度会', count: '1', per: 'month' },
          ],
        },
        { actual },
      ),
    );

  it('ask for three meetings of which one was held two times the amount', () => {
    expect(ask({ 常委会: '1' })).toBe('4');
    expect(ask({ 常委会: '3' })).toBe('0');
    expect(ask({ 常委会: '4' })).toBe('0');
  });

  it('are met where nothing is said of them', () => {
    expect(ask({})).toBe('0');
    expect(ask({ 常务会: { Q2: '0' } })).toBe('2');
  });

  it('do not let four meetings of one quarter make up for the others, unless the year is what counts', () => {
    const actual = { 常务会: { Q1: '4', Q2: '0', Q3: '0', Q4: '0' } };
    expect(ask(actual)).toBe('6');
    expect(ask(actual, 'yearly-total')).toBe('0');
  });

  it('count a period left out as met in the yearly total too', () => {
    expect(ask({ 常务会: { Q1: '0', Q2: '2' } }, 'yearly-total')).toBe('0');
    expect(ask({ 常务会: { Q1: '0', Q2: '1' } }, 'yearly-total')).toBe('2');
  });

  it('hold for each zone by itself', () => {
    const zones = {
      功能区: [
        { Q1: '1', Q2: '1', Q3: '0', Q4: '1' },
        { Q1: '0', Q2: '3' },
      ],
    };
    expect(ask(zones)).toBe('4');
    expect(ask(zones, 'yearly-total')).toBe('2');
  });

  it('read M1 as M01 and refuse a period they do not have', () => {
    expect(ask({ 调度会: { M1: '0', M02: '0', M12: '1' } })).toBe('4');
    expect(() => ask({ 调度会: { Q1: '0' } })).toThrow('Q1');
  });

  it('compare a bare number with the whole year', () => {
    expect(ask({ 常务会: '3' })).toBe('2');
    expect(ask({ 常务会: '4' })).toBe('0');
  });
});

describe('per-step', () => {
  const rule = { amount: '0.5', step: '10', from: '100', direction: 'below', quantity: { per: '100' } };
  const ask = (seen: Branch, partialStep: string): string => points(kinds.perStep({ ...rule, partialStep }, seen));

  it('drops, rounds up or prorates the half step of 15 % short', () => {
    const seen = { numerator: '17', denominator: '20' };
    expect(['drop', 'round-up', 'prorate'].map((partial) => ask(seen, partial))).toEqual(['0.5', '1', '0.75']);
  });

  it('holds two steps at 80.0 % and one at 80.1 %', () => {
    expect(ask({ value: '80.0' }, 'drop')).toBe('1');
    expect(ask({ value: '80.1' }, 'drop')).toBe('0.5');
    expect(ask({ value: '80.0' }, 'round-up')).toBe('1');
    expect(ask({ value: '79.9' }, 'round-up')).toBe('1.5');
  });

  it('asks nothing on the right side of its target', () => {
    expect(ask({ value: '100' }, 'round-up')).toBe('0');
    expect(ask({ value: '101' }, 'round-up')).toBe('0');
    expect(ask({}, 'round-up')).toBe('0');
  });

  it('takes no step of 2 points at 1.9 above', () => {
    const above = { amount: '10', step: '2', from: '3', direction: 'above', partialStep: 'drop', quantity: {} };
    expect(['4.9', '5', '2'].map((value) => points(kinds.perStep(above, { value })))).toEqual(['0', '10', '0']);
  });
});

describe('threshold', () => {
  const ask = (comparison: string, value: string): string =>
    points(kinds.threshold({ amount: '1', comparison, value: '1.5' }, { value }));

  it('has both sides of its limit in each comparison', () => {
    const sides = ['1.49', '1.5', '1.51'];
    expect(sides.map((value) => ask('<', value))).toEqual(['1', '0', '0']);
    expect(sides.map((value) => ask('<=', value))).toEqual(['1', '1', '0']);
    expect(sides.map((value) => ask('>', value))).toEqual(['0', '0', '1']);
    expect(sides.map((value) => ask('>=', value))).toEqual(['0', '1', '1']);
  });

  it('compares a ratio before any rounding', () => {
    const rule = { amount: '2', comparison: '<', value: '8', quantity: { per: '100000' } };
    expect(points(kinds.threshold(rule, { numerator: '8', denominator: '100000' }))).toBe('0');
    expect(points(kinds.threshold(rule, { numerator: '8', denominator: '100001' }))).toBe('2');
  });

  it('forfeits where that is its effect', () => {
    const rule = { forfeits: 'item', comparison: '>=', value: '0.57', quantity: { per: '100000' } };
    expect(points(kinds.threshold(rule, { numerator: '57', denominator: '10000000' }))).toBe('forfeit');
    expect(points(kinds.threshold(rule, { numerator: '57', denominator: '10000001' }))).toBe('0');
  });
});

describe('parts and ladders', () => {
  it('ask for each absent part, on each occasion where there are several', () => {
    const rule = { amount: '1' };
    expect(points(kinds.parts(rule, { absent: ['方案', '总结'] }))).toBe('2');
    expect(points(kinds.parts(rule, {}))).toBe('0');
    const occasions = [{ absent: ['总结'] }, { absent: [] }, { absent: ['方案', '总结'] }];
    expect(points(kinds.parts({ ...rule, occasions: 'each' }, { occasions }))).toBe('3');
  });

  it('take the one rung whose half-open band holds the value', () => {
    const rungs = [
      { name: '少于5次', from: '1', below: '5', amount: '1' },
      { name: '未投稿', below: '1', amount: '2' },
    ];
    const asked = ['0', '1', '4', '5'].map((value) => points(kinds.ladder({ rungs }, { value })));
    expect(asked).toEqual(['2', '1', '1', '0']);
    expect(points(kinds.ladder({ rungs }, { rung: '未投稿' }))).toBe('2');
    expect(points(kinds.ladder({ rungs }, {}))).toBe('0');
  });
});

describe('accidents', () => {
  type Casualties = readonly [deaths: string, seriousInjuries: string, directEconomicLossYuan: string];
  const accident = ([deaths, seriousInjuries, directEconomicLossYuan]: Casualties, rest = {}): Branch => ({
    deaths,
    seriousInjuries,
    directEconomicLossYuan,
    ...rest,
  });

  it('are as severe as the worst of their three columns', () => {
    const vectors: [Branch, string][] = [
      [accident(['3', '0', '0']), 'relatively-serious'],
      [accident(['2', '9', '9999999.99']), 'ordinary'],
      [accident(['2', '10', '0']), 'relatively-serious'],
      [accident(['9', '49', '49999999']), 'relatively-serious'],
      [accident(['10', '0', '0']), 'serious'],
      [accident(['29', '99', '99999999.99']), 'serious'],
      [accident(['0', '0', '100000000']), 'particularly-serious'],
      [accident(['30', '0', '0']), 'particularly-serious'],
      [accident(['0', '100', '0']), 'particularly-serious'],
      [accident(['0', '0', '10000000']), 'relatively-serious'],
    ];
    for (const [given, level] of vectors) expect(severity(given)).toBe(level);
  });

  it('ask by level for each event', () => {
    const rungs = [
      { levels: ['relatively-serious'], amount: '20' },
      { levels: ['serious', 'particularly-serious'], amount: '40' },
    ];
    const asked = kinds.perEventLadder({ rungs }, [
      accident(['1', '0', '0']),
      accident(['3', '0', '0']),
      accident(['4', '0', '0']),
      accident(['30', '0', '0']),
    ]);
    expect(points(asked)).toBe('80');
  });

  it('feed a rule about responsibility only where they are responsible', () => {
    const rule = { responsible: 'only', rungs: [{ levels: ['ordinary'], forfeits: 'item' }] };
    const ask = (responsible: string): string =>
      points(kinds.perEventLadder(rule, [accident(['1', '0', '0'], { responsible })]));
    expect([ask('true'), ask('false')]).toEqual(['forfeit', '0']);
  });
});
