import { describe, expect, test } from 'vitest';
import { getNumber } from '../exact/decimal.js';
import type { Accident } from './accident.js';
import { accidentsOf } from './accident.js';
import { isAtLeast, SEVERITIES, severityOf } from './severity.js';

function levelOf(deaths: number, injuries: number, yuan: string) {
  const casualties = { deaths: BigInt(deaths), seriousInjuries: BigInt(injuries) };
  return severityOf({ ...casualties, directEconomicLossYuan: getNumber(yuan) });
}

describe('生产安全事故报告和调查处理条例第三条', () => {
  test.each([
    ['3/0/0', 'relatively-serious'],
    ['2/9/9999999.99', 'ordinary'],
    ['2/10/0', 'relatively-serious'],
    ['9/49/49999999', 'relatively-serious'],
    ['10/0/0', 'serious'],
    ['0/0/100000000', 'particularly-serious'],
    ['0/0/0', 'ordinary'],
  ])('死亡/重伤/损失 %s 是 %s', (columns, level) => {
    const [deaths, injuries, yuan] = columns.split('/');
    expect(levelOf(Number(deaths), Number(injuries), yuan ?? '')).toBe(level);
  });

  test.each([
    [2, 'ordinary'],
    [3, 'relatively-serious'],
    [9, 'relatively-serious'],
    [10, 'serious'],
    [29, 'serious'],
    [30, 'particularly-serious'],
    [1_000_000, 'particularly-serious'],
  ])('“以上”包括本数：死亡%i人单独就是 %s', (deaths, level) => {
    expect(levelOf(deaths, 0, '0')).toBe(level);
  });

  test.each([
    [9, 'ordinary'],
    [10, 'relatively-serious'],
    [49, 'relatively-serious'],
    [50, 'serious'],
    [99, 'serious'],
    [100, 'particularly-serious'],
  ])('“以上”包括本数：重伤%i人单独就是 %s', (injuries, level) => {
    expect(levelOf(0, injuries, '0')).toBe(level);
  });

  test.each([
    ['9999999.99', 'ordinary'],
    ['10000000', 'relatively-serious'],
    ['10000000.00', 'relatively-serious'],
    ['49999999.999999', 'relatively-serious'],
    ['50000000', 'serious'],
    ['99999999.99', 'serious'],
    ['100000000', 'particularly-serious'],
  ])('“以下”不包括本数：损失%s元单独就是 %s', (yuan, level) => {
    expect(levelOf(0, 0, yuan)).toBe(level);
  });

  test('三栏中最重的一栏决定等级', () => {
    expect(levelOf(3, 50, '0')).toBe('serious');
    expect(levelOf(10, 0, '100000000')).toBe('particularly-serious');
    expect(levelOf(2, 9, '50000000')).toBe('serious');
  });
});

describe('levels', () => {
  test('a level is at least itself and all below it', () => {
    for (const [index, level] of SEVERITIES.entries())
      for (const [other, floor] of SEVERITIES.entries()) expect(isAtLeast(level, floor)).toBe(index >= other);
  });

  test('an accident is the district’s where it happened and the department’s that manages the industry, and nobody else’s', () => {
    const accident = { id: 'A-01', place: '登封市', department: '市交通局' } as Accident;
    expect(accidentsOf('登封市', [accident])).toEqual([accident]);
    expect(accidentsOf('市交通局', [accident])).toEqual([accident]);
    expect(accidentsOf('巩义市', [accident])).toEqual([]);
    expect(accidentsOf('登封市', [])).toEqual([]);
  });
});
