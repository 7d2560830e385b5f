import type { RegisterBody } from '@kaohe/api-contract';
import { describe, expect, it } from 'vitest';
import { halfDaysOf, visitWarnings } from './visit-warnings.js';

type Visit = RegisterBody<'visits'>;

const CALENDAR = [
  { stage: 'on-site', name: '考核时间', nameEn: 'On-site', from: '2020-01-14', to: '2020-01-17', quote: '' },
];
const whole: Visit = {
  on: '2020-01-15',
  halves: ['morning', 'afternoon'],
  methods: ['听汇报', '查资料', '实地查看'],
  places: [
    { kind: 'township', name: '大冶镇' },
    { kind: 'enterprise', name: '某水泥厂' },
  ],
};
const codes = (visits: readonly Visit[], isDepartment = false) =>
  visitWarnings({ visits, isDepartment, calendar: CALENDAR }).map(({ code }) => code);

describe('现场考核的提醒', () => {
  it('一天、三种方法、一个乡镇、一家企业，在规定日期里：没有提醒', () => {
    expect(codes([whole])).toEqual([]);
  });

  it('还没有去：样样提醒；文件没有定现场考核日期的，不提醒', () => {
    expect(codes([])).toEqual(['below-day', 'method-missing', 'no-township', 'no-enterprise']);
    expect(visitWarnings({ visits: [], isDepartment: false, calendar: [] })).toEqual([]);
  });

  it('半天不足 1 天；同一个半天登记两次还是半天；两个半天是一天', () => {
    const morning: Visit = { ...whole, halves: ['morning'] };
    expect(codes([morning])).toEqual(['below-day']);
    expect(codes([morning, morning])).toEqual(['below-day']);
    expect(codes([morning, { ...morning, on: '2020-01-16' }])).toEqual([]);
    expect(halfDaysOf([whole, whole, morning])).toBe(2);
  });

  it.each([
    ['2020-01-13', ['outside']],
    ['2020-01-14', []],
    ['2020-01-17', []],
    ['2020-01-18', ['outside']],
  ])('%s 去的：%j', (on, expected) => {
    expect(codes([{ ...whole, on }])).toEqual(expected);
  });

  it('缺的方法点名；职能部门可以代替乡镇', () => {
    const visit: Visit = { ...whole, methods: ['听汇报'], places: [{ kind: 'department', name: '县教育局' }] };
    expect(visitWarnings({ visits: [visit], isDepartment: false, calendar: CALENDAR })).toMatchObject([
      { code: 'method-missing', zh: '还没有：查资料、实地查看' },
      { code: 'no-enterprise' },
    ]);
  });

  it('成员单位的时间由考核组自定，只提醒方法', () => {
    expect(codes([{ ...whole, on: '2020-01-08', halves: ['morning'], places: [] }], true)).toEqual([]);
    expect(codes([], true)).toEqual(['method-missing']);
  });
});
