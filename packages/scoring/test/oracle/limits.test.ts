import { describe, expect, it } from 'vitest';
import { bonusPoints, formScore } from './composite.js';
import { print } from './fraction.js';
import { oracle } from './oracle.js';
import type { Branch } from './tree.js';

const fixed = (amount: string, rest: Branch = {}): Branch => ({ rules: [{ kind: 'fixed', amount, ...rest }] });
const award = { effect: 'award' };
const yes = { breached: 'true' };
const none = { notApplicable: 'true' };

/** A row whose clauses are numbered. */
const row = (id: string, clauses: readonly Branch[], rest: Branch = {}): Branch => ({
  id,
  clauses: clauses.map((clause, index) => ({ id: `${id}.${index + 1}`, ...clause })),
  ...rest,
});

/** What one unit of the only sheet scores. */
function score(items: readonly Branch[], observations: Branch, sheet: Branch = {}) {
  const scheme = {
    fullMarks: '100',
    bonus: {},
    population: { units: [{ name: '甲市', sheet: 's', class: 'city' }] },
    sheets: [{ id: 's', fullMarks: '100', items, ...sheet }],
  };
  const { 甲市: result } = oracle(scheme, { units: { 甲市: { observations } } });
  return [Object.values(result?.items ?? {}), result?.sheetScore];
}

const item = (rows: readonly Branch[], rest: Branch = {}): Branch => ({
  id: `i${rows[0]?.id}`,
  fullMarks: '20',
  rows,
  ...rest,
});
const other = item([row('9', [fixed('1')])], { fullMarks: '30' });

describe('the limits of an item', () => {
  const lost = { '1.1': yes };

  it('stop it at nothing, let it fall below, or carry what lies below to the sheet', () => {
    const rows = [row('1', [fixed('25')])];
    expect(score([item(rows), other], lost)).toEqual([['0', '30'], '30']);
    expect(score([item(rows, { floor: 'none' }), other], lost)).toEqual([['-5', '30'], '25']);
    expect(score([item(rows, { floor: 'carry' }), other], lost)).toEqual([['0', '30'], '25']);
  });

  it('let what is carried take no more than the sheet has', () => {
    expect(score([item([row('1', [fixed('99')])], { floor: 'carry' }), other], lost)).toEqual([['0', '30'], '0']);
  });

  it('hold an item that starts from nothing at full marks, unless it is open-ended', () => {
    const rows = [row('1', [fixed('15', award), fixed('15', award)])];
    const seen = { '1.1': yes, '1.2': yes };
    expect(score([item(rows, { start: 'zero' })], {})).toEqual([['0'], '0']);
    expect(score([item(rows, { start: 'zero' })], seen)).toEqual([['20'], '20']);
    expect(score([item(rows, { start: 'zero', ceiling: 'none' })], seen)).toEqual([['30'], '30']);
  });
});

describe('the cap of a group', () => {
  const rows = [row('1', [fixed('3'), fixed('5'), fixed('2', award)])];
  const capped = (of: readonly string[], cap: string): Branch => item(rows, { caps: [{ of, cap }] });

  it('holds what its members ask for together, taken or given', () => {
    const seen = { '1.1': yes, '1.2': yes, '1.3': yes };
    expect(score([capped(['1.1', '1.2'], '6')], seen)[0]).toEqual(['16']);
    expect(score([capped(['1.1', '1.3'], '6')], seen)[0]).toEqual(['14']);
    expect(score([capped(['1.3'], '1')], seen)[0]).toEqual(['13']);
  });
});

describe('what does not apply', () => {
  const rows = [row('1', [fixed('10'), fixed('5')], { fullMarks: '15' }), row('2', [fixed('2')], { fullMarks: '5' })];
  const items = [item(rows), item([row('3', [fixed('7')])], { fullMarks: '80' })];
  const rescale = { notApplicable: 'rescale' };

  it('asks nothing and keeps its marks, unless marks leave the denominator', () => {
    const seen = { '1.1': none, '1.2': none, '2.1': yes };
    expect(score(items, seen)).toEqual([['18', '80'], '98']);
    expect(score(items, seen, rescale)).toEqual([['3', '80'], '1660/17']);
  });

  it('leaves a full record at full marks', () => {
    expect(score(items, { '1.1': none, '1.2': none }, rescale)).toEqual([['5', '80'], '100']);
    expect(score(items, { '3.1': none }, rescale)).toEqual([['20', '0'], '100']);
  });

  it('is a row only where all of its clauses do not apply', () => {
    expect(score(items, { '1.1': none, '1.2': yes }, rescale)).toEqual([['15', '80'], '95']);
  });
});

describe('a clause for units by name', () => {
  it('asks nothing of any other', () => {
    const rows = [
      row('1', [
        { ...fixed('3'), units: ['乙市'] },
        { ...fixed('4'), units: ['甲市'] },
      ]),
    ];
    expect(score([item(rows)], { '1.1': yes, '1.2': yes })[0]).toEqual(['16']);
  });
});

describe('trimmed ballots', () => {
  const form = { raters: '6', coefficient: '0.5', trim: '1', missing: 'plain-sum' };

  it('leave out the highest and the lowest, and those that were not given', () => {
    expect(print(formScore(form, ['10', '1', '2', '3', '4', '5']))).toBe('7');
    expect(print(formScore(form, ['2', '1', 'null', '10', '3', '']))).toBe('2.5');
  });

  it('are counted over those that are left where ballots are missing', () => {
    const over = { ...form, missing: 'over-received' };
    expect(print(formScore(over, ['1', '2', '3', '4']))).toBe('5');
    expect(print(formScore(over, ['10', '1', '2', '3', '4', '5']))).toBe('7');
  });
});

describe('a bonus with marks', () => {
  const kinds = [
    { kind: 'promoted', levels: { nation: '5' } },
    { kind: 'merit', judgement: 'yes' },
  ];
  const deeds = [
    { deed: '甲', mark: '30' },
    { deed: '甲', kind: 'merit', mark: '50' },
    { deed: '甲', kind: 'promoted', level: 'nation' },
  ];

  it('adds every entry up to the cap, or the highest of each deed', () => {
    expect(print(bonusPoints({ cap: '100', kinds }, deeds))).toBe('85');
    expect(print(bonusPoints({ cap: '60', kinds }, deeds))).toBe('60');
    expect(print(bonusPoints({ cap: '100', perDeed: 'highest-only', kinds }, deeds))).toBe('50');
  });
});

describe('quotas and vetoes', () => {
  const names = ['甲市', '乙市', '丙市', '丁市', '戊市'];
  const veto = {
    id: 'accidents',
    when: { kind: 'accidents', atLeast: 'serious' },
    effect: 'grade-fail',
    grade: '不合格',
  };
  const grades = (quota: string, lost: readonly string[], rest: Branch = {}) => {
    const scheme = {
      fullMarks: '100',
      bonus: {},
      gradeBands: [{ grade: '优秀', from: '90', quota }, { grade: '良好', from: '80' }, { grade: '一般' }],
      vetoes: [veto],
      population: { units: names.map((name) => ({ name, sheet: 's', class: 'city' })) },
      sheets: [
        {
          id: 's',
          fullMarks: '100',
          items: [
            { id: 'i', fullMarks: '100', rows: [row('1', [{ rules: [{ kind: 'judgement', range: ['0', '99'] }] }])] },
          ],
        },
      ],
    };
    const units = names.map(
      (name, index) => [name, { observations: { '1.1': { mark: lost[index] ?? '0' } } }] as const,
    );
    return Object.values(oracle(scheme, { units: Object.fromEntries(units), ...rest })).map(({ grade }) => grade);
  };

  it('leave the best grade to so many of those ranked; a share rounds down', () => {
    const lost = ['0', '1', '2', '3', '15'];
    expect(grades('2', lost)).toEqual(['优秀', '优秀', '良好', '良好', '良好']);
    expect(grades('59%', lost)).toEqual(['优秀', '优秀', '良好', '良好', '良好']);
    expect(grades('19%', lost)).toEqual(['良好', '良好', '良好', '良好', '良好']);
  });

  it('let those that share a rank share the grade', () => {
    expect(grades('2', ['1', '1', '1', '2', '30'])).toEqual(['优秀', '优秀', '优秀', '良好', '一般']);
  });

  it('give a vetoed unit the grade of its veto and its place to the next', () => {
    const accidents = [{ place: '甲市', deaths: '10' }];
    expect(grades('1', ['0', '1', '2', '3', '4'], { accidents })).toEqual(['不合格', '优秀', '良好', '良好', '良好']);
  });
});
