import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, kaohe, kaoheProcess } from './kaohe.js';

let folder = '';
const write = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

beforeAll(() => {
  build();
  folder = mkdtempSync(join(tmpdir(), 'kaohe-input-'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const unit = (line: string) => `scheme: zhengzhou-2019\nunits:\n  巩义市:\n    ${line}\n`;
const observed = (clause: string, fact: string) => unit(`observations: { ${clause}: ${fact} }`);
const rated = (marks: string) => `scheme: zhengzhou-2019\nratings:\n  leader: { 巩义市: ${marks} }\n`;

/** What is wrong, the file, and what stderr says in Chinese and in English; `place` is line:column. */
const WRONG: readonly (readonly [string, string | Uint8Array, { zh: string; en: string; place?: string }])[] = [
  [
    '没有的条款',
    observed('county/99.9', '{ breached: true }'),
    { zh: '细则表没有条款', en: 'no clause', place: '4:21' },
  ],
  ['负的次数', observed('county/19.1', '{ count: -1 }'), { zh: '不能是负数', en: 'is negative', place: '4:36' }],
  ['不是整数的次数', observed('county/19.1', '{ count: 1.5 }'), { zh: '整数', en: 'whole number' }],
  [
    '2个里有3个',
    observed('county/53.2', '{ numerator: 3, denominator: 2 }'),
    { zh: '2 个里不可能有 3 个', en: '3 of 2' },
  ],
  ['分母为零', observed('county/53.2', '{ numerator: 0, denominator: 0 }'), { zh: '分母为 0', en: 'denominator is 0' }],
  ['10分制打11分', rated('[11]'), { zh: '“11”不在 0—10', en: 'not within 0–10', place: '3:19' }],
  ['17票', rated(`[${Array(17).fill(9).join(', ')}]`), { zh: '17 票', en: '17 ballots from 16' }],
  ['台账条款手填', observed('county/60.1', '{ count: 1 }'), { zh: '不能手填', en: 'never typed' }],
  ['没有的一项', observed('county/29.1', '{ absent: [照片] }'), { zh: '没有“照片”这一项', en: 'no part' }],
  [
    '时限以外的约谈',
    unit('talks: [{ by: 市政府, on: 2020-01-02 }]'),
    { zh: '不在考核时限', en: 'outside the assessed period' },
  ],
  ['没有的单位', 'units: { 巩义县: {} }', { zh: '考核对象里没有“巩义县”', en: 'not an assessed unit', place: '1:10' }],
  ['同一单位两个名称', 'units: { 航空港区: {}, 航空港实验区: {} }', { zh: '同一单位', en: 'are one unit' }],
  [
    '同一个键两次',
    'units:\n  巩义市: {}\n  巩义市: {}\n',
    { zh: '在同一层写了两次', en: 'stands twice', place: '3:3' },
  ],
  ['另一个方案的文件', 'scheme: shandong-1999\n', { zh: '是“shandong-1999”的', en: 'are of “shandong-1999”' }],
  ['没有的读法', 'readings: { bonus-base: everywhere }', { zh: '没有“everywhere”这一种', en: 'no alternative' }],
  ['空文件', '', { zh: '没有填写', en: 'nothing is stated' }],
  ['只有注释', '# 什么也没有\n', { zh: '没有填写', en: 'nothing is stated' }],
  ['不是键值', '巩义市', { zh: '一组键值', en: 'a mapping' }],
  [
    '括号不配对',
    'units: { 巩义市: { ',
    {
      zh: '不是有效的 YAML 或 JSON：第 1 行第 17 列括号、引号没有配对',
      en: 'Not valid YAML or JSON: line 1, column 17',
    },
  ],
  [
    '条款没写细则表',
    observed('2.2', '{ actual: {} }'),
    { zh: '是否想写：county/2.2？', en: 'Did you mean county/2.2?' },
  ],
  ['别的细则表的条款', observed('member/1.1', '{}'), { zh: 'member/1.1', en: 'applies to department only' }],
  [
    '不是 UTF-8',
    Buffer.from([0x75, 0x3a, 0x0a, 0xb9, 0xae, 0xff, 0xe5]),
    { zh: '不是 UTF-8', en: 'not UTF-8 (it cannot be read from line 2' },
  ],
  ['别名炸弹', 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n', { zh: '不支持 YAML 别名', en: 'aliases' }],
  ['嵌套过深的括号', '['.repeat(100_000), { zh: '嵌套超过', en: 'Nested deeper' }],
  [
    '嵌套过深的缩进',
    Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    { zh: '嵌套超过', en: 'Nested deeper' },
  ],
  ['50 MB', Buffer.alloc(50_000_000, 'a'), { zh: '50000000 字节', en: '50000000 bytes' }],
];

describe('FACTS 有误', () => {
  it.concurrent.each(WRONG.map(([title, content, told], index) => ({ title, content, told, index })))(
    '$title：说明在哪里、怎么改，退出码 1，没有半截结果',
    async ({ content, told, index }) => {
      const file = write(`${index}.facts.yaml`, content);
      const { code, out, err } = await kaohe(['score', 'zhengzhou-2019', file]);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain(told.zh);
      expect(err).toContain(told.en);
      for (const line of err.trimEnd().split('\n')) expect(line.startsWith(file)).toBe(true);
      if (told.place) expect(err).toContain(`${file}:${told.place}：`);
    },
  );

  it('每一处都列出，不只第一处', async () => {
    const file = write(
      'two.facts.yaml',
      unit('observations: { county/19.1: { count: -1 }, county/53.2: { value: "101" } }'),
    );
    const { code, err } = await kaohe(['score', 'zhengzhou-2019', file, '--json']);
    expect(code).toBe(1);
    expect(err.trimEnd().split('\n')).toHaveLength(4);
  });

  it('问题很多时只列前50处，并说还有多少', async () => {
    const clauses = Array.from({ length: 60 }, (_, index) => `county/${index}x: {}`).join(', ');
    const { code, err } = await kaoheProcess(['score', 'zhengzhou-2019', '-'], unit(`observations: { ${clauses} }`));
    expect(code).toBe(1);
    expect(err).toContain('另有 10 处问题');
    expect(err).toContain('10 more problems');
  });

  it('目录不是文件，命令写错了：退出码 2，与没有这个文件一样', async () => {
    mkdirSync(join(folder, 'year'), { recursive: true });
    const { code, out, err } = await kaohe(['score', 'zhengzhou-2019', join(folder, 'year')]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('这是目录');
    expect(err).toContain('this is a folder');
  });

  it('GBK 编码的照样计分，并说明是按 GBK 读的', async () => {
    const gongyi = Buffer.from([0xb9, 0xae, 0xd2, 0xe5, 0xca, 0xd0]);
    const file = write('gbk.yaml', Buffer.concat([Buffer.from('units: { '), gongyi, Buffer.from(': {} }\n')]));
    const { code, out, err } = await kaohe(['score', 'zhengzhou-2019', file]);
    expect(code).toBe(0);
    expect(out).toContain('巩义市');
    expect(err).toContain('已按 GBK（GB 18030）读取');
    expect(err).toContain('was read as GBK (GB 18030)');
  });

  it('从标准输入来的超过上限就不再读', async () => {
    const { code, out, err } = await kaoheProcess(['score', 'zhengzhou-2019', '-'], Buffer.alloc(20_000_000, 'a'));
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('超过上限');
  });

  it('文件里的控制字符不会送到终端', async () => {
    const { code, err } = await kaoheProcess(['score', 'zhengzhou-2019', '-'], 'units: { "\\e[31m巩义市": {} }');
    expect(code).toBe(1);
    expect(err).not.toContain('\u001b');
  });

  it('方案本身有误时说是哪个文件', async () => {
    mkdirSync(join(folder, 'scheme'), { recursive: true });
    const path = join(folder, 'scheme');
    write('scheme/scheme.yaml', 'id: one\nid: two\n');
    const { code, err } = await kaohe(['show', path]);
    expect(code).toBe(1);
    expect(err).toContain('scheme.yaml');
    expect(err).toContain('stands twice');
  });
});
