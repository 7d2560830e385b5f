// Accident severity. Law: 生产安全事故报告和调查处理条例 (State Council Order 493) article 3; 以上 includes the number.

import { compare, parse } from './fraction.js';
import type { Branch } from './tree.js';
import { text } from './tree.js';

export const levels = ['ordinary', 'relatively-serious', 'serious', 'particularly-serious'] as const;
export type Level = (typeof levels)[number];

// The least number of each column that reaches relatively-serious, serious, particularly-serious.
const columns = {
  deaths: ['3', '10', '30'],
  seriousInjuries: ['10', '50', '100'],
  directEconomicLossYuan: ['10000000', '50000000', '100000000'],
} as const;

/** The worst of the three columns decides. */
export function severity(accident: Branch): Level {
  const reached = Object.entries(columns).map(([column, limits]) => {
    const value = parse(text(accident[column] ?? '0'));
    return limits.filter((limit) => compare(value, parse(limit)) >= 0).length;
  });
  return levels[Math.max(...reached)] ?? 'ordinary';
}

/** Whether an accident is of the given level or worse. */
export function isAtLeast(accident: Branch, level: string): boolean {
  const known: readonly string[] = levels;
  if (!known.includes(level)) throw new Error(`no such level: ${level}`);
  return known.indexOf(severity(accident)) >= known.indexOf(level);
}
