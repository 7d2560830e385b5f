import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assessmentReport, pdfBytes } from '@kaohe/office-files';
import { factsHash, factsOfPaper, parseText, verificationCode } from '@kaohe/scheme-files';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REPORT } from '../../../packages/office-files/test/papers-data.js';
import { getFolder } from '../../../schemes/folder.js';
import { build, kaohe, kaoheProcess, ROOT } from './kaohe.js';

const folder = mkdtempSync(join(tmpdir(), 'kaohe-verify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FACTS = join(ROOT, 'examples/zhengzhou-2019-demonstration.facts.yaml');
const PAPER = join(folder, 'report.pdf');
const UNDER = ['--scheme', 'zhengzhou-2019', '--lang', 'en'];
const text = readFileSync(FACTS, 'utf8');
const parsed = parseText(text);
if ('problems' in parsed) throw new Error('the example parses');
const STATEMENT = {
  paper: 'report',
  year: '2019',
  unit: '登封市',
  on: '2020-01-16',
  scheme: getFolder('zhengzhou-2019').edition,
  facts: factsHash(factsOfPaper(parsed.tree, '登封市')),
};
const CODE = verificationCode(STATEMENT);

beforeAll(async () => {
  build();
  const resolve = createRequire(import.meta.url).resolve;
  const font = (path: string) => readFileSync(resolve(`@expo-google-fonts/noto-serif-sc/${path}`));
  const fonts = {
    regular: font('400Regular/NotoSerifSC_400Regular.ttf'),
    bold: font('700Bold/NotoSerifSC_700Bold.ttf'),
  };
  const pdf = async (name: string, printed: string) => {
    const verification = { line: `核验码 ${printed}`, statement: { ...STATEMENT, code: CODE } };
    writeFileSync(name, await pdfBytes({ ...assessmentReport(REPORT), verification }, fonts));
  };
  await pdf(PAPER, CODE);
  await pdf(join(folder, 'changed.pdf'), 'ABCD-EFGH-JKMN');
}, 120_000);

describe('kaohe verify', () => {
  test('says of a paper that it was made of these facts, and of a code which paper it is on', async () => {
    const file = await kaoheProcess(['verify', PAPER, '--facts', FACTS, ...UNDER]);
    expect([file.code, file.out]).toEqual([0, expect.stringContaining('It stands: the 2019 report of 登封市')]);
    const code = await kaohe(['verify', CODE.toLowerCase(), '--facts', FACTS, '--on', '2020-01-16', ...UNDER]);
    expect([code.code, code.out]).toEqual([0, file.out]);
  });

  test('says that it does not stand once a fact of the unit is another, and stands whatever other units have', async () => {
    const changed = join(folder, 'changed.facts.yaml');
    writeFileSync(
      changed,
      text.replace('id: A-02, on: 2019-05-06, place: 登封市', 'id: A-02, on: 2019-05-07, place: 登封市'),
    );
    const own = await kaohe(['verify', PAPER, '--facts', changed, ...UNDER]);
    expect([own.code, own.out]).toEqual([1, expect.stringContaining('made of other facts')]);
    writeFileSync(changed, text.replace('on: 2019-03-19, place: 金水区', 'on: 2019-03-20, place: 金水区'));
    expect((await kaohe(['verify', PAPER, '--facts', changed, ...UNDER])).code).toBe(0);
  });

  test('says that a file whose printed code is another was changed', async () => {
    const { code, out } = await kaohe(['verify', join(folder, 'changed.pdf'), '--lang', 'en']);
    expect([code, out]).toEqual([1, expect.stringContaining('the file was changed')]);
  });

  test('refuses a call without facts for a code, and what is neither code nor file', async () => {
    expect((await kaohe(['verify', CODE])).code).toBe(2);
    expect((await kaohe(['verify', 'no-such.pdf'])).code).toBe(2);
  });
});
