import { describe, expect, test } from 'vitest';
import { askRule } from '../../test/unit-scheme.js';
import type { FixedRule } from './fixed.js';

const RULE: FixedRule = { kind: 'fixed', amount: '1' };

describe('fixed: 未制定的扣1分', () => {
  test('what happened costs the amount once', () => {
    const asked = askRule(RULE, { breached: 'true' });
    expect(asked).toMatchObject({ asks: '-1', open: false, zh: '扣1', en: '−1' });
  });

  test('what was looked at and did not happen costs nothing, in an open row too', () => {
    const asked = askRule(RULE, { breached: 'false' });
    expect(asked).toMatchObject({ asks: '0', open: false, zh: '无问题', en: 'in order' });
  });

  test('what nobody looked at may still cost the amount', () => {
    const asked = askRule(RULE, undefined);
    expect(asked).toMatchObject({ asks: '-1…0', open: true, zh: '未核', en: 'not yet looked at' });
  });

  test('a closed row settles what nobody mentioned', () => {
    const asked = askRule(RULE, undefined, { closed: true });
    expect(asked).toMatchObject({ asks: '0', open: false, zh: '无问题', en: 'in order' });
  });

  test('a forfeit takes whatever the item has left, and says so', () => {
    const forfeit: FixedRule = { kind: 'fixed', forfeits: 'item' };
    const asked = askRule(forfeit, { breached: 'true' });
    expect(asked).toMatchObject({ asks: '-∞', zh: '本项不得分', en: 'the item is forfeited' });
    expect(askRule(forfeit, undefined).asks).toBe('-∞…0');
  });

  test('a cap below the amount holds both ends, one above it changes nothing', () => {
    expect(askRule({ ...RULE, amount: '2', cap: '1.5' }, { breached: 'true' }).asks).toBe('-1.5');
    expect(askRule({ ...RULE, amount: '2', cap: '1.5' }, undefined).asks).toBe('-1.5…0');
    expect(askRule({ ...RULE, amount: '2', cap: '2' }, { breached: 'true' }).asks).toBe('-2');
    expect(askRule({ ...RULE, amount: '2', cap: '2.5' }, { breached: 'true' }).asks).toBe('-2');
  });

  test('the amount in words is the number as it counts, not as it is typed', () => {
    expect(askRule({ ...RULE, amount: '0.50' }, { breached: 'true' })).toMatchObject({ asks: '-0.5', zh: '扣0.5' });
  });

  test('anything but true and false under breached is refused', () => {
    expect(askRule(RULE, { breached: 'yes' }).codes).toEqual(['not-yes-no']);
    expect(askRule(RULE, { count: '1' }).codes).toEqual(['unknown-key', 'missing-key']);
    expect(askRule(RULE, 'true').codes).toEqual(['wrong-shape']);
  });
});
