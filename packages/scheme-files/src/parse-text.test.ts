import { renderProblem } from '@kaohe/scoring';
import { describe, expect, test } from 'vitest';
import { MOST_BYTES, type ParsedText, parseBytes, parseText, type Unparsed } from './parse-text.js';

const bytes = (...parts: readonly (string | number[])[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'utf8')] : part)));

function treeOf(text: string) {
  const parsed = parseText(text);
  if ('problems' in parsed) throw new Error(parsed.problems.map((found) => renderProblem(found).en).join('\n'));
  return parsed.tree;
}

function codesOf(parsed: ParsedText | Unparsed): string[] {
  return 'problems' in parsed ? parsed.problems.map((found) => found.code) : [];
}

const codes = (text: string) => codesOf(parseText(text));

/** Expects one refusal whose text names something in both languages. */
function expectRefused(parsed: ParsedText | Unparsed, code: string, named: string): void {
  const [found, ...others] = 'problems' in parsed ? parsed.problems : [];
  expect([found?.code, others]).toEqual([code, []]);
  const { zh, en } = found ? renderProblem(found) : { zh: '', en: '' };
  expect(zh).toMatch(/[\u4e00-\u9fff].*。$/);
  expect([zh.includes(named), en.includes(named)]).toEqual([true, true]);
}

describe('the bytes of a file', () => {
  test('are UTF-8, with or without a byte order mark', () => {
    const plain = parseBytes(bytes('单位: 巩义市'));
    const marked = parseBytes(bytes([0xef, 0xbb, 0xbf], '单位: 巩义市'));
    for (const parsed of [plain, marked]) expect('tree' in parsed && parsed.tree).toEqual({ 单位: '巩义市' });
    expect(treeOf('\uFEFF单位: 巩义市')).toEqual({ 单位: '巩义市' });
  });

  test.each([
    ['a byte that starts nothing', bytes('a: 1\nb: ', [0xff], '\n'), '2'],
    ['UTF-16', bytes([0xff, 0xfe, 0x61, 0x00]), '1'],
    ['a character cut in two', bytes('a: 1\nb: 2\nc: ', [0xe5, 0xb7]), '3'],
    ['a surrogate', bytes('a: ', [0xed, 0xa0, 0x80]), '1'],
    ['an overlong slash', bytes('a: 1\r\nb: ', [0xc0, 0xaf]), '2'],
  ])('that are %s are refused with the line', (_what, file, line) => {
    expectRefused(parseBytes(file), 'not-utf8', line);
  });

  test('are GB 18030 where they are not UTF-8 and all of it is Chinese, and that is said', () => {
    const parsed = parseBytes(bytes('units:\n  ', [0xb9, 0xae, 0xd2, 0xe5, 0xca, 0xd0], ': {}'));
    expect('tree' in parsed && [parsed.tree, parsed.encoding]).toEqual([{ units: { 巩义市: {} } }, 'GB 18030']);
    const plain = parseBytes(bytes('单位: 巩义市'));
    expect('tree' in plain && plain.encoding).toBeUndefined();
  });

  test('that are UTF-8 but for one place are damaged, and never taken for GB 18030', () => {
    expectRefused(parseBytes(bytes('单位: 巩义市\nb: 巩义', [0xb9, 0xae], '\n')), 'not-utf8', '2');
    expectRefused(parseBytes(bytes('单位: 巩义市\nb: 巩', [0xe5, 0xb7])), 'not-utf8', '2');
  });

  test('are at most two million, counted before anything is read', () => {
    expect(codesOf(parseBytes(new Uint8Array(MOST_BYTES).fill(0x61)))).toEqual([]);
    expectRefused(parseBytes(new Uint8Array(MOST_BYTES + 1).fill(0x61)), 'too-large', '2000001');
  });

  test('fifty million of them are refused at once', () => {
    const file = new Uint8Array(50_000_000).fill(0xff);
    const before = Date.now();
    expectRefused(parseBytes(file), 'too-large', '50000000');
    expect(Date.now() - before).toBeLessThan(1000);
  });
});

describe('text as a tree', () => {
  test('holds strings only, as they are written', () => {
    const text = 'a: 0.10\nb: 1e400\nc: true\nd: null\ne: ~\nf: 0x1F\ng: 2019-05-06\nh: -0\ni: .5';
    expect(Object.values(treeOf(text) as object)).toEqual([
      '0.10',
      '1e400',
      'true',
      'null',
      '~',
      '0x1F',
      '2019-05-06',
      '-0',
      '.5',
    ]);
  });

  test('JSON is read the same way, every number digit by digit', () => {
    const long = '12345678901234567890.1234567890123456789';
    const json = `{\n\t"a": ${long},\n\t"b": [0.10, 1e3, -0, true, null],\n\t"c": "\\u5de9\\n"\n}`;
    expect(treeOf(json)).toEqual({ a: long, b: ['0.10', '1e3', '-0', 'true', 'null'], c: '巩\n' });
  });

  test('line ends are those of any system', () => {
    expect(treeOf('a: 1\r\nb:\r\n  - 2\r\n')).toEqual({ a: '1', b: ['2'] });
    expect(treeOf('a: "1\r\n  2"\r\n')).toEqual(treeOf('a: "1\n  2"\n'));
  });

  test.each([
    ['nothing', ''],
    ['spaces and empty lines', '  \n\n'],
    ['comments only', '# 事实\n# 无\n'],
    ['a document without content', '---\n...\n'],
    ['a byte order mark only', '\uFEFF'],
  ])('of %s is the empty text', (_what, text) => {
    expect(treeOf(text)).toBe('');
  });

  test('an empty value is the empty text', () => {
    expect(treeOf('a:\nb: ""\nc: []\nd: {}')).toEqual({ a: '', b: '', c: [], d: {} });
    expect(treeOf('- \n- 1')).toEqual(['', '1']);
  });

  test('names every object inherits are keys like any other', () => {
    const tree = treeOf('__proto__: 1\nconstructor: 2\ntoString: 3');
    expect(Object.entries(tree as object)).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
      ['toString', '3'],
    ]);
    expect(Object.getPrototypeOf(tree)).toBe(Object.prototype);
  });

  test('a merge key merges nothing', () => {
    expect(treeOf('a: { <<: { b: 1 } }')).toEqual({ a: { '<<': { b: '1' } } });
  });

  test('an anchor changes no value, and a tag is refused', () => {
    expect(treeOf('a: &x 1')).toEqual({ a: '1' });
    for (const tagged of ['b: !!int 2', 'b: !!binary aGk=', 'b: !own 3'])
      expect(codesOf(parseText(tagged))).toEqual(['not-yaml']);
  });
});

describe('what is refused', () => {
  test.each([
    ['twice in a block', 'a: 1\na: 2'],
    ['quoted and bare', 'a: 1\n"a": 2'],
    ['twice in braces', '{ a: 1, a: 2 }'],
    ['twice in JSON', '{"a":1,"b":2,"a":3}'],
    ['twice below', 'x:\n  y:\n    a: 1\n    a: 2'],
    ['twice in a list', '- { a: 1, a: 1 }'],
    ['__proto__ twice', '__proto__: 1\n__proto__: 2'],
  ])('a key %s', (_what, text) => {
    expect(codes(text)).toEqual(['key-twice']);
  });

  test('the same key in two places is none of that', () => {
    expect(codes('a: { x: 1 }\nb: { x: 1 }')).toEqual([]);
  });

  test.each([
    ['in a value', 'a: &x 1\nb: *x', 'x'],
    ['in a list', 'a: &long [1]\nb: [*long]', 'long'],
    ['of nothing', 'b: *nobody', 'nobody'],
    ['in a merge', 'a: &x { b: 1 }\nc:\n  <<: *x', 'x'],
  ])('an alias %s', (_what, text, name) => {
    expectRefused(parseText(text), 'yaml-alias', name);
  });

  test('a billion laughs are refused at the first', () => {
    const laughs = Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`);
    const before = Date.now();
    expect(codes(['a0: &a0 ha', ...laughs].join('\n'))).toContain('yaml-alias');
    expect(Date.now() - before).toBeLessThan(1000);
  });

  test.each([
    ['an open bracket', '{ a: 1'],
    ['an open quote', 'a: "x'],
    ['a closing bracket too many', 'a: ]'],
    ['a tab as indent', 'a:\n\tb: 1'],
    ['two documents', 'a: 1\n---\nb: 2'],
    ['a key behind a value', 'a: b: c'],
    ['a list inside a mapping', 'a: 1\n- b'],
  ])('%s', (_what, text) => {
    expect(codes(text)).toEqual(['not-yaml']);
  });

  test('a list and a mapping as keys', () => {
    expect(codes('? [a]\n: 1')).toEqual(['not-yaml']);
    expect(codes('? { a: 1 }\n: 1')).toEqual(['not-yaml']);
  });

  test('with the line where the text stops making sense', () => {
    const parsed = parseText('a: 1\nb: 2\nc: ]');
    expect('problems' in parsed && parsed.locate?.([])).toEqual({ line: 3, column: 4 });
  });
});

describe('the words for text that is no YAML', () => {
  const words = (text: string) => {
    const parsed = parseText(text);
    return 'problems' in parsed ? parsed.words : undefined;
  };

  test.each([
    ['a tab as indent', 'a:\n\tb: 1', '第 2 行第 1 列', '制表符'],
    ['an open bracket', '{ a: 1', '第 1 行第 7 列', '没有配对'],
    ['a key behind a value', 'a: b: c', '第 1 行第 4 列', '两个冒号'],
    ['lines out of line', 'a:\n    b: 1\n  c: 2', '第 3 行', '缩进不对'],
    ['two documents', 'a: 1\n---\nb: 2', '第 2 行第 1 列', '不止一份'],
  ])(
    'say where %s stands and what to do, in Chinese and in English, the parser last',
    (_what, ...[text, place, zh]) => {
      const told = words(text);
      expect(told?.zh).toContain(place);
      expect(told?.zh.replace(/（[^）]*）$/, '')).not.toMatch(/[a-z]{4}/);
      expect(told?.zh).toContain(zh);
      expect(told?.zh).toMatch(/。（[A-Za-z].*）$/);
      expect(told?.en).toMatch(/^Not valid YAML or JSON: line \d+, column \d+: .*\. \(.*\)$/);
    },
  );
});

describe('nesting', () => {
  const brackets = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  const braces = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  const indent = (depth: number, width: number) =>
    Array.from({ length: depth }, (_, level) => `${' '.repeat(level * width)}a:`).join('\n');

  test('of forty brackets is read, of forty-one refused', () => {
    expect(codes(brackets(40))).toEqual([]);
    expectRefused(parseText(brackets(41)), 'nested-too-deeply', '40');
    expect(codes(braces(40))).toEqual([]);
    expect(codes(braces(41))).toEqual(['nested-too-deeply']);
  });

  test('of forty dashes on a line is read, of forty-one refused', () => {
    expect(codes(`${'- '.repeat(40)}x`)).toEqual([]);
    expect(codes(`${'- '.repeat(41)}x`)).toEqual(['nested-too-deeply']);
  });

  test('of a hundred thousand brackets, closed or not, is refused without a stack', () => {
    expect(codes('['.repeat(100_000))).toEqual(['nested-too-deeply']);
    expect(codes(brackets(100_000))).toEqual(['nested-too-deeply']);
    expect(codes('- '.repeat(100_000))).toEqual(['nested-too-deeply']);
  });

  test('by indent of hundreds of levels is refused without a stack', () => {
    expect(codes(indent(40, 2))).toEqual([]);
    expect(codes(indent(400, 1))).toEqual(['nested-too-deeply']);
    expect(codes(indent(3000, 2))).toEqual(['nested-too-deeply']);
  });

  test('beside each other is no depth', () => {
    expect(codes(`[${'[], '.repeat(1000)}]`)).toEqual([]);
    expect(codes('- a\n'.repeat(1000))).toEqual([]);
  });

  test('that hides its depth in quotes is refused all the same, never thrown', () => {
    const hidden = `${'["]", '.repeat(5000)}${']'.repeat(5000)}`;
    expect(codes(hidden)).toHaveLength(1);
    expect(codes(`${'? '.repeat(10_000)}x`)).toHaveLength(1);
  });
});

describe('the place of a value', () => {
  const located = (text: string, at: readonly (string | number)[]) => {
    const parsed = parseText(text);
    return 'problems' in parsed ? undefined : parsed.locate(at);
  };
  const TEXT = 'scheme: x\nunits:\n  巩义市:\n    closed: [county/1, county/2]\n';

  test('is the line and column of its key or its entry, from one', () => {
    expect(located(TEXT, ['scheme'])).toEqual({ line: 1, column: 1 });
    expect(located(TEXT, ['units', '巩义市'])).toEqual({ line: 3, column: 3 });
    expect(located(TEXT, ['units', '巩义市', 'closed', 1])).toEqual({ line: 4, column: 24 });
  });

  test('of something that is not there is that of what is above it', () => {
    expect(located(TEXT, ['units', '巩义市', 'class'])).toEqual({ line: 3, column: 3 });
    expect(located(TEXT, ['units', '巩义市', 'closed', 9])).toEqual({ line: 4, column: 5 });
    expect(located(TEXT, ['nothing'])).toBeUndefined();
    expect(located(TEXT, [])).toBeUndefined();
  });

  test('does not move with a byte order mark or the line ends of Windows', () => {
    expect(located(TEXT.replaceAll('\n', '\r\n'), ['units', '巩义市'])).toEqual({ line: 3, column: 3 });
  });
});
