import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from './server.js';

const ANSWERING = `import { createServer } from 'node:http';
const server = createServer((request, response) => response.end('考核'));
server.listen(Number(process.env.PORT), process.env.HOST, () => {
  console.log('Listening on http://' + process.env.HOST + ':' + server.address().port);
});`;

describe('startServer', () => {
  let folder = '';
  const standIn = (name: string, source: string) => {
    const entry = join(folder, name);
    writeFileSync(entry, source);
    return entry;
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kaohe-stand-in-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('等到打印的地址可用，停止后不留数据目录', async () => {
    const server = await startServer({ entry: standIn('answering.mjs', ANSWERING) });
    expect(await (await fetch(server.address)).text()).toBe('考核');
    expect(existsSync(server.dataDir)).toBe(true);
    await server.stop();
    expect(existsSync(server.dataDir)).toBe(false);
    await expect(fetch(server.address)).rejects.toThrow();
  });

  it('启动失败时带上服务器打印的内容', async () => {
    const entry = standIn('failing.mjs', `console.error('端口被占用'); process.exit(3);`);
    await expect(startServer({ entry })).rejects.toThrow(/ended with code 3[\s\S]*端口被占用/);
  });
});
