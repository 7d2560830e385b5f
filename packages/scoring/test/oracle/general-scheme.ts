// A made-up scheme in the format of the scheme files, whole enough to be compiled: what the two documents do not have.

import { bureauItems, generalItems } from './general-sheets.js';
import type { Branch } from './tree.js';

const named = (name: string): Branch => ({ name, nameEn: name, quote: name });
const unit = (name: string, sheet: string, unitClass: string): Branch => ({
  name,
  nameEn: name,
  sheet,
  class: unitClass,
});

const reading = (adopted: string, ...others: readonly string[]): Branch => ({
  question: adopted,
  questionEn: adopted,
  adopted,
  alternatives: Object.fromEntries([adopted, ...others].map((name) => [name, { text: name, textEn: name }])),
  reason: adopted,
  reasonEn: adopted,
});

const form = (id: string, rest: Branch): Branch => ({
  id,
  annex: id,
  title: id,
  titleEn: id,
  raterName: id,
  raterNameEn: id,
  columns: [],
  notes: [],
  signature: id,
  ...rest,
});

const seriousAccident = { kind: 'accidents', atLeast: 'serious', count: '1' };
const talks = (count: string): Branch => ({ kind: 'talks', by: ['市政府', '市安委会'], count });

const vetoed = { grade: '否决', gradeEn: 'vetoed' };

const outcome: Branch = {
  gradeBands: [
    {
      grade: '优秀',
      gradeEn: 'excellent',
      from: '85',
      quota: '40%',
      quote: '不超过40%',
    },
    { grade: '良好', gradeEn: 'good', from: '70', quote: '良好' },
    { grade: '合格', gradeEn: 'fair', from: '55', quote: '合格' },
    { grade: '不合格', gradeEn: 'failed', quote: '不合格' },
  ],
  bonus: {
    base: { reading: 'bonus-base', sheet: 'sheet', composite: 'composite' },
    ceiling: { reading: 'bonus-ceiling', 'full-marks': 'full-marks' },
    cap: '8',
    perDeed: { reading: 'deeds', highest: 'highest-only' },
    quote: '加分',
    kinds: [
      { kind: 'promoted', ...named('推广'), levels: { nation: '4', province: '2.5' } },
      { kind: 'media', ...named('媒体'), amount: '0.5' },
      { kind: 'merit', ...named('成绩'), judgement: 'yes' },
    ],
  },
  vetoes: [
    {
      id: 'accidents',
      ...named('重大事故'),
      when: seriousAccident,
      effect: 'grade-fail',
      ...vetoed,
    },
    { id: 'talks', ...named('约谈'), when: talks('3'), effect: 'grade-fail', grade: '合格', gradeEn: 'fair' },
    { id: 'score', ...named('细则不足40分'), when: { kind: 'score-below', value: '40', of: 'sheet' }, effect: 'flag' },
  ],
  awards: [
    {
      id: 'advanced',
      ...named('先进'),
      grades: ['优秀', '良好'],
      disqualified: [
        { id: 'talks', ...named('约谈'), when: talks('2') },
        { id: 'score', ...named('总分不足'), when: { kind: 'score-below', value: '80', of: 'composite' } },
      ],
    },
    {
      id: 'encouraged',
      ...named('鼓励'),
      grades: ['良好', '合格'],
      disqualified: [{ id: 'talks', ...named('约谈'), when: talks('1') }],
    },
  ],
};

const sheet = (id: string, rest: Branch): Branch => ({
  id,
  title: id,
  titleEn: id,
  fullMarks: '100',
  columns: [],
  ...rest,
});

export const generalScheme: Branch = {
  id: 'general',
  title: '通用',
  titleEn: 'General',
  fullMarks: '100',
  period: { from: '2021-01-01', to: '2021-12-31' },
  calendar: [],
  ...outcome,
  readings: {
    'bonus-base': reading('sheet', 'composite'),
    'bonus-ceiling': reading('none', 'full-marks'),
    deeds: reading('every', 'highest'),
    group: reading('one', 'none'),
    'limit-equality': reading('strict', 'inclusive'),
    missing: reading('plain-sum', 'over-received'),
    'part-steps': reading('drop', 'round-up', 'prorate'),
    'period-shortfall': reading('per-period', 'yearly-total'),
    slopes: reading('marginal', 'replacing'),
    trim: reading('one', 'two', 'none'),
  },
  sheets: [
    sheet('general', {
      classes: ['district', 'development-zone'],
      notApplicable: 'rescale',
      parts: [
        { id: 'leaders', ...named('领导'), weight: '20', form: 'leaders' },
        { id: 'peers', ...named('互评'), weight: '20', form: 'peers' },
        { id: 'year-end', ...named('年终'), weight: '60' },
      ],
      items: generalItems,
    }),
    sheet('bureau', {
      classes: ['department'],
      parts: [
        { id: 'peers', ...named('互评'), weight: '20', form: 'peers' },
        { id: 'year-end', ...named('年终'), weight: '80' },
      ],
      items: bureauItems,
    }),
  ],
  forms: [
    form('leaders', {
      scale: '10',
      decimals: '1',
      raters: '5',
      coefficient: '0.4',
      rounding: '1',
      missing: 'over-received',
    }),
    form('peers', {
      scale: '100',
      decimals: '0',
      raters: '8',
      coefficient: '1/30',
      trim: { reading: 'trim', one: '1', two: '2' },
      missing: { reading: 'missing', 'plain-sum': 'plain-sum', 'over-received': 'over-received' },
    }),
  ],
  population: {
    units: [
      unit('东区', 'general', 'district'),
      unit('西区', 'general', 'district'),
      unit('南区', 'general', 'district'),
      { ...unit('高新区', 'general', 'development-zone'), aliases: ['高新技术区'] },
      unit('甲局', 'bureau', 'department'),
      unit('乙局', 'bureau', 'department'),
      unit('丙局', 'bureau', 'department'),
    ],
    teams: [],
  },
};
