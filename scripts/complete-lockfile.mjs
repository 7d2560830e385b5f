// Adds to package-lock.json the optional platform packages that the registry at hand does not carry.
// npm drops an optional package it cannot find, and `npm ci` then refuses the lockfile it has just written;
// an entry with name, version and platform is enough for every platform to skip or fetch it.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const OPERATING_SYSTEMS = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'win32',
  'aix',
  'sunos',
];
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32'];

/** The optional packages a lockfile names and has no entry for, as `{ path, name, version, dev }`. */
export function missingOptionalPackages(lockfile) {
  const missing = new Map();
  for (const entry of Object.values(lockfile.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const path = `node_modules/${name}`;
      if (!(path in lockfile.packages)) missing.set(path, { path, name, version, dev: entry.dev === true });
    }
  }
  return [...missing.values()];
}

function platformEntry({ name, version, dev }) {
  const words = name.replace('windows', 'win32').split(/[/-]/);
  const os = OPERATING_SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(dev && { dev: true }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}

function main() {
  const lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const missing = missingOptionalPackages(lockfile);
  for (const found of missing) lockfile.packages[found.path] = platformEntry(found);
  const sorted = Object.entries(lockfile.packages).sort(([a], [b]) => (a < b ? -1 : 1));
  lockfile.packages = Object.fromEntries(sorted);
  writeFileSync('package-lock.json', `${JSON.stringify(lockfile, null, 2)}\n`);
  process.stdout.write(`package-lock.json: ${missing.length} optional platform packages added\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) main();
