/** Signing in, accounts and the frame of the office. */
export const officeEn = {
  home: 'Home',
  loading: 'Reading…',
  today: 'Today {{date}}',
  welcome: '{{name}}, acting as: {{role}}',
};

export const roleEn = {
  'system-administrator': 'System administrator',
  'security-administrator': 'Security administrator',
  auditor: 'Auditor',
  office: 'Committee office',
  'counting-clerk': 'Counting clerk',
  approver: 'Approver',
  'team-leader': 'Team leader',
  'team-member': 'Team member',
  'rating-leader': 'Rating leader',
  'rating-division': 'Rating division',
  'division-head': 'Head of a division',
  'supplying-division': 'Supplying division',
  'patrol-group': 'Patrol group',
  'assessed-unit': 'Assessed unit',
};
