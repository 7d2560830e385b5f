// A tiny scheme fed by registers, with bonus, ratings and vetoes.
import type { RawObject } from '@kaohe/scoring';
import { clause, type Fact, fact, fixed, item, no, row, schemeOf, seen, type Tiny, yes } from './bounds-scheme.js';

const byLevel: RawObject = {
  kind: 'per-event-ladder',
  register: 'accidents',
  rungs: [{ levels: ['relatively-serious', 'serious', 'particularly-serious'], amount: '20' }],
};
const anyResponsible: RawObject = {
  kind: 'per-event-ladder',
  register: 'accidents',
  responsible: 'only',
  rungs: [{ levels: ['ordinary', 'relatively-serious', 'serious', 'particularly-serious'], forfeits: 'item' }],
};
const rate: RawObject = {
  kind: 'threshold',
  register: 'indicators',
  quantity: { name: '亡', unit: '人/亿元', per: '1' },
  comparison: '>=',
  value: '0.5',
  forfeits: 'item',
};
const talks = { kind: 'per-unit', amount: '4', unit: '次', basis: 'occurrence', register: 'talks', by: ['府'] };
const form: RawObject = {
  id: 'leader',
  annex: '附件',
  title: '表',
  titleEn: 'Form',
  scale: '10',
  decimals: '0',
  raters: '2',
  raterName: '领导',
  raterNameEn: 'leaders',
  coefficient: '0.7',
  rounding: '0',
  missing: 'plain-sum',
  columns: [],
  notes: [],
  signature: '签',
};
export const outcome: RawObject = {
  forms: [form],
  gradeBands: [
    { grade: '优', gradeEn: 'top', from: '90', quote: '90' },
    { grade: '良', gradeEn: 'middle', from: '60', quote: '60' },
    { grade: '差', gradeEn: 'low', quote: '60以下' },
  ],
  bonus: {
    base: 'sheet',
    ceiling: 'full-marks',
    cap: '10',
    perDeed: 'highest-only',
    quote: '加分',
    kinds: [{ kind: 'media', name: '媒体', nameEn: 'Media', quote: '2', amount: '5' }],
  },
  vetoes: [
    {
      id: 'accidents',
      name: '事故',
      nameEn: 'Accident',
      quote: '一起',
      when: { kind: 'accidents', atLeast: 'relatively-serious', count: '1' },
      effect: 'flag',
    },
    {
      id: 'talks',
      name: '约谈',
      nameEn: 'Talk',
      quote: '约谈',
      when: { kind: 'talks', by: ['府'], count: '1' },
      effect: 'grade-fail',
    },
  ],
  sheet: {
    parts: [
      { id: 'leader', name: '领导', nameEn: 'Leader', weight: '14', form: 'leader', quote: '领导' },
      { id: 'year-end', name: '年终', nameEn: 'Year-end', weight: '86', quote: '年终' },
    ],
  },
};
const fedItems: readonly RawObject[] = [
  item('s/i1', '60', {
    rows: [row([clause('s/1.1', byLevel)]), row([clause('s/2.1', talks)]), row([clause('s/3.1', rate)])],
  }),
  item('s/i2', '40', { rows: [row([clause('s/4.1', anyResponsible)]), row([clause('s/5.1', fixed('15'))])] }),
];
const accident = (deaths: string, responsible: boolean): RawObject => ({ deaths, responsible: `${responsible}` });

export const fed: Tiny = {
  name: 'registers, bonus, ratings, parts of the total',
  scheme: schemeOf('100', fedItems, outcome),
  facts: [
    // Both accident rows closed on what the ledger holds; the ledger with one of them still open, or both.
    ledger(
      [],
      [accident('3', false)],
      [accident('1', true)],
      [accident('10', true), accident('3', false), accident('3', false)],
    ),
    fact('s/2', { talks: [] }, { talks: Array.from({ length: 20 }, () => ({ by: '府', on: '2019-03-01' })) }),
    fact(
      's/3',
      { indicators: { 亡: { value: '0.4' } } },
      { indicators: { 亡: { value: '0.5' } } },
      {
        indicators: { 亡: { notApplicable: 'true' } },
      },
    ),
    seen('s/5.1', no, yes),
    fact(undefined, { bonus: [] }, { bonus: ['甲', '乙'].map((deed) => ({ deed, kind: 'media' })) }),
    fact(
      undefined,
      { rating: { leader: { sum: '0', ballots: '2' } } },
      { rating: { leader: ['10'] } },
      { rating: { leader: ['10', '10'] } },
    ),
  ],
};

/** Accidents that may be in the ledger; a row that is closed has no further ones. */
function ledger(...full: readonly (readonly RawObject[])[]): Fact {
  const states = full.map((accidents) => ({ accidents }));
  const closedBoth = fact(undefined, ...states);
  return {
    states: closedBoth.states.map((state, index) => ({
      ...state,
      add: index < full.length ? { ...state.add, closed: ['s/1', 's/4'] } : state.add,
    })),
  };
}
