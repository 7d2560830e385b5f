// `npm test`: installs, builds, runs every test and ends with one plain line of counts from the runner's own report.
import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { countTests, summaryLine } from './test-counts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const reportFile = join(root, 'node_modules/.cache/kaohe/tests.json');

function runTests(args) {
  rmSync(reportFile, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : undefined;
  return countTests(report, status);
}

function fail(reason) {
  process.stderr.write(`${reason}\n`);
  return { passed: 0, failed: 1, skipped: 0 };
}

function main(args) {
  if (!ensureInstalled(root)) return fail('安装依赖失败 / installing the dependencies failed');
  if (!ensureBuilt(root)) return fail('构建失败 / the build failed');
  return runTests(args);
}

const counts = main(process.argv.slice(2));
if (counts.passed + counts.failed === 0) process.stderr.write('没有运行任何测试 / no test ran\n');
process.stdout.write(`\n${summaryLine(counts)}\n`);
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
