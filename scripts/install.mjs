// Installs the locked dependencies when they are missing or belong to another lockfile; otherwise does nothing.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOfFiles, fingerprintOfText, readStamp, writeStamp } from './stamps.mjs';

const STEP = 'install';

// npm's own record of what it put into node_modules, written at the end of every install.
const recordOf = (root) => join(root, 'node_modules/.package-lock.json');
const lockfileOf = (root) => join(root, 'package-lock.json');

/** The lockfile together with npm's last install: changes when either does. */
function fingerprint(root) {
  return `${fingerprintOfText(readFileSync(lockfileOf(root)))} ${fingerprintOfFiles([recordOf(root)])}`;
}

export function isInstalled(root) {
  if (!existsSync(recordOf(root))) return false;
  const installedByHand = statSync(recordOf(root)).mtimeMs >= statSync(lockfileOf(root)).mtimeMs;
  return installedByHand || readStamp(root, STEP) === fingerprint(root);
}

function npmCi(root) {
  process.stdout.write('正在安装依赖 / installing dependencies …\n');
  const windows = process.platform === 'win32';
  return spawnSync('npm', ['ci', '--include=dev'], { cwd: root, stdio: 'inherit', shell: windows }).status === 0;
}

/** Makes node_modules match package-lock.json; false when that failed. `install` is what does the work. */
export function ensureInstalled(root, install = npmCi) {
  if (isInstalled(root)) return true;
  if (!install(root)) return false;
  writeStamp(root, STEP, fingerprint(root));
  return true;
}
