/** The registers that have a page, in their order, and who sees which. */
import type { Role } from '@kaohe/api-contract';

export const SHOWN_REGISTERS = [
  'accidents',
  'indicators',
  'talks',
  'commendations',
  'patrol-findings',
  'inspections',
] as const;
export type ShownRegister = (typeof SHOWN_REGISTERS)[number];

const ONLY: Partial<Record<Role, readonly ShownRegister[]>> = {
  'patrol-group': ['patrol-findings', 'inspections'],
  'assessed-unit': ['accidents', 'indicators', 'talks', 'commendations'],
};

export function registersOf(role: Role): readonly ShownRegister[] {
  return ONLY[role] ?? SHOWN_REGISTERS;
}
