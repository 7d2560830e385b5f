// Tiny schemes of the corners of general rules: groups that a cap splits, marks that may yet leave, formulas, two-sided registers.
import type { RawObject } from '@kaohe/scoring';
import { clause, fixed, item, no, row, schemeOf, seen, type Tiny, yes } from './bounds-scheme.js';

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

export const CORNERS: readonly Tiny[] = [split];
