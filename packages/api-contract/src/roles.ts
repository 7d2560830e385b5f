/**
 * The roles in which a person acts. Permission follows the role acting, never the person (one person may hold several).
 * The three administrators exclude each other and every business role (等保 2.0 三员分立).
 */
export const ADMINISTRATORS = ['system-administrator', 'security-administrator', 'auditor'] as const;

export const BUSINESS_ROLES = [
  'office',
  'counting-clerk',
  'approver',
  'team-leader',
  'team-member',
  'rating-leader',
  'rating-division',
  'division-head',
  'supplying-division',
  'patrol-group',
  'assessed-unit',
] as const;

export const ROLES = [...ADMINISTRATORS, ...BUSINESS_ROLES] as const;
export type Role = (typeof ROLES)[number];
