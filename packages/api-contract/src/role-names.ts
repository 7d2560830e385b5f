/** What the roles are called: on pages, in the printed table of permissions, in files. */
import type { Role } from './roles.js';

export const ROLE_NAMES: Readonly<Record<Role, { readonly name: string; readonly nameEn: string }>> = {
  'system-administrator': { name: '系统管理员', nameEn: 'System administrator' },
  'security-administrator': { name: '安全管理员', nameEn: 'Security administrator' },
  auditor: { name: '审计员', nameEn: 'Auditor' },
  office: { name: '安委办', nameEn: 'Committee office' },
  'counting-clerk': { name: '计票员', nameEn: 'Counting clerk' },
  approver: { name: '审定人', nameEn: 'Approver' },
  'team-leader': { name: '考核组组长', nameEn: 'Team leader' },
  'team-member': { name: '考核组成员', nameEn: 'Team member' },
  'rating-leader': { name: '评分领导', nameEn: 'Rating leader' },
  'rating-division': { name: '评分处室', nameEn: 'Rating division' },
  'division-head': { name: '分管领导', nameEn: 'Head of a division' },
  'supplying-division': { name: '提供情况的处室', nameEn: 'Supplying division' },
  'patrol-group': { name: '督导组', nameEn: 'Patrol group' },
  'assessed-unit': { name: '被考核单位', nameEn: 'Assessed unit' },
};
