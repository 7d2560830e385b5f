import { describe, expect, test } from 'vitest';
import { assessed, FORM, unitProgram } from '../../test/unit-scheme.js';
import { formatInterval } from '../explanation/render.js';
import type { RawTree } from '../observations/raw-tree.js';
import type { RatingForm } from '../scheme/rating-form.js';

/** The leader part of 巩义市 under a changed form. */
function leader(ballots: RawTree | undefined, change: Partial<RatingForm> = {}) {
  const ratings = ballots === undefined ? {} : { leader: { 巩义市: ballots } };
  const program = unitProgram({ forms: [{ ...FORM, ...change }] });
  const [unit] = assessed({ units: { 巩义市: {} }, ratings }, program).units;
  const part = unit?.scored.parts[0];
  return part && formatInterval(part.score);
}

describe('a rating form', () => {
  test('总得分 × 系数，四舍五入取整数', () => {
    expect(leader(['10', '10', '10', '10'])).toBe('20');
    expect(leader(['9', '10', '10', '10'])).toBe('20');
    expect(leader(['8.9', '10', '10', '10'])).toBe('19');
    expect(leader({ sum: '38.9', ballots: '4' })).toBe('19');
    expect(leader({ sum: '39', ballots: '4' })).toBe('20');
  });

  test('rounds where the scheme says, and nowhere else', () => {
    const sum = { sum: '29.9', ballots: '4' };
    expect(leader(sum, { coefficient: '0.166', rounding: '2' })).toBe('4.96');
    expect(leader(sum, { coefficient: '0.166', rounding: undefined })).toBe('4.9634');
    expect(leader(sum, { coefficient: '1/6', rounding: undefined })).toBe('299/60');
    expect(leader(sum, { coefficient: '1/6', rounding: '2' })).toBe('4.98');
  });

  test('a missing ballot is in no sum, and the plain sum stays as it is', () => {
    expect(leader(['10', '10', '10', 'null'])).toBe('15');
    expect(leader(['10', '10', '10', '0'])).toBe('15');
  });

  test('over what was received, three tens of four are full marks', () => {
    expect(leader(['10', '10', '10', 'null'], { missing: 'over-received' })).toBe('20');
    expect(leader(['9', '8', 'null', 'null'], { missing: 'over-received', rounding: undefined })).toBe('17');
    expect(leader(['10', '9', '9', 'null'], { missing: 'over-received', rounding: '2' })).toBe('18.67');
  });

  test('a form nobody filled in leaves everything possible', () => {
    expect(leader(undefined)).toBe('0–20');
    expect(leader(undefined, { missing: 'over-received' })).toBe('0–20');
    expect(leader([])).toBe('0–20');
    expect(leader({ sum: '0', ballots: '0' }, { missing: 'over-received' })).toBe('0–20');
  });

  test('去掉一个最高分、一个最低分', () => {
    const trimmed: Partial<RatingForm> = { trim: '1', coefficient: '1' };
    expect(leader(['10', '9', '8', '0'], trimmed)).toBe('17');
    expect(leader(['0', '8', '9', '10'], trimmed)).toBe('17');
    expect(leader(['8', '8', '8', '8'], trimmed)).toBe('16');
    expect(leader(undefined, trimmed)).toBe('0–20');
  });
});
