import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compared, FILE, makeText } from './compare-import.mjs';
import { areSame, asImported } from './compare-import.rules.mjs';

describe('docs/import-of-the-two-sources.md', () => {
  it('就是脚本比出来的', async () => {
    expect(readFileSync(FILE, 'utf8')).toBe(await makeText());
  });

  it.each(['zhengzhou-2019', 'shandong-2016'])('%s：手工的条款在原文和印出的文件里都找到', async (id) => {
    const { source, exported } = await compared(id);
    for (const { rows } of [source, exported]) expect(rows.filter(({ clauses }) => clauses.length === 0)).toEqual([]);
  });

  it.each(['zhengzhou-2019', 'shandong-2016'])('%s：说是确定的，没有一条是错的，也没有一条是多出来的', async (id) => {
    const { source, exported } = await compared(id);
    for (const { rows, over } of [source, exported]) {
      const wrong = rows.filter(({ outcome }) => outcome === 'certain and wrong');
      expect(wrong.flatMap(({ hands }) => hands.map(({ clause }) => clause.id))).toEqual([]);
      expect(over.filter(({ status }) => status === 'read').map(({ quote }) => quote)).toEqual([]);
    }
  });
});

describe('两条规则相同', () => {
  const fixed = { kind: 'fixed', effect: 'deduct', amount: '1' };

  it('数按值比，封顶、加减不同就不同', () => {
    expect(areSame([fixed], [{ ...fixed, amount: '1.0' }])).toBe(true);
    expect(areSame([fixed], [{ ...fixed, cap: '3' }])).toBe(false);
    expect(areSame([fixed], [{ ...fixed, effect: 'award' }])).toBe(false);
  });

  it('多一条、少一条都不同', () => {
    expect(areSame([fixed], [fixed, fixed])).toBe(false);
    expect(areSame([fixed, fixed], [fixed])).toBe(false);
  });

  it('方案里钉住的读法不比：不足一步的部分、没写的周期', () => {
    const step = { kind: 'per-step', amount: '1', step: '10', direction: 'below', from: '100' };
    const hand = asImported({ ...step, quantity: { name: '率', unit: '%' }, partialStep: 'drop' });
    expect(areSame([hand], [{ ...step, effect: 'deduct', unit: '个百分点', partialStep: 'prorate' }])).toBe(true);
    const missing = { kind: 'per-unit', amount: '1', unit: '次', basis: 'missing' };
    const required = asImported({ ...missing, requirements: [{ what: '会', count: '2', per: 'year' }] });
    expect(areSame([required], [{ ...missing, effect: 'deduct', required: { count: '2' } }])).toBe(true);
    expect(areSame([required], [{ ...missing, effect: 'deduct', required: { count: '3' } }])).toBe(false);
  });
});
