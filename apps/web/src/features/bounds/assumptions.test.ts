import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assessTree, readSchemeFolder, type SchemeFolder } from '@kaohe/scheme-files';
import { type Assessment, formatInterval, type RawTree } from '@kaohe/scoring';
import { describe, expect, it } from 'vitest';
import { type Assumption, narrow, printAssumptions, readAssumptions } from './assumptions';

const FOLDER = fileURLToPath(new URL('../../../../../schemes/zhengzhou-2019/', import.meta.url));

function schemeFolder(): SchemeFolder {
  const paths = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml'));
  const folder = readSchemeFolder(
    Object.fromEntries(paths.map((path) => [path.replace(/\\/g, '/'), readFileSync(join(FOLDER, path), 'utf8')])),
  );
  if ('problems' in folder) throw new Error(JSON.stringify(folder.problems));
  return folder;
}

/** Everything closed but a fixed deduction of 2, a count, the leader's ballots and the bonus. */
const UNIT = { closed: [] as RawTree, observations: {} };

function assessed(open: readonly string[]): Assessment {
  const folder = schemeFolder();
  const sheet = assessTree(folder, { scheme: 'zhengzhou-2019', units: {} });
  if ('problems' in sheet) throw new Error('the scheme does not compile');
  const rows = sheet.program.scheme.sheets[0]?.items.flatMap(({ rows: own }) => own.map(({ id }) => id)) ?? [];
  const closed = rows.filter((row) => !open.includes(row));
  const outcome = assessTree(folder, {
    scheme: 'zhengzhou-2019',
    units: { 巩义市: { ...UNIT, closed }, 登封市: { closed: 'all', bonus: [] } },
    ratings: { division: { 巩义市: { sum: '180', ballots: '18' } } },
  });
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome;
}

const totals = (assessment: Assessment, steps: readonly Assumption[]) =>
  narrow(assessment, '巩义市', steps).map(({ unit }) => formatInterval(unit.scored.total));

describe('逐步收窄：只是假设，结果照常计算', () => {
  const assessment = assessed(['county/2', 'county/12']);

  it('无问题抬高最低，最坏压低最高，全部假设以后是一个数', () => {
    const steps: Assumption[] = [
      { id: 'county/2', end: 'worst' },
      { id: 'county/12', end: 'best' },
      { id: 'leader', end: 'best' },
      { id: 'bonus', end: 'worst' },
    ];
    const [start, first, second, third, last] = totals(assessment, steps);
    expect(start).toMatch(/[–~]/);
    expect(new Set([start, first, second, third, last]).size).toBe(5);
    expect(last).toBe('96'); // 20 + 30 + (100 − 8) × ½
  });

  it('最坏只落在这个单位上，同表的别的单位不动', () => {
    const stages = narrow(assessment, '巩义市', [{ id: 'county/2', end: 'worst' }]);
    const other = (index: number) =>
      stages[index]?.assessment.units.find(({ scored }) => scored.facts.unit === '登封市')?.scored.sheetScore;
    expect(other(1)).toEqual(other(0));
  });

  it('写在地址里再读回来，是同样的假设', () => {
    const steps: Assumption[] = [
      { id: 'county/2', end: 'worst' },
      { id: 'bonus', end: 'best' },
    ];
    expect(readAssumptions(printAssumptions(steps))).toEqual(steps);
    expect(readAssumptions('county/2:maybe,:best')).toEqual([]);
    expect(printAssumptions([])).toBeUndefined();
  });
});
