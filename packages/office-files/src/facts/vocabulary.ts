/** The Chinese words of the table for the keys of FACTS, and how the value under each is written. */
import type { Program } from '@kaohe/scoring';
import { dateText, numberText, plainText, yesNoText } from './normal-value.js';

/** How the value of a field is written for people. */
export type ValueType =
  | { readonly kind: 'text' | 'date' | 'yes-no' }
  | { readonly kind: 'number'; readonly units: readonly string[] }
  | { readonly kind: 'word'; readonly words: Words };

/** Key of FACTS → word of the table. */
export type Words = Readonly<Record<string, string>>;

export interface FieldWord {
  readonly word: string;
  readonly key: string;
  readonly type: ValueType;
}

export const TEXT: ValueType = { kind: 'text' };
export const YES_NO: ValueType = { kind: 'yes-no' };
export const DATE: ValueType = { kind: 'date' };
export const COUNTERS = ['人次', '次', '家', '起', '人', '项', '处', '户', '篇', '件', '个', '票'];
export const numberIn = (...units: readonly string[]): ValueType => ({ kind: 'number', units });

const field = (word: string, key: string, type: ValueType): FieldWord => ({ word, key, type });
const COUNT = numberIn(...COUNTERS);

/** Fields of an observation that hold one value. */
export const OBSERVATION_FIELDS = [
  field('情形', 'breached', YES_NO),
  field('数量', 'count', COUNT),
  field('平均数', 'baseline', COUNT),
  field('分子', 'numerator', COUNT),
  field('分母', 'denominator', COUNT),
  field('数值', 'value', COUNT),
  field('口径', 'edition', TEXT),
  field('档次', 'rung', TEXT),
  field('评分', 'mark', numberIn('分')),
  field('理由', 'reason', TEXT),
  field('不适用', 'notApplicable', YES_NO),
] as const;

export const LEVELS: Words = { nation: '国家级', province: '省级', city: '市级' };
export const CLASSES: Words = { district: '县（市）区', 'development-zone': '开发区', department: '部门', city: '市' };
export const UNMENTIONED: Words = { open: '还没有核', 'nothing-found': '都核过，没有问题' };

/** Words that come from the scheme: kinds of bonus, rating forms. */
export interface SchemeWords {
  readonly kinds: Words;
  readonly forms: Words;
}

export function schemeWords({ scheme, sheets }: Program): SchemeWords {
  const parts = [...sheets.values()].flatMap((sheet) => sheet.parts.map(({ part }) => part));
  return {
    kinds: Object.fromEntries(scheme.bonus.kinds.map(({ kind, name }) => [kind, name])),
    forms: Object.fromEntries(parts.flatMap(({ form, name }) => (form === undefined ? [] : [[form, name]]))),
  };
}

export const deedFields = ({ kinds }: SchemeWords): readonly FieldWord[] => [
  field('工作', 'deed', TEXT),
  field('类别', 'kind', { kind: 'word', words: kinds }),
  field('级别', 'level', { kind: 'word', words: LEVELS }),
  field('评分', 'mark', numberIn('分')),
  field('理由', 'reason', TEXT),
];
export const TALK_FIELDS = [field('约谈机关', 'by', TEXT), field('日期', 'on', DATE)] as const;
const CASUALTIES = [
  field('死亡', 'deaths', numberIn('人')),
  field('重伤', 'seriousInjuries', numberIn('人')),
  field('直接经济损失', 'directEconomicLossYuan', numberIn('元')),
] as const;
export const ACCIDENT_FIELDS = [
  field('编号', 'id', TEXT),
  field('日期', 'on', DATE),
  field('发生地', 'place', TEXT),
  field('行业', 'industry', TEXT),
  field('主管部门', 'department', TEXT),
  ...CASUALTIES,
  field('责任事故', 'responsible', YES_NO),
  field('伤亡已定', 'final', YES_NO),
] as const;
/** What was known of an accident from a later day on. */
export const VERSION_FIELDS = [field('起', 'from', DATE), ...CASUALTIES] as const;
export const TOTAL_FIELDS = [field('合计', 'sum', numberIn('分')), field('票数', 'ballots', COUNT)] as const;

/** What a typed value means; undefined where it is none of the words. */
export function parseValue(type: ValueType, typed: string): string | undefined {
  switch (type.kind) {
    case 'text':
      return typed.trim();
    case 'date':
      return dateText(typed);
    case 'number':
      return numberText(typed, type.units);
    case 'yes-no':
      return yesNoText(typed);
    default:
      return keyOf(type.words, typed);
  }
}

/** The key of a word; a key stands for itself. */
export function keyOf(words: Words, typed: string): string | undefined {
  const plain = plainText(typed);
  const found = Object.entries(words).find(([, word]) => word === typed.trim() || plainText(word) === plain);
  return found?.[0] ?? Object.keys(words).find((key) => key === plain);
}

/** How a value is written; undefined where reading it would not give it back. */
export function renderValue(type: ValueType, value: string): string | undefined {
  const typed = wordFor(type, value);
  return typed !== '' && parseValue(type, typed) === value ? typed : undefined;
}

function wordFor(type: ValueType, value: string): string {
  if (type.kind === 'yes-no') return value === 'true' ? '是' : '否';
  if (type.kind !== 'word') return value;
  return Object.entries(type.words).find(([key]) => key === value)?.[1] ?? '';
}
