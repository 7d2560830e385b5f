import { describe, expect, test } from 'vitest';
import { readingsInForce, resolveReadings } from './readings.js';

const declare = (adopted: string, ...alternatives: readonly string[]) => ({
  adopted,
  alternatives: Object.fromEntries(alternatives.map((name) => [name, {}])),
});
const DECLARED = { readings: { base: declare('sheet', 'sheet', 'composite'), twice: declare('once', 'once', 'both') } };
const BASE = { reading: 'base', sheet: 'on the sheet', composite: 'on the total' };

describe('the readings in force', () => {
  test('are the adopted ones', () => {
    expect(readingsInForce(DECLARED, {})).toEqual({ choice: { base: 'sheet', twice: 'once' }, problems: [] });
  });

  test('give way to those a call asks for, one by one', () => {
    expect(readingsInForce(DECLARED, { base: 'composite' }).choice).toEqual({ base: 'composite', twice: 'once' });
    expect(readingsInForce(DECLARED, { base: 'sheet' }).problems).toEqual([]);
  });

  test('an unknown name is refused, naming those there are', () => {
    const { problems } = readingsInForce(DECLARED, { bass: 'sheet' });
    expect(problems).toMatchObject([
      { code: 'unknown-reading', at: ['readings', 'bass'], details: { name: 'bass', known: ['base', 'twice'] } },
    ]);
  });

  test('an unknown alternative is refused, naming those there are', () => {
    const { problems, choice } = readingsInForce(DECLARED, { base: 'total' });
    expect(problems).toMatchObject([{ code: 'unknown-alternative', details: { known: ['sheet', 'composite'] } }]);
    expect(choice.base).toBe('sheet');
  });

  test('names every object inherits are as unknown as others', () => {
    for (const name of ['constructor', 'toString', '__proto__']) {
      const asked = Object.fromEntries([[name, 'sheet']]);
      expect(readingsInForce(DECLARED, asked).problems.map((found) => found.code)).toEqual(['unknown-reading']);
      expect(readingsInForce(DECLARED, { base: name }).problems.map((found) => found.code)).toEqual([
        'unknown-alternative',
      ]);
    }
  });

  test('of a scheme that declares none are none', () => {
    expect(readingsInForce({}, {})).toEqual({ choice: {}, problems: [] });
    expect(readingsInForce({}, { base: 'sheet' }).problems).toHaveLength(1);
  });
});

describe('a tree under its readings', () => {
  const under = (base: string) => ({ base, twice: 'once' });

  test('has the chosen value in place of the choice, and the object says which reading decided', () => {
    const tree = { bonus: { to: BASE, cap: '10' } };
    const bonus = { to: 'on the sheet', cap: '10', readings: ['base'] };
    expect(resolveReadings(tree, under('sheet'))).toEqual({ bonus });
    expect(resolveReadings(tree, under('composite')).bonus).toMatchObject({ to: 'on the total' });
  });

  test('leaves out a key whose alternative has no value, and still says why', () => {
    const tree = { bonus: { ceiling: { reading: 'base', composite: 'full-marks' }, cap: '10' } };
    expect(resolveReadings(tree, under('sheet'))).toEqual({ bonus: { cap: '10', readings: ['base'] } });
    expect(resolveReadings(tree, under('composite')).bonus).toMatchObject({ ceiling: 'full-marks' });
  });

  test('leaves out a list entry whose alternative has no value', () => {
    const tree = { exclusive: [{ reading: 'twice', once: { when: 'a' } }, { when: 'b' }] };
    const kept = [{ when: 'a', readings: ['twice'] }, { when: 'b' }];
    expect(resolveReadings(tree, { twice: 'once' })).toEqual({ exclusive: kept });
    expect(resolveReadings(tree, { twice: 'both' })).toEqual({ exclusive: [{ when: 'b' }] });
  });

  test('keeps a list entry that is a text as it is chosen', () => {
    const tree = { grades: [{ reading: 'twice', once: '优秀', both: '完成' }] };
    expect(resolveReadings(tree, { twice: 'both' })).toEqual({ grades: ['完成'] });
  });

  test('resolves a choice within a choice', () => {
    const tree = {
      rule: { amount: { reading: 'base', sheet: { reading: 'twice', once: '1', both: '2' }, composite: '3' } },
    };
    expect(resolveReadings(tree, { base: 'sheet', twice: 'both' }).rule).toMatchObject({ amount: '2' });
    expect(resolveReadings(tree, { base: 'composite', twice: 'both' }).rule).toMatchObject({ amount: '3' });
  });

  test('adds a reading to those listed by hand, once', () => {
    const tree = { bonus: { readings: ['by-hand', 'base'], to: BASE } };
    expect(resolveReadings(tree, under('sheet')).bonus).toMatchObject({ readings: ['by-hand', 'base'] });
    const other = { bonus: { readings: ['by-hand'], to: BASE } };
    expect(resolveReadings(other, under('sheet')).bonus).toMatchObject({ readings: ['by-hand', 'base'] });
  });

  test('does not look for choices in the declarations themselves', () => {
    const tree = { ...DECLARED, to: BASE };
    expect(resolveReadings(tree, under('sheet'))).toEqual({
      ...DECLARED,
      to: 'on the sheet',
      readings: DECLARED.readings,
    });
  });

  test('leaves everything else untouched', () => {
    const tree = { a: '1', b: ['2', { c: '3' }], d: {} };
    expect(resolveReadings(tree, {})).toEqual(tree);
  });
});
