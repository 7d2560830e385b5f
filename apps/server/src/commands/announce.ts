/** What the terminal says once the server listens. */
import { isIPv6 } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { DEMONSTRATION_PASSWORD } from '../demonstration/accounts.js';
import { describeSession } from '../sessions/describe.js';
import type { Settings } from './settings.js';
import type { StartedOffice } from './start-office.js';

export async function announce(
  app: FastifyInstance,
  { settings, started }: { settings: Settings; started: StartedOffice },
): Promise<void> {
  const [bound] = app.addresses();
  const port = typeof bound === 'object' ? bound.port : '';
  const { host, tls } = settings;
  const name = settings.hosts[0] ?? (isIPv6(host) ? `[${host}]` : host);
  const address = `${tls ? 'https' : 'http'}://${name}:${port}`;
  const lines = [
    `考核已启动 / Kaohe is running: ${address}`,
    ...(started.isDemonstration ? await demonstrationLines(started) : []),
    ...(started.setupCode === undefined ? [] : setupLines(address, started.setupCode)),
    ...(tls ? [] : LOCAL),
    '按 Ctrl+C 停止 / press Ctrl+C to stop',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

const LOCAL = [
  '只供本机使用：没有证书，别的机器访问不到。',
  'For this machine only: without a certificate no other machine can reach it.',
];

async function demonstrationLines({ office }: StartedOffice): Promise<string[]> {
  const described = await describeSession(office, undefined);
  const accounts = described.signedIn ? [] : (described.demonstration?.accounts ?? []);
  const widest = Math.max(...accounts.map(({ login }) => login.length), 0);
  return [
    `演示账号，口令都是 / demonstration accounts, all with the password: ${DEMONSTRATION_PASSWORD}`,
    ...accounts.map(({ login, displayName }) => `  ${login.padEnd(widest)}  ${displayName}`),
  ];
}

function setupLines(address: string, code: string): string[] {
  return [
    `首次设置：请打开 ${address}/setup，填写设置码 ${code}（只用一次）。`,
    `First set-up: open ${address}/setup and enter the code ${code} (used once).`,
  ];
}
