import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { kaohe, ROOT } from './kaohe.js';

const VERSIONS = 'examples/accident-versions.facts.yaml';
const DEMONSTRATION = 'examples/zhengzhou-2019-demonstration.facts.yaml';
let later = '';

/** The same scheme with one sentence dearer: not holding the meetings of row 4 costs 2 instead of 1. */
beforeAll(() => {
  later = join(mkdtempSync(join(tmpdir(), 'kaohe-edition-')), 'zhengzhou-2019');
  cpSync(join(ROOT, 'schemes/zhengzhou-2019'), later, { recursive: true });
  const item = join(later, 'sheets/county/01-responsibility-system.yaml');
  const text = readFileSync(item, 'utf8');
  const changed = text.replace(/(id: county\/4\.1[\s\S]*?amount: )"1"/, '$1"2"');
  expect(changed).not.toBe(text);
  writeFileSync(item, changed);
}, 60_000);

describe('kaohe diff', () => {
  it('两个版本相同的，说相同', async () => {
    const { code, out } = await kaohe(['diff', 'zhengzhou-2019', 'zhengzhou-2019']);
    expect([code, out]).toEqual([0, '两个版本内容相同。\n']);
  });

  it('改了一句的分值，只列这一条，前后都写出', async () => {
    const { code, out } = await kaohe(['diff', 'zhengzhou-2019', later, '--json']);
    const { differences } = JSON.parse(out) as { differences: { node: string; id: string; change: string }[] };
    expect(code).toBe(0);
    expect(differences.map(({ node, id, change }) => [node, id, change])).toEqual([
      ['clause', 'county/4.1', 'changed'],
    ]);
  });

  it('同样的事实下谁变了分数，因为哪一条', async () => {
    const { code, out } = await kaohe(['diff', 'zhengzhou-2019', later, DEMONSTRATION, '--json']);
    const { moved } = JSON.parse(out) as { moved: { unit: string; clauses: { clause: string }[] }[] };
    expect(code).toBe(0);
    expect(moved.flatMap((unit) => unit.clauses.map((one) => one.clause))).toContain('county/4.1');
  });
});

describe('kaohe moved', () => {
  it('两天之间哪起事故变了等级，哪个单位因此变动', async () => {
    const days = ['--from', '2020-01-05', '--to', '2020-01-31'];
    const { code, out } = await kaohe(['moved', 'zhengzhou-2019', VERSIONS, ...days]);
    expect(code).toBe(0);
    expect(out).toContain('A-01  一般事故  较大事故  暂定      已定');
    expect(out).toMatch(/登封市\s+97 → 87\s+优秀 → 完成/);
  });

  it('日期写错的是命令写错：退出码为 2，中英文各一行', async () => {
    const { code, out, err } = await kaohe([
      'moved',
      'zhengzhou-2019',
      VERSIONS,
      '--from',
      '上周',
      '--to',
      '2020-01-31',
    ]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('“上周”不是日期');
    expect(err).toContain('“上周” is not a date');
  });
});

describe('CSV 和工作簿', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-tables-'));
  const csv = join(folder, 'facts.csv');
  const xlsx = join(folder, 'form.xlsx');
  const HEADER = '单位,条款,第几,名称,时段,字段,值,备注,佐证\n';
  const CALLS = (file: string) => [
    ['diff', 'zhengzhou-2019', 'zhengzhou-2019', file],
    ['moved', 'zhengzhou-2019', file, '--from', '2020-01-05', '--to', '2020-01-31'],
    ['ask', 'zhengzhou-2019', file, '--flip', 'readings'],
    ['ask', 'zhengzhou-2019', file, '--margins'],
    ['explain', 'zhengzhou-2019', file, '巩义市'],
    ['score', 'zhengzhou-2019', file],
  ];

  it('每个读事实的命令都读', async () => {
    writeFileSync(csv, `${HEADER}巩义市,county/19.1,,,,数量,3 家,,\n`);
    await kaohe(['template', 'zhengzhou-2019', '--unit', '巩义市', '--xlsx', xlsx]);
    for (const file of [csv, xlsx])
      for (const call of CALLS(file)) expect([call, await kaohe(call)]).toMatchObject([call, { code: 0, err: '' }]);
  }, 120_000);

  it('有误的，每个命令都用表里的话说明哪一行，退出码为 1', async () => {
    writeFileSync(csv, `${HEADER}巩义市,county/1.1,,,,情形,是,,\n巩义市,county/99.9,,,,情形,是,,\n`);
    for (const call of CALLS(csv)) {
      const { code, out, err } = await kaohe(call);
      expect([call, code, out]).toEqual([call, 1, '']);
      expect(err).toContain(`${csv}:3:`);
      expect(err).toContain('没有条款“county/99.9”');
    }
  }, 60_000);
});
