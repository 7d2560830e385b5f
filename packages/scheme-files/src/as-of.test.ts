import { type Problem, type RawObject, type RawTree, resultJson } from '@kaohe/scoring';
import { describe, expect, test } from 'vitest';
import { getFolder } from '../../../schemes/folder.js';
import { asOf, movedBetween } from './as-of.js';
import { diffEditions, rescore } from './diff-editions.js';
import { assessTree } from './score-file.js';

const folder = getFolder('zhengzhou-2019');
const grown = {
  id: 'A-01',
  on: '2019-12-31',
  place: '登封市',
  industry: '工矿商贸',
  deaths: '2',
  seriousInjuries: '3',
  directEconomicLossYuan: '4200000',
  versions: [{ from: '2020-01-20', deaths: '3' }],
};
const facts: RawObject = { unmentioned: 'nothing-found', units: { 登封市: {}, 新密市: {} }, accidents: [grown] };

function unitOn(tree: RawTree, name: string) {
  const assessed = assessTree(folder, tree);
  if ('problems' in assessed) throw new Error(JSON.stringify(assessed.problems));
  return resultJson(assessed, '').units.find((unit) => unit.unit === name);
}

const codes = (result: object) => ('problems' in result ? (result.problems as Problem[]).map((one) => one.code) : []);

describe('accidents over time', () => {
  test('an accident counts with the version in force on the day, the day it begins included', () => {
    const itemOn = (day: string) => unitOn(asOf(facts, day), '登封市')?.items.find((item) => item.id === 'county/i12');
    expect(itemOn('2020-01-19')?.score.most).toBe('40');
    expect(itemOn('2020-01-20')?.score.most).toBe('20');
    expect(unitOn(facts, '登封市')?.items.find((item) => item.id === 'county/i12')?.score.most).toBe('20');
  });

  test('a score is provisional while the window is open: through 30 January for an accident of 31 December', () => {
    expect(unitOn(asOf(facts, '2020-01-30'), '登封市')?.provisional).toEqual(['A-01']);
    expect(unitOn(asOf(facts, '2020-01-31'), '登封市')?.provisional).toEqual([]);
  });

  test('an accident of the road closes after seven days', () => {
    const road = { ...facts, accidents: [{ ...grown, industry: '道路交通' }] };
    expect(unitOn(asOf(road, '2020-01-07'), '登封市')?.provisional).toEqual(['A-01']);
    expect(unitOn(asOf(road, '2020-01-08'), '登封市')?.provisional).toEqual([]);
  });

  test('an accident that had not happened yet is not in the ledger', () => {
    expect(unitOn(asOf(facts, '2019-12-30'), '登封市')?.sheetScore.most).toBe('100');
  });

  test('what moved between two days names the accident, the unit and the clause', () => {
    const movement = movedBetween(folder, facts, { from: '2020-01-05', to: '2020-01-31' });
    expect(movement).toEqual({
      accidents: [{ id: 'A-01', before: 'ordinary', after: 'relatively-serious', open: [true, false] }],
      units: [
        expect.objectContaining({
          unit: '登封市',
          clauses: [{ clause: 'county/60.1', before: '0', after: '-20' }],
        }),
      ],
    });
  });

  test('versions out of order, unknown columns and days that are none are refused', () => {
    const wrong = (versions: RawTree) => codes(assessTree(folder, { ...facts, accidents: [{ ...grown, versions }] }));
    expect(wrong([{ from: '2019-12-01', deaths: '3' }])).toContain('outside-period');
    expect(wrong([{ from: '2020-02-30', deaths: '3' }])).toContain('not-a-date');
    expect(wrong([{ from: '2020-01-20', dead: '3' }])).toContain('unknown-key');
    expect(wrong([{ from: '2020-01-20', deaths: '-3' }])).toContain('negative-count');
    expect(codes(movedBetween(folder, facts, { from: 'soon', to: '2020-01-31' }))).toContain('not-a-date');
  });
});

describe('two editions', () => {
  const changed = {
    ...folder,
    tree: JSON.parse(
      JSON.stringify(folder.tree).replace(
        '"quote":"未落实的扣 2 分","readings":["row-1-displaced"],"rules":[{"kind":"fixed","amount":"2"}]',
        '"quote":"未落实的扣 2 分","readings":["row-1-displaced"],"rules":[{"kind":"fixed","amount":"3"}]',
      ),
    ) as RawObject,
  };

  test('an edition does not differ from itself', () => {
    expect(diffEditions(folder, folder)).toEqual([]);
  });

  test('a changed amount is one changed clause with both its rules', () => {
    expect(diffEditions(folder, changed)).toEqual([
      {
        change: 'changed',
        node: 'clause',
        id: 'county/1.1',
        fields: [
          { field: 'rules', before: '[{"kind":"fixed","amount":"2"}]', after: '[{"kind":"fixed","amount":"3"}]' },
        ],
      },
    ]);
  });

  test('a unit that the change concerns moves, by that clause; another only by rank', () => {
    const breached = { 'county/1.1': { breached: 'true' } };
    const moved = rescore(folder, changed, {
      unmentioned: 'nothing-found',
      units: { 登封市: { observations: breached }, 新密市: {} },
    });
    expect(moved).toEqual([
      expect.objectContaining({ unit: '登封市', clauses: [{ clause: 'county/1.1', before: '-2', after: '-3' }] }),
    ]);
  });
});
