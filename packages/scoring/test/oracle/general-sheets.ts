// The two sheets of the made-up scheme: every rule kind in both directions, groups, caps, carried and negative items.

import type { Branch, RawTree } from './tree.js';

type Rules = readonly RawTree[];

/** A clause before it has an id; what it says is made up from its id. */
type Draft = { readonly rules: Rules; readonly extra?: Branch };
const clause = (...rules: Rules): Draft => ({ rules });
const only = (extra: Branch, ...rules: Rules): Draft => ({ rules, extra });

/** A row with its clauses numbered; with marks of its own where they are given. */
function row(id: string, fullMarks: string | undefined, ...drafts: readonly Draft[]): Branch {
  const clauses = drafts.map(({ rules, extra }, index) => {
    const own = `${id}.${index + 1}`;
    return { id: own, quote: `${own}计分；`, rules, ...extra };
  });
  return {
    id,
    row: id.split('/')[1] ?? '',
    criterion: clauses.map((one) => one.quote).join(''),
    supplier: { by: 'team' },
    ...(fullMarks === undefined ? {} : { fullMarks }),
    clauses,
  };
}

const item = (id: string, fullMarks: string, rest: Branch): Branch => ({
  id,
  name: id,
  nameEn: id,
  fullMarks,
  marksQuote: `${fullMarks}分`,
  ...rest,
});

const award = { effect: 'award' };
const fixed = (amount: string, rest: Branch = {}): Branch => ({ kind: 'fixed', amount, ...rest });
const each = (amount: string, rest: Branch = {}): Branch => ({
  kind: 'per-unit',
  amount,
  unit: '家',
  basis: 'occurrence',
  ...rest,
});
const rate = (name: string): Branch => ({ name, unit: '%', per: '100' });
const overAverage = (name: string, unit: string): Branch => ({ name, unit, baseline: '前三年平均' });
const partialStep = { reading: 'part-steps', drop: 'drop', 'round-up': 'round-up', prorate: 'prorate' };

const meetings = {
  kind: 'per-unit',
  amount: '0.5',
  unit: '次',
  basis: 'missing',
  cap: '4',
  periods: { reading: 'period-shortfall', 'per-period': 'per-period', 'yearly-total': 'yearly-total' },
  requirements: [
    { what: '常务会', count: '1', per: 'quarter' },
    { what: '全会', count: '2', per: 'half' },
    { what: '调度会', count: '1', per: 'month' },
    { what: '园区', count: '2', per: 'quarter', each: 'zone' },
    { what: '述职', count: '1', per: 'year' },
  ],
};

const duties = item('general/i1', '20', {
  rows: [
    row('general/1', '6', clause(fixed('2')), only({ classes: ['district'] }, fixed('1.5')), clause(meetings)),
    row('general/2', '4', clause(fixed('3')), clause(each('0.5')), clause({ ...each('1'), cap: '2' })),
    row('general/3', '5', clause(each('0.5')), clause(each('0.75', { cap: '3' }))),
    row('general/4', '3', only({ units: ['东区', '西区'] }, fixed('1'))),
    row('general/5', undefined, clause({ kind: 'series', unit: '起', amounts: ['0.5', '1'], after: 'repeat-last' })),
  ],
  exclusive: [{ reading: 'group', one: { when: 'general/2.1', drops: ['general/2.2', 'general/2.3'] } }],
  highestOnly: [{ reading: 'group', one: { of: ['general/3.1', 'general/3.2'] } }],
  // Holds two of three exclusive clauses.
  caps: [{ of: ['general/1.1', 'general/2.2', 'general/2.3'], cap: '3.5' }],
});

const ladder = {
  kind: 'ladder',
  quantity: rate('完成率'),
  rungs: [
    { name: '优', from: '90', amount: '4', ...award },
    { name: '良', from: '60', below: '90', amount: '2.5', ...award },
    { name: '差', below: '30', amount: '1' },
  ],
};
const steps = { kind: 'per-step', amount: '0.5', step: '5', from: '60', direction: 'above', partialStep };
const shares = {
  kind: 'formula',
  terms: [
    { quantity: rate('达标率'), times: '0.05' },
    { quantity: { name: '退回', unit: '件' }, times: '-0.5' },
  ],
  plus: '0.5',
};
const reached = { kind: 'threshold', comparison: '>=', value: '95', amount: '1.5', ...award };

const work = item('general/i2', '30', {
  start: 'zero',
  rows: [
    row('general/6', '10', clause({ kind: 'judgement', range: ['0', '6'], ...award }), clause(ladder)),
    row('general/7', '6', clause({ kind: 'judgement', range: ['2', '6'], ...award })),
    row('general/8', '6', clause({ ...shares, ...award }), clause({ ...shares, ...award, floor: '1', ceiling: '4' })),
    row(
      'general/9',
      '8',
      clause({ kind: 'parts', amount: '1', parts: ['甲', '乙', '丙'], ...award }),
      clause(
        { ...steps, quantity: rate('覆盖率'), ...award },
        { ...reached, quantity: rate('参保率') },
        { ...reached, quantity: rate('培训率'), comparison: '<', value: '50', effect: 'deduct' },
      ),
      clause({ kind: 'judgement', range: ['0', '3'] }),
    ),
  ],
  caps: [{ of: ['general/9.1', 'general/9.2', 'general/9.3'], cap: '5' }],
});

const slopes = (upTo: string): Branch => ({
  kind: 'piecewise',
  slopes: [{ upTo, amount: '1' }, { amount: '2.5' }],
  replacing: { reading: 'slopes', marginal: 'no', replacing: 'yes' },
});

const results = item('general/i3', '20', {
  floor: 'carry',
  rows: [
    row('general/10', '8', clause({ ...slopes('baseline'), quantity: overAverage('起数', '起') })),
    row(
      'general/11',
      '4',
      clause({ kind: 'series', unit: '起', amounts: ['1', '2', '4'], after: 'continue', cap: '30' }),
    ),
    row(
      'general/12',
      '8',
      clause({ ...steps, quantity: overAverage('人数', '百分点'), step: '2', from: '0', cap: '6' }),
    ),
    row(
      'general/13',
      undefined,
      clause({
        kind: 'per-event-ladder',
        register: 'accidents',
        rungs: [
          { levels: ['ordinary'], amount: '1' },
          { levels: ['relatively-serious'], amount: '6' },
          { levels: ['serious', 'particularly-serious'], amount: '30' },
        ],
      }),
    ),
  ],
});

/** May fall below nothing, and may pass its marks. */
const changes = item('general/i4', '10', {
  start: 'zero',
  floor: 'none',
  ceiling: 'none',
  rows: [
    row('general/14', '10', clause({ kind: 'judgement', range: ['0', '10'], ...award })),
    row('general/15', undefined, clause(each('1', { ...award, cap: '3' })), clause(each('2', { cap: '15' }))),
    row(
      'general/16',
      undefined,
      clause({ kind: 'series', unit: '次', amounts: ['2', '1'], after: 'nothing', ...award }),
    ),
    row(
      'general/17',
      undefined,
      clause({ ...slopes('3.5'), quantity: { name: '批', unit: '起' }, cap: '9', ...award }),
    ),
  ],
  caps: [{ of: ['general/15.1', 'general/16.1', 'general/17.1'], cap: '7' }],
});

const limit = (name: string, per: string, value: string): Branch => ({
  kind: 'threshold',
  register: 'indicators',
  quantity: { name, unit: '人', per },
  comparison: { reading: 'limit-equality', strict: '>=', inclusive: '>' },
  value,
});

const control = item('general/i5', '20', {
  rows: [
    row(
      'general/18',
      undefined,
      clause(each('1', { unit: '次', register: 'talks', by: ['市政府', '市安委会'], cap: '3' })),
    ),
    row(
      'general/19',
      undefined,
      clause(
        { ...limit('死亡率', '1', '0.035'), forfeits: 'item' },
        { ...limit('伤亡率', '100000', '0.57'), amount: '5' },
      ),
    ),
    row(
      'general/20',
      undefined,
      clause({
        kind: 'per-event-ladder',
        register: 'accidents',
        responsible: 'only',
        rungs: [
          { levels: ['ordinary'], amount: '2' },
          { levels: ['relatively-serious', 'serious', 'particularly-serious'], forfeits: 'item' },
        ],
      }),
    ),
    row('general/21', '6', clause(fixed('7', { cap: '6' })), clause({ kind: 'judgement', range: ['2', '6'] })),
  ],
});

export const generalItems: readonly Branch[] = [duties, work, results, changes, control];

const campaign = item('bureau/i1', '60', {
  rows: [
    row('bureau/1', undefined, only({ units: ['甲局'] }, fixed('5')), clause(fixed('0.5', award))),
    row(
      'bureau/2',
      undefined,
      clause({ kind: 'parts', amount: '2', parts: ['方案', '落实', '总结'], occasions: 'each' }),
      clause(fixed('8')),
    ),
    row(
      'bureau/3',
      undefined,
      clause({ ...shares, ceiling: '6', floor: '0' }),
      clause({ ...shares, floor: '1', plus: '0' }),
    ),
    row('bureau/4', undefined, clause({ ...slopes('2'), quantity: { name: '起数', unit: '起' } })),
    row('bureau/5', undefined, clause({ ...steps, quantity: rate('整改率'), direction: 'below', from: '100' })),
  ],
  exclusive: [{ when: 'bureau/2.2', drops: ['bureau/2.1'] }],
  caps: [{ reading: 'group', one: { of: ['bureau/3.1', 'bureau/3.2', 'bureau/4.1'], cap: '12' } }],
});

const innovation = item('bureau/i2', '40', {
  start: 'zero',
  ceiling: 'none',
  rows: [
    row('bureau/6', undefined, clause({ kind: 'judgement', range: ['0', '40'], ...award })),
    row(
      'bureau/7',
      undefined,
      clause({ ...each('3', award), cap: '9' }),
      clause({ ...slopes('1'), quantity: { name: '件', unit: '件' }, ...award, cap: '8' }),
    ),
    row('bureau/8', undefined, clause({ kind: 'series', unit: '起', amounts: ['3', '2'], after: 'continue' })),
    row(
      'bureau/9',
      undefined,
      clause({
        kind: 'ladder',
        rungs: [
          { name: '全国', amount: '6', ...award },
          { name: '全省', amount: '3', ...award },
          { name: '通报', amount: '4' },
        ],
      }),
    ),
  ],
});

export const bureauItems: readonly Branch[] = [campaign, innovation];
