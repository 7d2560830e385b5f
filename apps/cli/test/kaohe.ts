// The command line as a user calls it: within the test for what a call answers, as a process of its own, built from the
// sources as they stand, for what only a process has: its exit, its streams, its start.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { run } from '../src/program.js';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const BINARY = fileURLToPath(new URL('../bin/kaohe.mjs', import.meta.url));

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Brings dist up to date for `kaoheProcess`; does nothing after `npm run build`. */
export function build(): void {
  const { status, stdout } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'apps/cli'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stdout);
}

/** One call as a process, from the top of the checkout. */
export async function kaoheProcess(args: readonly string[], input?: string | Uint8Array): Promise<Ran> {
  const child = spawn(process.execPath, [BINARY, ...args], { cwd: ROOT, stdio: 'pipe' });
  const read = async (stream: AsyncIterable<Buffer>) => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  };
  child.stdin.on('error', () => undefined); // it may refuse before it has read everything
  child.stdin.end(input);
  const [out, err, [code]] = await Promise.all([read(child.stdout), read(child.stderr), once(child, 'close')]);
  return { code, out, err };
}

let last: Promise<unknown> = Promise.resolve();

/** One call within the test, from the top of the checkout; one after another, for they share the streams. */
export function kaohe(args: readonly string[], input: string | Uint8Array = ''): Promise<Ran> {
  const ran = last.then(() => within(args, input));
  last = ran.catch(() => undefined);
  return ran;
}

async function within(args: readonly string[], input: string | Uint8Array): Promise<Ran> {
  const before = process.cwd();
  const stdin = Object.getOwnPropertyDescriptor(process, 'stdin');
  const [out, err] = [taken(process.stdout), taken(process.stderr)];
  try {
    process.chdir(ROOT);
    Object.defineProperty(process, 'stdin', { value: Readable.from([Buffer.from(input)]), configurable: true });
    const code = await run(args);
    return { code, out: out.text(), err: err.text() };
  } finally {
    out.giveBack();
    err.giveBack();
    if (stdin) Object.defineProperty(process, 'stdin', stdin);
    process.chdir(before);
  }
}

/** What is written to a stream, kept from it until it is given back. */
function taken(stream: NodeJS.WriteStream): { readonly text: () => string; readonly giveBack: () => void } {
  const { write } = stream;
  const pieces: Uint8Array[] = [];
  stream.write = (chunk: string | Uint8Array) => {
    pieces.push(Buffer.from(chunk));
    return true;
  };
  return {
    text: () => Buffer.concat(pieces).toString('utf8'),
    giveBack: () => {
      stream.write = write;
    },
  };
}
