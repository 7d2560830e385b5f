import { describe, expect, test } from 'vitest';
import { dateText, listText, numberText, yesNoText } from './normal-value.js';

describe('what people type', () => {
  test.each([
    ['8', '8'],
    ['８．５', '8.5'],
    [' 8 分 ', '8'],
    ['８分', '8'],
    ['1,234,567.5', '1234567.5'],
    ['12,34', '12,34'],
    ['8 万元', '8 万元'],
    ['-3', '-3'],
    ['约8', '约8'],
    ['分', '分'],
  ])('the number %j is %j', (typed, number) => {
    expect(numberText(typed, ['分', '家'])).toBe(number);
  });

  test.each([
    ['是', 'true'],
    ['有', 'true'],
    ['TRUE', 'true'],
    ['√', 'true'],
    ['否', 'false'],
    ['无', 'false'],
    ['１', undefined],
    ['可能', undefined],
  ])('%j is %j', (typed, value) => {
    expect(yesNoText(typed)).toBe(value);
  });

  test.each([
    ['2019-5-6', '2019-05-06'],
    ['2019/05/06', '2019-05-06'],
    ['2019.5.6', '2019-05-06'],
    ['２０１９年５月６日', '2019-05-06'],
    ['2019-05-06T00:00:00.000Z', '2019-05-06'],
    ['5月6日', '5月6日'],
  ])('the date %j is %j', (typed, date) => {
    expect(dateText(typed)).toBe(date);
  });

  test('names in one cell are told apart by 、 ， , ； ; and new lines', () => {
    expect(listText('甲、乙，丙,丁；戊;己\n庚 、')).toEqual(['甲', '乙', '丙', '丁', '戊', '己', '庚']);
  });
});
