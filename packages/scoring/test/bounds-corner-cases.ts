// Tiny schemes of the corners of general rules: groups that a cap splits, marks that may yet leave, formulas, two-sided registers.
import type { RawObject } from '@kaohe/scoring';
import { clause, fact, fixed, item, no, row, schemeOf, seen, type Tiny, yes } from './bounds-scheme.js';

const each = (amount: string, more: RawObject = {}): RawObject => ({
  kind: 'per-unit',
  amount,
  unit: '家',
  basis: 'occurrence',
  ...more,
});
const counts = (...values: readonly string[]) => values.map((count) => ({ count }));

const split: Tiny = {
  name: 'exclusive groups that a cap splits, alone and tied to another by it',
  scheme: schemeOf('20', [
    item('s/i1', '8', {
      rows: [
        row([clause('s/1.1', fixed('2')), clause('s/1.2', each('1.5'))]),
        row([clause('s/2.1', fixed('3')), clause('s/2.2', each('1'))]),
        row([clause('s/3.1', fixed('1'))]),
      ],
      exclusive: [
        { when: 's/1.1', drops: ['s/1.2'] },
        { when: 's/2.1', drops: ['s/2.2'] },
      ],
      caps: [{ of: ['s/1.2', 's/2.1', 's/3.1'], cap: '4' }],
    }),
    item('s/i2', '12', {
      rows: [row([clause('s/4.1', fixed('4')), clause('s/4.2', each('3'))]), row([clause('s/5.1', fixed('5'))])],
      exclusive: [{ when: 's/4.1', drops: ['s/4.2'] }],
      caps: [{ of: ['s/4.1', 's/5.1'], cap: '6' }],
    }),
  ]),
  facts: [
    seen('s/1.1', no, yes),
    seen('s/1.2', ...counts('0', '1', '9')),
    seen('s/2.1', no, yes),
    seen('s/2.2', ...counts('0', '2', '9')),
    seen('s/3.1', no, yes),
    seen('s/4.1', no, yes),
    seen('s/4.2', ...counts('0', '1', '9')),
    seen('s/5.1', no, yes),
  ],
};

const terms = (...all: readonly (readonly [RawObject, string])[]) =>
  all.map(([quantity, times]) => ({ quantity, times }));
const returned: RawObject = { name: '退', unit: '件' };
const reached: RawObject = { name: '达标', unit: '%', per: '100' };
const over: RawObject = { name: '升', unit: '%', baseline: '上年' };
const NOT_APPLICABLE: RawObject = { notApplicable: 'true' };
const value = (number: string): RawObject => ({ value: number });
const against = (number: string): RawObject => ({ 升: { value: number, baseline: '100' } });
/** Stated of one clause, its row looked at or not. */
const stated = (id: string, observation: RawObject, closed: readonly string[] = []) => ({
  observations: { [id]: observation },
  closed,
});

const formulas: Tiny = {
  name: 'formulas that never ask nothing, that nothing bounds, over a baseline',
  scheme: schemeOf('40', [
    item('s/i1', '20', {
      rows: [
        row([clause('s/1.1', { kind: 'formula', terms: terms([returned, '1']), floor: '2', ceiling: '6' })]),
        row([clause('s/2.1', { kind: 'formula', terms: terms([over, '0.05']) })]),
      ],
    }),
    item('s/i2', '20', {
      start: 'zero',
      rows: [
        row([
          clause('s/3.1', {
            kind: 'formula',
            effect: 'award',
            terms: terms([reached, '0.02'], [{ name: '超', unit: '件' }, '0.5']),
            plus: '1',
          }),
        ]),
        row([
          clause('s/4.1', { kind: 'formula', effect: 'award', terms: terms([returned, '-1']), plus: '6', floor: '3' }),
        ]),
      ],
    }),
  ]),
  facts: [
    seen('s/1.1', { 退: value('0') }, { 退: value('3') }, { 退: value('9') }, NOT_APPLICABLE),
    seen('s/2.1', against('90'), against('150'), against('900'), NOT_APPLICABLE),
    {
      row: 's/3',
      states: [
        { add: stated('s/3.1', { 达标: value('50'), 超: value('0') }), of: [0] },
        { add: stated('s/3.1', { 达标: value('50'), 超: value('99') }), of: [1] },
        { add: stated('s/3.1', { 达标: value('50') }, ['s/3']), of: [2] },
        { add: stated('s/3.1', { 超: value('0') }, ['s/3']), of: [3] },
        { add: stated('s/3.1', NOT_APPLICABLE), of: [4] },
        { add: {}, of: [0, 1, 2, 3, 4] },
        { add: stated('s/3.1', { 达标: value('50') }), of: [0, 1, 2] },
      ],
    },
    seen('s/4.1', { 退: value('0') }, { 退: value('9') }, NOT_APPLICABLE),
  ],
};

const bothWays: Tiny = {
  name: 'a register that awards and deducts, and a bonus that no kind of deed earns',
  scheme: schemeOf(
    '20',
    [
      item('s/i1', '20', {
        start: 'zero',
        rows: [
          row([
            clause('s/1.1', {
              kind: 'per-event-ladder',
              register: 'accidents',
              rungs: [
                { levels: ['ordinary'], amount: '2', effect: 'award' },
                { levels: ['relatively-serious', 'serious', 'particularly-serious'], amount: '5' },
              ],
            }),
          ]),
          row([clause('s/2.1', fixed('12', { effect: 'award' }))]),
        ],
      }),
    ],
    { bonus: { base: 'sheet', cap: '10', quote: '加分', kinds: [] } },
  ),
  facts: [
    fact(
      's/1',
      ...[[], ['1', '1'], ['3'], ['1', '3', '3', '3']].map((all) => ({
        accidents: all.map((deaths) => ({ deaths })),
        closed: ['s/1'],
      })),
    ),
    seen('s/2.1', no, yes),
    fact(undefined, { bonus: [] }),
  ],
};

const rescale = { sheet: { notApplicable: 'rescale' } };

const leaving: Tiny = {
  name: 'marks that may yet leave: of grouped rows, of awards held at full marks, of what is carried',
  scheme: schemeOf(
    '30',
    [
      item('s/i1', '12', {
        rows: [
          row([clause('s/1.1', fixed('2')), clause('s/1.2', fixed('1'))], { fullMarks: '3' }),
          row([clause('s/2.1', each('2'))], { fullMarks: '5' }),
          row([clause('s/3.1', fixed('4'))], { fullMarks: '4' }),
        ],
        exclusive: [{ when: 's/1.1', drops: ['s/2.1'] }],
      }),
      item('s/i2', '10', {
        start: 'zero',
        rows: [
          row([clause('s/4.1', fixed('6', { effect: 'award' }))], { fullMarks: '4' }),
          row([clause('s/5.1', fixed('5', { effect: 'award' }))], { fullMarks: '6' }),
        ],
      }),
      item('s/i3', '8', {
        floor: 'carry',
        rows: [row([clause('s/6.1', each('5'))], { fullMarks: '8' })],
      }),
    ],
    rescale,
  ),
  facts: [
    seen('s/1.1', no, yes, NOT_APPLICABLE),
    seen('s/1.2', yes, NOT_APPLICABLE),
    seen('s/2.1', ...counts('0', '1', '9'), NOT_APPLICABLE),
    seen('s/3.1', yes, NOT_APPLICABLE),
    seen('s/4.1', yes, NOT_APPLICABLE),
    seen('s/5.1', no, yes, NOT_APPLICABLE),
    seen('s/6.1', ...counts('1', '3'), NOT_APPLICABLE),
  ],
};

const openEnded: Tiny = {
  name: 'marks that may yet leave of items without floor or ceiling, awards that pass full marks',
  scheme: schemeOf(
    '20',
    [
      item('s/i1', '8', {
        floor: 'none',
        rows: [
          row([clause('s/1.1', fixed('5'))], { fullMarks: '3' }),
          row([clause('s/2.1', fixed('2', { effect: 'award' }))], { fullMarks: '5' }),
        ],
      }),
      item('s/i2', '12', {
        ceiling: 'none',
        rows: [
          row([clause('s/3.1', each('2', { effect: 'award', cap: '6' }))], { fullMarks: '4' }),
          row([clause('s/4.1', fixed('3'))]),
        ],
      }),
    ],
    rescale,
  ),
  facts: [
    seen('s/1.1', no, yes, NOT_APPLICABLE),
    seen('s/2.1', no, yes, NOT_APPLICABLE),
    seen('s/3.1', ...counts('0', '1', '9'), NOT_APPLICABLE),
    seen('s/4.1', no, yes, NOT_APPLICABLE),
  ],
};

export const CORNERS: readonly Tiny[] = [split, formulas, bothWays, leaving, openEnded];
