/** The registers that have a page, in their order. */
import type { YearOverview } from '@kaohe/api-contract';

export const SHOWN_REGISTERS = [
  'accidents',
  'indicators',
  'talks',
  'commendations',
  'patrol-findings',
  'inspections',
] as const;
export type ShownRegister = (typeof SHOWN_REGISTERS)[number];

/** Those in which the role acting may find anything: one that is always empty for it is not offered. */
export function registersOf({ mine }: Pick<YearOverview, 'mine'>): readonly ShownRegister[] {
  return SHOWN_REGISTERS.filter((register) => mine.registers.includes(register));
}
