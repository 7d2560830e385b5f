import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

const children: ChildProcess[] = [];
const folders: string[] = [];

function start(env: Record<string, string>, words: string[] = []) {
  const folder = env.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'kaohe-serve-'));
  folders.push(folder);
  const child = spawn(process.execPath, [MAIN, ...words], {
    env: { ...process.env, HOST: '', PORT: '0', DATABASE_URL: '', DATA_DIR: folder, ...env },
  });
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
    const address = /running: (https?:\/\/\S+)/.exec(printed.out)?.[1];
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
  // A database whose starter was killed still stops in order: its folder is there for a moment longer.
  for (const folder of folders.splice(0))
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
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

  it('问用法就印用法，不认识的词不启动；npm start 不装不建就回答', async () => {
    expect(await start({}, ['--help']).ended).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/Usage[\s\S]*KAOHE_HOSTS/),
    });
    for (const script of [MAIN, join(ROOT, 'scripts/start.mjs')]) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--init', '--prot=1'], {
        encoding: 'utf8',
      });
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/没有“--prot=1”这个选项[\s\S]*no option “--prot=1”[\s\S]*例 Example:\n {2}PORT=/);
    }
  });

  it.each(['0.0.0.0', '10.0.0.8', 'example.com', '::'])('没有证书时不在 %s 上启动', async (host) => {
    const { code, out, err } = await start({ HOST: host }).ended;
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`不能在 ${host} 上启动：没有证书`);
    expect(err).toContain('without a certificate');
  });

  it('空的数据目录启动成演示：账号和口令都打印出来，用它们就能登录；再启动还是同一个演示', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kaohe-serve-'));
    for (const _ of ['第一次', '第二次']) {
      const server = start({ DATA_DIR: folder });
      const address = await addressOf(server);
      expect(server.printed.out).toMatch(/口令都是.*: \S+[\s\S]*team-leader +第一组组长/);
      const password = /口令都是[^:]*: (\S+)/.exec(server.printed.out)?.[1] ?? '';
      const signIn = await fetch(`${address}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ login: 'office', password }),
      });
      expect(await signIn.json()).toMatchObject({ signedIn: true, today: '2020-01-16', acting: { role: 'office' } });
      server.child.kill('SIGTERM');
      expect(await server.ended).toMatchObject({ code: 0, err: '' });
    }
    expect(statSync(join(folder, 'secret.key')).mode & 0o077).toBe(0);
    expect(Buffer.from(readFileSync(join(folder, 'secret.key'), 'utf8'), 'base64')).toHaveLength(32);
  });

  it('--init 不建演示，打印只用一次的设置码', async () => {
    const server = start({}, ['--init']);
    const address = await addressOf(server);
    expect(server.printed.out).toMatch(/设置码 [0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}/);
    expect(await (await fetch(`${address}/api/session`)).json()).toEqual({
      signedIn: false,
      offices: [],
      demonstration: null,
    });
  });

  it('证书只给了一半，说缺哪一半', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kaohe-serve-'));
    writeFileSync(join(folder, 'cert.pem'), '');
    const { code, err } = await start({ DATA_DIR: folder, TLS_CERT: join(folder, 'cert.pem') }).ended;
    expect(code).toBe(2);
    expect(err).toContain('现在没有 TLS_KEY');
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
