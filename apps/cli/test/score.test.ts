import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SchemeFolder, scoreFile } from '@kaohe/scheme-files';
import { explain, explanationJson, resultJson } from '@kaohe/scoring';
import { readScheme } from '@kaohe/server/schemes';
import { beforeAll, describe, expect, it } from 'vitest';
import { build, kaohe, kaoheProcess, ROOT } from './kaohe.js';

const EXAMPLES = ['examples/one-district.facts.yaml', 'examples/zhengzhou-2019-demonstration.facts.yaml'];
const ONE = EXAMPLES[0] as string;
const DEMONSTRATION = EXAMPLES[1] as string;

let scheme: SchemeFolder;
beforeAll(async () => {
  build();
  const read = await readScheme(join(ROOT, 'schemes/zhengzhou-2019'));
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  scheme = read;
}, 60_000);

function scored(file: string) {
  const result = scoreFile(scheme, readFileSync(join(ROOT, file)));
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result;
}

describe('kaohe score', () => {
  it.each(EXAMPLES)('%s 的 --json 就是计分库的结果', async (file) => {
    const { code, out } = await kaohe(['score', 'zhengzhou-2019', file, '--json']);
    const { assessment, edition } = scored(file);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(resultJson(assessment, edition))));
  });

  it('同一份文件算两次，一个字节也不差', async () => {
    const args = ['score', 'zhengzhou-2019', DEMONSTRATION, '--json'];
    const [first, second] = await Promise.all([kaoheProcess(args), kaoheProcess(args)]);
    expect(second).toEqual(first);
  });

  it('- 读标准输入，方案也可以写成目录', async () => {
    const text = readFileSync(join(ROOT, ONE));
    const fromStdin = await kaoheProcess(['score', join(ROOT, 'schemes/zhengzhou-2019'), '-', '--json'], text);
    expect(fromStdin).toEqual(await kaohe(['score', 'zhengzhou-2019', ONE, '--json']));
  });

  it('facts.md 的例子：应3实1缺2，功能区缺一季，大项扣完为止', async () => {
    const { out } = await kaohe(['score', 'zhengzhou-2019', ONE, '--json']);
    const [unit] = JSON.parse(out).units;
    expect(unit.items[0]).toMatchObject({ id: 'county/i1', score: { least: '0', most: '0', bound: 'exact' } });
    expect(unit.items[0].lost).toContainEqual(
      expect.objectContaining({ clause: 'county/2.2', asked: '6', why: '常委会应3实1，缺2；功能区缺1；各×2' }),
    );
    expect(unit).toMatchObject({ total: { least: '90', most: '91.5' }, open: ['county/58'] });
  });

  it('表格按名次排列，被否决的在最后，列对齐', async () => {
    const { code, out } = await kaohe(['score', 'zhengzhou-2019', DEMONSTRATION]);
    const lines = out.split('\n');
    const header = lines.findIndex((line) => line.startsWith('名次'));
    const rows = lines.slice(header + 1, header + 17);
    expect(code).toBe(0);
    expect(rows[0]).toMatch(/^1 +郑东新区 .* 98\.75 +优秀 +可以$/);
    expect(rows.find((row) => row.includes('经开区'))).toMatch(/^3–4 .* 94\.75 +完成 +否$/);
    expect(rows[15]).toMatch(/^— +登封市 .* 70\.5 +基本完成 +否 .*A-02、A-05/);
  });

  it('提示送到标准错误，带行号，不影响结果', async () => {
    const { code, err } = await kaohe(['score', 'zhengzhou-2019', DEMONSTRATION]);
    expect(code).toBe(0);
    expect(err).toMatch(/demonstration\.facts\.yaml:\d+:5：.*只有 15 票/);
    expect(err).toMatch(/demonstration\.facts\.yaml:\d+:5: .*15 of 16 ballots/);
  });

  it('换用另一种读法，结果里写明', async () => {
    const args = ['score', 'zhengzhou-2019', ONE, '--readings', 'bonus-base=composite', 'part-steps=round-up'];
    const json = JSON.parse((await kaohe([...args, '--json'])).out);
    expect(json.readings).toMatchObject({ 'bonus-base': 'composite', 'part-steps': 'round-up' });
    expect((await kaohe(args)).out).toContain('bonus-base=composite  直接加在综合总分上');
  });

  it('英文表格里没有中文的等次和单位', async () => {
    const { out } = await kaohe(['score', 'zhengzhou-2019', DEMONSTRATION, '--lang', 'en']);
    expect(out).toMatch(/^1 +Zhengdong New District .* excellent +yes$/m);
    expect(out).not.toMatch(/优秀|完成|巩义/);
  });

  it('读的一方先走了也安静地结束', () => {
    const command = 'node apps/cli/bin/kaohe.mjs show zhengzhou-2019 | head -1';
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: ROOT, encoding: 'utf8' });
    expect([stdout, stderr]).toEqual(['郑州市安全生产委员会关于2019年度安全生产目标考核工作的通知\n', '']);
  });
});

describe('kaohe explain', () => {
  it('--json 是一个单位的整棵说明', async () => {
    const { out } = await kaohe(['explain', 'zhengzhou-2019', ONE, '巩义市', '--json']);
    const { assessment } = scored(ONE);
    const [unit] = assessment.units;
    if (!unit) throw new Error('no unit');
    const whole = explanationJson(explain(assessment.program, unit.scored));
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(whole)));
  });

  it('一条条款：原文、算式、读法', async () => {
    const { code, out } = await kaohe(['explain', 'zhengzhou-2019', ONE, '巩义市', 'county/20.1']);
    expect(code).toBe(0);
    expect(out).toContain('“没有达标的，每少 10%，扣 0.5 分”');
    expect(out).toContain('申报率 17÷20=85%');
    expect(out).toContain('◆ 不满一档怎样扣：不满一档的不扣（part-steps=drop）');
  });

  it('别名也认得，英文也说得', async () => {
    const args = ['explain', 'zhengzhou-2019', DEMONSTRATION, '航空港实验区', 'county/3.1', '--lang', 'en'];
    expect((await kaohe(args)).out).toMatch(/^航空港区\ncounty\/3\.1 {2}Row 3 {2}-1/);
  });

  it('--all 连没有扣分的条款也列出', async () => {
    const args = ['explain', 'zhengzhou-2019', ONE, '巩义市'];
    expect((await kaohe(args)).out).not.toContain('county/6.1');
    expect((await kaohe([...args, '--all'])).out).toContain('county/6.1');
  });
});
