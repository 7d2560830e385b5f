/**
 * A PostgreSQL of our own on a folder: for the demonstration, trials and tests. It answers on this machine only, writes every commit to
 * the disk, is the only one on its folder, and stops when the process that started it ends, however that ends.
 */
import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, renameSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { type Cluster, OWNER, prepareCluster } from './cluster.js';
import { DatabaseRefused } from './refused.js';

export interface EmbeddedServer {
  readonly ownerUrl: string;
  /** Ends open transactions, writes everything and stops. */
  stop(): Promise<void>;
}

type Server = ChildProcessByStdio<Writable, null, Readable>;

const HOST = '127.0.0.1';
/** A server whose starter was killed lets go of its folder within this time; one that is still there afterwards is in use. */
const LET_GO_MS = 5_000;
const LOOK_AGAIN_MS = 200;
/** Ends the server when the pipe from its starter closes: nobody can promise to stop a child before being killed. */
const UNTIL_STARTER_ENDS = `exec 3<&0
"$@" </dev/null 3<&- & server=$!
{ cat <&3; kill -INT "$server"; } >/dev/null 2>&1 & watcher=$!
exec 3<&-
wait "$server"; status=$?
kill "$watcher" 2>/dev/null
exit "$status"`;

/** Starts the server of a folder, which it makes when it is missing; refuses a folder that another server has. */
export async function startEmbedded(dataDir: string): Promise<EmbeddedServer> {
  const cluster = prepareCluster(dataDir);
  const deadline = Date.now() + LET_GO_MS;
  for (;;) {
    const port = await freePort();
    const server = launch(cluster, port);
    const failure = await failureOf(server);
    if (failure === undefined) return running(server, cluster, port);
    if (/could not create any TCP/.test(failure)) continue; // somebody took the port in between
    if (!/lock file .* already exists|still in use/.test(failure)) throw notStarted(dataDir, failure);
    if (Date.now() > deadline) throw inUse(dataDir);
    await pause(LOOK_AGAIN_MS);
  }
}

function launch({ programs, data, runAs }: Cluster, port: number): Server {
  const postgres = [
    join(programs, 'postgres'),
    ...['-D', data, '-p', `${port}`, '-k', '', '-h', HOST],
    ...['-c', 'log_checkpoints=off'],
  ];
  const [command = '', ...args] =
    process.platform === 'win32' ? postgres : ['/bin/sh', '-c', UNTIL_STARTER_ENDS, 'kaohe', ...postgres];
  // A group of its own: Ctrl+C is for the starter, which stops the server when it has finished with it.
  return spawn(command, args, {
    ...runAs,
    cwd: dirname(data),
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
}

/** What a server said before it gave up, or undefined once it is ready. */
async function failureOf(server: Server): Promise<string | undefined> {
  return await new Promise((resolve) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (!said.includes('database system is ready to accept connections')) return;
      server.stderr.off('data', hear);
      resolve(undefined);
    };
    server.stderr.on('data', hear);
    server.once('error', ({ message }) => resolve(message));
    server.once('close', () => {
      server.stdin.destroy();
      resolve(said);
    });
  });
}

function running(server: Server, cluster: Cluster, port: number): EmbeddedServer {
  keepLog(server, cluster.log);
  const ended = once(server, 'close');
  return {
    ownerUrl: `postgresql://${OWNER}:${cluster.password}@${HOST}:${port}/postgres`,
    stop: async () => {
      server.stdin.destroy();
      if (process.platform === 'win32')
        spawnSync(join(cluster.programs, 'pg_ctl'), ['stop', '-m', 'fast', '-D', cluster.data]);
      await ended;
    },
  };
}

/** This run and the one before it: enough to find out why a server ended. Only the server that has the folder comes here. */
function keepLog(server: Server, log: string): void {
  if (existsSync(log)) renameSync(log, `${log}.before`);
  server.stderr.pipe(createWriteStream(log, { mode: 0o600 }));
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, HOST);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await once(probe.close(), 'close');
  return port;
}

function inUse(dataDir: string): DatabaseRefused {
  return new DatabaseRefused(
    `数据目录 ${dataDir} 正被另一个正在运行的程序使用。请先停掉那个程序，或用 DATA_DIR 换一个目录。`,
    `The data folder ${dataDir} is in use by another running program. Stop that one first, or set DATA_DIR to another folder.`,
  );
}

function notStarted(dataDir: string, said: string): DatabaseRefused {
  return new DatabaseRefused(
    `${dataDir} 里的内置数据库启动不了：${said.trim()}。请检查磁盘空间和目录权限，或用 DATABASE_URL 指定已有的 PostgreSQL。`,
    `The built-in database in ${dataDir} does not start: ${said.trim()}. Check disk space and permissions, or set DATABASE_URL to an existing PostgreSQL.`,
  );
}
