/** Signing in, accounts and the frame of the office. */
export const officeZh = {
  home: '首页',
  loading: '正在读取…',
  today: '今天 {{date}}',
  welcome: '{{name}}，当前角色：{{role}}',
};

export const roleZh = {
  'system-administrator': '系统管理员',
  'security-administrator': '安全管理员',
  auditor: '审计员',
  office: '安委办',
  'counting-clerk': '统计员',
  approver: '审定人',
  'team-leader': '考核组组长',
  'team-member': '考核组成员',
  'rating-leader': '评分领导',
  'rating-division': '评分处室',
  'division-head': '分管领导',
  'supplying-division': '提供情况的处室',
  'patrol-group': '督导组',
  'assessed-unit': '被考核单位',
};
