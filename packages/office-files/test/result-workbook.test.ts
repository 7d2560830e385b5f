// The result workbook's own evaluation against the engine; what LibreOffice makes of it is in result-workbook-office.test.ts.
import type { RawObject } from '@kaohe/scoring';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { getFolder } from '../../../schemes/folder.js';
import { randomFacts } from '../../scoring/test/oracle/generate.js';
import { randomPartial } from '../../scoring/test/oracle/generate-partial.js';
import { folders } from '../../scoring/test/oracle/schemes.js';
import { cellValue } from '../src/result-workbook/evaluate.js';
import { formulaText } from '../src/result-workbook/formula-text.js';
import { modelBytes, type ResultModel } from '../src/result-workbook/result-workbook.js';
import { type Compared, modelOf, textsOf } from './result-model.js';
import { exampleFacts } from './sample-facts.js';

const SHANDONG = getFolder('shandong-2016');
const YEARS = [
  ['zhengzhou-2019', 'zhengzhou-2019-demonstration'],
  ['shandong-2016', 'shandong-2016-cities'],
] as const;

const off = (texts: readonly Compared[]) => texts.filter(([, shown, said]) => shown !== said);
const formulasOf = ({ grids }: ResultModel) =>
  grids.flatMap(({ name, cells }) =>
    cells.flatMap(({ content }) => (content.kind === 'formula' ? [formulaText(content.formula, name)] : [])),
  );
/** Functions that Excel 2010, WPS and LibreOffice share. */
const SHARED = 'ABS AND COUNT EXACT GCD IF INT ISNUMBER LARGE LCM MAX MIN MOD OR ROUND SMALL SUM SUMPRODUCT'.split(' ');
const literalsOf = (formula: string) => formula.match(/"[^"]*"/g) ?? [];
const LITERALS = [
  '""',
  '"∞"',
  '"-∞"',
  '"/"',
  '"～"',
  '"或"',
  '"："',
  '"；"',
  '"（本行未核）"',
  '"不适用"',
  '"触发"',
  '"可能"',
  '"否"',
  '"是"',
  '"未定"',
  '"一致"',
  '"不同"',
];

describe('the result workbook', () => {
  test.each(YEARS)('shows what the engine says of every unit of %s, every clause by a formula', (scheme, example) => {
    const modelled = modelOf(getFolder(scheme), exampleFacts(example));
    expect(off(textsOf(modelled))).toEqual([]);
    expect(modelled.model.untranslated).toEqual([]);
  });

  test.each(folders.map((folder) => [folder.id, folder] as const))(
    'shows what the engine says of random facts of %s, closed and open, under any reading',
    (_, folder) => {
      for (let seed = 100; seed < 104; seed += 1) {
        expect([seed, off(textsOf(modelOf(folder, randomFacts(folder.tree, seed) as RawObject)))]).toEqual([seed, []]);
        expect([seed, off(textsOf(modelOf(folder, randomPartial(folder.tree, seed).partial)))]).toEqual([seed, []]);
      }
    },
    120_000,
  );

  test('counts on whole numbers below 10¹² alone, fractions only where marks are shown', () => {
    const { model } = modelOf(getFolder('zhengzhou-2019'), exampleFacts('zhengzhou-2019-demonstration'));
    const scaled = model.grids.flatMap(({ cells }) =>
      cells.filter(({ look, content }) => look === 'scaled' && content.kind === 'formula'),
    );
    const numbers = scaled.map(cellValue).filter((value): value is number => typeof value === 'number');
    expect(numbers.length).toBeGreaterThan(10_000);
    expect(
      numbers.filter((value) => !Number.isInteger(value) || (Math.abs(value) > 1e12 && Math.abs(value) < 1e13)),
    ).toEqual([]);
  });

  test('says beside the cell and in 说明 what has no formula', () => {
    const general = folders.find(({ id }) => id === 'general') ?? SHANDONG;
    const { model } = modelOf(general, randomFacts(general.tree, 4) as RawObject);
    expect(model.untranslated.some((line) => line.includes('a cap splits the exclusive group'))).toBe(true);
    const notes =
      model.grids[0]?.cells.flatMap(({ content }) => (content.kind === 'words' ? [content.text] : [])) ?? [];
    expect(model.untranslated.filter((line) => !notes.includes(line))).toEqual([]);
  });

  test('uses functions the three office programs share, and no text of anybody in a formula', () => {
    for (const [scheme, example] of YEARS) {
      const formulas = formulasOf(modelOf(getFolder(scheme), exampleFacts(example)).model);
      const functions = formulas.flatMap((formula) => formula.replace(/"[^"]*"/g, '').match(/[A-Z]+(?=\()/g) ?? []);
      expect([...new Set(functions)].filter((name) => !SHARED.includes(name))).toEqual([]);
      expect([...new Set(formulas.flatMap(literalsOf))].filter((literal) => !LITERALS.includes(literal))).toEqual([]);
      expect(formulas.filter((formula) => formula.length > 8000 || formula.includes('['))).toEqual([]);
    }
  });

  test('lets no name or deed become a formula', async () => {
    const hostile = `=HYPERLINK("http://x","'a'!A1")&'`;
    const facts: RawObject = {
      scheme: 'shandong-2016',
      unmentioned: 'open',
      units: {
        [hostile]: {
          sheet: 'city',
          class: 'city',
          bonus: [{ deed: '=1+1', kind: 'merit', mark: '5', reason: '@SUM(1)' }],
        },
      },
    };
    const modelled = modelOf(SHANDONG, facts);
    expect(off(textsOf(modelled))).toEqual([]);
    expect(
      formulasOf(modelled.model).filter((formula) =>
        /HYPERLINK|http|1\+1"/.test(formula.replace(/'[\p{L}\p{N}_]+'!/gu, '')),
      ),
    ).toEqual([]);
    expect(modelled.model.grids.map(({ name }) => name).filter((name) => /[^\p{L}\p{N}_]/u.test(name))).toEqual([]);
    const { files } = await JSZip.loadAsync(await modelBytes(modelled.model, { title: 't', madeOn: '2020-02-10' }));
    const strings = (await files['xl/sharedStrings.xml']?.async('string')) ?? '';
    expect(strings).toContain('&apos;=1+1');
    expect(Object.keys(files).filter((name) => /externalLink|vba/i.test(name))).toEqual([]);
  });

  test('is the same bytes for the same data', async () => {
    const make = () =>
      modelBytes(modelOf(SHANDONG, exampleFacts('shandong-2016-cities')).model, { title: 't', madeOn: '2020-02-10' });
    const [first, second] = [await make(), await make()];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });
});
