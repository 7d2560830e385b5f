/** The units before and after one in printed order. */
import type { Assessment } from '@kaohe/scoring';

export interface Neighbours {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export function neighbours({ units }: Assessment, name: string): Neighbours {
  const names = units.map(({ scored }) => scored.facts.unit);
  const at = names.indexOf(name);
  return { before: names[at - 1], after: names[at + 1] };
}
