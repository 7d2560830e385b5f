/** `kaohe serve`: listens on this machine until told to stop. */
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { isIPv6 } from 'node:net';
import { fileURLToPath } from 'node:url';
import { renderProblem } from '@kaohe/scoring';
import type { FastifyInstance } from 'fastify';
import { createApp } from '../http/app.js';
import { isLoopback } from '../http/loopback.js';
import { readSchemes } from '../schemes/folder.js';

export interface ServeSettings {
  readonly host?: string | undefined;
  readonly port?: string | undefined;
  /** Where data will be kept; made when it is missing. */
  readonly dataDir?: string | undefined;
}

const DEFAULTS = { host: '127.0.0.1', port: '7100' };
/** The ignored folder of the checkout. */
const DEFAULT_DATA_DIR = fileURLToPath(new URL('../../../../.data', import.meta.url));
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Serves until a signal; the exit code: 1 where a scheme is at fault, 2 where the call is. */
export async function serve(settings: ServeSettings): Promise<number> {
  const host = settings.host || DEFAULTS.host;
  const port = settings.port || DEFAULTS.port;
  if (!isLoopback(host)) return refuse(...notLoopback(host));
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return refuse(...notPort(port));
  const dataDir = settings.dataDir || DEFAULT_DATA_DIR;
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    return refuse(...notDataDir(dataDir, error as NodeJS.ErrnoException));
  }
  const schemes = await readSchemes();
  if ('problems' in schemes) {
    for (const { zh, en } of schemes.problems.map(renderProblem)) refuse(zh, en);
    return 1;
  }
  const app = await createApp({ schemes });
  try {
    await app.listen({ host, port: Number(port) });
  } catch (error) {
    await app.close();
    return refuse(...notListening(error as NodeJS.ErrnoException, host, port));
  }
  announce(app, host);
  await stopSignal();
  await app.close();
  return 0;
}

function announce(app: FastifyInstance, host: string): void {
  const [address] = app.addresses();
  const bound = typeof address === 'object' ? address.port : '';
  process.stdout.write(
    `考核已启动 / Kaohe is running: http://${isIPv6(host) ? `[${host}]` : host}:${bound}
只供本机使用：还没有登录，别的机器访问不到。
For this machine only: there is no sign-in yet, and no other machine can reach it.
按 Ctrl+C 停止 / press Ctrl+C to stop
`,
  );
}

async function stopSignal(): Promise<void> {
  const waiting = new AbortController();
  await Promise.race(STOP_SIGNALS.map((signal) => once(process, signal, waiting))).finally(() => waiting.abort());
}

function refuse(zh: string, en: string): number {
  process.stderr.write(`${zh}\n${en}\n`);
  return 2;
}

function notLoopback(host: string): [string, string] {
  return [
    `不能在 ${host} 上启动：还没有登录，只能在本机地址上使用（127.0.0.1、::1 或 localhost）。请去掉 HOST。`,
    `Not started on ${host}: there is no sign-in yet, so only this machine's own addresses are served (127.0.0.1, ::1 or localhost). Unset HOST.`,
  ];
}

function notPort(port: string): [string, string] {
  return [
    `端口“${port}”不对：请写 0 到 65535 的整数。`,
    `“${port}” is not a port: state a whole number from 0 to 65535.`,
  ];
}

function notDataDir(dataDir: string, error: NodeJS.ErrnoException): [string, string] {
  return [
    `数据目录 ${dataDir} 建不了（${error.code ?? error.message}）。请检查权限，或用 DATA_DIR 换一个目录。`,
    `The data folder ${dataDir} cannot be made (${error.code ?? error.message}). Check its permissions, or set DATA_DIR to another.`,
  ];
}

function notListening(error: NodeJS.ErrnoException, host: string, port: string): [string, string] {
  if (error.code === 'EADDRINUSE')
    return [
      `端口 ${port} 已被占用，可能已经启动过一次。请关掉那个程序，或换一个端口：PORT=7101 npm start`,
      `Port ${port} is taken, perhaps by a server already running. Stop that program, or use another port: PORT=7101 npm start`,
    ];
  if (error.code === 'EACCES')
    return [
      `没有权限使用端口 ${port}。请换一个 1024 以上的端口：PORT=7100 npm start`,
      `No permission to use port ${port}. Use one above 1024: PORT=7100 npm start`,
    ];
  return [`不能在 ${host}:${port} 上启动：${error.message}`, `Not started on ${host}:${port}: ${error.message}`];
}
