/** Signing in, accounts and the frame of the office. */
import { ROLE_NAMES, type Role } from '@kaohe/api-contract';

export const officeEn = {
  home: 'Home',
  loading: 'Reading…',
  today: 'Today {{date}}',
  welcome: '{{name}}, acting as: {{role}}',
};

export const roleEn = Object.fromEntries(
  Object.entries(ROLE_NAMES).map(([role, { nameEn }]) => [role, nameEn]),
) as Readonly<Record<Role, string>>;
