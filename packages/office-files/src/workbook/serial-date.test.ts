import { expect, test } from 'vitest';
import { dateOfSerial } from './serial-date.js';

test.each([
  ['43591', false, '2019-05-06'],
  ['43890', false, '2020-02-29'],
  ['43891', false, '2020-03-01'],
  ['42129', true, '2019-05-06'],
  ['25569', false, '1970-01-01'],
])('day %s (from 1904: %j) is the date %s', (serial, from1904, date) => {
  expect(dateOfSerial(serial, from1904)).toBe(date);
});

test('a time of day is no date', () => {
  expect(dateOfSerial('43591.5', false)).toBeUndefined();
});
