// Each test starts servers of its own: what is tested is how they live and end.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database } from './connect.js';
import { type EmbeddedServer, startEmbedded } from './embedded.js';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const EMBEDDED = new URL('../../dist/database/embedded.js', import.meta.url).href;

const folder = mkdtempSync(join(tmpdir(), 'kaohe-embedded-'));
chmodSync(folder, 0o711);
const dataDir = join(folder, 'data');
const servers: EmbeddedServer[] = [];

async function start(): Promise<EmbeddedServer> {
  const server = await startEmbedded(dataDir);
  servers.push(server);
  return server;
}

async function withDatabase<Result>(url: string, work: (database: Database) => Promise<Result>): Promise<Result> {
  const database = await connect(url);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

const note = (url: string, text: string) =>
  withDatabase(url, async ({ owner }) => {
    await sql`CREATE TABLE IF NOT EXISTS public.notes (text text)`.execute(owner);
    await sql`INSERT INTO public.notes VALUES (${text})`.execute(owner);
  });
const notes = (url: string) =>
  withDatabase(url, async ({ owner }) => {
    const { rows } = await sql<{ text: string }>`SELECT text FROM public.notes ORDER BY text`.execute(owner);
    return rows.map(({ text }) => text);
  });
const postmaster = () => Number(readFileSync(join(dataDir, 'cluster/data/postmaster.pid'), 'utf8').split('\n')[0]);

async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await pause(20);
  }
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('an embedded server', () => {
  it('is PostgreSQL 18 in UTF-8 with checksums, waits for the disk, knows Chinese letters and hears this machine only', async () => {
    const { ownerUrl } = await start();
    const setting = (name: string) => sql`current_setting(${name})`;
    const { rows } = await withDatabase(ownerUrl, ({ owner }) =>
      sql`SELECT ${setting('server_version_num')}::int / 10000 AS major, ${setting('server_encoding')} AS encoding,
        ${setting('fsync')} AS fsync, ${setting('synchronous_commit')} AS commits, ${setting('data_checksums')} AS checksums,
        ${setting('listen_addresses')} AS hears, ${setting('unix_socket_directories')} AS sockets,
        '考' ~ '[[:alpha:]]' AS letter, datlocprovider AS provider, datctype AS letters
        FROM pg_database WHERE datname = current_database()`.execute(owner),
    );
    expect(rows).toEqual([
      {
        ...{
          major: 18,
          encoding: 'UTF8',
          fsync: 'on',
          commits: 'on',
          checksums: 'on',
          hears: '127.0.0.1',
          sockets: '',
        },
        ...{ letter: true, provider: 'b', letters: 'C.UTF-8' },
      },
    ]);
  });

  it('keeps its password to itself and lets nobody in without it', async () => {
    const { ownerUrl } = await start();
    expect(statSync(join(dataDir, 'cluster/password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'cluster')).mode & 0o777).toBe(0o700);
    const url = new URL(ownerUrl);
    expect(url.password.length).toBeGreaterThanOrEqual(32);
    url.password = 'guessed';
    await expect(connect(url.href)).rejects.toMatchObject({
      zh: expect.stringContaining('连不上数据库：password authentication failed'),
    });
  });

  it('keeps its data when it is stopped and started, also with connections open', async () => {
    const first = await start();
    await note(first.ownerUrl, 'kept over a stop');
    const open = await connect(first.ownerUrl);
    await sql`SELECT 1`.execute(open.owner);
    await first.stop();
    await open.close();
    expect(await notes((await start()).ownerUrl)).toContain('kept over a stop');
  });

  it('is refused where another has the folder, which goes on undisturbed', async () => {
    const first = await start();
    await expect(startEmbedded(dataDir)).rejects.toMatchObject({
      name: 'DatabaseRefused',
      zh: expect.stringContaining(`${dataDir} 正被另一个正在运行的程序使用`),
      en: expect.stringContaining('is in use by another running program'),
    });
    await note(first.ownerUrl, 'undisturbed');
    expect(await notes(first.ownerUrl)).toContain('undisturbed');
  });

  it('keeps what was committed when it is killed, and starts again on what is left', async () => {
    const { ownerUrl } = await start();
    await note(ownerUrl, 'kept over kill -9');
    const pid = postmaster();
    process.kill(pid, 'SIGKILL');
    const again = await start();
    expect(postmaster()).not.toBe(pid);
    expect(await notes(again.ownerUrl)).toContain('kept over kill -9');
  });

  it('is made once where two start on a new folder at the same moment', async () => {
    const fresh = join(folder, 'fresh');
    const outcomes = await Promise.allSettled([startEmbedded(fresh), startEmbedded(fresh)]);
    const started = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    for (const server of started) await server.stop();
    expect(started).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { name: 'DatabaseRefused' } });
  });

  it('says in two languages why it does not start', async () => {
    const broken = join(folder, 'broken');
    mkdirSync(join(broken, 'cluster/data'), { recursive: true });
    await expect(startEmbedded(broken)).rejects.toMatchObject({
      zh: expect.stringMatching(/内置数据库用不了 .*ENOENT/u),
      en: expect.stringContaining('The built-in database cannot use'),
    });
    spawnSync('sh', ['-c', 'printf x > "$0/cluster/password"', broken]);
    await expect(startEmbedded(broken)).rejects.toMatchObject({
      zh: expect.stringMatching(/内置数据库启动不了：.*DATABASE_URL/su),
      en: expect.stringContaining('does not start'),
    });
  });

  it.runIf(process.getuid?.() === 0)('is refused to root where nobody cannot pass to the data', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o700);
    await expect(startEmbedded(join(closed, 'data'))).rejects.toMatchObject({
      en: expect.stringContaining(`cannot pass through ${closed}`),
    });
  });
});

describe('the process that started the server', () => {
  beforeAll(() => {
    const build = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'apps/server'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    if (build.status !== 0) throw new Error(build.stdout);
  }, 60_000);

  it('takes the server with it when it is killed, and the next one starts at once', async () => {
    const program = `import { startEmbedded } from ${JSON.stringify(EMBEDDED)};
      console.log((await startEmbedded(process.argv[1])).ownerUrl);`;
    const starter = spawn(process.execPath, ['--input-type=module', '-e', program, dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [url] = (await Promise.race([once(starter.stdout, 'data'), once(starter, 'exit')])) as [Buffer];
    await note(`${url}`.trim(), 'kept over its starter');
    const pid = postmaster();
    starter.kill('SIGKILL');
    expect(await notes((await start()).ownerUrl)).toContain('kept over its starter');
    await gone(pid);
  });
});
