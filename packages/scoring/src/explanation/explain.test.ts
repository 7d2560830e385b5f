import { describe, expect, test } from 'vitest';
import { assessed, unitProgram, unitScheme } from '../../test/unit-scheme.js';
import type { RawTree } from '../observations/raw-tree.js';
import type { AssessmentItem } from '../scheme/sheet.js';
import { explain } from './explain.js';
import { findNode, reEvaluate } from './explanation.js';
import { formatInterval } from './render.js';

/** The explanation of 巩义市 with the first item of its sheet changed. */
function explained(observations: RawTree, change: Partial<AssessmentItem> = {}, closed: RawTree = 'all') {
  const [county, ...others] = unitScheme.sheets;
  const [first, ...items] = county?.items ?? [];
  const sheets = county && first ? [{ ...county, items: [{ ...first, ...change }, ...items] }, ...others] : [];
  const program = unitProgram({ sheets });
  const [unit] = assessed({ units: { 巩义市: { closed, observations } } }, program).units;
  if (!unit) throw new Error('one unit is assessed');
  return explain(program, unit.scored);
}

const shownOf = (tree: ReturnType<typeof explained>, clause: string) => {
  const found = findNode(tree, 'clause', clause);
  return (
    found && {
      value: formatInterval(found.value),
      zh: found.detail?.zh,
      en: found.detail?.en,
      by: found.operation.kind,
    }
  );
};

describe('the explanation of a clause', () => {
  test('is the sum of its rules, each a leaf of its own', () => {
    const share = (numerator: string) => ({ numerator, denominator: '20' });
    const tree = explained({ 'county/7.1': { 申报率: share('17'), 监管率: share('15') } });
    const clause = findNode(tree, 'clause', 'county/7.1');
    expect(clause && formatInterval(clause.value)).toBe('-1.5');
    expect(clause?.children.map((rule) => [rule.id, formatInterval(rule.value)])).toEqual([
      ['county/7.1#1', '-0.5'],
      ['county/7.1#2', '-1'],
    ]);
    expect(clause?.detail?.zh).toContain('；监管率 15÷20=75%');
  });

  test('of a class it is not for, or that does not apply, says so', () => {
    const tree = explained({
      'county/3.1': { notApplicable: 'true', reason: '无企业' },
      'county/1.1': { notApplicable: 'true' },
    });
    expect(shownOf(tree, 'county/3.1')).toMatchObject({
      value: '0',
      zh: '不适用：无企业',
      en: 'not applicable: 无企业',
    });
    expect(shownOf(tree, 'county/1.1')).toMatchObject({ value: '0', zh: '不适用', en: 'not applicable' });
  });

  test('left out by its group names the clause in its place and the reading', () => {
    const exclusive = [{ when: 'county/1.1', drops: ['county/3.1'], readings: ['row-8'] }];
    const tree = explained({ 'county/1.1': { breached: 'true' }, 'county/3.1': { count: '3' } }, { exclusive });
    expect(shownOf(tree, 'county/1.1')).toMatchObject({ value: '-2', zh: '扣2' });
    expect(shownOf(tree, 'county/3.1')).toEqual({
      value: '0',
      zh: '3家×0.5；已计 county/1.1，本条不另扣',
      en: '3×0.5; county/1.1 stands in its place',
      by: 'take',
    });
    expect(findNode(tree, 'clause', 'county/3.1')?.readings).toEqual(['row-8']);
    expect(formatInterval(reEvaluate(tree))).toBe(formatInterval(tree.value));
  });

  test('under a cap stands with the others it shares it with', () => {
    const caps = [{ of: ['county/1.1', 'county/3.1'], cap: '3', readings: ['shared'] }];
    const tree = explained({ 'county/1.1': { breached: 'true' }, 'county/3.1': { count: '9' } }, { caps });
    const group = findNode(tree, 'group', 'county/1.1+county/3.1');
    expect(group?.title).toEqual({ zh: '合计最多3分', en: 'At most 3 together' });
    expect(group && formatInterval(group.value)).toBe('-3');
    expect(group?.children.map((child) => child.id)).toEqual(['county/1.1', 'county/3.1']);
    expect(group?.readings).toEqual(['shared']);
    expect(formatInterval(reEvaluate(tree))).toBe(formatInterval(tree.value));
  });
});

describe('the explanation of a sheet', () => {
  test('has what an item carries below zero as a line of its own', () => {
    const rows = (unitScheme.sheets[0]?.items[0]?.rows ?? []).filter((row) => row.id !== 'county/5');
    const tree = explained({ 'county/3.1': { count: '90' } }, { floor: 'carry', rows });
    const carried = findNode(tree, 'carried', 'county/i1');
    expect(carried && formatInterval(carried.value)).toBe('-5');
    expect(formatInterval(reEvaluate(tree))).toBe(formatInterval(tree.value));
  });

  test('of an item that starts from zero starts from zero', () => {
    const tree = explained({}, { start: 'zero' });
    expect(findNode(tree, 'full-marks', 'county/i1')).toMatchObject({ title: { zh: '起始', en: 'Start' } });
    expect(findNode(tree, 'full-marks', 'county/i2')).toMatchObject({ title: { zh: '分值', en: 'Full marks' } });
  });

  test('is open as far down as something is open, and nowhere else', () => {
    const rows = Array.from({ length: 11 }, (_, index) => `county/${index + 1}`).filter((row) => row !== 'county/3');
    const tree = explained({}, {}, [...rows, 'bonus']);
    const open = (kind: 'total' | 'item' | 'clause', id: string) => findNode(tree, kind, id)?.open;
    expect([open('total', '巩义市'), open('item', 'county/i1'), open('clause', 'county/3.1')]).toEqual([
      true,
      true,
      true,
    ]);
    expect([open('item', 'county/i2'), open('clause', 'county/1.1')]).toEqual([false, false]);
  });

  test('a node that is not there is not found', () => {
    expect(findNode(explained({}), 'clause', 'county/99.1')).toBeUndefined();
  });
});
