/** `kaohe serve`: listens until told to stop. */
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { renderProblem } from '@kaohe/scoring';
import type { FastifyInstance } from 'fastify';
import { startSealing } from '../audit-log/sealing.js';
import { DatabaseRefused } from '../database/refused.js';
import { removeAbandoned } from '../evidence/uploads.js';
import { workOnExports } from '../exports/worker.js';
import { createApp } from '../http/app.js';
import { startRepeating } from '../office/repeating.js';
import { readSchemes } from '../schemes/folder.js';
import { announce } from './announce.js';
import { readSettings, type ServeSettings, type Settings, type Wrong } from './settings.js';
import { type StartedOffice, startOffice } from './start-office.js';

const TIDY_EVERY_MS = 600_000;
const EXPORTS_EVERY_MS = 1000;
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Serves until a signal; the exit code: 1 where a scheme is at fault, 2 where the call is. */
export async function serve(stated: ServeSettings): Promise<number> {
  const settings = readSettings(stated);
  if ('wrong' in settings) return refuse(settings.wrong);
  try {
    mkdirSync(settings.dataDir, { recursive: true });
  } catch (error) {
    return refuse(notDataDir(settings.dataDir, error as NodeJS.ErrnoException));
  }
  const schemes = await readSchemes();
  if ('problems' in schemes) {
    for (const { zh, en } of schemes.problems.map(renderProblem)) refuse([zh, en]);
    return 1;
  }
  const stopped = stopSignal();
  const started = await startOffice(settings, schemes).catch(databaseRefusal);
  if ('wrong' in started) return refuse(started.wrong);
  try {
    const { setupCode } = started;
    const office = { ...started.office, evidenceLimits: settings.evidenceLimits };
    const { tls, hosts, metricsToken, logsRequests } = settings;
    const app = await createApp({ schemes, office, setupCode, tls, hosts, metricsToken, logsRequests });
    const stopSealing = startSealing(office, (error) => app.log.error({ err: error }, 'sealing'));
    const stopTidying = startRepeating({
      everyMs: TIDY_EVERY_MS,
      run: () => removeAbandoned(office),
      tellFailure: (error) => app.log.error({ err: error }, 'removing abandoned uploads'),
    });
    const stopExporting = startRepeating({
      everyMs: EXPORTS_EVERY_MS,
      run: (isStopped) => workOnExports(office, isStopped),
      tellFailure: (error) => app.log.error({ err: error }, 'making exports'),
    });
    try {
      return await listen(app, { settings, started, stopped });
    } finally {
      await Promise.all([stopSealing(), stopTidying(), stopExporting()]);
    }
  } finally {
    await started.close();
  }
}

async function listen(
  app: FastifyInstance,
  { settings, started, stopped }: { settings: Settings; started: StartedOffice; stopped: Promise<void> },
): Promise<number> {
  const { host, port } = settings;
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    return refuse(notListening(error as NodeJS.ErrnoException, settings));
  }
  await announce(app, { settings, started });
  await stopped;
  await app.close();
  return 0;
}

/** Heard from the start: a signal while the database comes up stops it in order as well. */
async function stopSignal(): Promise<void> {
  const waiting = new AbortController();
  await Promise.race(STOP_SIGNALS.map((signal) => once(process, signal, waiting))).finally(() => waiting.abort());
}

function databaseRefusal(error: unknown): { wrong: Wrong } {
  if (error instanceof DatabaseRefused) return { wrong: [error.zh, error.en] };
  throw error;
}

function refuse([zh, en]: Wrong): number {
  process.stderr.write(`${zh}\n${en}\n`);
  return 2;
}

function notDataDir(dataDir: string, error: NodeJS.ErrnoException): Wrong {
  return [
    `数据目录 ${dataDir} 建不了（${error.code ?? error.message}）。请检查权限，或用 DATA_DIR 换一个目录。`,
    `The data folder ${dataDir} cannot be made (${error.code ?? error.message}). Check its permissions, or set DATA_DIR to another.`,
  ];
}

function notListening(error: NodeJS.ErrnoException, { host, port }: Settings): Wrong {
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
