import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examineFolder, type SchemeFolder, scoreFile } from '@kaohe/scheme-files';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSchemes } from '../schemes/folder.js';
import { createApp } from './app.js';

const PAGE = '<!doctype html><html><head><meta name="csp-nonce" content="__CSP_NONCE__"></head></html>';

let folder = '';
let schemes: SchemeFolder[] = [];
let app: FastifyInstance;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaohe-pages-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'assets/main-4f3a.js'), 'export {};');
  writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const read = await readSchemes();
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  schemes = read;
  app = await createApp({ schemes, pagesFolder: folder });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('数据', () => {
  it.each(['docx', 'xlsx'])('方案印成 .%s 下载，名字是方案的标题', async (form) => {
    const { statusCode, headers, rawPayload } = await app.inject(`/api/schemes/zhengzhou-2019/printed/${form}`);
    expect(statusCode).toBe(200);
    expect(decodeURIComponent(String(headers['content-disposition']))).toContain(`安全生产目标考核工作的通知.${form}`);
    expect(rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect((await app.inject(`/api/schemes/nowhere-2019/printed/${form}`)).statusCode).toBe(404);
    expect((await app.inject('/api/schemes/zhengzhou-2019/printed/exe')).statusCode).toBe(400);
  });

  it('列出方案的名称、文号和版本', async () => {
    const response = await app.inject('/api/schemes');
    expect(response.statusCode).toBe(200);
    expect(response.json()).toContainEqual({
      id: 'zhengzhou-2019',
      title: '郑州市安全生产委员会关于2019年度安全生产目标考核工作的通知',
      titleEn: expect.stringContaining('Zhengzhou'),
      documentNumber: '郑安委〔2020〕1号',
      edition: schemes.find(({ id }) => id === 'zhengzhou-2019')?.edition,
    });
  });

  it('一个方案就是它的文件读成的树，一个字也不差', async () => {
    const response = await app.inject('/api/schemes/zhengzhou-2019');
    const { source: _, ...rest } = schemes.find(({ id }) => id === 'zhengzhou-2019') as SchemeFolder;
    expect(response.json()).toEqual(rest);
  });

  it('方案和另取的原文合起来，检查出的与从文件检查出的一条不差', { timeout: 120_000 }, async () => {
    const kinds = (folder: SchemeFolder) => {
      const examined = examineFolder(folder);
      if ('problems' in examined) throw new Error(JSON.stringify(examined.problems));
      return examined.findings.map(({ code, at }) => `${code} ${at.join(' ')}`);
    };
    for (const folder of schemes) {
      const carried = (await app.inject(`/api/schemes/${folder.id}`)).json<SchemeFolder>();
      const { body: source } = await app.inject(`/api/schemes/${folder.id}/source`);
      expect(source.length).toBeGreaterThan(1000);
      expect(kinds({ ...carried, source })).toEqual(kinds(folder));
    }
  });

  it('没有的方案也没有原文', async () => {
    const response = await app.inject('/api/schemes/nowhere-2019/source');
    expect([response.statusCode, response.json().code]).toEqual([404, 'unknown-scheme']);
  });

  it('版本没变时不再发送方案', async () => {
    const { headers } = await app.inject('/api/schemes/zhengzhou-2019');
    const again = await app.inject({
      url: '/api/schemes/zhengzhou-2019',
      headers: { 'if-none-match': String(headers.etag) },
    });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('没有的方案用中英文说明，并列出可用的', async () => {
    const response = await app.inject('/api/schemes/nowhere-2019');
    expect(response.statusCode).toBe(404);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({
      code: 'unknown-scheme',
      status: 404,
      detail: expect.stringContaining('zhengzhou-2019'),
      detailEn: expect.stringContaining('There is no scheme'),
    });
  });

  it('演示数据可以按所说的方案计分', async () => {
    const { scheme, file, date, text } = (await app.inject('/api/demonstration')).json();
    expect([scheme, file, date]).toEqual(['zhengzhou-2019', 'zhengzhou-2019-demonstration.facts.yaml', '2020-01-16']);
    const folderOfScheme = schemes.find(({ id }) => id === scheme) as SchemeFolder;
    expect(scoreFile(folderOfScheme, Buffer.from(text))).toHaveProperty('assessment');
  });

  it('回答是否在运行', async () => {
    expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok' });
  });
});

describe('网页', () => {
  it.each(['/', '/index.html', '/units/巩义市', '/units?sheet=county'])(
    '%s 是首页，每次的随机数都不同',
    async (url) => {
      const responses = [await app.inject(encodeURI(url)), await app.inject(encodeURI(url))];
      const nonces = responses.map(({ body, headers, statusCode }) => {
        const nonce = /content="([^"]+)"/.exec(body)?.[1] ?? '';
        expect(statusCode).toBe(200);
        expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
        expect(headers['cache-control']).toBe('no-store');
        return nonce;
      });
      expect(nonces[0]).not.toBe('__CSP_NONCE__');
      expect(nonces[0]).not.toBe(nonces[1]);
    },
  );

  it('带散列的文件长期缓存，其余的每次核对', async () => {
    const hashed = await app.inject('/assets/main-4f3a.js');
    const plain = await app.inject('/icon.svg');
    expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(plain.headers['cache-control']).toBe('no-cache');
    expect(plain.headers.etag).toBeTruthy();
  });

  it.each(['/api/nothing', '/assets/gone-1a2b.js', '/missing.png', '/api'])(
    '%s 没有就是 404，不是首页',
    async (url) => {
      const response = await app.inject(url);
      expect(response.statusCode).toBe(404);
      expect(response.json()).toMatchObject({ code: 'not-found', titleEn: 'Not found' });
    },
  );

  it.each(['/../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/package.json'])(
    '%s 走不出网页的目录',
    async (url) => {
      const response = await app.inject(url);
      expect(response.statusCode).toBeGreaterThanOrEqual(400);
      expect(response.body).not.toContain('dependencies');
    },
  );

  it('还没构建时说怎样构建', async () => {
    const unbuilt = await createApp({ schemes: [], pagesFolder: join(folder, 'assets') });
    const response = await unbuilt.inject('/');
    expect(response.statusCode).toBe(503);
    expect(response.json()).toMatchObject({ code: 'pages-not-built', detail: expect.stringContaining('npm start') });
    await unbuilt.close();
  });
});

describe('只供本机', () => {
  it.each(['localhost', 'localhost:7100', '127.0.0.1:7100', '127.8.9.1', '[::1]:7100', 'LOCALHOST'])(
    '接受 Host %s',
    async (host) => expect((await app.inject({ url: '/healthz', headers: { host } })).statusCode).toBe(200),
  );

  it.each(['example.com', 'localhost.example.com', '127.0.0.1.example.com', '10.0.0.8:7100', '0.0.0.0', '[::]', 'a b'])(
    '拒绝 Host %s',
    async (host) => {
      const response = await app.inject({ url: '/api/schemes', headers: { host } });
      expect(response.statusCode).toBe(403);
      expect(response.json()).toMatchObject({ code: 'not-this-machine', titleEn: 'For this machine only' });
    },
  );

  it('别处网页发来的写操作被拒绝，本页的不因此被拒', async () => {
    const post = (origin: string) =>
      app.inject({ method: 'POST', url: '/api/schemes', headers: { host: '127.0.0.1:7100', origin } });
    expect((await post('http://example.com')).statusCode).toBe(403);
    expect((await post('null')).statusCode).toBe(403);
    expect((await post('http://127.0.0.1:7100')).statusCode).toBe(404);
  });

  it('每个回答都带内容安全策略，脚本只从本站来', async () => {
    for (const url of ['/', '/healthz', '/api/nothing', '/%zz', '/assets/main-4f3a.js']) {
      const policy = String((await app.inject(url)).headers['content-security-policy']);
      expect(policy).toContain("default-src 'self'; script-src 'self'; style-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'; base-uri 'none'; object-src 'none'");
    }
  });
});
