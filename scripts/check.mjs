// `npm run check`: types, Biome and every house rule, all of them even when one fails; `npm run check -- layers sizes` runs some.
import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from './build.mjs';
import { checkExamples } from './checks/examples.mjs';
import { checkFolderNames } from './checks/folder-names.mjs';
import { checkGlossary } from './checks/glossary.mjs';
import { checkLayers } from './checks/layers.mjs';
import { checkLicences } from './checks/licences.mjs';
import { checkLockfile } from './checks/lockfile.mjs';
import { checkMachinePaths } from './checks/machine-paths.mjs';
import { checkMigrations } from './checks/migrations.mjs';
import { checkQueries } from './checks/migrations-queries.mjs';
import { checkPeople } from './checks/people.mjs';
import { checkSizes } from './checks/sizes.mjs';
import { checkStubs } from './checks/stubs.mjs';
import { ensureInstalled } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

function runTool(module, args) {
  return spawnSync(process.execPath, [join(root, module), ...args], { cwd: root, stdio: 'inherit' }).status === 0;
}

const TOOLS = {
  types: () => compile(root) && runTool('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.tests.json']),
  biome: () => runTool('node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
};
const RULES = {
  layers: checkLayers,
  sizes: checkSizes,
  'folder-names': checkFolderNames,
  glossary: checkGlossary,
  lockfile: checkLockfile,
  people: checkPeople,
  'machine-paths': checkMachinePaths,
  licences: checkLicences,
  stubs: checkStubs,
  migrations: checkMigrations,
  queries: checkQueries,
  examples: checkExamples,
};

/** Text files of the checkout, new ones included, ignored ones not. */
function filesOfCheckout() {
  const git = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (git.status !== 0) throw new Error(`git ls-files failed: ${git.stderr}`);
  const paths = [...new Set(git.stdout.split('\0').filter(Boolean))].filter((path) => existsSync(join(root, path)));
  return paths
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
    .filter(({ text }) => !text.includes('\0'));
}

/** What rules may ask of the world. */
const world = {
  readManifest(folder) {
    const file = join(root, folder, 'package.json');
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  },
  run(command) {
    const env = { ...process.env, npm_config_offline: 'true' };
    const { status, stdout, stderr } = spawnSync(command, {
      cwd: root,
      shell: true,
      encoding: 'utf8',
      env,
      timeout: 120_000,
    });
    return { status, output: status === 0 ? stdout : stderr || stdout };
  },
};

function runRule(rule, files) {
  const violations = rule(files, world);
  for (const { path, line, message } of violations) process.stdout.write(`  ${path}:${line}: ${message}\n`);
  return violations.length === 0;
}

function main(wanted) {
  if (!ensureInstalled(root)) return 1;
  const files = filesOfCheckout();
  const names = [...Object.keys(TOOLS), ...Object.keys(RULES)];
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`no such check: ${unknown.join(', ')}; there are ${names.join(', ')}`);
  const outcomes = names
    .filter((name) => wanted.length === 0 || wanted.includes(name))
    .map((name) => {
      process.stdout.write(`${name}\n`);
      return { name, good: TOOLS[name] ? TOOLS[name]() : runRule(RULES[name], files) };
    });
  const bad = outcomes.filter(({ good }) => !good).map(({ name }) => name);
  process.stdout.write(bad.length === 0 ? `${outcomes.length} checks passed\n` : `failed: ${bad.join(', ')}\n`);
  return bad.length === 0 ? 0 : 1;
}

process.exit(main(process.argv.slice(2)));
