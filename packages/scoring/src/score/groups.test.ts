import { describe, expect, test } from 'vitest';
import { formatExact, getNumber } from '../exact/decimal.js';
import { interval } from '../exact/interval.js';
import type { ItemProgram } from '../scheme/program.js';
import type { Exclusion, HighestOnly } from '../scheme/sheet.js';
import type { AskedClause } from './clause.js';
import { settleGroups, takenOf } from './groups.js';

/** What clauses ask, as `-2` or `-2…0`, and what of it is left: `least…most` by clause. */
function settled(asks: Readonly<Record<string, string>>, exclusive: Exclusion[], highestOnly: HighestOnly[] = []) {
  const asked = new Map(
    Object.entries(asks).map(([id, text]) => {
      const [least, most] = text.split('…');
      const value = interval(getNumber(least ?? ''), getNumber(most ?? least ?? ''));
      return [id, { asked: value } as AskedClause];
    }),
  );
  const taken = settleGroups({ exclusive, highestOnly, caps: [] } as unknown as ItemProgram, asked);
  const left = [...asked].map(([id, one]) => {
    const how = taken.get(id);
    const { least, most } = how ? takenOf(one.asked, how) : one.asked;
    const [low, high] = [formatExact(least), formatExact(most)];
    return [id, low === high ? low : `${low}…${high}`];
  });
  return {
    ...Object.fromEntries(left),
    instead: [...taken].map(([id, how]) => `${id}:${how.instead ?? ''}`).join(' '),
  };
}

const UNSIGNED: Exclusion = { when: 'unsigned', drops: ['missing'], readings: ['row-8'] };

describe('exclusive: 未签订的扣2分，每缺少1人次扣0.5分', () => {
  test('a finding that holds shuts the other out', () => {
    expect(settled({ unsigned: '-2', missing: '-3' }, [UNSIGNED])).toMatchObject({ unsigned: '-2', missing: '0' });
    expect(settled({ unsigned: '-2', missing: '-0.5' }, [UNSIGNED])).toMatchObject({ unsigned: '-2', missing: '0' });
    expect(settled({ unsigned: '-2', missing: '-9…0' }, [UNSIGNED])).toMatchObject({ unsigned: '-2', missing: '0' });
  });

  test('a finding that does not hold leaves the other as it is', () => {
    expect(settled({ unsigned: '0', missing: '-3' }, [UNSIGNED])).toMatchObject({ unsigned: '0', missing: '-3' });
    expect(settled({ unsigned: '0', missing: '-9…0' }, [UNSIGNED])).toMatchObject({ unsigned: '0', missing: '-9…0' });
    expect(settled({ unsigned: '0', missing: '0' }, [UNSIGNED])).toMatchObject({ unsigned: '0', missing: '0' });
  });

  test('an open finding against what costs less: at worst it holds, at best it does not', () => {
    const left = settled({ unsigned: '-2…0', missing: '-0.5' }, [UNSIGNED]);
    expect(left).toMatchObject({ unsigned: '-2…0', missing: '0…-0.5' });
  });

  test('an open finding against what costs more: at worst it does not hold, at best it does', () => {
    const left = settled({ unsigned: '-2…0', missing: '-3' }, [UNSIGNED]);
    expect(left).toMatchObject({ unsigned: '0…-2', missing: '-3…0' });
  });

  test('an open finding against what costs the same is the same in both worlds', () => {
    const left = settled({ unsigned: '-2…0', missing: '-2' }, [UNSIGNED]);
    expect(left).toMatchObject({ unsigned: '-2…0', missing: '0…-2' });
  });

  test('both open: at worst the dearer, at best nothing', () => {
    expect(settled({ unsigned: '-2…0', missing: '-9…0' }, [UNSIGNED])).toMatchObject({
      unsigned: '0',
      missing: '-9…0',
    });
    expect(settled({ unsigned: '-2…0', missing: '-1…0' }, [UNSIGNED])).toMatchObject({
      unsigned: '-2…0',
      missing: '0',
    });
  });

  test('several clauses it drops count together', () => {
    const plan: Exclusion = { when: 'plan', drops: ['approved', 'completed'] };
    const dearer = settled({ plan: '-2…0', approved: '-1.5', completed: '-1' }, [plan]);
    expect(dearer).toMatchObject({ plan: '0…-2', approved: '-1.5…0', completed: '-1…0' });
    const cheaper = settled({ plan: '-3…0', approved: '-1.5', completed: '-1' }, [plan]);
    expect(cheaper).toMatchObject({ plan: '-3…0', approved: '0…-1.5', completed: '0…-1' });
  });

  test('what is left out names what stands in its place', () => {
    expect(settled({ unsigned: '-2', missing: '-3' }, [UNSIGNED]).instead).toBe('unsigned: missing:unsigned');
  });

  test('a clause in no group is not touched', () => {
    expect(settled({ unsigned: '-2', missing: '-1', other: '-5…-1' }, [UNSIGNED])).toMatchObject({ other: '-5…-1' });
  });
});

describe('highest-only: one fact stated twice', () => {
  const TWICE: HighestOnly = { of: ['first', 'second'] };

  test('the larger deduction stands for both', () => {
    expect(settled({ first: '-1', second: '-2' }, [], [TWICE])).toMatchObject({ first: '0', second: '-2' });
    expect(settled({ first: '-2', second: '-1' }, [], [TWICE])).toMatchObject({ first: '-2', second: '0' });
  });

  test('of equal deductions the first stands', () => {
    const left = settled({ first: '-1', second: '-1' }, [], [TWICE]);
    expect(left).toMatchObject({ first: '-1', second: '0', instead: 'first: second:first' });
    expect(settled({ first: '0', second: '0' }, [], [TWICE])).toMatchObject({ first: '0', second: '0' });
  });

  test('while one is open, each world has its own larger one', () => {
    expect(settled({ first: '-3…0', second: '-1' }, [], [TWICE])).toMatchObject({ first: '-3…0', second: '0…-1' });
    expect(settled({ first: '-1…0', second: '-3' }, [], [TWICE])).toMatchObject({ first: '0', second: '-3' });
    expect(settled({ first: '-3…-2', second: '-1' }, [], [TWICE])).toMatchObject({ first: '-3…-2', second: '0' });
  });

  test('both open: at worst the larger, at best nothing', () => {
    expect(settled({ first: '-3…0', second: '-4…0' }, [], [TWICE])).toMatchObject({ first: '0', second: '-4…0' });
  });

  test('of three the largest stands', () => {
    const three: HighestOnly = { of: ['a', 'b', 'c'] };
    expect(settled({ a: '-1', b: '-3', c: '-2' }, [], [three])).toMatchObject({ a: '0', b: '-3', c: '0' });
  });
});
