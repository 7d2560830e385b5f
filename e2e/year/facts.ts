// The made-up year as it ended, nothing open: what the people of the journey enter.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseText } from '@kaohe/scheme-files';
import type { RawObject, RawTree } from '@kaohe/scoring';
import { marksByRater } from '../../apps/server/src/demonstration/ballots.js';

export interface EndedUnit {
  readonly observations?: Readonly<Record<string, RawObject>>;
  readonly bonus?: readonly RawObject[];
  readonly talks?: readonly RawObject[];
  readonly indicators?: Readonly<Record<string, RawObject>>;
}

export interface EndedYear {
  readonly units: Readonly<Record<string, EndedUnit>>;
  readonly ratings: Readonly<Record<'leader' | 'division', Readonly<Record<string, RawTree>>>>;
  readonly accidents: readonly RawObject[];
}

export function readEndedYear(): EndedYear {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-year-'));
  try {
    const script = fileURLToPath(new URL('../../scripts/make-demonstration.mjs', import.meta.url));
    const file = join(folder, 'facts.yaml');
    const made = spawnSync(process.execPath, [script, '--complete', file], { encoding: 'utf8' });
    if (made.status !== 0) throw new Error(made.stderr);
    const parsed = parseText(readFileSync(file, 'utf8'));
    if ('problems' in parsed) throw new Error('the complete year cannot be read');
    return parsed.tree as unknown as EndedYear;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a line's supplier types into it; the papers the made-up facts cite have no files behind them. */
export function observationsOf(
  { observations = {} }: EndedUnit,
  clauses: readonly string[],
): Record<string, RawObject> {
  const own = Object.entries(observations).filter(([clause]) => clauses.includes(clause));
  return Object.fromEntries(own.map(([clause, { evidence: _none, ...observation }]) => [clause, observation]));
}

/** The mark of every unit on one rater's form; a ballot the made-up year misses is a 9. */
export function marksOf(year: EndedYear, form: 'leader' | 'division', rater: number): Record<string, string> {
  const byUnit = year.ratings[form];
  const found = marksByRater(byUnit, form === 'leader' ? 16 : 18).find((one) => one.rater === rater - 1);
  return Object.fromEntries(Object.keys(byUnit).map((unit) => [unit, found?.marks[unit] ?? '9']));
}

export interface Entry {
  readonly register: string;
  readonly unit?: string;
  readonly body: Record<string, unknown>;
}

/** What the office enters into its registers. */
export function registerEntries({ units, accidents }: EndedYear): Entry[] {
  const ofUnits = Object.entries(units).flatMap(([unit, { indicators = {}, talks = [], bonus = [] }]) => [
    ...Object.entries(indicators).map(([indicator, { notApplicable, ...measured }]) => ({
      register: 'indicators',
      unit,
      body: { indicator, ...measured, ...(notApplicable ? { notApplicable: true } : { source: '市统计局' }) },
    })),
    ...talks.map((talk) => ({ register: 'talks', unit, body: { ...talk } })),
    ...bonus.map(({ note, ...deed }) => ({
      register: 'commendations',
      unit,
      body: { ...deed, proof: note ?? '表彰文件' },
    })),
  ]);
  return [...accidents.map((accident) => ({ register: 'accidents', body: withNumbers(accident) })), ...ofUnits];
}

/** Counts and yes or no as JSON has them: the file's words are text. */
function withNumbers({ deaths, seriousInjuries, responsible, versions, ...rest }: RawObject): Record<string, unknown> {
  const counts = { deaths: Number(deaths), seriousInjuries: Number(seriousInjuries) };
  if (!Array.isArray(versions))
    return { ...rest, ...counts, ...(responsible && { responsible: responsible === 'true' }) };
  const later = versions.map((one) => withNumbers(one as RawObject));
  return { ...rest, ...counts, responsible: responsible === 'true', versions: later };
}
