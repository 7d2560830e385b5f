/** Signing in, accounts and the frame of the office. */
import { ROLE_NAMES, type Role } from '@kaohe/api-contract';

export const officeEn = {
  roleFor: '{{role}} ({{scope}})',
  acting: 'Acting as: {{role}}',
  actingAs: 'Role acting',
  idle: 'You will be signed out in {{minutes}} minute(s) without activity. Drafts are kept.',
  idleOver: 'The session has probably ended for want of activity. What you entered is still on this page.',
  stay: 'Go on',
  home: 'Home',
  loading: 'Reading…',
  dayAs: 'Write the day like 2020-01-16',
  pageFailed: 'This page did not open',
  pageFailedWhy:
    'Its program could not be read, most likely because the network dropped. Your drafts are kept: try again.',
  today: 'Today {{date}}',
  work: 'My work',
  filterUnits: 'Filter units (key /)',
  shownOf: '{{shown}} of {{all}} shown',
};

export const roleEn = Object.fromEntries(
  Object.entries(ROLE_NAMES).map(([role, { nameEn }]) => [role, nameEn]),
) as Readonly<Record<Role, string>>;
