/** Signing in, accounts and the frame of the office. */
import { ROLE_NAMES, type Role } from '@kaohe/api-contract';

export const officeZh = {
  roleFor: '{{role}}（{{scope}}）',
  acting: '当前角色：{{role}}',
  actingAs: '当前角色',
  idle: '再过 {{minutes}} 分钟没有操作就会退出登录。草稿都已保留。',
  idleOver: '太久没有操作，登录可能已过期。您填的内容还在这一页上。',
  stay: '继续使用',
  home: '首页',
  loading: '正在读取…',
  dayAs: '日期写成 2020-01-16 这样',
  pageFailed: '这一页没有打开',
  pageFailedWhy: '页面的程序没有读到，多半是网络断了。您填的草稿还在，请重试。',
  today: '今天 {{date}}',
  work: '我的工作',
  filterUnits: '筛选单位（按 / 键）',
  shownOf: '显示 {{shown}} / {{all}}',
};

export const roleZh = Object.fromEntries(
  Object.entries(ROLE_NAMES).map(([role, { name }]) => [role, name]),
) as Readonly<Record<Role, string>>;
