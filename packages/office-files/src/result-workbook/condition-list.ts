/** Every condition of a scheme's outcomes. */
import type { OutcomeCondition, Scheme } from '@kaohe/scoring';

export function conditionsOf({ vetoes, awards }: Scheme): OutcomeCondition[] {
  return [...vetoes.map((veto) => veto.when), ...awards.flatMap((award) => award.disqualified.map((one) => one.when))];
}
