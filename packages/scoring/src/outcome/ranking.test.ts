import { describe, expect, test } from 'vitest';
import { getNumber } from '../exact/decimal.js';
import { interval } from '../exact/interval.js';
import { type Ranked, rank } from './ranking.js';

function entry(total: string, vetoed: Ranked['vetoed'] = 'no'): Ranked {
  const [least, most] = total.split('–');
  return { total: interval(getNumber(least ?? ''), getNumber(most ?? least ?? '')), vetoed };
}

const shown = (...entries: readonly Ranked[]) =>
  rank(entries).map((one) => (one ? (one.least === one.most ? `${one.least}` : `${one.least}–${one.most}`) : 'none'));

describe('ranking', () => {
  test('goes by the total, in the order given', () => {
    expect(shown(entry('80'), entry('95'), entry('90'))).toEqual(['3', '1', '2']);
  });

  test('equal totals share a rank, and the next one counts them all', () => {
    expect(shown(entry('90'), entry('95'), entry('90'), entry('80'))).toEqual(['2', '1', '2', '4']);
    expect(shown(entry('90'), entry('90'), entry('90'))).toEqual(['1', '1', '1']);
  });

  test('a hundredth decides', () => {
    expect(shown(entry('94.99'), entry('95'))).toEqual(['2', '1']);
  });

  test('an open total has the ranks it can still take', () => {
    expect(shown(entry('80–96'), entry('95'), entry('90'))).toEqual(['1–3', '1–2', '2–3']);
    expect(shown(entry('0–100'), entry('0–100'))).toEqual(['1–2', '1–2']);
  });

  test('intervals that only touch may tie and never change places', () => {
    expect(shown(entry('80–90'), entry('90–95'))).toEqual(['1–2', '1']);
  });

  test('a vetoed unit has no rank and takes none from the others', () => {
    expect(shown(entry('95', 'yes'), entry('90'), entry('80'))).toEqual(['none', '1', '2']);
  });

  test('a unit that may still be vetoed may leave its place to those below', () => {
    expect(shown(entry('95', 'possible'), entry('90'), entry('80'))).toEqual(['1', '1–2', '2–3']);
  });

  test('one unit is first, and nobody is nothing', () => {
    expect(shown(entry('0'))).toEqual(['1']);
    expect(shown()).toEqual([]);
  });
});
