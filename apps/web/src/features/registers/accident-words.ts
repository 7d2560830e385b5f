/** The level of an accident while it is being typed: the same arithmetic the score uses. */
import { findNumber, type Severity, severityOf, windowUntil } from '@kaohe/scoring';

export interface TypedCasualties {
  readonly deaths: string;
  readonly seriousInjuries: string;
  readonly directEconomicLossYuan: string;
}

/** The level of the counts typed; nothing while one of them is no number. */
export function typedSeverity({
  deaths,
  seriousInjuries,
  directEconomicLossYuan,
}: TypedCasualties): Severity | undefined {
  const loss = findNumber(directEconomicLossYuan || '0');
  const isCount = (text: string) => /^\d{0,7}$/.test(text);
  if (!isCount(deaths) || !isCount(seriousInjuries) || !loss) return undefined;
  return severityOf({
    deaths: BigInt(deaths || '0'),
    seriousInjuries: BigInt(seriousInjuries || '0'),
    directEconomicLossYuan: loss,
  });
}

/** Until when the counts may change; nothing while the day is not whole. */
export function typedWindow(on: string, industry: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(on) ? windowUntil(on, industry || undefined) : undefined;
}
