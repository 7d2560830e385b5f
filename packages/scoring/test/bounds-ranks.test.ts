// Possible grades and ranks of two units ranked together, exhaustively: every record of their facts against every completion.
import {
  type Assessment,
  assess,
  type Deciding,
  decidingOf,
  type Program,
  type RawObject,
  readFacts,
} from '@kaohe/scoring';
import { describe, expect, test } from 'vitest';
import { outcome } from './bounds-fed-case.js';
import {
  clause,
  type Fact,
  fact,
  factsFile,
  fixed,
  item,
  no,
  programOf,
  row,
  schemeOf,
  seen,
  yes,
} from './bounds-scheme.js';
import { addedBy, allRecords, isComplete, type Record_ } from './bounds-worlds.js';

const talks = { kind: 'per-unit', amount: '4', unit: '次', basis: 'occurrence', register: 'talks', by: ['府'] };
const levels = ['relatively-serious', 'serious', 'particularly-serious'];
const accidents = { kind: 'per-event-ladder', register: 'accidents', rungs: [{ levels, amount: '20' }] };
const items: readonly RawObject[] = [
  item('s/i1', '60', {
    rows: [row([clause('s/1.1', fixed('25'))]), row([clause('s/2.1', talks)]), row([clause('s/3.1', accidents)])],
  }),
  item('s/i2', '40', {
    rows: [row([clause('s/4.1', fixed('12')), clause('s/4.2', fixed('7'))])],
    exclusive: [{ when: 's/4.1', drops: ['s/4.2'] }],
  }),
];
const { forms: _forms, sheet: _sheet, bonus: _bonus, ...grades } = outcome;
const [accidentVeto, talkVeto] = grades.vetoes as [RawObject, RawObject];
const belowSixty = {
  id: 'score',
  name: '低',
  nameEn: 'Low',
  quote: '60以下',
  when: { kind: 'score-below', value: '60', of: 'composite' },
  effect: 'flag',
};

const talked = fact('s/2', { talks: [] }, { talks: [{ by: '府', on: '2019-03-01' }] });
const happened = fact('s/3', { closed: ['s/3'] }, { accidents: [{ deaths: '3' }], closed: ['s/3'] });
const quiet = { observations: { 's/4.1': no, 's/4.2': no } };
const UNITS: Readonly<Record<string, readonly Fact[]>> = {
  甲市: [
    seen('s/1.1', no, yes),
    talked,
    happened,
    fact('s/4', quiet, { observations: { 's/4.1': yes } }, { observations: { 's/4.1': no, 's/4.2': yes } }),
  ],
  乙市: [seen('s/1.1', no, yes), happened],
};
const FACTS = Object.values(UNITS).flat();
const NAMES = Object.entries(UNITS).flatMap(([name, facts]) => facts.map(() => name));

function assessed(program: Program, record: Record_): Assessment {
  const added = addedBy(FACTS, record);
  const settled = { talks: [], closed: ['s/2', 's/4'] };
  const of = (name: string) => added.filter((_, index) => NAMES[index] === name);
  const read = readFacts(program, factsFile({ 甲市: of('甲市'), 乙市: [...of('乙市'), settled] }));
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return assess(program, read);
}

const rankOf = ({ units }: Assessment, index: number): string => {
  const rank = units[index]?.rank;
  return rank ? `${rank.least}` : 'none';
};

/** What each unit's rank and grade can come to, with some facts left where they are. */
class Outcomes {
  private readonly known = new Map<string, ReadonlySet<string>>();
  constructor(
    private readonly unit: number,
    private readonly program: Program,
  ) {}

  of(record: Record_): ReadonlySet<string> {
    const key = record.join();
    const before = this.known.get(key);
    if (before) return before;
    const index = record.findIndex((_, at) => !isComplete(FACTS, record, at));
    const found = index < 0 ? this.complete(record) : union(turned(record, index).map((one) => this.of(one)));
    this.known.set(key, found);
    return found;
  }

  private complete(record: Record_): ReadonlySet<string> {
    const whole = assessed(this.program, record);
    return new Set([`${rankOf(whole, this.unit)} ${whole.units[this.unit]?.decision.grades.join()}`]);
  }
}

function turned(record: Record_, index: number): number[][] {
  const choices = FACTS[index]?.states[record[index] ?? 0]?.of ?? [];
  return choices.map((choice) => record.map((state, at) => (at === index ? choice : state)));
}

const union = (sets: readonly ReadonlySet<string>[]) => new Set(sets.flatMap((set) => [...set]));

/** What a fact alone can change of what a unit comes to, for some way the others turn out: its rank, its grade. */
function changes(outcomes: Outcomes, record: Record_, own: number): ReadonlySet<string> {
  const index = record.findIndex((_, at) => at !== own && !isComplete(FACTS, record, at));
  if (index >= 0) return union(turned(record, index).map((one) => changes(outcomes, one, own)));
  const found = [...outcomes.of(record)].map((one) => one.split(' '));
  const differ = (part: 0 | 1) => new Set(found.map((one) => one[part])).size > 1;
  return new Set([...(differ(0) ? ['rank'] : []), ...(differ(1) ? ['grade'] : [])]);
}

const VETOES: Readonly<Record<string, readonly RawObject[]>> = {
  'no veto': [],
  'a flag and a failing grade': [accidentVeto, talkVeto],
  'two that fail with different grades, the worse one listed first': [
    { ...talkVeto, grade: '否', gradeEn: 'vetoed' },
    { ...accidentVeto, effect: 'grade-fail', grade: '良', gradeEn: 'middle' },
  ],
  'two that fail with different grades, the worse one listed last': [
    { ...accidentVeto, effect: 'grade-fail', grade: '良', gradeEn: 'middle' },
    { ...talkVeto, grade: '否', gradeEn: 'vetoed' },
  ],
  'a flag below sixty': [belowSixty],
};

describe.each(Object.entries(VETOES))('two units, %s', (_title, vetoes) => {
  const program = programOf(schemeOf('100', items, { ...grades, vetoes }));

  test('every completion has one of the possible grades and a rank of the range', () => {
    const failures: string[] = [];
    for (const unit of [0, 1]) {
      const outcomes = new Outcomes(unit, program);
      for (const record of allRecords(FACTS)) {
        const now = assessed(program, record).units[unit];
        for (const one of outcomes.of(record)) {
          const [rank = '', grade = ''] = one.split(' ');
          const range = now?.rank;
          const ranked =
            rank === 'none'
              ? !range || now.decision.possibleVetoes.length > 0
              : range && range.least <= Number(rank) && Number(rank) <= range.most;
          if (!ranked || !now?.decision.grades.includes(grade))
            failures.push(
              `${record.join()} unit ${unit}: ${one} not in ${JSON.stringify(range)} ${now?.decision.grades}`,
            );
        }
      }
    }
    expect(failures.slice(0, 10)).toEqual([]);
  }, 120_000);

  test('a row that can change the grade or the rank is said to decide it', () => {
    const failures: string[] = [];
    const outcomes = new Outcomes(0, program);
    for (const record of allRecords(FACTS)) {
      const whole = assessed(program, record);
      const [unit] = whole.units;
      const deciding: readonly Deciding[] = unit ? decidingOf(whole, unit) : [];
      for (const [own, name] of NAMES.entries()) {
        if (name !== '甲市' || isComplete(FACTS, record, own)) continue;
        const id = FACTS[own]?.row;
        const said: readonly string[] = deciding.find((one) => one.id === id)?.decides ?? [];
        for (const changed of changes(outcomes, record, own))
          if (!said.includes(changed)) failures.push(`${record.join()} ${id}: ${changed}, said ${said}`);
      }
    }
    expect(failures.slice(0, 10)).toEqual([]);
  }, 120_000);
});
