/** A rule tried on one made-up fact by the engine itself: “3 处 → 扣 1.5 分”. */
import {
  assess,
  clauseReason,
  compile,
  formatInterval,
  type RawObject,
  type RawTree,
  type Rule,
  readFacts,
  type Scheme,
  type Text,
  text,
} from '@kaohe/scoring';

export interface WorkedRule {
  /** The fact, in words. */
  readonly given: Text;
  /** What the rule asks, as a signed number of marks (`-1.5`), and why. */
  readonly marks: string;
  readonly why: Text;
}

const CLAUSE = 'main/1.1';
const UNIT = '甲单位';

/** What a rule makes of a fact of that size; undefined where the rule cannot be compiled or the size is no number. */
export function workedExample(rule: Rule, size: string): WorkedRule | undefined {
  const tried = factOf(rule, size);
  if (!tried) return undefined;
  const program = compile(schemeOf(rule), {});
  if ('problems' in program) return undefined;
  const facts = readFacts(program, {
    scheme: 'example',
    units: {
      [UNIT]: { closed: 'all', observations: tried.observation === undefined ? {} : { [CLAUSE]: tried.observation } },
    },
    ...(tried.accidents && { accidents: tried.accidents }),
  });
  if ('problems' in facts) return undefined;
  const unit = assess(program, facts).units[0];
  const scored = unit?.scored.items[0]?.clauses[0];
  if (!scored) return undefined;
  return { given: tried.words, marks: formatInterval(scored.counted), why: clauseReason(scored) };
}

/** The size first tried, by kind: large enough to show the rule at work. */
export function firstSize(rule: Rule): string {
  switch (rule.kind) {
    case 'per-step':
      return `${Math.max(0, Number(rule.from) + (rule.direction === 'below' ? -2.5 : 2.5) * Number(rule.step))}`;
    case 'threshold':
      return `${Math.max(0, Number(rule.value) + (rule.comparison.startsWith('<') ? -1 : 1))}`;
    case 'judgement':
      return rule.range[1];
    case 'piecewise':
      return `${rule.slopes[0].upTo === 'baseline' ? 3 : Number(rule.slopes[0].upTo) + 1}`;
    case 'per-unit':
      return rule.requirements?.[0] ? `${Math.max(0, Number(rule.requirements[0].count) - 1)}` : '3';
    case 'series':
      return '3';
    case 'formula':
      return rule.terms[0]?.quantity.unit === '%' ? '90' : '2';
    default:
      return '1';
  }
}

interface Tried {
  readonly observation?: RawTree;
  readonly accidents?: RawTree;
  readonly words: Text;
}

function factOf(rule: Rule, size: string): Tried | undefined {
  if (!/^\d{1,9}(?:\.\d{1,6})?$/.test(size)) return undefined;
  const whole = /^\d+$/.test(size);
  switch (rule.kind) {
    case 'fixed':
      return { observation: { breached: 'true' }, words: text('发生了', 'it happened') };
    case 'per-unit':
      if (!whole) return undefined;
      if (rule.requirements) return shortOf(rule.requirements, size);
      return { observation: { count: size }, words: counted(size, rule.unit, rule.basis === 'missing') };
    case 'per-step':
    case 'threshold':
      return { observation: { value: size }, words: measured(rule.quantity, size) };
    case 'parts': {
      const absent = rule.parts.slice(0, Number(size));
      return { observation: { absent }, words: text(`缺 ${absent.join('、')}`, `absent: ${absent.join(', ')}`) };
    }
    case 'ladder':
      return rungAt(rule.rungs, size);
    case 'per-event-ladder':
      return accidentOf(rule, size);
    case 'series':
      return whole ? { observation: { count: size }, words: counted(size, rule.unit, false) } : undefined;
    case 'piecewise':
      return whole ? countedAgainst(rule, size) : undefined;
    case 'judgement':
      return {
        observation: { mark: size, reason: '例' },
        words: text(`考核人评 ${size} 分`, `the assessor marks ${size}`),
      };
    case 'formula': {
      const values = rule.terms.map(({ quantity }) => [quantity.name, valueOfSize(quantity, size)] as const);
      const words = rule.terms.map(({ quantity }) => `${quantity.name} ${size}${quantity.unit}`).join('、');
      return { observation: Object.fromEntries(values), words: text(words, words) };
    }
  }
}

type QuantityOf = Extract<Rule, { kind: 'threshold' }>['quantity'];

/** A ratio is stated by both its numbers. */
function valueOfSize({ denominator, per }: QuantityOf, size: string): RawObject {
  return denominator === undefined && per !== '1' ? { value: size } : { numerator: size, denominator: '1' };
}

const measured = ({ name, unit }: QuantityOf, size: string): Text =>
  text(`${name} ${size}${unit}`, `${name} ${size}${unit}`);

const counted = (size: string, unit: string, isMissing: boolean): Text =>
  text(`${isMissing ? '少 ' : ''}${size} ${unit}`, `${size} ${unit}${isMissing ? ' missing' : ''}`);

const PERIODS = { year: 1, half: 2, quarter: 4, month: 12 } as const;
const PERIOD_WORDS = {
  year: ['全年', 'in the year'],
  half: ['每半年', 'each half year'],
  quarter: ['每季度', 'each quarter'],
  month: ['每月', 'each month'],
} as const;

/** So many done in every period, where more are required. */
function shortOf([first]: readonly Requirement[], size: string): Tried | undefined {
  if (!first) return undefined;
  const [zh, en] = PERIOD_WORDS[first.per];
  const letter = { year: 'Y', half: 'H', quarter: 'Q', month: 'M' }[first.per];
  const periods = Array.from({ length: PERIODS[first.per] }, (_, index) => [`${letter}${index + 1}`, size] as const);
  const actual = first.per === 'year' ? size : Object.fromEntries(periods);
  return {
    observation: { actual: { [first.what]: actual } },
    words: text(`${zh}做了 ${size} 次`, `done ${size} times ${en}`),
  };
}

type Requirement = NonNullable<Extract<Rule, { kind: 'per-unit' }>['requirements']>[number];

function rungAt(rungs: readonly { name: string }[], size: string): Tried | undefined {
  const rung = rungs[Math.min(rungs.length, Math.max(1, Math.floor(Number(size)))) - 1];
  return rung && { observation: { rung: rung.name }, words: text(rung.name, rung.name) };
}

const DEATHS = { ordinary: '1', 'relatively-serious': '3', serious: '10', 'particularly-serious': '30' } as const;

function accidentOf(rule: Extract<Rule, { kind: 'per-event-ladder' }>, size: string): Tried | undefined {
  const level = rule.rungs[Math.min(rule.rungs.length, Math.max(1, Math.floor(Number(size)))) - 1]?.levels[0];
  if (level === undefined) return undefined;
  const deaths = DEATHS[level];
  const accident = { id: 'A-01', on: '2024-05-01', place: UNIT, industry: '工矿商贸', deaths, seriousInjuries: '0' };
  const rest = { directEconomicLossYuan: '0', responsible: 'true', final: 'true' };
  return {
    accidents: [{ ...accident, ...rest }],
    words: text(`一起事故，死亡 ${deaths} 人`, `one accident with ${deaths} deaths`),
  };
}

function countedAgainst(rule: Extract<Rule, { kind: 'piecewise' }>, size: string): Tried {
  const isBaseline = rule.slopes[0].upTo === 'baseline';
  const line = isBaseline ? '2' : (rule.slopes[0].upTo ?? '');
  return {
    observation: { count: size, ...(isBaseline && { baseline: line }) },
    words: text(`${size} ${rule.quantity.unit}，界限 ${line}`, `${size} against a line of ${line}`),
  };
}

/** A scheme of this one rule, with marks enough that nothing but the rule limits it. */
function schemeOf(rule: Rule): Scheme {
  const words = { name: '例', nameEn: 'example', quote: '例' };
  const marks = '100000';
  const clause = { id: CLAUSE, quote: '例', rules: [rule] };
  const row = { id: 'main/1', row: '1', criterion: '例', supplier: { by: 'team' as const }, clauses: [clause] };
  return {
    id: 'example',
    title: '例',
    titleEn: 'example',
    fullMarks: marks,
    period: { from: '2024-01-01', to: '2024-12-31' },
    calendar: [],
    gradeBands: [],
    bonus: { base: 'composite', cap: '0', quote: '例', kinds: [] },
    vetoes: [],
    awards: [],
    readings: {},
    forms: [],
    population: { units: [{ name: UNIT, nameEn: 'A', sheet: 'main', class: 'district' }], teams: [] },
    sheets: [
      {
        id: 'main',
        title: '例',
        titleEn: 'example',
        fullMarks: marks,
        classes: ['district'],
        columns: [],
        parts: [{ id: 'sheet', weight: marks, ...words }],
        items: [
          {
            id: 'main/i1',
            fullMarks: marks,
            marksQuote: '例',
            name: '例',
            nameEn: 'example',
            rows: [row],
            floor: 'zero',
            ceiling: 'none',
          },
        ],
      },
    ],
  };
}
