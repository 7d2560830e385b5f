// The tiny schemes of the exhaustive check: together every rule kind, group, limit and composition.
import type { RawObject } from '@kaohe/scoring';
import { CORNERS } from './bounds-corner-cases.js';
import { fed } from './bounds-fed-case.js';
import { clause, type Fact, fixed, item, no, partly, row, schemeOf, seen, type Tiny, yes } from './bounds-scheme.js';

const perUnit = (amount: string, more: RawObject = {}): RawObject => ({
  kind: 'per-unit',
  amount,
  unit: '家',
  basis: 'occurrence',
  ...more,
});
const share = (name: string): RawObject => ({ name, unit: '%', per: '100' });
const counts = (...values: readonly string[]) => values.map((count) => ({ count }));
const values = (...all: readonly string[]) => all.map((value) => ({ value }));

const groups: Tiny = {
  name: 'exclusive, highest-only and capped groups',
  scheme: schemeOf('10', [
    item('s/i1', '6', {
      rows: [
        row([clause('s/1.1', fixed('2')), clause('s/1.2', perUnit('0.5'))]),
        row([clause('s/2.1', perUnit('0.5'))]),
        row([clause('s/3.1', fixed('1.5'))]),
      ],
      exclusive: [{ when: 's/1.1', drops: ['s/1.2'] }],
      highestOnly: [{ of: ['s/2.1', 's/3.1'] }],
    }),
    item('s/i2', '4', {
      rows: [row([clause('s/4.1', fixed('2'))]), row([clause('s/5.1', perUnit('1', { cap: '2' }))])],
      caps: [{ of: ['s/4.1', 's/5.1'], cap: '2.5' }],
    }),
  ]),
  facts: [
    seen('s/1.1', no, yes),
    seen('s/1.2', ...counts('0', '1', '99')),
    seen('s/2.1', ...counts('0', '2', '99')),
    seen('s/3.1', no, yes),
    seen('s/4.1', no, yes),
    seen('s/5.1', ...counts('0', '1', '9')),
  ],
};

const meetings: RawObject = {
  kind: 'per-unit',
  amount: '1',
  unit: '次',
  basis: 'missing',
  requirements: [
    { what: '会', count: '1', per: 'half' },
    { what: '区', count: '1', per: 'year', each: 'zone' },
  ],
};
const actual = (会: RawObject | string, 区: readonly string[]) => ({ actual: { 会, 区 } });
const EIGHT_ZONES = Array.from({ length: 8 }, () => '0');
const ladder: RawObject = {
  kind: 'ladder',
  quantity: { name: '稿', unit: '次' },
  rungs: [
    { name: '少', from: '1', below: '5', amount: '1' },
    { name: '无', below: '1', amount: '2' },
  ],
};

const quantities: Tiny = {
  name: 'frequencies, steps, thresholds, parts, ladders, forfeits',
  scheme: schemeOf('20', [
    item('s/i1', '8', {
      rows: [
        row([clause('s/1.1', meetings)]),
        row([clause('s/2.1', { kind: 'parts', amount: '1', parts: ['甲', '乙', '丙'] })]),
        row([
          clause('s/3.1', {
            kind: 'threshold',
            quantity: { name: '费', unit: '万元' },
            comparison: '<',
            value: '1.5',
            amount: '1',
          }),
        ]),
      ],
    }),
    item('s/i2', '12', {
      rows: [
        row([
          clause('s/4.1', {
            kind: 'per-step',
            quantity: share('率'),
            amount: '0.5',
            step: '30',
            from: '100',
            direction: 'below',
            partialStep: 'drop',
          }),
        ]),
        row([clause('s/5.1', ladder)]),
        row([clause('s/6.1', { kind: 'fixed', forfeits: 'item' })]),
      ],
    }),
  ]),
  facts: [
    partly(
      seen(
        's/1.1',
        actual({ H1: '1', H2: '1' }, []),
        actual({ H1: '2', H2: '0' }, ['1']),
        actual({ H1: '0', H2: '0' }, ['0']),
        actual({ H1: '0', H2: '1' }, EIGHT_ZONES),
        actual({ H1: '0', H2: '1' }, []),
        actual({ H1: '2', H2: '0' }, EIGHT_ZONES),
      ),
      [{ observations: { 's/1.1': { actual: { 会: { H1: '0' } } } } }, [2, 3, 4]],
      [{ observations: { 's/1.1': { actual: { 会: '2' } } } }, [0, 1, 5]],
    ),
    partly(seen('s/2.1', { absent: [] }, { absent: ['甲'] }, { absent: ['甲', '乙', '丙'] }), [
      { observations: { 's/2.1': { breached: 'true' } } },
      [1, 2],
    ]),
    seen('s/3.1', ...values('1.5', '0')),
    seen('s/4.1', ...values('100', '0')),
    seen('s/5.1', ...values('5', '0')),
    seen('s/6.1', no, yes),
  ],
};

const series = (amounts: readonly string[], after: string, more: RawObject = {}): RawObject => ({
  kind: 'series',
  unit: '起',
  amounts,
  after,
  ...more,
});

const counted: Tiny = {
  name: 'series, piecewise lines, each time, carried below zero',
  scheme: schemeOf('30', [
    item('s/i1', '10', {
      floor: 'carry',
      rows: [
        row([clause('s/1.1', series(['5', '6', '7'], 'nothing'))]),
        row([
          clause('s/2.1', {
            kind: 'piecewise',
            quantity: { name: '起', unit: '起', baseline: '均' },
            slopes: [{ amount: '3', upTo: 'baseline' }, { amount: '5' }],
            replacing: 'no',
          }),
        ]),
      ],
    }),
    item('s/i2', '20', {
      rows: [
        row([clause('s/3.1', series(['1', '2'], 'continue'))]),
        row([clause('s/4.1', { kind: 'parts', amount: '1', parts: ['甲', '乙'], occasions: 'each' })]),
        row([clause('s/5.1', series(['4'], 'repeat-last', { cap: '6' }))]),
      ],
    }),
  ]),
  facts: [
    seen('s/1.1', ...counts('0', '2', '5')),
    seen('s/2.1', { count: '0', baseline: '2' }, { count: '3', baseline: '2' }, { count: '99', baseline: '0.5' }),
    seen('s/3.1', ...counts('0', '1', '40')),
    seen(
      's/4.1',
      { absent: [] },
      { occasions: [{ absent: ['甲'] }, { absent: ['甲', '乙'] }] },
      {
        occasions: Array.from({ length: 10 }, () => ({ absent: ['甲', '乙'] })),
      },
    ),
    seen('s/5.1', ...counts('0', '1', '2')),
  ],
};

const mark = (value: string) => ({ mark: value, reason: '评' });
const formula = (more: RawObject): RawObject => ({ kind: 'formula', ...more });

const awards: Tiny = {
  name: 'marks awarded: judgement, formula, capped and open-ended awards, no floor',
  scheme: schemeOf('40', [
    item('s/i1', '12', {
      start: 'zero',
      rows: [
        row([clause('s/1.1', { kind: 'judgement', effect: 'award', range: ['0', '5'] })]),
        row([clause('s/2.1', perUnit('2', { effect: 'award', cap: '4' }))]),
        row([
          clause(
            's/3.1',
            formula({
              effect: 'award',
              terms: [
                { quantity: share('达标'), times: '0.1' },
                { quantity: { name: '超', unit: '起' }, times: '-1' },
              ],
              floor: '0',
              ceiling: '8',
            }),
          ),
        ]),
      ],
    }),
    item('s/i2', '8', {
      floor: 'none',
      rows: [
        row([clause('s/4.1', { kind: 'judgement', range: ['2', '6'] })]),
        row([clause('s/5.1', perUnit('3', { cap: '9' }))]),
        row([clause('s/6.1', fixed('1', { effect: 'award' }))]),
      ],
    }),
  ]),
  facts: [
    seen('s/1.1', mark('0'), mark('2.5'), mark('5')),
    seen('s/2.1', ...counts('0', '9')),
    partly(
      seen(
        's/3.1',
        { 达标: { value: '0' }, 超: { value: '0' } },
        { 达标: { value: '100' }, 超: { value: '0' } },
        {
          达标: { value: '100' },
          超: { value: '50' },
        },
      ),
      [{ observations: { 's/3.1': { 达标: { value: '100' } } } }, [1, 2]],
    ),
    seen('s/4.1', mark('2'), mark('6'), { notApplicable: 'true' }),
    seen('s/5.1', ...counts('0', '3')),
    seen('s/6.1', no, yes),
  ],
};

const applying = (id: string): Fact => seen(id, no, yes, { notApplicable: 'true' });

const rescaled: Tiny = {
  name: 'marks of rows that do not apply leave the denominator',
  scheme: schemeOf(
    '20',
    [
      item('s/i1', '10', {
        rows: [
          row([clause('s/1.1', fixed('2'))], { fullMarks: '6' }),
          row([clause('s/2.1', fixed('3'))], { fullMarks: '4' }),
        ],
      }),
      item('s/i2', '10', { rows: [row([clause('s/3.1', fixed('7'))])] }),
    ],
    { sheet: { notApplicable: 'rescale' } },
  ),
  facts: [applying('s/1.1'), applying('s/2.1'), applying('s/3.1')],
};

const within: Tiny = {
  name: 'an exclusive group under one cap, slopes and series that end',
  scheme: schemeOf('20', [
    item('s/i1', '10', {
      rows: [row([clause('s/1.1', fixed('2')), clause('s/1.2', perUnit('1.5')), clause('s/1.3', fixed('1'))])],
      exclusive: [{ when: 's/1.1', drops: ['s/1.2'] }],
      caps: [{ of: ['s/1.1', 's/1.2', 's/1.3'], cap: '4' }],
    }),
    item('s/i2', '10', {
      rows: [
        row([clause('s/2.1', series(['5', '0'], 'repeat-last'))]),
        row([
          clause('s/3.1', {
            kind: 'piecewise',
            quantity: { name: '起', unit: '起' },
            slopes: [{ amount: '3', upTo: '2' }, { amount: '0' }],
            replacing: 'no',
          }),
        ]),
      ],
    }),
  ]),
  facts: [
    seen('s/1.1', no, yes),
    seen('s/1.2', ...counts('0', '1', '9')),
    seen('s/1.3', no, yes),
    seen('s/2.1', ...counts('0', '1', '3')),
    seen('s/3.1', ...counts('0', '1', '3')),
  ],
};

export const TINY: readonly Tiny[] = [groups, within, quantities, counted, awards, rescaled, fed, ...CORNERS];
