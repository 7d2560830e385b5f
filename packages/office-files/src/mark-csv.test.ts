import { text } from '@kaohe/scoring';
import { describe, expect, test } from 'vitest';
import { WORDS } from '../test/sample-facts.js';
import { readFactsCsv } from './facts-csv.js';
import { markCsv } from './mark-csv.js';

const bytes = (lines: string) => new TextEncoder().encode(lines);
const LINES = '单位,条款,字段,值,备注\n巩义市,county/19.1,数量,三,"-两\n行"\n巩义市,county/1.1,情形,是,\n';
const wrong = (row: number | undefined, zh = '不对') => ({
  ...(row !== undefined && { at: { row, column: 4 } }),
  text: text(`${zh}\n还有`, 'wrong'),
});

describe('a refused table of lines', () => {
  test('comes back with what is wrong at its line, everything else as it stood', () => {
    const marked = markCsv(bytes(LINES), [wrong(2), wrong(4, '也不对')]);
    expect(marked).toBe(
      '\uFEFF单位,条款,字段,值,备注,错误\r\n巩义市,county/19.1,数量,三,"\'-两\n行",不对 还有 wrong\r\n巩义市,county/1.1,情形,是,,也不对 还有 wrong\r\n',
    );
  });

  test('says at its head what is wrong with all of it', () => {
    expect(markCsv(bytes(LINES), [wrong(undefined)])?.split('\r\n')[0]).toContain('错误 | 不对 还有 wrong');
  });

  test('read again states the same facts, and marked again holds the later errors only', () => {
    const marked = bytes(markCsv(bytes(LINES), [wrong(2)]) ?? '');
    expect(readFactsCsv(marked, WORDS).tree).toEqual(readFactsCsv(bytes(LINES), WORDS).tree);
    const again = markCsv(marked, [wrong(4)]) ?? '';
    expect(again.split('错误')).toHaveLength(2);
    expect(again.match(/不对/g)).toHaveLength(1);
    expect(again).toContain('"\'-两\n行"');
  });

  test('whose quotes do not close cannot be given back', () => {
    expect(markCsv(bytes('单位,条款,值\n"巩义市'), [])).toBeUndefined();
  });
});
