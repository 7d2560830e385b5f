// What each person did through the pages is in the published result: without it, the result would be another.
import type { YearResult } from '@kaohe/api-contract';
import { assessTree } from '@kaohe/scheme-files';
import { type RawObject, resultJson } from '@kaohe/scoring';
import { expect } from 'vitest';
import { getFolder } from '../../schemes/folder.js';
import { type EndedYear, marksOf } from './facts.js';
import { BY_PAGE } from './registers.js';

/** The facts as the office exports them. */
interface Exported {
  readonly units: Readonly<Record<string, RawObject & { readonly observations: Record<string, RawObject> }>>;
  readonly ratings: Readonly<Record<'leader' | 'division', Readonly<Record<string, { readonly sum: string }>>>>;
  readonly accidents: readonly RawObject[];
}

/** Two units of which nothing else is changed: one for each form. */
const RATED = { leader: '新郑市', division: '中原区' } as const;

/** What each unit has by itself, as text: its rank would move with another's. */
function figuresUnder(facts: Exported): (unit: string) => string {
  const assessed = assessTree(getFolder('zhengzhou-2019'), facts as unknown as RawObject);
  if ('problems' in assessed) throw new Error('the facts cannot be read');
  const { units } = resultJson(assessed, '');
  return (unit) => JSON.stringify({ ...units.find((one) => one.unit === unit), rank: null });
}

/** The year without what was done through the pages, each thing at another unit. */
function without(facts: Exported, { unit, row }: Counted): Exported {
  const { accident, talk, commendation } = BY_PAGE;
  const { [row]: _found, ...observations } = facts.units[unit]?.observations ?? {};
  const changes: Readonly<Record<string, RawObject>> = {
    [talk.unit]: { talks: [] },
    [commendation.unit]: { bonus: [] },
    [unit]: { observations },
  };
  const units = Object.entries(facts.units).map(([name, entered]) => [name, { ...entered, ...changes[name] }]);
  return {
    units: Object.fromEntries(units) as Exported['units'],
    ratings: { leader: lessOne(facts, 'leader'), division: lessOne(facts, 'division') },
    accidents: facts.accidents.filter(({ id }) => id !== accident.id),
  };
}

/** One rater less than counted. */
function lessOne({ ratings }: Exported, form: 'leader' | 'division'): Exported['ratings']['leader'] {
  const before = ratings[form][RATED[form]];
  return { ...ratings[form], [RATED[form]]: { ...before, sum: (Number(before?.sum) - 5).toFixed(1) } };
}

interface Counted {
  readonly unit: string;
  /** The clause a team member counted in, with evidence. */
  readonly row: string;
}

/** Everything entered through the pages is in the facts as entered, and each thing moves the result of its unit. */
export function expectEntered(exported: unknown, year: EndedYear, counted: Counted): void {
  const facts = exported as Exported;
  const found = facts.units[counted.unit]?.observations[counted.row];
  // Corrected after the report was sent back; the file that shows it is cited.
  expect(found).toMatchObject({ count: '2', evidence: [expect.any(String)] });
  for (const [form, raters] of [
    ['leader', 16],
    ['division', 18],
  ] as const) {
    const all = Array.from({ length: raters }, (_, index) => marksOf(year, form, index + 1));
    for (const [unit, { sum }] of Object.entries(facts.ratings[form]))
      expect(Number(sum), `${form} ${unit}`).toBeCloseTo(all.reduce((of, one) => of + Number(one[unit]), 0));
  }
  const [figures, others] = [figuresUnder(facts), figuresUnder({ ...facts, ...without(facts, counted) })];
  const touched = [BY_PAGE.accident.place, BY_PAGE.talk.unit, BY_PAGE.commendation.unit, counted.unit];
  for (const unit of [...touched, ...Object.values(RATED)]) expect(others(unit), unit).not.toBe(figures(unit));
}

/** What was decided at the end stands in the result. */
export function expectDecided(result: YearResult, chosen: string): void {
  expect(result).toMatchObject({
    state: 'published',
    provisional: false,
    approvedBy: '安委会审定人',
    circular: { number: '演安委〔2020〕5号' },
  });
  expect(result.awards.flatMap((one) => one.chosen)).toEqual([chosen]);
  const barred = result.awards.flatMap((one) => one.disqualified);
  expect(barred.find(({ unit }) => unit === BY_PAGE.talk.unit)?.zh ?? '').toContain('约谈');
}
