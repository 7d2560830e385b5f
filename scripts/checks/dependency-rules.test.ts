import { describe, expect, it } from 'vitest';
import { checkLicences } from './licences.mjs';
import { checkLockfile } from './lockfile.mjs';

interface Entry {
  version?: string;
  license?: string;
  resolved?: string;
  dev?: boolean;
  optional?: boolean;
  link?: boolean;
  optionalDependencies?: Record<string, string>;
}
const lockfile = (packages: Record<string, Entry>) => [
  { path: 'package-lock.json', text: JSON.stringify({ packages }, null, 2) },
];

describe('锁文件', () => {
  it('没有下载地址、平台包齐全时通过', () => {
    const files = lockfile({
      'node_modules/a': { optionalDependencies: { '@a/linux-x64': '1.0.0' } },
      'node_modules/@a/linux-x64': { version: '1.0.0', optional: true },
      'node_modules/@kaohe/scoring': { resolved: 'packages/scoring', link: true },
    });
    expect(checkLockfile(files)).toEqual([]);
  });
  it('下载地址拒绝', () => {
    const files = lockfile({ 'node_modules/a': { resolved: 'https://packages.example.org/a.tgz' } });
    expect(checkLockfile(files)).toMatchObject([{ line: 4 }]);
  });
  it('缺平台包时说明怎么补', () => {
    const files = lockfile({ 'node_modules/a': { optionalDependencies: { '@a/darwin-arm64': '1.0.0' } } });
    expect(checkLockfile(files)[0]?.message).toContain('@a/darwin-arm64@1.0.0: run node scripts/complete-lockfile.mjs');
  });
});

describe('许可证', () => {
  const world = (licences: Record<string, unknown>) => ({
    readManifest: (path: string) => (path in licences ? { license: licences[path] } : undefined),
  });
  const check = (entry: Entry, licence?: unknown) =>
    checkLicences(
      lockfile({ 'node_modules/a': entry }),
      world(licence === undefined ? {} : { 'node_modules/a': licence }),
    );

  it.each(['MIT', 'Apache-2.0', '(GPL-3.0 OR MIT)', 'MIT AND ISC'])('%s 通过', (licence) => {
    expect(check({ version: '1.0.0' }, licence)).toEqual([]);
  });
  it.each(['GPL-3.0', 'MIT AND GPL-3.0', 'SEE LICENSE IN x', { type: 'MIT' }])('%s 拒绝', (licence) => {
    expect(check({ version: '1.0.0' }, licence)).toHaveLength(1);
  });
  it('没有许可证字段拒绝', () => expect(check({ version: '1.0.0' })).toHaveLength(1));
  it('只在开发时用的不查', () => expect(check({ dev: true }, 'GPL-3.0')).toEqual([]));
  it('未安装的其他平台的可选包不查', () => expect(check({ optional: true })).toEqual([]));
});
