/** A rule in English, for reading: every kind with all its parameters; names of the document stay as they are printed. */
import type {
  ImportedRule,
  PartialStep,
  PerStepImport,
  PerUnitImport,
  RequiredCount,
  Rung,
  SeriesImport,
  ThresholdImport,
} from './imported.js';
import { eventName } from './sentences/event-name.js';

export function printInEnglish(rule: ImportedRule): string {
  return `${sentenceOf(rule)}${capOf(rule)}`;
}

function capOf({ cap, capScope }: ImportedRule): string {
  if (cap === undefined) return '';
  return `, at most ${marks(cap)}${capScope === 'group' ? ' together with the sentences before it' : ' for this sentence'}`;
}

const marks = (amount: string): string => `${amount} mark${amount === '1' ? '' : 's'}`;

/** “deduct 2 marks”. */
function act({ effect }: Pick<ImportedRule, 'effect'>, amount: string): string {
  return `${effect === 'deduct' ? 'deduct' : 'award'} ${marks(amount)}`;
}

function sentenceOf(rule: ImportedRule): string {
  switch (rule.kind) {
    case 'fixed':
      return `${rule.effect === 'deduct' ? 'if it was not done' : 'if it was done'}, ${act(rule, rule.amount)}`;
    case 'per-unit':
      return perUnit(rule);
    case 'per-step':
      return perStep(rule);
    case 'threshold':
      return threshold(rule);
    case 'parts':
      return `of ${rule.parts.map(quoted).join(', ')}: ${act(rule, rule.amount)} for each one ${rule.effect === 'deduct' ? 'absent' : 'present'}`;
    case 'ladder':
      return `one of these: ${rungsOf(rule, rule.rungs)}`;
    case 'per-event-ladder':
      return `for each event by its level: ${rungsOf(rule, rule.rungs)}`;
    case 'series':
      return series(rule);
    case 'piecewise':
      return rule.slopes
        .map(({ when, amount, unit }) => `${conditionOf(when)}: ${act(rule, amount)} for each ${unitOf(unit ?? '起')}`)
        .join('; ');
    case 'forfeit':
      return `if it was not done, ${FORFEITED[rule.forfeits]} earns nothing`;
    case 'judgement':
      return `the assessor ${rule.effect === 'deduct' ? 'deducts' : 'awards'} ${rule.range[0]} to ${rule.range[1]} marks`;
    case 'formula':
      return `${rule.effect === 'deduct' ? 'deduct' : 'award'} marks by the formula ${formulaOf(rule.expression)}${rule.floor === undefined ? '' : `, never less than ${rule.floor}`}`;
  }
}

const FORFEITED = {
  clause: 'this sentence',
  criterion: 'this row',
  item: 'the whole item',
  sheet: 'the whole sheet',
} as const;

const formulaOf = (expression: string): string => `“${expression.replace(/\*/g, '×').replace(/\//g, '÷')}”`;

function perUnit(rule: PerUnitImport): string {
  const { amount, unit, basis, required } = rule;
  const each = `${act(rule, amount)} for each ${unitOf(unit)}`;
  if (basis === 'occurrence') return `${each} found`;
  return required === undefined ? `${each} missing` : `${requiredOf(required, unit)}: ${each} missing`;
}

const PERIODS: Readonly<Record<string, string>> = {
  年: 'year',
  半年: 'half year',
  季度: 'quarter',
  季: 'quarter',
  月: 'month',
  周: 'week',
  日: 'day',
  天: 'day',
};

function requiredOf({ count, period }: RequiredCount, unit: string): string {
  const often = period === undefined ? '' : ` every ${PERIODS[period] ?? quoted(period)}`;
  return `at least ${count} ${unitOf(unit, count)}${often}`;
}

function perStep(rule: PerStepImport): string {
  const { amount, step, unit, from, direction, partialStep } = rule;
  const target = from === undefined ? 'the target' : `${from}${/百分点/.test(unit) ? '%' : measureOf(unit, from)}`;
  const part = partialStep === undefined ? '' : `; ${PARTIAL_STEPS[partialStep]}`;
  return `${act(rule, amount)} for every ${step}${measureOf(unit, step)} ${direction} ${target}${part}`;
}

const PARTIAL_STEPS: Readonly<Record<PartialStep, string>> = {
  drop: 'a part of a step does not count',
  'round-up': 'a part of a step counts as a whole one',
  prorate: 'a part of a step counts in proportion',
};

const COMPARED = { '<': 'below', '>': 'above', '>=': 'at or above', '<=': 'at or below' } as const;

function threshold(rule: ThresholdImport): string {
  const { amount, comparison, value, unit } = rule;
  const limit = value === undefined ? 'the target' : `${value}${measureOf(unit ?? '', value)}`;
  return `if ${COMPARED[comparison]} ${limit}, ${act(rule, amount)}`;
}

function rungsOf(rule: Pick<ImportedRule, 'effect'>, rungs: readonly Rung[]): string {
  return rungs
    .map(({ when, amount }) => `${conditionOf(eventName(when))} → ${amount === '0' ? 'no marks' : act(rule, amount)}`)
    .join('; ');
}

function series(rule: SeriesImport): string {
  const each = rule.amounts.map((amount, index) => `${act(rule, amount)} for the ${ordinal(index + 1)}`).join(', ');
  const after = { '+1': '; the step between the last two goes on', 'repeat-last': '; each further one as the last' };
  return `${each}${rule.then === undefined ? '' : after[rule.then]}`;
}

function ordinal(number: number): string {
  const ending = /1\d$/.test(`${number}`) ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[number % 10] ?? 'th');
  return `${number}${ending}`;
}

const quoted = (words: string): string => `“${words}”`;

const UNITS: Readonly<Record<string, string>> = {
  次: 'time',
  起: 'case',
  例: 'case',
  件: 'case',
  宗: 'case',
  人: 'person',
  名: 'person',
  人次: 'person-time',
  家: 'body',
  户: 'household',
  处: 'place',
  项: 'item',
  条: 'item',
  个: 'one',
  类: 'kind',
  份: 'document',
  篇: 'article',
  天: 'day',
  日: 'day',
  个月: 'month',
  月: 'month',
};

/** What is counted; of other than one in the plural. */
function unitOf(unit: string, count = '1'): string {
  const one = UNITS[unit];
  if (one === undefined) return quoted(unit);
  if (count === '1') return one;
  return one === 'person' ? 'people' : one === 'body' ? 'bodies' : `${one}s`;
}

/** What is measured, behind its number. */
function measureOf(unit: string, value: string): string {
  if (unit === '' || unit === '%') return unit;
  if (/^个?百分点$/.test(unit)) return ` percentage point${value === '1' ? '' : 's'}`;
  if (unit === '分') return value === '1' ? ' mark' : ' marks';
  return unit === '万元' ? ' × 10,000 yuan' : ` ${unitOf(unit, value)}`;
}

const ACCIDENT = /^(一般|较大|重大|特别重大|特大)(及?以上|（含）以上)?(?:生产安全|安全生产|责任|亡人)?事故$/;
const SEVERITIES: Readonly<Record<string, string>> = {
  一般: 'ordinary',
  较大: 'relatively serious',
  重大: 'serious',
  特别重大: 'particularly serious',
  特大: 'particularly serious',
};
const LIMIT = /^(低于|不足|不到|小于|高于|超过|大于|达到)(\d+(?:\.\d+)?)(%|分)?$/;
const COMPARISONS: Readonly<Record<string, string>> = {
  低于: 'below',
  不足: 'below',
  不到: 'below',
  小于: 'below',
  高于: 'above',
  超过: 'above',
  大于: 'above',
  达到: 'at least',
};

/** A condition in words: accidents and plain limits in English, anything else as the document has it. */
function conditionOf(when: string): string {
  const [, level, above] = ACCIDENT.exec(when) ?? [];
  if (level !== undefined) return `${SEVERITIES[level]}${above === undefined ? '' : ' or worse'} accident`;
  const [, comparison, value = '', unit = ''] = LIMIT.exec(when) ?? [];
  return comparison === undefined ? quoted(when) : `${COMPARISONS[comparison]} ${value}${measureOf(unit, value)}`;
}
