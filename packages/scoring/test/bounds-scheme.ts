// Tiny schemes written as raw trees, and every record of one unit that their facts allow, complete or not.
import { chooseReadings } from '@kaohe/scheme-files';
import { compile, type Program, type RawObject, type RawTree } from '@kaohe/scoring';

export interface Tiny {
  readonly name: string;
  readonly scheme: RawObject;
  readonly facts: readonly Fact[];
}

/** What one fact adds to a unit, or to the file. */
export interface Added {
  readonly observations?: RawObject;
  readonly closed?: readonly string[];
  readonly talks?: RawTree;
  readonly indicators?: RawObject;
  readonly bonus?: RawTree;
  readonly rating?: RawObject;
  readonly accidents?: readonly RawObject[];
}

/** One thing that may be known, half known or open: its states, and the complete ones each may still turn out to be. */
export interface Fact {
  readonly row?: string;
  readonly states: readonly { readonly add: Added; readonly of: readonly number[] }[];
}

/** A fact that is one of these, or open. */
export function fact(row: string | undefined, ...complete: readonly Added[]): Fact {
  const states = complete.map((add, index) => ({ add, of: [index] }));
  return { ...(row && { row }), states: [...states, { add: {}, of: complete.map((_, index) => index) }] };
}

/** A fact with states between open and complete: what is stated, and which of the complete ones it leaves. */
export function partly(whole: Fact, ...between: readonly (readonly [Added, readonly number[]])[]): Fact {
  return { ...whole, states: [...whole.states, ...between.map(([add, of]) => ({ add, of }))] };
}

/** The fact of one clause; its row is the id without what follows the last point. */
export function seen(clause: string, ...observations: readonly RawTree[]): Fact {
  const row = clause.slice(0, clause.lastIndexOf('.'));
  return fact(row, ...observations.map((observation) => ({ observations: { [clause]: observation } })));
}

export const clause = (id: string, rule: RawObject, more: RawObject = {}): RawObject => ({
  id,
  quote: id,
  rules: [rule],
  ...more,
});

/** A row of clauses; its id is that of the first without what follows the last point. */
export function row(clauses: readonly RawObject[], more: RawObject = {}): RawObject {
  const first = String(clauses[0]?.id);
  const id = first.slice(0, first.lastIndexOf('.'));
  const criterion = clauses.map((one) => String(one.quote)).join('；');
  return { id, row: id.split('/')[1] ?? '', criterion, supplier: { by: 'team' }, clauses, ...more };
}

export const item = (id: string, fullMarks: string, more: RawObject): RawObject => ({
  id,
  name: id,
  nameEn: id,
  fullMarks,
  marksQuote: fullMarks,
  ...more,
});

const PART = { id: 'year-end', name: '年终', nameEn: 'Year-end', weight: '100', quote: '年终' };

/** One sheet `s` of some items with everything else left plain. */
export function schemeOf(fullMarks: string, items: readonly RawObject[], more: RawObject = {}): RawObject {
  const { sheet, ...rest } = more;
  return {
    id: 'tiny',
    title: '小方案',
    titleEn: 'Tiny',
    fullMarks,
    period: { from: '2019-01-01', to: '2019-12-31' },
    calendar: [],
    gradeBands: [
      { grade: '优', gradeEn: 'top', from: '90', quote: '90' },
      { grade: '良', gradeEn: 'middle', from: '60', quote: '60' },
      { grade: '差', gradeEn: 'low', quote: '60以下' },
    ],
    bonus: { base: 'sheet', cap: '0', quote: '无', kinds: [] },
    vetoes: [],
    awards: [],
    readings: {},
    forms: [],
    population: { units: [], teams: [] },
    sheets: [
      {
        id: 's',
        title: '细则',
        titleEn: 'Sheet',
        fullMarks,
        classes: ['city'],
        columns: [],
        parts: [{ ...PART, weight: fullMarks }],
        items,
        ...(sheet as RawObject | undefined),
      },
    ],
    ...rest,
  };
}

export function programOf(tree: RawObject): Program {
  const chosen = chooseReadings(tree, {});
  const program = 'problems' in chosen ? chosen : compile(chosen.scheme, chosen.readings);
  if ('problems' in program) throw new Error(JSON.stringify(program.problems, null, 1));
  return program;
}

/** A file of one unit on sheet `s`, or of several by name, from what their facts add. */
export function factsFile(units: Readonly<Record<string, readonly Added[]>>): RawObject {
  const entries = Object.entries(units);
  const ratings: Record<string, Record<string, RawTree>> = {};
  for (const [name, added] of entries)
    for (const { rating } of added)
      for (const [form, count] of Object.entries(rating ?? {})) ratings[form] = { ...ratings[form], [name]: count };
  const accidents = entries.flatMap(([name, added]) =>
    added
      .flatMap((one) => one.accidents ?? [])
      .map((one, index) => ({ id: `${name}-${index}`, on: '2019-06-01', place: name, ...one })),
  );
  return {
    units: Object.fromEntries(entries.map(([name, added]) => [name, unitOf(added)])),
    ratings,
    accidents,
  };
}

function unitOf(added: readonly Added[]): RawObject {
  const given = <Key extends keyof Added>(key: Key) => added.flatMap((one) => one[key] ?? []);
  const talks = added.find((one) => one.talks)?.talks;
  const bonus = added.find((one) => one.bonus)?.bonus;
  return {
    sheet: 's',
    class: 'city',
    observations: Object.assign({}, ...given('observations')),
    indicators: Object.assign({}, ...given('indicators')),
    closed: added.flatMap((one) => one.closed ?? []),
    ...(talks && { talks }),
    ...(bonus && { bonus }),
  };
}

export const fixed = (amount: string, more: RawObject = {}): RawObject => ({ kind: 'fixed', amount, ...more });
export const yes: RawObject = { breached: 'true' };
export const no: RawObject = { breached: 'false' };
