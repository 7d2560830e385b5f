import { describe, expect, test } from 'vitest';
import { assessed, unitProgram, unitScheme } from '../../test/unit-scheme.js';
import { formatExact } from '../exact/decimal.js';
import { formatInterval } from '../explanation/render.js';
import type { RawTree } from '../observations/raw-tree.js';
import type { AssessmentItem, Sheet } from '../scheme/sheet.js';

/** The unit's scheme with its first item of 40 points changed. */
function withFirstItem(change: Partial<AssessmentItem>, sheetChange: Partial<Sheet> = {}) {
  const [county, ...others] = unitScheme.sheets;
  const [first, ...items] = county?.items ?? [];
  if (!county || !first) throw new Error('the scheme has a first item');
  return unitProgram({
    sheets: [{ ...county, ...sheetChange, items: [{ ...first, ...change }, ...items] }, ...others],
  });
}

function scored(observations: RawTree, { program = unitProgram(), closed = 'all' as RawTree } = {}) {
  const [unit] = assessed({ units: { 巩义市: { closed, observations } } }, program).units;
  const item = unit?.scored.items[0];
  return {
    item: item && formatInterval(item.score),
    sheet: unit && formatInterval(unit.scored.sheetScore),
    applied: item?.clauses
      .filter((clause) => clause.applied.most.n !== 0n)
      .map((clause) => `${clause.compiled.clause.id} ${formatExact(clause.applied.most)}`),
  };
}

describe('an item that starts from full marks', () => {
  test('loses what its clauses ask', () => {
    const lost = scored({ 'county/1.1': { breached: 'true' }, 'county/3.1': { count: '3' } });
    expect(lost).toEqual({ item: '36.5', sheet: '96.5', applied: ['county/1.1 -2', 'county/3.1 -1.5'] });
  });

  test('小项扣分到本大项分数扣完为止', () => {
    expect(scored({ 'county/3.1': { count: '79' } })).toMatchObject({ item: '0.5', sheet: '60.5' });
    expect(scored({ 'county/3.1': { count: '80' } })).toMatchObject({ item: '0', sheet: '60' });
    expect(scored({ 'county/3.1': { count: '81' } })).toMatchObject({ item: '0', sheet: '60' });
  });

  test('what is applied is what was left to take, in printed order', () => {
    const lost = scored({
      'county/1.1': { breached: 'true' },
      'county/3.1': { count: '77' },
      'county/5.1': { breached: 'true' },
    });
    expect(lost.applied).toEqual(['county/1.1 -2', 'county/3.1 -38']);
    const half = scored({ 'county/3.1': { count: '70' }, 'county/5.1': { breached: 'true' } });
    expect(half.applied).toEqual(['county/3.1 -35', 'county/5.1 -5']);
  });

  test('a forfeit takes all that is left and no more', () => {
    expect(scored({ 'county/5.1': { breached: 'true' } })).toMatchObject({ item: '0', applied: ['county/5.1 -40'] });
  });

  test('open on every row reaches from nothing to full marks', () => {
    expect(scored({}, { closed: [] })).toMatchObject({ item: '0–40', sheet: '0–100' });
  });

  test('a clause of another class costs nothing, open or closed', () => {
    const zone = assessed({ units: { 航空港区: { closed: ['county/2', 'county/3', 'county/4', 'county/5'] } } })
      .units[0];
    const item = zone?.scored.items[0];
    expect(item && formatInterval(item.score)).toBe('38–40');
  });

  test('what does not apply costs nothing and is settled', () => {
    const [unit] = assessed({ units: { 巩义市: { observations: { 'county/1.1': { notApplicable: 'true' } } } } }).units;
    const clause = unit?.scored.items[0]?.clauses[0];
    expect(clause).toMatchObject({ open: false });
    expect(clause && formatInterval(clause.asked)).toBe('0');
  });
});

describe('the floor of an item', () => {
  // A forfeit takes without bound, so it stands only under a floor of zero.
  const rows = (unitScheme.sheets[0]?.items[0]?.rows ?? []).filter((row) => row.id !== 'county/5');
  const lost = { 'county/3.1': { count: '90' } };

  test('none lets it go below zero', () => {
    expect(scored(lost, { program: withFirstItem({ floor: 'none', rows }) })).toMatchObject({
      item: '-5',
      sheet: '55',
    });
  });

  test('carry takes what lies below zero from the sheet', () => {
    expect(scored(lost, { program: withFirstItem({ floor: 'carry', rows }) })).toMatchObject({
      item: '0',
      sheet: '55',
    });
  });

  test('of a forfeited item is zero: another is refused when the scheme is compiled', () => {
    expect(() => withFirstItem({ floor: 'carry' })).toThrow('forfeit-needs-floor');
  });

  test('carry never takes the sheet itself below zero', () => {
    const ruinous = { 'county/3.1': { count: '900' } };
    expect(scored(ruinous, { program: withFirstItem({ floor: 'carry', rows }) })).toMatchObject({
      item: '0',
      sheet: '0',
    });
  });
});

describe('an item that starts from zero', () => {
  const row = unitScheme.sheets[0]?.items[0]?.rows[2];
  const award = { kind: 'per-unit', effect: 'award', amount: '10', unit: '项', basis: 'occurrence' } as const;
  const rows = row ? [{ ...row, clauses: row.clauses.map((clause) => ({ ...clause, rules: [award] })) }] : [];

  test('earns what its clauses award, up to full marks', () => {
    const program = withFirstItem({ start: 'zero', rows });
    expect(scored({ 'county/3.1': { count: '0' } }, { program }).item).toBe('0');
    expect(scored({ 'county/3.1': { count: '3' } }, { program }).item).toBe('30');
    expect(scored({ 'county/3.1': { count: '4' } }, { program }).item).toBe('40');
    expect(scored({ 'county/3.1': { count: '5' } }, { program })).toMatchObject({
      item: '40',
      applied: ['county/3.1 40'],
    });
    expect(scored({}, { program, closed: [] }).item).toBe('0–40');
  });

  test('goes beyond full marks where it is open-ended', () => {
    const program = withFirstItem({ start: 'zero', ceiling: 'none', rows });
    expect(scored({ 'county/3.1': { count: '5' } }, { program }).item).toBe('50');
  });

  test('an item from full marks is never lifted above them either, unless it is open-ended', () => {
    const awarded = { 'county/3.1': { count: '1' } };
    expect(scored(awarded, { program: withFirstItem({ rows }) }).item).toBe('40');
    expect(scored(awarded, { program: withFirstItem({ ceiling: 'none', rows }) }).item).toBe('50');
  });
});

describe('a cap over several clauses', () => {
  const caps = [{ of: ['county/1.1', 'county/3.1'], cap: '3' }];
  const program = withFirstItem({ caps });

  test('holds their sum, in printed order', () => {
    const both = (count: string) =>
      scored({ 'county/1.1': { breached: 'true' }, 'county/3.1': { count } }, { program });
    expect(both('1')).toMatchObject({ item: '37.5', applied: ['county/1.1 -2', 'county/3.1 -0.5'] });
    expect(both('2')).toMatchObject({ item: '37' });
    expect(both('9')).toMatchObject({ item: '37', applied: ['county/1.1 -2', 'county/3.1 -1'] });
  });

  test('does not touch the others', () => {
    const lost = { 'county/3.1': { count: '9' }, 'county/1.2': { breached: 'true' } };
    expect(scored(lost, { program }).item).toBe('36');
  });

  test('bounds what is open', () => {
    const closed = ['county/2', 'county/4', 'county/5'];
    expect(scored({ 'county/1.2': { breached: 'false' } }, { program, closed }).item).toBe('37–40');
  });
});

describe('rescaling what does not apply', () => {
  const marked = (unitScheme.sheets[0]?.items[0]?.rows ?? []).map((row) =>
    row.id === 'county/3' ? { ...row, fullMarks: '20' } : row,
  );
  const program = withFirstItem({ rows: marked }, { notApplicable: 'rescale' });

  test('a row with marks of its own leaves the denominator', () => {
    const without = { 'county/3.1': { notApplicable: 'true' }, 'county/6.1': { absent: ['方案'] } };
    expect(scored(without, { program })).toMatchObject({ item: '20', sheet: '98.75' });
  });

  test('a row that applies changes nothing', () => {
    expect(scored({ 'county/6.1': { absent: ['方案'] } }, { program }).sheet).toBe('99');
  });

  test('where nothing is rescaled it has its full marks', () => {
    const without = { 'county/3.1': { notApplicable: 'true' }, 'county/6.1': { absent: ['方案'] } };
    expect(scored(without).sheet).toBe('99');
  });
});
