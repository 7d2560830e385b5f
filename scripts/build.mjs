// Compiles packages, command line and server, then bundles the pages; does nothing when no source has changed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fingerprintOfFiles, readStamp, writeStamp } from './stamps.mjs';

const STEP = 'build';
const ROOT_INPUTS = ['package-lock.json', 'tsconfig.base.json', 'tsconfig.json'];
const WORKSPACE_INPUTS = ['src', 'public', 'index.html', 'package.json', 'tsconfig.json', 'vite.config.ts'];
const OUTPUTS = ['apps/server/dist/main.js', 'apps/web/dist/index.html'];

function workspaces(root) {
  return ['packages', 'apps'].flatMap((kind) =>
    readdirSync(join(root, kind))
      .sort()
      .map((name) => join(root, kind, name)),
  );
}

function fingerprint(root) {
  const inWorkspaces = workspaces(root).flatMap((folder) => WORKSPACE_INPUTS.map((input) => join(folder, input)));
  return fingerprintOfFiles([...ROOT_INPUTS.map((input) => join(root, input)), ...inWorkspaces]);
}

export function isBuilt(root) {
  return OUTPUTS.every((output) => existsSync(join(root, output))) && readStamp(root, STEP) === fingerprint(root);
}

function runModule(cwd, [module, ...args]) {
  return spawnSync(process.execPath, [module, ...args], { cwd, stdio: 'inherit' }).status === 0;
}

/** Compiles all TypeScript projects; false when there are errors, which are printed. */
export function compile(root) {
  return runModule(root, [join(root, 'node_modules/typescript/bin/tsc'), '-b']);
}

function bundlePages(root) {
  return runModule(join(root, 'apps/web'), [
    join(root, 'node_modules/vite/bin/vite.js'),
    'build',
    '--logLevel',
    'warn',
  ]);
}

/** Builds what has changed; false when that failed. `steps` do the work, in order. */
export function ensureBuilt(root, steps = [compile, bundlePages]) {
  if (isBuilt(root)) return true;
  process.stdout.write('正在构建 / building …\n');
  const before = fingerprint(root); // a file written meanwhile must be built next time
  if (!steps.every((step) => step(root))) return false;
  writeStamp(root, STEP, before);
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exit(ensureBuilt(fileURLToPath(new URL('..', import.meta.url))) ? 0 : 1);
}
