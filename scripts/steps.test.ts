import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { isSupportedNode } from './node-version.mjs';

let root = '';
let runs = 0;

function write(path: string, text: string, secondsFromNow = 0): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  const time = Date.now() / 1000 + secondsFromNow;
  utimesSync(file, time, time);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kaohe-steps-'));
  runs = 0;
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('安装', () => {
  const install = () => {
    runs += 1;
    write('node_modules/.package-lock.json', '{}', -50);
    return true;
  };
  beforeEach(() => write('package-lock.json', '{ "a": 1 }'));

  it('没有 node_modules 时安装一次，之后不再安装', () => {
    expect([ensureInstalled(root, install), ensureInstalled(root, install), runs]).toEqual([true, true, 1]);
  });

  it('锁文件变了就重新安装', () => {
    ensureInstalled(root, install);
    write('package-lock.json', '{ "a": 2 }');
    ensureInstalled(root, install);
    expect(runs).toBe(2);
  });

  it('锁文件之后有人自己运行过 npm，就不再安装', () => {
    write('node_modules/.package-lock.json', '{}', 5);
    expect([ensureInstalled(root, install), runs]).toEqual([true, 0]);
  });

  it('安装失败时如实返回，下次重试', () => {
    expect(ensureInstalled(root, () => false)).toBe(false);
    expect([ensureInstalled(root, install), runs]).toEqual([true, 1]);
  });
});

describe('构建', () => {
  const step = () => {
    runs += 1;
    write('apps/server/dist/main.js', '');
    write('apps/web/dist/index.html', '');
    return true;
  };
  beforeEach(() => {
    write('packages/scoring/src/index.ts', 'export {};');
    write('apps/server/src/main.ts', 'export {};');
  });

  it('源文件没变时第二次不构建', () => {
    expect([ensureBuilt(root, [step]), ensureBuilt(root, [step]), runs]).toEqual([true, true, 1]);
  });

  it.each(['packages/scoring/src/index.ts', 'packages/scoring/src/added.ts', 'apps/web/index.html', 'tsconfig.json'])(
    '%s 变了就重新构建',
    (path) => {
      ensureBuilt(root, [step]);
      write(path, 'export const changed = true;');
      ensureBuilt(root, [step]);
      expect(runs).toBe(2);
    },
  );

  it('产物被删就重新构建', () => {
    ensureBuilt(root, [step]);
    rmSync(join(root, 'apps/web/dist'), { recursive: true });
    ensureBuilt(root, [step]);
    expect([runs, existsSync(join(root, 'apps/web/dist/index.html'))]).toEqual([2, true]);
  });

  it('一步失败就停下，下次重来', () => {
    expect(ensureBuilt(root, [() => false, step])).toBe(false);
    expect([runs, ensureBuilt(root, [step]), runs]).toEqual([0, true, 1]);
  });
});

describe('Node 版本', () => {
  it.each([
    ['20.18.3', false],
    ['20.19.0', true],
    ['18.20.8', false],
    ['22.0.0', true],
  ])('%s 可用：%s', (version, supported) => expect(isSupportedNode(version)).toBe(supported));
});
