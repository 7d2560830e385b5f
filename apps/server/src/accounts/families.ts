/** Families of accounts (三员分立), and the roles that need a second factor. */
import { FAMILIES, type Family, type Role } from '@kaohe/api-contract';

/** The family whose accounts may hold a role. */
export function familyOf(role: Role): Family {
  return FAMILIES.find((family) => family === role) ?? 'business';
}

/** Administrators and everybody whose entry becomes a score. */
const SECOND_FACTOR: readonly Role[] = [
  'system-administrator',
  'security-administrator',
  'auditor',
  'office',
  'counting-clerk',
  'team-leader',
  'team-member',
  'rating-leader',
  'rating-division',
];

export const needsSecondFactor = (role: Role): boolean => SECOND_FACTOR.includes(role);
