// The workbook in an office program that shares no code with ours: its stored values are taken out, and what it works out is read.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRawObject, type RawObject, type RawTree } from '@kaohe/scoring';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getFolder } from '../../../schemes/folder.js';
import { randomFacts } from '../../scoring/test/oracle/generate.js';
import { randomPartial } from '../../scoring/test/oracle/generate-partial.js';
import { folders } from '../../scoring/test/oracle/schemes.js';
import { parseCsv } from '../src/csv/parse-csv.js';
import { cellValue } from '../src/result-workbook/evaluate.js';
import type { GridCell } from '../src/result-workbook/expression.js';
import { modelBytes, type ResultModel } from '../src/result-workbook/result-workbook.js';
import { type Modelled, modelOf, textsOf } from './result-model.js';
import { exampleFacts } from './sample-facts.js';

const hasOffice = spawnSync('soffice', ['--version']).status === 0;
if (!hasOffice)
  process.stdout.write('soffice (LibreOffice) is not installed: the result workbook is not worked out by it\n');

test('an office program works the workbook out wherever KAOHE_OFFICE=required asks for it', () => {
  if (process.env.KAOHE_OFFICE === 'required') expect(hasOffice).toBe(true);
});

const MINUTES = 60_000;
const place = mkdtempSync(join(tmpdir(), 'kaohe-result-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const ZHENGZHOU = getFolder('zhengzhou-2019');
const SHANDONG = getFolder('shandong-2016');
const general = folders.find(({ id }) => id === 'general') ?? ZHENGZHOU;
const YEAR = exampleFacts('zhengzhou-2019-demonstration');

/** A fact of each kind of rule changed on one unit, with ratings, accidents, talks and indicators. */
const CHANGES: RawObject = {
  'county/1.1': { breached: 'true' },
  'county/2.2': { actual: { 常委会: '1', 功能区: [{ Q1: '0', Q2: '1' }], 政府会议: '2' } },
  'county/3.1': { absent: ['党政同责', '三管三必须'] },
  'county/5.1': { count: '3' },
  'county/8.1': { breached: 'true' },
  'county/20.1': { 申报率: { numerator: '33', denominator: '47' }, 日常监管率: { value: '84.9' } },
  'county/22.1': { notApplicable: 'true', reason: '无煤矿' },
  'county/29.1': { absent: ['整治曝光'] },
  'county/30.1': { occasions: [{ absent: ['总结'] }, { absent: ['部署', '方案'] }] },
  'county/40.1': { value: '0' },
};

function changedYear(): RawObject {
  const units = isRawObject(YEAR.units) ? YEAR.units : {};
  const own = isRawObject(units.巩义市) ? units.巩义市 : {};
  const observations = { ...(isRawObject(own.observations) ? own.observations : {}), ...CHANGES };
  const indicators = { 特种设备万台死亡率: { numerator: '1', denominator: '20123' } };
  const accidents = Array.isArray(YEAR.accidents) ? (YEAR.accidents as readonly RawTree[]) : [];
  const another = {
    id: 'A-99',
    on: '2019-11-02',
    place: '巩义市',
    industry: '工矿商贸',
    department: '市应急局',
    deaths: '3',
    seriousInjuries: '0',
    directEconomicLossYuan: '0',
    responsible: 'true',
    final: 'true',
  };
  const ratings = isRawObject(YEAR.ratings) ? YEAR.ratings : {};
  const leader = isRawObject(ratings.leader) ? ratings.leader : {};
  return {
    ...YEAR,
    units: { ...units, 巩义市: { ...own, observations, indicators, talks: [{ by: '市安委会', on: '2019-05-06' }] } },
    accidents: [...accidents, another],
    ratings: { ...ratings, leader: { ...leader, 巩义市: { sum: '131.3', ballots: '15' } } },
  };
}

const demonstration = modelOf(ZHENGZHOU, YEAR);
const changed = modelOf(ZHENGZHOU, changedYear());
const CASES: Readonly<Record<string, () => Modelled>> = {
  year: () => demonstration,
  cities: () => modelOf(SHANDONG, exampleFacts('shandong-2016-cities')),
  prorated: () => modelOf(ZHENGZHOU, { ...YEAR, readings: { 'part-steps': 'prorate', 'bonus-base': 'composite' } }),
  typed: () => ({ assessment: changed.assessment, model: typedOver(demonstration.model, changed.model) }),
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6].flatMap((seed) => [
      [`general${seed}`, () => modelOf(general, randomFacts(general.tree, seed))],
      [`open${seed}`, () => modelOf(general, randomPartial(general.tree, seed).partial)],
    ]),
  ),
};

/** The first workbook with the second one's facts typed over its own, cell by cell; its formulas stay. */
function typedOver(model: ResultModel, other: ResultModel): ResultModel {
  const facts = new Map(
    other.grids.flatMap(({ name, cells }) =>
      cells.filter(isFact).map((cell) => [`${name} ${cell.address}`, cell.content] as const),
    ),
  );
  const copy = modelOf(ZHENGZHOU, YEAR).model;
  for (const grid of copy.grids)
    for (const cell of grid.cells.filter(isFact))
      cell.content = facts.get(`${grid.name} ${cell.address}`) ?? cell.content;
  expect(copy.grids.length).toBe(model.grids.length);
  return copy;
}

const isFact = ({ content }: GridCell) => content.kind === 'fact';

/** Nothing that was stored is left: what a program shows it worked out itself. */
async function withoutValues(bytes: Uint8Array): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  for (const [name, part] of Object.entries(zip.files))
    if (name.startsWith('xl/worksheets/sheet'))
      zip.file(name, (await part.async('string')).replace(/<\/f><v>[^<]*<\/v>/g, '</f>'));
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

const ALL_SHEETS = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
const drawn = new Map<string, Modelled>();

beforeAll(async () => {
  if (!hasOffice) return;
  for (const [name, make] of Object.entries(CASES)) {
    const modelled = make();
    drawn.set(name, modelled);
    const bytes = await modelBytes(modelled.model, { title: name, madeOn: '2020-02-10' });
    writeFileSync(join(place, `${name}.xlsx`), await withoutValues(bytes));
  }
  const files = [...drawn.keys()].map((name) => join(place, `${name}.xlsx`));
  const profile = `-env:UserInstallation=file://${place}/profile`;
  spawnSync('soffice', [profile, '--headless', '--convert-to', ALL_SHEETS, '--outdir', join(place, 'out'), ...files], {
    timeout: 4 * MINUTES,
  });
}, 6 * MINUTES);

/** What the program shows in a cell. */
function shownIn(name: string, sheet: string): (cell: GridCell) => string {
  const file = join(place, 'out', `${name}-${sheet}.csv`);
  if (!existsSync(file)) throw new Error(`soffice did not write ${sheet} of ${name}`);
  const rows = readRows(readFileSync(file, 'utf8'));
  return ({ row, column }) => rows[row - 1]?.[column - 1] ?? '';
}

function readRows(text: string): string[][] {
  const records = parseCsv(text.replace(/^\ufeff/, ''), ',');
  if ('unclosedAt' in records) throw new Error(`a quote never closes at line ${records.unclosedAt}`);
  const rows: string[][] = [];
  for (const { line, cells } of records) rows[line - 1] = [...cells];
  return rows;
}

describe.runIf(hasOffice)('LibreOffice', () => {
  test.each(Object.keys(CASES))('works out every formula of %s as we do', (name) => {
    const off = (drawn.get(name)?.model.grids ?? []).flatMap((grid) => {
      const shown = shownIn(name, grid.name);
      return grid.cells
        .filter(({ content }) => content.kind === 'formula')
        .map((cell) => [`${grid.name}!${cell.address}`, shown(cell), `${cellValue(cell) ?? ''}`] as const)
        .filter(([, theirs, ours]) => theirs !== ours);
    });
    expect(off.slice(0, 10)).toEqual([]);
  });

  test.each(Object.keys(CASES))('shows the scores, ranks, grades and vetoes of the engine in %s', (name) => {
    const modelled = drawn.get(name);
    if (!modelled) throw new Error(name);
    const shown = new Map(modelled.model.grids.map((grid) => [grid.name, shownIn(name, grid.name)]));
    const texts = textsOf(modelled, (cell) => shown.get(cell.sheet)?.(cell) ?? '');
    expect(texts.length).toBeGreaterThan(0);
    const isMeant = ([what]: readonly [string, string, string]) => name !== 'typed' || !what.endsWith('agrees');
    expect(texts.filter(isMeant).filter(([, theirs, ours]) => theirs !== ours)).toEqual([]);
  });
});
