/** How the server is to be started: what was stated, checked; or what is wrong with it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { unreadableFile } from '@kaohe/office-files';
import { EVIDENCE_LIMITS, type EvidenceLimits } from '../evidence/room.js';
import { isLoopback } from '../http/loopback.js';

/** What the caller states; everything may be left out. */
export interface ServeSettings {
  readonly host?: string | undefined;
  readonly port?: string | undefined;
  /** Where data is kept; made when it is missing. */
  readonly dataDir?: string | undefined;
  /** An existing PostgreSQL; left out: one of our own in the data folder. */
  readonly databaseUrl?: string | undefined;
  /** Files of the certificate and its key, in PEM. */
  readonly tlsCert?: string | undefined;
  readonly tlsKey?: string | undefined;
  /** Names under which browsers reach this server, separated by commas. */
  readonly hosts?: string | undefined;
  /** Asked of whoever reads /metrics; left out: this machine alone reads them. */
  readonly metricsToken?: string | undefined;
  /** Anything: a line of JSON for every request; left out: failures alone, so that the accounts stay in sight. */
  readonly logRequests?: string | undefined;
  /** Megabytes of evidence: of a unit in a year, of the whole office. */
  readonly evidenceUnitMb?: string | undefined;
  readonly evidenceMb?: string | undefined;
  /** Sets up a real office instead of the demonstration. */
  readonly init?: boolean | undefined;
}

export interface Tls {
  readonly cert: Buffer;
  readonly key: Buffer;
}

export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly tls: Tls | undefined;
  readonly hosts: readonly string[];
  readonly metricsToken: string | undefined;
  readonly logsRequests: boolean;
  readonly evidenceLimits: EvidenceLimits;
  readonly init: boolean;
}

/** What is wrong, in Chinese and English. */
export type Wrong = readonly [zh: string, en: string];

const DEFAULTS = { host: '127.0.0.1', port: '7100' };
/** The ignored folder of the checkout. */
export const DEFAULT_DATA_DIR = fileURLToPath(new URL('../../../../.data', import.meta.url));

/** The settings of the environment; words of the command line stand before them. */
export function settingsOfEnvironment(env: NodeJS.ProcessEnv): ServeSettings {
  return {
    host: env.HOST,
    port: env.PORT,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    tlsCert: env.TLS_CERT,
    tlsKey: env.TLS_KEY,
    hosts: env.KAOHE_HOSTS,
    metricsToken: env.METRICS_TOKEN,
    logRequests: env.LOG_REQUESTS,
    evidenceUnitMb: env.EVIDENCE_UNIT_MB,
    evidenceMb: env.EVIDENCE_MB,
  };
}

export function readSettings(stated: ServeSettings): Settings | { readonly wrong: Wrong } {
  const host = stated.host || DEFAULTS.host;
  const port = stated.port || DEFAULTS.port;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return { wrong: notPort(port) };
  const tls = readTls(stated);
  if (tls && 'wrong' in tls) return tls;
  if (!tls && !isLoopback(host)) return { wrong: notLoopback(host) };
  const evidenceLimits = readEvidenceLimits(stated);
  if ('wrong' in evidenceLimits) return evidenceLimits;
  const hosts = (stated.hosts ?? '').split(',').flatMap((name) => name.trim().toLowerCase() || []);
  return {
    host,
    port: Number(port),
    dataDir: stated.dataDir || DEFAULT_DATA_DIR,
    databaseUrl: stated.databaseUrl || undefined,
    tls,
    hosts,
    metricsToken: stated.metricsToken || undefined,
    logsRequests: Boolean(stated.logRequests),
    evidenceLimits,
    init: stated.init ?? false,
  };
}

function readEvidenceLimits({ evidenceUnitMb, evidenceMb }: ServeSettings): EvidenceLimits | { readonly wrong: Wrong } {
  const read = (stated: string | undefined, usual: number) => (stated ? Number(stated) * 1024 * 1024 : usual);
  for (const [name, stated] of Object.entries({ EVIDENCE_UNIT_MB: evidenceUnitMb, EVIDENCE_MB: evidenceMb }))
    if (stated && !/^[1-9]\d{0,6}$/.test(stated)) return { wrong: notMegabytes(name, stated) };
  return { unit: read(evidenceUnitMb, EVIDENCE_LIMITS.unit), office: read(evidenceMb, EVIDENCE_LIMITS.office) };
}

function readTls({ tlsCert, tlsKey }: ServeSettings): Tls | { readonly wrong: Wrong } | undefined {
  if (!tlsCert && !tlsKey) return undefined;
  if (!tlsCert || !tlsKey) return { wrong: halfTls(tlsCert ? 'TLS_KEY' : 'TLS_CERT') };
  try {
    return { cert: readFileSync(tlsCert), key: readFileSync(tlsKey) };
  } catch (error) {
    return { wrong: unreadableTls(error as NodeJS.ErrnoException) };
  }
}

function notLoopback(host: string): Wrong {
  return [
    `不能在 ${host} 上启动：没有证书，只能在本机地址上使用（127.0.0.1、::1 或 localhost）。请用 TLS_CERT 和 TLS_KEY 给出证书，或去掉 HOST。`,
    `Not started on ${host}: without a certificate only this machine's own addresses are served (127.0.0.1, ::1 or localhost). State TLS_CERT and TLS_KEY, or unset HOST.`,
  ];
}

function notMegabytes(name: string, stated: string): Wrong {
  return [
    `${name} 是“${stated}”，应为 1 到 9999999 的整数（MB）。`,
    `${name} is “${stated}”; state a whole number of megabytes from 1 to 9999999.`,
  ];
}

function notPort(port: string): Wrong {
  return [
    `端口“${port}”不对：请写 0 到 65535 的整数。`,
    `“${port}” is not a port: state a whole number from 0 to 65535.`,
  ];
}

function halfTls(missing: string): Wrong {
  return [
    `证书要两个文件：TLS_CERT（证书）和 TLS_KEY（私钥），现在没有 ${missing}。`,
    `A certificate is two files, TLS_CERT and TLS_KEY; ${missing} is missing.`,
  ];
}

function unreadableTls({ path = '', code }: NodeJS.ErrnoException): Wrong {
  const { zh, en } = unreadableFile(path, code);
  return [`证书：${zh}再看 TLS_CERT 和 TLS_KEY。`, `Certificate: ${en} Look at TLS_CERT and TLS_KEY too.`];
}
