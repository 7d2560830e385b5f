/** The condition of a veto where it is one a program can look up: accidents by level, or a score. */
import type { Severity } from '@kaohe/scoring';
import type { DraftCondition } from './draft.js';
import { isDecimal } from './to-rule.js';

const LEVELS: readonly (readonly [RegExp, Severity])[] = [
  [/重特大/, 'serious'],
  [/特别重大|特大/, 'particularly-serious'],
  [/重大/, 'serious'],
  [/较大/, 'relatively-serious'],
  [/一般|死亡/, 'ordinary'],
];

/** Of several conditions in one sentence none is chosen: a person decides. */
export function conditionIn(words: string): DraftCondition | null {
  const plain = words.replace(/\s/g, '');
  const below = /(?:总分|得分|成绩|分数)[^\d，。；或]{0,8}(?:低于|不足|不到|未达到|不满)(\d+(?:\.\d+)?)分?/.exec(
    plain,
  )?.[1];
  if (below !== undefined && !/或|事故/.test(plain)) return { kind: 'score-below', value: below };
  if (
    !/(?:生产|安全|责任|以上|较大|重大|一般)事故/.test(plain) ||
    /或|火灾|环境|食品|信访|瞒报|谎报|隐瞒|规定/.test(plain)
  )
    return null;
  const level = LEVELS.find(([word]) => word.test(plain))?.[1];
  if (level === undefined || /死亡/.test(plain)) return null;
  const count = /(\d{1,2}|两|二|三)起/.exec(plain)?.[1] ?? '1';
  return { kind: 'accidents', atLeast: level, count: { 两: '2', 二: '2', 三: '3' }[count] ?? count };
}

/** Whether a condition says all a program needs to look it up. */
export function isWhole(when: DraftCondition | null): when is DraftCondition {
  if (when === null) return false;
  if (when.kind === 'score-below') return isDecimal(when.value);
  return /^[1-9]\d{0,2}$/.test(when.count) && (when.kind === 'accidents' || callersOf(when.by).length > 0);
}

/** Who holds the talks, each by itself. */
export function callersOf(by: string): string[] {
  return by.split(/[、，,\s]+/).filter((one) => one !== '');
}
