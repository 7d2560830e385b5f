/** Signing in, accounts and the frame of the office. */
import { ROLE_NAMES, type Role } from '@kaohe/api-contract';

export const officeZh = {
  home: '首页',
  loading: '正在读取…',
  today: '今天 {{date}}',
  welcome: '{{name}}，当前角色：{{role}}',
};

export const roleZh = Object.fromEntries(
  Object.entries(ROLE_NAMES).map(([role, { name }]) => [role, name]),
) as Readonly<Record<Role, string>>;
