/** What an accident's counts come to on a day: severity is a dated fact, and provisional while its window is open. */
import type { AccidentLevel, RegisterBody } from '@kaohe/api-contract';
import { getNumber, severityOf, windowUntil } from '@kaohe/scoring';

/** The level by the version in force on the day, and until when the counts may change. */
export function accidentLevel(accident: RegisterBody<'accidents'>, today: string): AccidentLevel {
  const { on, industry, final, versions = [] } = accident;
  const known = versions.filter(({ from }) => from <= today).pop() ?? accident;
  const until = windowUntil(on, industry);
  return {
    severity: severityOf({
      deaths: BigInt(known.deaths),
      seriousInjuries: BigInt(known.seriousInjuries),
      directEconomicLossYuan: getNumber(known.directEconomicLossYuan),
    }),
    until,
    provisional: final === undefined ? today <= until : !final,
  };
}
