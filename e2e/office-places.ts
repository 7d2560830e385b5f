// The pages of the demonstration office and who opens them.

const UNIT = encodeURIComponent('新郑市');
export const SHEET = `/office/sheets/${UNIT}`;
const REPORT = `/office/reports/${encodeURIComponent('高新区')}`;
const VISIT = `/office/visits/${UNIT}`;
const REGISTERS = ['accidents', 'indicators', 'talks', 'commendations', 'patrol-findings', 'inspections'].map(
  (register) => `/office/registers/${register}`,
);

/** Drawn by the same code as the first. */
export const OTHER_REGISTERS = REGISTERS.slice(1);

/** Each role of the demonstration with the pages behind those of its navigation. */
export const DEEP_PAGES: Readonly<Record<string, readonly string[]>> = {
  office: [SHEET, REPORT, VISIT, ...REGISTERS],
  'team-leader': [SHEET, VISIT, `/office/reports/${UNIT}`],
  'team-member': [],
  'assessed-unit': [SHEET, `/office/reports/${UNIT}`, '/office/registers/talks'],
  'rating-leader': ['/office/ratings/leader/leader-01'],
  'rating-division': ['/office/ratings/division/division-01'],
  'division-head': ['/office/ratings/division/division-01'],
  'counting-clerk': ['/office/ratings/leader/leader-02', '/office/ratings/leader/leader-15'],
  'supplying-division': [SHEET],
  'patrol-group': ['/office/registers/inspections'],
  approver: [REPORT],
  'system-administrator': [],
  'security-administrator': [],
  auditor: [],
};

/** Every page once, as somebody who works on it. */
export const WORKED_ON: Readonly<Record<string, readonly string[]>> = {
  office: ['/office', '/office/sheets', '/office/ratings', ...REGISTERS, '/office/reports', REPORT, '/office/closing'],
  'team-leader': [SHEET, '/office/visits', VISIT, `/office/reports/${UNIT}`, '/office/papers'],
  'rating-leader': ['/office/ratings/leader/leader-01'],
  'division-head': ['/office/ratings/division/division-01'],
  'counting-clerk': ['/office/ratings/leader/leader-02', '/office/ratings/leader/leader-15'],
  'assessed-unit': ['/office/unit'],
  'system-administrator': ['/office/accounts', '/office/own-account'],
  'security-administrator': ['/office/grants'],
  auditor: ['/office/audit'],
};
