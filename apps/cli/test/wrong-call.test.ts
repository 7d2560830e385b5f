import { beforeAll, describe, expect, it } from 'vitest';
import { build, kaohe, kaoheProcess } from './kaohe.js';

const EXAMPLE = 'examples/one-district.facts.yaml';

beforeAll(build, 60_000);

const WRONG: readonly (readonly [string[], string, string])[] = [
  [['frobnicate'], '没有命令“frobnicate”', "unknown command 'frobnicate'"],
  [['score', 'zhengzhou-2019', EXAMPLE, '--jsn'], '没有选项“--jsn”', "unknown option '--jsn'"],
  [['score', 'zhengzhou-2019'], '缺少参数 <facts>', "missing required argument 'facts'"],
  [['score', 'zhengzhou-2019', EXAMPLE, 'more'], '参数太多', 'too many arguments'],
  [['score', 'zhengzhou-2019', EXAMPLE, '--lang', 'fr'], '不在可选范围内', 'Allowed choices are zh, en'],
  [['score', 'zhengzhou-2019', EXAMPLE, '--readings'], '后面要写值', 'argument missing'],
  [['score', 'zhengzhou-2019', EXAMPLE, '--readings', 'bonus-base'], '不是“读法=选择”', 'is not name=alternative'],
  [['score', 'zhengzhou-2019', EXAMPLE, '--readings', 'bonus=composite'], '没有读法“bonus”', 'no reading “bonus”'],
  [['score', 'zhengzhou-2019', EXAMPLE, '--readings', 'bonus-base=all'], '没有“all”这一种', 'no alternative “all”'],
  [['score', 'zhengzhou-2019', 'nowhere.yaml'], '没有文件“nowhere.yaml”', 'There is no file'],
  [['score', 'zhengzhou-2018', EXAMPLE], '没有方案“zhengzhou-2018”', 'Known: zhengzhou-2019'],
  [['show', 'examples'], '没有方案“examples”', 'no scheme folder'],
  [['show', 'zhengzhou-2019', '--clause', 'county/2.9'], '没有条款“county/2.9”', 'no clause “county/2.9”'],
  [['explain', 'zhengzhou-2019', EXAMPLE, '登封市'], '没有单位“登封市”', 'They have: 巩义市'],
  [['explain', 'zhengzhou-2019', EXAMPLE, '巩义市', 'county/2.9'], '没有条款“county/2.9”', 'county/2.1'],
  [['template', 'zhengzhou-2019', '--unit', '巩义县'], '没有“巩义县”', 'not an assessed unit'],
  [['serve', '--host', '0.0.0.0'], '不能在 0.0.0.0 上启动', 'Not started on 0.0.0.0'],
];

describe('调用有误', () => {
  it.concurrent.each(WRONG.map(([args, zh, en]) => ({ args, zh, en })))(
    'kaohe $args：用中英文说明，退出码 2',
    async ({ args, zh, en }) => {
      const { code, out, err } = await kaohe(args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(zh);
      expect(err).toContain(en);
    },
  );

  it('没有命令时给出帮助，退出码 2', async () => {
    const { code, out, err } = await kaoheProcess([]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('用法 Usage:');
  });
});

describe('帮助', () => {
  it.concurrent.each(['', 'schemes', 'show', 'score', 'explain', 'template', 'serve'])(
    'kaohe %s --help 用中英文，带例子',
    async (verb) => {
      const { code, out, err } = await kaohe([...(verb ? [verb] : []), '--help']);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain('用法 Usage:');
      expect(out).toMatch(new RegExp(`例 Example:\\n {2}kaohe ${verb}`));
    },
  );

  it('打印版本', async () => {
    expect(await kaoheProcess(['--version'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});
