/** The folder of an embedded server: programs, data, the owner's password. The server never runs as root, which it refuses. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { programsFor } from './programs.js';
import { DatabaseRefused } from './refused.js';
import { renameUnlessThere } from './rename.js';

export interface Cluster {
  /** Where initdb, postgres and pg_ctl are. */
  readonly programs: string;
  readonly data: string;
  readonly password: string;
  readonly log: string;
  readonly runAs: { readonly uid?: number; readonly gid?: number };
}

export const OWNER = 'kaohe_owner';
/** `nobody`: an account every system has; initdb refuses a number without one. */
const UNPRIVILEGED = { uid: 65_534, gid: 65_534 };
/**
 * Characters sort and count as Unicode says on every system alike. The operating system's own rules still decide what a letter is for
 * trigram search: plain C knows no Chinese letter and finds nothing.
 */
const LOCALE = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  ...({ linux: ['--lc-ctype=C.UTF-8'], darwin: ['--lc-ctype=en_US.UTF-8'] }[process.platform as string] ?? []),
];

/** Makes what is missing of a folder's cluster. */
export function prepareCluster(dataDir: string): Cluster {
  try {
    return prepare(resolve(dataDir), process.getuid?.() === 0 ? UNPRIVILEGED : {});
  } catch (error) {
    if (error instanceof DatabaseRefused || (error as NodeJS.ErrnoException).code === undefined) throw error;
    throw notPrepared(dataDir, (error as Error).message); // the file system's refusal: a full disk, a folder of another user
  }
}

function prepare(folder: string, runAs: Cluster['runAs']): Cluster {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  if ('uid' in runAs) checkReachable(folder);
  const programs = programsFor(folder);
  const cluster = join(folder, 'cluster');
  if (!existsSync(cluster)) initialize(cluster, programs, runAs);
  const password = readFileSync(join(cluster, 'password'), 'utf8');
  return { programs, data: join(cluster, 'data'), password, log: join(folder, 'postgres.log'), runAs };
}

/** Made beside its place and renamed into it with its password: whole, or not there. */
function initialize(cluster: string, programs: string, runAs: Cluster['runAs']): void {
  const half = mkdtempSync(`${cluster}-`);
  const password = join(half, 'password');
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  for (const path of [half, password]) own(path, runAs);
  const { status, stderr, error } = spawnSync(
    join(programs, 'initdb'),
    [
      `--pgdata=${join(half, 'data')}`,
      `--username=${OWNER}`,
      `--pwfile=${password}`,
      '--auth=scram-sha-256',
      ...LOCALE,
    ],
    { ...runAs, cwd: half, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
  );
  if (status === 0 && renameUnlessThere(half, cluster)) return;
  rmSync(half, { recursive: true });
  if (status !== 0) throw notPrepared(dirname(cluster), error?.message ?? stderr);
}

function own(path: string, { uid, gid }: Cluster['runAs']): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

/** The unprivileged user passes through every folder above the data. The data folder is ours to open, those above it are not. */
function checkReachable(dataDir: string): void {
  chmodSync(dataDir, statSync(dataDir).mode | 0o011);
  for (let folder = dirname(dataDir); folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) throw notReachable(dataDir, folder);
  }
}

function notReachable(dataDir: string, closed: string): DatabaseRefused {
  return new DatabaseRefused(
    `以 root 启动时，内置数据库用 nobody 账户运行，但它进不了 ${closed}，因而用不了 ${dataDir}。请换一个数据目录（DATA_DIR），或改用普通账户启动。`,
    `Started as root, the built-in database runs as nobody, who cannot pass through ${closed} to ${dataDir}. Choose another data folder (DATA_DIR), or start as an ordinary user.`,
  );
}

function notPrepared(dataDir: string, reason: string): DatabaseRefused {
  return new DatabaseRefused(
    `内置数据库用不了 ${dataDir}：${reason.trim()}。请检查磁盘空间和目录权限，或用 DATABASE_URL 指定已有的 PostgreSQL。`,
    `The built-in database cannot use ${dataDir}: ${reason.trim()}. Check disk space and permissions, or set DATABASE_URL to an existing PostgreSQL.`,
  );
}
