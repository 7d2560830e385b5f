// Files a call names: where one cannot be written, is named as another kind, or is another kind than is asked for.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, kaohe, ROOT } from './kaohe.js';

const SCHEME = 'zhengzhou-2019';
const FACTS = 'examples/one-district.facts.yaml';

const folder = mkdtempSync(join(tmpdir(), 'kaohe-files-'));
const path = (name: string) => join(folder, name);
function fileOf(name: string, content: string | Uint8Array): string {
  writeFileSync(path(name), content);
  return path(name);
}

beforeAll(build, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The call is at fault, both languages say so, and nothing is printed or left behind. */
async function refused(args: readonly string[]): Promise<string> {
  const before = readdirSync(folder);
  const { code, out, err } = await kaohe(args);
  expect([args, code, out]).toEqual([args, 2, '']);
  expect(err.trimEnd().split('\n')).toHaveLength(2);
  expect(err).not.toMatch(/\bE[A-Z]{3,}\b|no such file or directory|open '/);
  expect(readdirSync(folder)).toEqual(before);
  return err;
}

const WRITING = (ending: (kind: string) => string): readonly (readonly string[])[] => [
  ['export', SCHEME, '--docx', ending('docx')],
  ['export', SCHEME, '--xlsx', ending('xlsx')],
  ['template', SCHEME, '--unit', '巩义市', '--xlsx', ending('xlsx')],
  ['template', SCHEME, '--unit', '巩义市', '--csv', ending('csv')],
  ['score', SCHEME, FACTS, '--workbook', ending('xlsx')],
];

describe('写文件', () => {
  it.concurrent.each(WRITING((kind) => path(`none/a.${kind}`)))(
    '%s %s %s %s：目录不在，说哪个目录、怎么办',
    async (...args) => {
      const err = await refused(args);
      expect(err).toContain(`没有目录“${path('none')}”`);
      expect(err).toContain('Make the folder first');
    },
  );

  it('上一层是文件，说它不是目录', async () => {
    fileOf('plain', '');
    expect(await refused(['export', SCHEME, '--docx', path('plain/a.docx')])).toContain(`“${path('plain')}”不是目录`);
  });

  it('写明错误的表写不了，也说哪里不对、怎么办', async () => {
    const wrong = fileOf('wrong.csv', '单位,条款,字段,值\n巩义市,county/19.1,数量,三\n');
    const { code, err } = await kaohe(['score', SCHEME, wrong, '--errors', path('none/errors.csv')]);
    expect(code).toBe(1);
    expect(err).toContain(`没有目录“${path('none')}”`);
    expect(err).not.toContain('ENOENT');
    const named = await kaohe(['score', SCHEME, wrong, '--errors', path('errors.xlsx')]);
    expect(named.err).toContain(`请写“${path('errors.csv')}”`);
    expect(existsSync(path('errors.xlsx'))).toBe(false);
  });

  it.concurrent.each(WRITING(() => path('a.txt')))(
    '%s %s %s %s：扩展名是别的种类，不写，说该写什么',
    async (...args) => {
      const err = await refused(args);
      expect(err).toMatch(/以 \.txt 结尾，要存的是.*请写“.*a\.(docx|xlsx|csv)”/);
      expect(err).toMatch(/ends in \.txt, and what is written is .*Write “.*a\.(docx|xlsx|csv)”/);
    },
  );

  it('没有扩展名、大写的、名字里带点的，照写', async () => {
    for (const name of ['plain-name', 'GREAT.DOCX', '方案2019.6'])
      expect(await kaohe(['export', SCHEME, '--docx', path(name)])).toMatchObject({ code: 0, out: `${path(name)}\n` });
  });
});

const PAGE = '<!DOCTYPE html><html><body><p>未备案的扣1分。</p></body></html>';
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const zipped = async (name: string) => await new JSZip().file(name, 'x').generateAsync({ type: 'uint8array' });

describe('要事实的地方给了别的文件', () => {
  it.each([
    ['page.xlsx', PAGE, /名字是工作簿，内容却是一个网页（HTML）.*另存为“Excel 工作簿（.xlsx）”/],
    ['picture.xlsx', PNG, /名字是工作簿，内容却是一张图片/],
    ['note.xls', '下周开会\n', /名字是工作簿，内容却是一个文本文件/],
    ['torn.xlsx', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0, 1, 2, 0xff, 0xfe]), /文件已损坏或不是 \.xlsx 工作簿/],
    ['paper.pdf', '%PDF-1.7\n', /这是一份 PDF 文件，不是填好的事实/],
  ])('%s：说它是什么，不劝人改编码、查括号', async (name, content, told) => {
    const { code, out, err } = await kaohe(['score', SCHEME, fileOf(name, content)]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(told);
    expect(err).not.toMatch(/UTF-8|YAML|记事本|键值/);
  });

  it('Word 文档说是 Word 文档；别的工作簿说怎样得到填写表', async () => {
    const word = await kaohe(['score', SCHEME, fileOf('a.docx', await zipped('word/document.xml'))]);
    expect(word.err).toMatch(/这是一份 Word 文档（\.docx）[\s\S]*kaohe template SCHEME --xlsx FILE\.xlsx/);
    expect((await kaohe(['export', SCHEME, '--xlsx', path('other.xlsx')])).code).toBe(0);
    const other = await kaohe(['score', SCHEME, path('other.xlsx')]);
    expect(other.err).toMatch(/不是“kaohe template”给出的填写表[\s\S]*kaohe template SCHEME --xlsx FILE\.xlsx/);
  });
});

describe('import --json 的结果当作方案或事实', () => {
  const imported = async () => {
    const document = fileOf('a.txt', '河东镇消防工作考核细则\n一、日常检查（20分）\n1．未建立台账的扣1分。\n');
    return fileOf('doc.json', (await kaohe(['import', document, '--json'])).out);
  };

  it('check、show、score、explain 都说它是什么，怎样才有方案', async () => {
    const doc = await imported();
    for (const call of [['check'], ['show'], ['score', FACTS], ['explain', FACTS, '巩义市']]) {
      const [verb = '', ...rest] = call;
      const { code, err } = await kaohe([verb, doc, ...rest]);
      expect([verb, code]).toEqual([verb, 2]);
      expect(err).toMatch(/是 kaohe import --json 从考核文件里读出的内容，还不是方案.*kaohe export .*方案起草/);
      expect(err).toMatch(/no scheme yet.*Scheme drafts.*download the scheme files/);
    }
    const facts = await kaohe(['score', SCHEME, doc]);
    expect([facts.code, facts.out]).toEqual([1, '']);
    expect(facts.err).toContain('是 kaohe import --json 从考核文件里读出的内容');
  });

  it('方案目录里的文件、方案的压缩包、别的文件，各说该写什么', async () => {
    const check = async (file: string) => (await kaohe(['check', file])).err;
    expect(await check('schemes/zhengzhou-2019/scheme.yaml')).toContain('请写“schemes/zhengzhou-2019”');
    expect(await check(fileOf('scheme.zip', await zipped('x/scheme.yaml')))).toContain('请先解压');
    expect(await check(fileOf('b.docx', await zipped('word/document.xml')))).toMatch(
      /是一份 Word 文档（\.docx），不是方案.*kaohe import/,
    );
  });
});

describe('import', () => {
  it('网页不当作文字；目录说是目录', async () => {
    const page = await kaohe(['import', fileOf('page.html', PAGE)]);
    expect([page.code, page.out]).toEqual([1, '']);
    expect(page.err).toMatch(/这是网页（HTML）.*另存为“Word 文档（\.docx）”[\s\S]*paste the text/);
    mkdirSync(path('documents'), { recursive: true });
    expect(await refused(['import', path('documents')])).toMatch(/是目录，要的是一份考核文件[\s\S]*is a folder/);
  });
});

describe('verify', () => {
  it.each([
    ['page.html', PAGE, '一个网页（HTML）'],
    ['facts.yaml', 'units: {}\n', '一个文本文件'],
    ['photo.png', PNG, '一张图片'],
  ])('%s 不是 PDF：说它是什么，能核对什么', async (name, content, kind) => {
    const err = await refused(['verify', fileOf(name, content)]);
    expect(err).toContain(`“${path(name)}”是${kind}，核对不了`);
    expect(err).toMatch(/PDF paper the system made, or the code at the foot/);
    expect(err).not.toMatch(/损坏|damaged/);
  });

  it('目录也说是目录', async () => {
    mkdirSync(path('papers'), { recursive: true });
    expect(await refused(['verify', path('papers')])).toContain('是一个目录，核对不了');
  });
});

describe('第一次运行', () => {
  it('没有构建过的，先在标准错误上说正在构建、要多久；标准输出只有结果', () => {
    const clone = path('clone');
    cpSync(join(ROOT, 'apps/cli/bin'), join(clone, 'apps/cli/bin'), { recursive: true });
    mkdirSync(join(clone, 'scripts'));
    writeFileSync(
      join(clone, 'scripts/build.mjs'),
      `import { mkdirSync, writeFileSync } from 'node:fs';
console.log('building');
mkdirSync('apps/cli/dist');
writeFileSync('apps/cli/dist/main.js', 'console.log("result")');`,
    );
    const run = () => spawnSync(process.execPath, ['apps/cli/bin/kaohe.mjs'], { cwd: clone, encoding: 'utf8' });
    const first = run();
    expect([first.status, first.stdout]).toEqual([0, 'result\n']);
    expect(first.stderr).toMatch(/第一次运行，先构建，约一分钟[\s\S]*about a minute/);
    expect(run()).toMatchObject({ status: 0, stdout: 'result\n', stderr: '' });
  });
});
