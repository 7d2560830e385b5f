/** Accident levels. Law: 生产安全事故报告和调查处理条例 (State Council Order 493), article 3. */
import { compare, type Rational, whole } from '../exact/rational.js';

export const SEVERITIES = ['ordinary', 'relatively-serious', 'serious', 'particularly-serious'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What the level is decided on: people, people, yuan. */
export interface Casualties {
  readonly deaths: bigint;
  readonly seriousInjuries: bigint;
  readonly directEconomicLossYuan: Rational;
}

/** “以上”包括本数，“以下”不包括本数: the least number of each column that reaches the level. */
const LIMITS = [
  { severity: 'particularly-serious', deaths: 30n, seriousInjuries: 100n, lossYuan: whole(100_000_000) },
  { severity: 'serious', deaths: 10n, seriousInjuries: 50n, lossYuan: whole(50_000_000) },
  { severity: 'relatively-serious', deaths: 3n, seriousInjuries: 10n, lossYuan: whole(10_000_000) },
] as const;

/** The level of an accident: the worst of the three columns decides. */
export function severityOf(casualties: Casualties): Severity {
  const reached = LIMITS.find(
    (limit) =>
      casualties.deaths >= limit.deaths ||
      casualties.seriousInjuries >= limit.seriousInjuries ||
      compare(casualties.directEconomicLossYuan, limit.lossYuan) >= 0,
  );
  return reached?.severity ?? 'ordinary';
}

/** Whether a level is at least another. */
export function isAtLeast(severity: Severity, floor: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(floor);
}
