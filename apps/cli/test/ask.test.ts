import { beforeAll, describe, expect, it } from 'vitest';
import { build, kaohe, kaoheProcess } from './kaohe.js';

beforeAll(build, 60_000);

const DEMONSTRATION = 'examples/zhengzhou-2019-demonstration.facts.yaml';
const ask = async (...args: string[]) => JSON.parse((await kaohe(['ask', 'zhengzhou-2019', ...args, '--json'])).out);

describe('kaohe ask --most, --least', () => {
  it('一起较大事故，最高还能到95分、优秀，并给出做到的事实', async () => {
    const found = await ask('--given', 'accidents.relatively-serious=1', '--most', 'total');
    expect(found).toMatchObject({ value: '95', bound: '95', proven: true, total: '95', grades: ['优秀'] });
    expect(found.facts.accidents).toMatchObject([{ deaths: '3', responsible: 'false' }]);
  });

  it('给出的事实存下来就能计分，得分就是答的那个数', async () => {
    const args = ['ask', 'zhengzhou-2019', '--given', 'talks=1', 'county/8.1=breached', '--least', 'total'];
    const { code, out } = await kaoheProcess(args);
    expect(code).toBe(0);
    expect(out).toMatch(/^最低总分 {2}0\n已证实/);
    const facts = out.slice(out.indexOf('\nunits:') + 1);
    const scored = JSON.parse((await kaoheProcess(['score', 'zhengzhou-2019', '-', '--json'], facts)).out);
    expect(scored.units[0]).toMatchObject({ total: { least: '0', most: '0' }, grades: ['未完成'], open: [] });
  });

  it('细则、大项、别的细则表，换用别的读法', async () => {
    expect(await ask('--most', 'i3', '--sheet', 'member')).toMatchObject({ value: '6', proven: true });
    expect(await ask('--most', 'sheet', '--unit', '巩义市')).toMatchObject({ value: '100', proven: true });
    const composite = await ask('--most', 'total', '--readings', 'bonus-base=composite');
    expect(composite).toMatchObject({ value: '110', proven: true });
  });
});

describe('kaohe ask --grades', () => {
  it('每个等次能否达到，怎样会到', async () => {
    const { grades } = await ask('--given', 'bonus=none', '--grades');
    expect(grades.map(({ grade, reached }: { grade: string; reached: string }) => [grade, reached])).toEqual([
      ['优秀', 'yes'],
      ['完成', 'yes'],
      ['基本完成', 'yes'],
      ['未完成', 'yes'],
    ]);
    const { out } = await kaohe(['ask', 'zhengzhou-2019', '--given', 'bonus=none', '--grades', '--lang', 'en']);
    expect(out).toMatch(/^excellent +yes +100 +everything else at its best$/m);
  });
});

describe('kaohe ask FACTS', () => {
  it('--flip readings：哪种读法改变哪个单位的等次、名次', async () => {
    const { out } = await kaohe(['ask', 'zhengzhou-2019', DEMONSTRATION, '--flip', 'readings', '--unit', '经开区']);
    expect(out).toMatch(/^bonus-base +composite +经开区 +94\.75 → 95\.75 +完成 → 优秀/m);
  });

  it('--margins：差几分，补上哪些就够', async () => {
    const { units } = await ask(DEMONSTRATION, '--margins', '--unit', '航空港实验区');
    expect(units[0].margins[0]).toMatchObject({ kind: 'grade', to: '优秀', points: '1.25' });
  });

  it('--margins 的表格', async () => {
    expect((await kaohe(['ask', 'zhengzhou-2019', DEMONSTRATION, '--margins'])).out).toMatch(
      /^经开区 +等次 +优秀 +0\.25 +county\/19\.1 \+0\.5$/m,
    );
  });

  it('--flip 的 --json 连不影响任何单位的读法也列出', async () => {
    const { flips } = await ask('examples/one-district.facts.yaml', '--flip', 'readings');
    const of = (name: string) => flips.filter(({ reading }: { reading: string }) => reading === name);
    expect(of('part-steps').map(({ units }: { units: object[] }) => units.length)).toEqual([1, 1]);
    expect(of('four-lists')[0].units).toEqual([]);
  });

  it('--deciding：哪些未核的行还能决定什么', async () => {
    const { units } = await ask(DEMONSTRATION, '--deciding', '--unit', '航空港区');
    expect(units[0].deciding[0]).toMatchObject({ id: 'county/53', limits: ['优秀'], past: ['经开区'] });
    expect(units[0].deciding[0].decides).toEqual(['item', 'sheet', 'total', 'grade', 'rank']);
  });
});

describe('问得不对', () => {
  it.each([
    [[], '要问一件事，且只问一件'],
    [['--most', 'total', '--least', 'total'], '要问一件事，且只问一件'],
    [['--margins'], '--margins 问的是 FACTS'],
    [['--most', 'i99'], '不知道“i99”'],
    [['--given', 'talk=1', '--most', 'total'], '不知道“talk”是什么。例如：talks'],
    [['--given', 'talks', '--most', 'total'], '“talks”不是“什么=多少”'],
    [['--given', 'bonus=1', '--most', 'total'], '凑不出 1 分的加分'],
    [['--given', 'county/2.2=3', '--most', 'total'], '这里应是一组键值'],
    [['--sheet', 'town', '--most', 'total'], '没有细则表“town”'],
    [['--class', 'village', '--most', 'total'], '没有单位类别“village”'],
    [[DEMONSTRATION, '--most', 'total'], '事实用 --given 给出'],
    [[DEMONSTRATION, '--margins', '--unit', '某某市'], 'FACTS 里没有单位“某某市”'],
  ])('%j', async (args, message) => {
    const { code, out, err } = await kaohe(['ask', 'zhengzhou-2019', ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  it('FACTS 有问题是输入的问题', async () => {
    const { code, err } = await kaohe(['ask', 'zhengzhou-2019', '-', '--margins'], 'units: { 无名市: {} }');
    expect(code).toBe(1);
    expect(err).toContain('stdin:1:');
  });
});
