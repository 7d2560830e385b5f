// A small scheme in the format of the scheme files, with every rule kind and every choice the oracle knows.

import type { Branch } from './tree.js';

const fixed = (id: string, amount: string) => ({ id, rules: [{ kind: 'fixed', amount }] });
const row = (id: string, ...clauses: readonly Branch[]) => ({ id, clauses });

const step = (name: string) => ({
  kind: 'per-step',
  quantity: { name, unit: '%', per: '100' },
  amount: '0.5',
  step: '10',
  from: '100',
  direction: 'below',
  partialStep: { reading: 'part-steps', drop: 'drop', 'round-up': 'round-up', prorate: 'prorate' },
});

const limit = (name: string, per: string, value: string) => ({
  kind: 'threshold',
  register: 'indicators',
  quantity: { name, unit: '人', per },
  comparison: { reading: 'limit-equality', strict: '>=', inclusive: '>' },
  value,
  forfeits: 'item',
});

const everyLevel = ['ordinary', 'relatively-serious', 'serious', 'particularly-serious'];

const meetings = {
  kind: 'per-unit',
  amount: '1',
  unit: '次',
  basis: 'missing',
  periods: { reading: 'period-shortfall', 'per-period': 'per-period', 'yearly-total': 'yearly-total' },
  requirements: [
    { what: '政府常务会', count: '1', per: 'quarter' },
    { what: '党委常委会', count: '1', per: 'half' },
    { what: '安委会全会', count: '4', per: 'year' },
    { what: '功能区', count: '1', per: 'quarter', each: 'zone' },
    { what: '调度会', count: '2', per: 'month' },
  ],
};

const duties: Branch = {
  id: 'county/i1',
  fullMarks: '20',
  rows: [
    row('county/1', fixed('county/1.1', '2'), { ...fixed('county/1.2', '1'), classes: ['district'] }),
    row('county/4', { id: 'county/4.1', rules: [meetings] }),
    row('county/8', fixed('county/8.1', '2'), { id: 'county/8.2', rules: [{ kind: 'per-unit', amount: '0.5' }] }),
    row('county/10', {
      id: 'county/10.1',
      rules: [{ kind: 'per-unit', amount: '1', register: 'talks', by: ['市政府', '市安委会'] }],
    }),
  ],
  exclusive: [{ reading: 'row-8', exclusive: { when: 'county/8.1', drops: ['county/8.2'] } }],
};

const measures: Branch = {
  id: 'county/i2',
  fullMarks: '20',
  rows: [
    row('county/18', {
      id: 'county/18.2',
      rules: [
        {
          kind: 'threshold',
          quantity: { name: '经费', unit: '万元' },
          comparison: '<',
          value: '1.5',
          amount: '1',
        },
      ],
    }),
    row('county/20', { id: 'county/20.1', rules: [step('申报率'), step('日常监管率')] }),
    row('county/40', {
      id: 'county/40.1',
      rules: [
        {
          kind: 'ladder',
          quantity: { name: '投稿次数', unit: '次' },
          rungs: [
            { name: '少于5次', from: '1', below: '5', amount: '1' },
            { name: '未投稿', below: '1', amount: '2' },
          ],
        },
      ],
    }),
    row('county/53', { id: 'county/53.2', rules: [{ ...step('覆盖率'), partialStep: 'drop' }] }),
  ],
};

const parts = { kind: 'parts', amount: '1', parts: ['部署', '方案', '落实', '总结'] };
const each = { kind: 'per-unit', amount: '0.5', unit: '处', basis: 'occurrence' };

const campaigns: Branch = {
  id: 'county/i8',
  fullMarks: '20',
  rows: [
    row('county/29', { id: 'county/29.1', rules: [parts] }),
    row('county/30', { id: 'county/30.1', rules: [{ ...parts, occasions: 'each' }] }, fixed('county/30.2', '2')),
    row(
      'county/43',
      { id: 'county/43.2', rules: [each] },
      {
        id: 'county/43.4',
        rules: [
          {
            kind: 'parts',
            parts: ['甲', '乙', '丙', '丁'],
            amount: { reading: 'four-lists', none: '0', once: '0.5', each: '0.5' },
            cap: { reading: 'four-lists', once: '0.5' },
          },
        ],
      },
      { id: 'county/43.6', rules: [each] },
    ),
    row('county/48', {
      id: 'county/48.1',
      rules: [
        {
          kind: 'per-event-ladder',
          register: 'accidents',
          responsible: 'only',
          rungs: [{ levels: everyLevel, forfeits: 'item' }],
        },
      ],
    }),
  ],
  exclusive: [{ reading: 'row-8', exclusive: { when: 'county/30.2', drops: ['county/30.1'] } }],
  highestOnly: [{ reading: 'row-43-repeated', once: { of: ['county/43.2', 'county/43.6'] } }],
};

const deathLadder = {
  kind: 'per-event-ladder',
  register: 'accidents',
  rungs: [
    { levels: ['relatively-serious'], amount: '20' },
    { levels: ['serious', 'particularly-serious'], amount: '40' },
  ],
};

const accidentItem = (sheet: string): Branch => ({
  id: `${sheet}/i12`,
  fullMarks: '40',
  rows: [
    row(`${sheet}/59`, {
      id: `${sheet}/59.1`,
      rules: [limit('亿元GDP死亡率', '1', '0.035'), limit('工矿商贸十万从业人员死亡率', '100000', '0.57')],
    }),
    row(`${sheet}/60`, { id: `${sheet}/60.1`, rules: [deathLadder] }),
  ],
});

const form = (id: string, raters: string, coefficient: Branch) => ({
  id,
  scale: '10',
  decimals: '1',
  raters,
  coefficient: { reading: 'rating-coefficient', ...coefficient },
  rounding: { reading: 'rating-rounding', whole: '0', 'two-decimals': '2' },
  missing: { reading: 'missing-ballots', 'plain-sum': 'plain-sum', 'over-received': 'over-received' },
});

const reading = (adopted: string, ...others: readonly string[]): Branch => ({
  adopted,
  alternatives: Object.fromEntries([adopted, ...others].map((name) => [name, { text: name }])),
});

const badAccidents = { kind: 'accidents', atLeast: 'relatively-serious', count: '2' };
const effect = { reading: 'veto-effect', flag: 'flag', 'grade-fail': 'grade-fail' };

export const smallScheme: Branch = {
  id: 'small',
  fullMarks: '100',
  gradeBands: [
    { grade: '优秀', from: '95' },
    { grade: '完成', from: '80' },
    { grade: '基本完成', from: '60' },
    { grade: '未完成' },
  ],
  bonus: {
    base: { reading: 'bonus-base', sheet: 'sheet', composite: 'composite' },
    ceiling: { reading: 'bonus-ceiling', 'full-marks': 'full-marks' },
    cap: '10',
    perDeed: 'highest-only',
    kinds: [
      { kind: 'promoted', levels: { nation: '5', province: '3', city: '2' } },
      { kind: 'media', amount: '2' },
    ],
  },
  vetoes: [
    { id: 'accidents', when: badAccidents, effect },
    {
      id: 'score',
      when: { kind: 'score-below', value: '60', of: { reading: 'veto-score', composite: 'composite', sheet: 'sheet' } },
      effect,
    },
  ],
  awards: [
    {
      id: 'advanced-unit',
      grades: ['优秀'],
      disqualified: [
        { id: 'accidents', when: badAccidents },
        { id: 'talks', when: { kind: 'talks', by: ['市政府', '市安委会'], count: '1' } },
      ],
    },
  ],
  readings: {
    'bonus-base': reading('sheet', 'composite'),
    'bonus-ceiling': reading('none', 'full-marks'),
    'four-lists': reading('none', 'once', 'each'),
    'limit-equality': reading('strict', 'inclusive'),
    'missing-ballots': reading('plain-sum', 'over-received'),
    'part-steps': reading('drop', 'round-up', 'prorate'),
    'period-shortfall': reading('per-period', 'yearly-total'),
    'rating-coefficient': reading('printed', 'exact'),
    'rating-rounding': reading('whole', 'two-decimals', 'unrounded'),
    'row-8': reading('exclusive', 'both'),
    'row-43-repeated': reading('once', 'twice'),
    'veto-effect': reading('flag', 'grade-fail'),
    'veto-score': reading('composite', 'sheet'),
  },
  sheets: [
    {
      id: 'county',
      fullMarks: '100',
      classes: ['district', 'development-zone'],
      parts: [
        { id: 'leader', weight: '20', form: 'leader' },
        { id: 'division', weight: '30', form: 'division' },
        { id: 'year-end', weight: '50' },
      ],
      items: [duties, measures, campaigns, accidentItem('county')],
    },
    {
      id: 'member',
      fullMarks: '100',
      classes: ['department'],
      items: [
        { id: 'member/i1', fullMarks: '60', rows: [row('member/1', fixed('member/1.1', '45'))] },
        accidentItem('member'),
      ],
    },
  ],
  forms: [
    form('leader', '16', { printed: '0.125', exact: '1/8' }),
    form('division', '18', { printed: '0.166', exact: '1/6' }),
  ],
  population: {
    units: [
      { name: '航空港区', sheet: 'county', class: 'development-zone', aliases: ['航空港实验区'] },
      { name: '巩义市', sheet: 'county', class: 'district' },
      { name: '登封市', sheet: 'county', class: 'district' },
      { name: '新密市', sheet: 'county', class: 'district' },
      { name: '市公安局', sheet: 'member', class: 'department' },
      { name: '市教育局', sheet: 'member', class: 'department' },
    ],
  },
};
