/** The side of a value a condition names: 低于95%, 超过5件, 90%以上, 高于全市平均. */
import type { Comparison } from '../../imported.js';
import { when } from '../reading.js';
import { NUMBER, UNIT } from '../vocabulary.js';

const BELOW = '低于|不足|不到|少于|达不到|未达到?|没有?达到|不满|未满|小于|未超过|<';
const ABOVE = '迟于|晚于|超过|超出|高于|大于|多于|突破|>';
const LIMITED = new RegExp(
  `(?<words>大于等于|大于或等于|>=|≥|不低于|不少于|小于等于|小于或等于|≤|<=|${BELOW}|${ABOVE}|达到?)(?<of>(?:(?!低于|不足|不到|少于|超过|高于|大于|小于|标)[^，。；、\\d]){0,8}?)(?<value>${NUMBER})(?<unit>${UNIT}(?:\\/${UNIT})?|分)?(?<after>以上|及以上|以下|以内)?(?<rest>[^，。；\\d]{0,3}?)(?:的)?，?$`,
);
const AVERAGE =
  /(?<words>低于|高于|超过|少于|多于|大于|小于)[^，。；\d]{0,14}(?:平均|指标|目标|上年|去年|往年|计划|任务)[^，。；\d]{0,6}?(?:的)?，?$/;
const OR_MORE = new RegExp(
  `(?<value>${NUMBER})(?<unit>${UNIT}|分)(?:及|（含）|\\(含\\))?(?<after>以上|以下|以内)[^，。；\\d]{0,3}?(?:的)?，?$`,
);

/** “控制在0.8‰以内，超过的”, “要达到95%，达不到的”: the value stands before. */
const BACKWARD = new RegExp(
  `(?<value>${NUMBER})(?<unit>${UNIT}|分)(?:以[内上])?[^，。；\\d]{0,8}，(?<words>达不到|未达到?|不足|低于|超过|超出|突破)(?:目标|标准|指标|要求|上限|下限)?的?，?$`,
);

export interface Limit {
  readonly comparison: Comparison;
  readonly value?: string | undefined;
  readonly unit?: string | undefined;
  readonly asks: readonly string[];
}

export function limitOf(lead: string, inclusive: boolean): Limit | undefined {
  const match = LIMITED.exec(lead)?.groups;
  if (match) {
    const { words = '', value, unit, after } = match;
    const comparison = comparisonOf(words, after);
    const odd = (after !== undefined && !/达|不低于/.test(words)) || /突破/.test(words);
    return { comparison, value, unit, asks: when(odd, 'boundary') };
  }
  const backward = BACKWARD.exec(lead)?.groups;
  if (backward) {
    const { words = '', value, unit } = backward;
    return { comparison: comparisonOf(words, undefined), value, unit, asks: [] };
  }
  const more = OR_MORE.exec(lead)?.groups;
  if (more) {
    const comparison = more.after === '以上' ? '>=' : more.after === '以内' ? '<=' : '<';
    return { comparison, value: more.value, unit: more.unit, asks: when(!inclusive, 'boundary') };
  }
  const average = AVERAGE.exec(lead)?.groups;
  return average && { comparison: comparisonOf(average.words ?? '', undefined), asks: ['base-elsewhere'] };
}

function comparisonOf(words: string, after: string | undefined): Comparison {
  if (after === '以下') return '<';
  if (after === '以内') return '<=';
  if (/^(?:大于等于|大于或等于|>=|≥|不低于|不少于|达到?)$/.test(words)) return '>=';
  if (/^(?:小于等于|小于或等于|≤|<=|未超过)$/.test(words)) return '<=';
  return new RegExp(`^(?:${BELOW})$`).test(words) ? '<' : '>';
}
