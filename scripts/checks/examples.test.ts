import { describe, expect, it } from 'vitest';
import { checkExamples, exampleCommands } from './examples.mjs';

const facts = { path: 'examples/gongyi.facts.yaml', text: '# 巩义市\nscheme: zhengzhou-2019\n' };
const readme = {
  path: 'README.md',
  text: '# Kaohe\n\n```sh\nnpm start\nnpx kaohe schemes\n$ npx kaohe score zhengzhou-2019 \\\n    a.yaml --json\nnpx kaohe serve\n```\n\n`npx kaohe nothing`\n',
};
const all = (status: number) => ({ run: () => ({ status, output: '未知的条款' }) });

describe('示例', () => {
  it('示例数据和文档里的命令都在内，不会结束的 serve 除外', () => {
    expect(exampleCommands([facts, readme]).map(({ command }: { command: string }) => command)).toEqual([
      'node apps/cli/bin/kaohe.mjs score zhengzhou-2019 examples/gongyi.facts.yaml --json',
      'npx kaohe schemes',
      'npx kaohe score zhengzhou-2019 a.yaml --json',
    ]);
  });
  it('都成功时通过', () => expect(checkExamples([facts, readme], all(0))).toEqual([]));
  it('失败时报出命令、位置和输出', () => {
    expect(checkExamples([readme], all(1))[0]).toEqual({
      path: 'README.md',
      line: 5,
      message: 'exit 1: npx kaohe schemes\n未知的条款',
    });
  });
  it('其他文件里的命令不运行', () => {
    expect(exampleCommands([{ path: 'docs/decisions/0010.md', text: readme.text }])).toEqual([]);
  });
});
