import { describe, expect, it } from 'vitest';
import { typedDay } from './typed-day';

describe('键入的日期', () => {
  it.each([
    ['2020-01-16', '2020-01-16'],
    ['2020-1-6', '2020-01-06'],
    ['20200116', '2020-01-16'],
    ['2020/1/16', '2020-01-16'],
    [' 2020年1月16日', '2020-01-16'],
    ['', ''],
  ])('“%s”是 %s', (typed, day) => expect(typedDay(typed)).toBe(day));

  it.each(['2020-02-30', '2020-13-01', '2020-01', '01/16/2020', '昨天'])('“%s”不是日期', (typed) =>
    expect(typedDay(typed)).toBeUndefined(),
  );
});
