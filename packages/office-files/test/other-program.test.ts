// The forms in an office program that shares no code with ours: it opens them, prints them, saves them again.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readFactsCsv, writeFactsCsv } from '../src/facts-csv.js';
import { writeFactsWorkbook } from '../src/facts-workbook.js';
import { markWorkbook } from '../src/mark-workbook.js';
import { readWorkbook } from '../src/ooxml/read-workbook.js';
import { readFactsWorkbook } from '../src/read-facts-workbook.js';
import { exampleFacts, generatedFacts, WORDS, ZHENGZHOU } from './sample-facts.js';

const hasOffice = spawnSync('soffice', ['--version']).status === 0;
if (!hasOffice) process.stdout.write('soffice (LibreOffice) is not installed: its tests do not run\n');

const folder = mkdtempSync(join(tmpdir(), 'kaohe-office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function converted(name: string, content: Uint8Array | string, to: string): Uint8Array {
  const file = join(folder, name);
  writeFileSync(file, content);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const [extension = ''] = to.split(':');
  const out = join(folder, 'out');
  const from = name.endsWith('.csv') ? ['--infilter=CSV:44,34,76,1'] : [];
  spawnSync('soffice', [profile, '--headless', ...from, '--convert-to', to, '--outdir', out, file], {
    timeout: 100_000,
  });
  const result = join(out, name.replace(/\.\w+$/, `.${extension}`));
  if (!existsSync(result)) throw new Error(`soffice did not write ${result}`);
  return readFileSync(result);
}

describe('LibreOffice', () => {
  test.runIf(hasOffice).each(['one-district', 'accident-versions'])(
    'saves the form filled with %s again, and its facts are the same',
    async (name) => {
      const facts = exampleFacts(name);
      const saved = converted(
        `${name}.xlsx`,
        await writeFactsWorkbook(ZHENGZHOU, facts),
        'xlsx:Calc MS Excel 2007 XML',
      );
      const { tree, problems } = await readFactsWorkbook(ZHENGZHOU, saved);
      expect({ tree, problems }).toEqual({ tree: facts, problems: [] });
    },
    120_000,
  );

  test.runIf(hasOffice)(
    'saves generated facts again, and they are the same',
    async () => {
      const facts = generatedFacts(6);
      const saved = converted(
        'generated.xlsx',
        await writeFactsWorkbook(ZHENGZHOU, facts),
        'xlsx:Calc MS Excel 2007 XML',
      );
      expect((await readFactsWorkbook(ZHENGZHOU, saved)).tree).toEqual(facts);
    },
    120_000,
  );

  test.runIf(hasOffice)(
    'prints the form',
    async () => {
      const pdf = converted('print.xlsx', await writeFactsWorkbook(ZHENGZHOU, exampleFacts('one-district')), 'pdf');
      expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
      const pages =
        Buffer.from(pdf)
          .toString('latin1')
          .match(/\/Type\s*\/Page\b/g) ?? [];
      expect(pages.length).toBeGreaterThan(10);
    },
    120_000,
  );

  test.runIf(hasOffice)(
    'opens a form that came back with its errors, and keeps them',
    async () => {
      const form = await writeFactsWorkbook(ZHENGZHOU, exampleFacts('one-district'));
      const at = { sheet: '巩义市', row: 9, column: 6 };
      const marked = await markWorkbook(form, [{ at, text: { zh: '不对', en: 'wrong' } }]);
      const saved = converted('marked.xlsx', marked ?? form, 'xlsx:Calc MS Excel 2007 XML');
      const read = await readWorkbook(saved);
      const sheet = 'sheets' in read ? read.sheets.find(({ name }) => name === '巩义市') : undefined;
      expect(sheet?.rows.get(9)?.get(12)?.text).toBe('不对\nwrong');
    },
    120_000,
  );

  test.runIf(hasOffice)(
    'opens CSV without running anything in it, and saves it again the same',
    () => {
      const facts = {
        units: { 巩义市: { note: '=1+1', observations: { 'county/1.1': { breached: 'true', note: '@SUM(1)' } } } },
      };
      const saved = converted('facts.csv', writeFactsCsv(facts, WORDS), 'xlsx:Calc MS Excel 2007 XML');
      const again = converted('again.xlsx', saved, 'csv:Text - txt - csv (StarCalc):44,34,76');
      expect(readFactsCsv(again, WORDS).tree).toEqual(facts);
    },
    120_000,
  );
});
