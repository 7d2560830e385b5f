// The small rules about names and contents of files: each with a violation and a clean sample.
import { describe, expect, it } from 'vitest';
import { checkFolderNames } from './folder-names.mjs';
import { checkMachinePaths } from './machine-paths.mjs';
import { checkPeople } from './people.mjs';
import { checkSizes } from './sizes.mjs';
import { checkStubs } from './stubs.mjs';

const lines = (count: number) => 'a\n'.repeat(count);
const file = (path: string, text = '') => [{ path, text }];

describe('大小', () => {
  it('300 行通过，301 行拒绝', () => {
    expect(checkSizes(file('a.ts', lines(300)))).toEqual([]);
    expect(checkSizes(file('a.css', lines(301)))).toMatchObject([{ path: 'a.css', line: 301 }]);
  });
  it('数据文件不限', () => expect(checkSizes(file('a.yaml', lines(900)))).toEqual([]));
});

describe('目录名', () => {
  it('说明内容的名字通过', () => expect(checkFolderNames(file('packages/scoring/src/exact/core.ts'))).toEqual([]));
  it.each(['utils', 'common', 'core', 'helpers', 'lib', 'misc'])('%s 拒绝，每个目录报一次', (name) => {
    const files = [...file(`apps/web/src/${name}/a.ts`), ...file(`apps/web/src/${name}/b/c.ts`)];
    expect(checkFolderNames(files)).toMatchObject([{ path: `apps/web/src/${name}` }]);
  });
});

describe('个人信息', () => {
  it.each(['139' + '12345678', '电话：0371' + '-67181234。'])('电话号码拒绝：%s', (text) => {
    expect(checkPeople(file('a.md', `第一行\n${text}`))).toMatchObject([{ path: 'a.md', line: 2 }]);
  });
  it.each(['2019-12-31', '1139' + '123456789', '0.139' + '12345678', '亿元GDP死亡率 0.035'])(
    '其他数字通过：%s',
    (text) => {
      expect(checkPeople(file('a.md', text))).toEqual([]);
    },
  );
});

describe('机器路径', () => {
  const absolute = (...parts: string[]) => ['', ...parts].join('/');
  it.each([
    absolute('work', 'main/a.ts'),
    absolute('home', 'li', 'a'),
    absolute('Users', 'li', 'a'),
    absolute('root', '.npmrc'),
  ])('%s 拒绝', (path) => expect(checkMachinePaths(file('a.md', `见 ${path}`))).toHaveLength(1));
  it('软件包仓库的地址拒绝', () => {
    const host = ['registry', 'npm', 'js'].join('.');
    expect(checkMachinePaths(file('a.md', `https://${host}/x`))).toHaveLength(1);
  });
  it.each(['/api/home/units', './home/li/a', '/workbooks/1', '/tmp/a', 'https://example.org/root/a'])(
    '%s 通过',
    (text) => {
      expect(checkMachinePaths(file('a.md', text))).toEqual([]);
    },
  );
});

describe('未完成', () => {
  const call = (...parts: string[]) => `${parts.join('.')}('标题', () => {});`;
  it.each([
    call('it', 'skip'),
    call('describe', 'only'),
    call('test', 'todo'),
    call('it', 'concurrent', 'skip'),
    'x' + "it('a')",
  ])('%s 拒绝', (text) => expect(checkStubs(file('a.test.ts', text))).toHaveLength(1));
  it.each([call('it'), "it.runIf(hasFloor)('a', run)", 'exit(1)', 'profit(2)'])('%s 通过', (text) => {
    expect(checkStubs(file('a.test.ts', text))).toEqual([]);
  });
  it('源文件里的待办记号拒绝', () => {
    expect(checkStubs(file('a.ts', `// ${'TO' + 'DO'}: later`))).toHaveLength(1);
    expect(checkStubs(file('a.md', `${'TO' + 'DO'}`))).toEqual([]);
  });
});
