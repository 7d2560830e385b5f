/** The pages of the office, in the order of the year: who finds which at the left. A page adds its line here and its route in router.tsx. */
import { actOf, BUSINESS_ROLES, type Role, type Stage } from '@kaohe/api-contract';
import type { LinkProps } from '@tanstack/react-router';
import type { ParseKeys } from 'i18next';

export interface OfficeEntry {
  readonly path: NonNullable<LinkProps['to']>;
  readonly label: ParseKeys;
  readonly roles: readonly Role[] | 'all';
  /** Shown only while one of these stages is in use; left out: always. */
  readonly stages?: readonly Stage[];
}

export const OFFICE_NAVIGATION: readonly OfficeEntry[] = [
  { path: '/office', label: 'office.home', roles: 'all' },
  { path: '/office/sheets', label: 'sheets.list', roles: actOf('sheet.read').roles },
  {
    path: '/office/ratings',
    label: 'ratings.nav',
    roles: [...actOf('rating.list').roles, ...actOf('rating.read').roles],
  },
  { path: '/office/registers', label: 'registers.nav', roles: actOf('register.read').roles },
  { path: '/office/visits', label: 'visits.nav', roles: [...actOf('visit.change').roles, 'office'] },
  { path: '/office/unit', label: 'unitHome.nav', roles: ['assessed-unit'] },
  { path: '/office/reports', label: 'reports.nav', roles: actOf('report.read').roles },
  {
    path: '/office/statements',
    label: 'statements.nav',
    roles: actOf('statement.read').roles.filter((role) => role !== 'assessed-unit'),
    stages: ['self-assessment', 'appeal'],
  },
  { path: '/office/closing', label: 'closing.nav', roles: actOf('result.read').roles },
  {
    path: '/office/papers',
    label: 'papers.nav',
    roles: [...actOf('paper.blank').roles, 'approver', 'assessed-unit'],
  },
  { path: '/office/schemes', label: 'drafts.nav', roles: actOf('scheme.read').roles },
  { path: '/results', label: 'nav.results', roles: actOf('facts.export').roles },
  { path: '/scheme', label: 'nav.scheme', roles: BUSINESS_ROLES },
  { path: '/office/accounts', label: 'account.nav', roles: actOf('account.create').roles },
  { path: '/office/grants', label: 'grant.nav', roles: actOf('grant.list').roles },
  { path: '/office/audit', label: 'audit.title', roles: actOf('audit.read').roles },
  { path: '/office/own-account', label: 'session.own', roles: 'all' },
];
