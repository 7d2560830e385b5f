import { describe, expect, test } from 'vitest';
import { askRule, PARTS } from '../../test/unit-scheme.js';
import type { PartsRule } from './parts.js';

const EACH: PartsRule = { kind: 'parts', amount: '1', parts: ['方案', '总结'], occasions: 'each' };

describe('parts: 做到有部署、有方案、有总结，少一项扣1分', () => {
  test.each([
    [[], '0'],
    [['方案'], '-1'],
    [['方案', '总结'], '-2'],
    [['部署', '方案', '总结'], '-3'],
  ])('without %j it asks %s', (absent, asks) => {
    expect(askRule(PARTS, { absent })).toMatchObject({ asks, open: false });
  });

  test('the absent parts are named with the arithmetic', () => {
    const asked = askRule(PARTS, { absent: ['方案', '总结'] });
    expect(asked).toMatchObject({ zh: '缺方案、总结，2×1', en: 'missing 方案, 总结: 2×1' });
    expect(askRule(PARTS, { absent: [] })).toMatchObject({ zh: '各项齐备', en: 'all parts present' });
  });

  test('breached says that some part is missing and not which: at least one, at most all', () => {
    expect(askRule(PARTS, { breached: 'true' })).toMatchObject({ asks: '-3…-1', open: true });
    expect(askRule(PARTS, { breached: 'false' })).toMatchObject({ asks: '0', open: false });
  });

  test('what nobody looked at may lack every part, and a closed row lacks none', () => {
    expect(askRule(PARTS, undefined)).toMatchObject({ asks: '-3…0', open: true, zh: '未核', en: 'not yet looked at' });
    expect(askRule(PARTS, undefined, { closed: true })).toMatchObject({ asks: '0', open: false, zh: '无问题' });
  });

  test('a cap holds what is absent and what may be', () => {
    expect(askRule({ ...PARTS, cap: '1.5' }, { absent: ['方案'] }).asks).toBe('-1');
    expect(askRule({ ...PARTS, cap: '1.5' }, { absent: ['方案', '总结'] }).asks).toBe('-1.5');
    expect(askRule({ ...PARTS, cap: '1.5' }, { breached: 'true' }).asks).toBe('-1.5…-1');
  });

  test.each([
    [{ absent: ['报道'] }, ['part-unknown']],
    [{ absent: ['toString'] }, ['part-unknown']],
    [{ absent: ['方案', '方案'] }, ['part-repeated']],
    [{ absent: [''] }, ['wrong-shape']],
    [{ absent: '方案' }, ['wrong-shape']],
    [{ absent: { 方案: 'true' } }, ['wrong-shape']],
    [{}, ['wrong-shape']],
    [{ breached: '1' }, ['not-yes-no']],
    [{ occasions: [] }, ['unknown-key']],
  ])('%j is refused: %j', (raw, codes) => {
    expect(askRule(PARTS, raw).codes).toEqual(codes);
  });
});

describe('parts for each occasion: 每次要做到…', () => {
  test('the absent parts of all occasions add up', () => {
    const occasions = [{ absent: ['总结'], what: '宣传周' }, { absent: [] }, { absent: ['方案', '总结'] }];
    expect(askRule(EACH, { occasions })).toMatchObject({ asks: '-3', open: false, zh: '缺总结、方案、总结，3×1' });
  });

  test('one list without occasions is one occasion', () => {
    expect(askRule(EACH, { absent: ['总结'] }).asks).toBe('-1');
  });

  test('no occasion lacks nothing', () => {
    expect(askRule(EACH, { occasions: [] })).toMatchObject({ asks: '0', zh: '各项齐备' });
  });

  test('an unknown number of occasions has no bound', () => {
    expect(askRule(EACH, undefined)).toMatchObject({ asks: '-∞…0', open: true });
    expect(askRule(EACH, { breached: 'true' })).toMatchObject({ asks: '-∞…-1', open: true });
    expect(askRule(EACH, undefined, { closed: true })).toMatchObject({ asks: '0', open: false });
  });

  test('a part may be absent once in each occasion', () => {
    expect(askRule(EACH, { occasions: [{ absent: ['总结'] }, { absent: ['总结'] }] }).asks).toBe('-2');
    expect(askRule(EACH, { occasions: [{ absent: ['总结', '总结'] }] }).codes).toEqual(['part-repeated']);
  });

  test('an occasion is a mapping with its absent parts', () => {
    expect(askRule(EACH, { occasions: [['总结']] }).codes).toEqual(['wrong-shape']);
    expect(askRule(EACH, { occasions: [{}] }).codes).toEqual(['wrong-shape']);
    expect(askRule(EACH, { occasions: [{ absent: [], on: 'x' }] }).codes).toEqual(['unknown-key']);
  });
});
