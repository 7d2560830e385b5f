// The people of the year: posts with their roles, written into the template of the list of people as an office would.
import type { Workbook } from '@protobi/exceljs';
import exceljs from '@protobi/exceljs';

export interface Person {
  readonly login: string;
  readonly post: string;
  readonly roles: readonly { readonly role: string; readonly scope?: string }[];
}

/** As the forms name their raters. */
const LEADERS = '领导';
const DIVISIONS = '处室';
const two = (number: number) => String(number).padStart(2, '0');
const numbered = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const TEAMS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'].map((one) => `第${one}组`);

/** Who is there from the first minute: their roles belong to no year. */
export const FIRST_PEOPLE: readonly Person[] = [
  { login: 'office', post: '安委办综合科', roles: [{ role: '安委办' }] },
  { login: 'approver', post: '安委会审定人', roles: [{ role: '审定人' }] },
];

/** Comes later: not in the list, added by hand. */
export const SECOND_CLERK: Person = { login: 'clerk-2', post: '计票员乙', roles: [{ role: '计票员' }] };

/** Every post of the notice; each leader heads one or two of the divisions and signs for them. */
export const PEOPLE: readonly Person[] = [
  ...FIRST_PEOPLE,
  { login: 'clerk-1', post: '计票员甲', roles: [{ role: '计票员' }] },
  { login: 'patrol', post: '督导组', roles: [{ role: '督导组' }] },
  { login: 'statistics', post: '事故统计处室', roles: [{ role: '提供情况的处室', scope: '市应急局调查评估和统计处' }] },
  { login: 'member-12', post: '第十二组成员', roles: [{ role: '考核组成员', scope: '第十二组' }] },
  ...TEAMS.map((team, index) => ({
    login: `team-${index + 1}`,
    post: `${team}组长`,
    roles: [{ role: '考核组组长', scope: team }],
  })),
  ...numbered(16).map((number) => ({
    login: `leader-${two(number)}`,
    post: `领导${two(number)}`,
    roles: [
      { role: '评分领导', scope: `${LEADERS}${two(number)}` },
      ...[number, number + 16]
        .filter((division) => division <= 18)
        .map((division) => ({ role: '分管领导', scope: `${DIVISIONS}${two(division)}` })),
    ],
  })),
  ...numbered(18).map((number) => ({
    login: `division-${two(number)}`,
    post: `处室${two(number)}`,
    roles: [{ role: '评分处室', scope: `${DIVISIONS}${two(number)}` }],
  })),
  { login: 'gongyi', post: '巩义市安委办', roles: [{ role: '被考核单位', scope: '巩义市' }] },
];

/** The template of the server, filled in. */
export async function filledIn(template: Uint8Array, people: readonly Person[]): Promise<Buffer> {
  const workbook: Workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(template) as unknown as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('the template has no sheet');
  const rows = people.flatMap(({ login, post, roles }) =>
    roles.map(({ role, scope }) => [login, post, role, scope ?? '']),
  );
  for (const [index, cells] of rows.entries())
    for (const [column, text] of cells.entries()) sheet.getCell(index + 2, column + 1).value = text;
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
