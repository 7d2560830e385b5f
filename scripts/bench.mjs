// `npm run bench [-- --quick]`: installs the peers into bench/ by their own lockfile, builds the core and runs the measurements.
import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bench = join(root, 'bench');

function installPeers(folder) {
  const windows = process.platform === 'win32';
  return spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: folder, stdio: 'inherit', shell: windows }).status === 0;
}

function run(args) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

function main(args) {
  if (!ensureInstalled(root)) return false;
  if (!ensureInstalled(bench, installPeers)) return false;
  if (!run(['node_modules/typescript/bin/tsc', '-b', 'packages/scoring', 'packages/scheme-files'])) return false;
  return run([join(bench, 'main.mjs'), ...args]);
}

process.exit(main(process.argv.slice(2)) ? 0 : 1);
