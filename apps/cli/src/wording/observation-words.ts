/** How a clause's fact is written in FACTS. */
import type { ClauseProgram } from '@kaohe/scoring';

/** An example in FACTS' shape; undefined where a register feeds the clause, or where it has no rule. */
export function observationExample({ rules, register }: ClauseProgram): string | undefined {
  const [first, ...others] = rules;
  if (first === undefined || register !== undefined) return undefined;
  if (others.length === 0) return first.example;
  return `{ ${rules.map(({ name, example }) => `${name}: ${example}`).join(', ')} }`;
}
