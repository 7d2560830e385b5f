import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

const children: ChildProcess[] = [];

function start(env: Record<string, string>) {
  const child = spawn(process.execPath, [MAIN], { env: { ...process.env, HOST: '', PORT: '0', ...env } });
  children.push(child);
  const printed = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    printed.out += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    printed.err += chunk;
  });
  return { child, printed, ended: once(child, 'close').then(([code]) => ({ code, ...printed })) };
}

async function addressOf({ child, printed }: ReturnType<typeof start>): Promise<string> {
  for (;;) {
    const address = /http:\/\/\S+/.exec(printed.out)?.[0];
    if (address && printed.out.includes('Ctrl+C')) return address;
    if (child.exitCode !== null) throw new Error(printed.err);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

beforeAll(() => {
  const { status, stdout } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'apps/server'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stdout);
}, 60_000);
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

describe('kaohe serve', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('打印地址和只供本机，%s 后正常结束', async (signal) => {
    const server = start({});
    const address = await addressOf(server);
    expect(server.printed.out).toContain('只供本机使用');
    expect(server.printed.out).toContain('For this machine only');
    expect(await (await fetch(`${address}/healthz`)).json()).toEqual({ status: 'ok' });
    server.child.kill(signal);
    expect(await server.ended).toMatchObject({ code: 0, err: '' });
    await expect(fetch(address)).rejects.toThrow();
  });

  it.each(['0.0.0.0', '10.0.0.8', 'example.com', '::'])('没有登录时不在 %s 上启动', async (host) => {
    const { code, out, err } = await start({ HOST: host }).ended;
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`不能在 ${host} 上启动：还没有登录`);
    expect(err).toContain('there is no sign-in yet');
  });

  it('端口被占用时说怎样换一个', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const { code, out, err } = await start({ PORT: String(port) }).ended;
    taken.close();
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`端口 ${port} 已被占用`);
    expect(err).toContain(`Port ${port} is taken`);
  });

  it.each(['70000', '-1', '80x'])('%s 不是端口', async (port) => {
    const { code, err } = await start({ PORT: port }).ended;
    expect(code).toBe(2);
    expect(err).toContain(`“${port}” is not a port`);
  });
});
