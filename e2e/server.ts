// Starts the built server as a user would, on a port and with a data folder of its own, and stops it without a trace.
// The system gives the port to the server itself: nothing else can take it in between, however many run at once.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface RunningServer {
  /** Address without a trailing slash. */
  address: string;
  dataDir: string;
  /** What it has printed so far. */
  printed(): string;
  stop(): Promise<void>;
}

interface ServerOptions {
  /** Module to run instead of the built server. */
  entry?: string;
  /** Words after the module's name. */
  args?: readonly string[];
  /** How long the server may take to print its address. */
  patienceMs?: number;
  /** A data folder that outlives the server, in the place of one of its own. */
  dataDir?: string;
  /** The data folder of a server that has ended, to start on a copy of. */
  copyOf?: string;
}

const builtServer = fileURLToPath(new URL('../apps/server/dist/main.js', import.meta.url));

interface Started {
  readonly address: string;
  readonly printed: () => string;
}

/** Resolves once a process has printed its address; rejects with everything it printed when it ends or stays silent. */
function addressPrinted(child: ChildProcess, patienceMs: number): Promise<Started> {
  let printed = '';
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(`the server ${reason}; it printed:\n${printed}`));
    const timer = setTimeout(() => fail(`did not print its address in ${patienceMs} ms`), patienceMs);
    const read = (chunk: Buffer) => {
      printed += chunk.toString('utf8');
      const [address] = /http:\/\/127\.0\.0\.1:\d+(?=\s)/.exec(printed) ?? [];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve({ address, printed: () => printed });
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => fail(`did not start (${error.message})`));
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with code ${code}`);
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const lastResort = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await exited;
  clearTimeout(lastResort);
}

/** A folder as it is, with who owns what: a database cluster belongs to another than the one who starts it. */
function copyFolder(from: string, to: string): void {
  if (process.platform === 'win32') cpSync(from, to, { recursive: true });
  else execFileSync('cp', ['-a', `${from}/.`, to]);
}

/** Starts the server and waits for its address. */
export async function startServer({
  entry = builtServer,
  args = [],
  patienceMs = 60_000,
  dataDir: kept,
  copyOf,
}: ServerOptions = {}): Promise<RunningServer> {
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'kaohe-e2e-'));
  if (copyOf !== undefined) copyFolder(copyOf, dataDir);
  const child = spawn(process.execPath, [entry, ...args], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async () => {
    await end(child);
    if (kept === undefined) rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    return { ...(await addressPrinted(child, patienceMs)), dataDir, stop };
  } catch (failure) {
    await stop();
    throw failure;
  }
}
