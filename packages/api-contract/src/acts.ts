/**
 * Who may do what, in which state: the one table. The server decides by it, docs/permissions.md prints it, and a test
 * walks all of it through the HTTP interface. Rows of other teams, units and raters are not here: row-level security
 * and the services draw those lines by the scope of the role acting.
 */
import { BUSINESS_ROLES, type Role } from './roles.js';
import type { Stage } from './stages.js';
import type { State } from './states.js';

export interface Act {
  /** 中文说明。 */
  readonly name: string;
  readonly nameEn: string;
  readonly roles: readonly Role[];
  /** The stage that must be open; absent: any. */
  readonly stage?: Stage;
  /** Stages of which none may be closed yet. */
  readonly before?: Stage;
  /** The states in which the thing acted on must be; absent: it has none. */
  readonly states?: readonly State[];
  /** Done over what was seen, and nothing else: If-Match is needed. */
  readonly overSeen?: true;
  /** What else the service asks, in words: printed with the table. */
  readonly also?: { readonly zh: string; readonly en: string };
}

const TEAM: readonly Role[] = ['team-leader', 'team-member'];
const RATERS: readonly Role[] = ['rating-leader', 'rating-division'];

const act = (
  [name, nameEn]: readonly [zh: string, en: string],
  roles: readonly Role[],
  when: Pick<Act, 'stage' | 'before' | 'states' | 'overSeen' | 'also'> = {},
): Act => ({
  name,
  nameEn,
  roles,
  ...when,
});

export const ACTS = {
  'account.list': act(['查看账号', 'List accounts'], ['system-administrator', 'security-administrator']),
  'account.create': act(['新建账号', 'Create an account'], ['system-administrator']),
  'account.change': act(
    ['停用、启用、解锁账号，重置口令', 'Disable, enable, unlock, reset an account'],
    ['system-administrator'],
  ),
  'account.sign-out': act(['注销账号的全部会话', 'Revoke the sessions of an account'], ['system-administrator']),
  'grant.list': act(['查看授权', 'List grants'], ['security-administrator']),
  'grant.give': act(['授予角色', 'Grant a role'], ['security-administrator']),
  'grant.revoke': act(['撤销角色', 'Revoke a role'], ['security-administrator']),
  'audit.read': act(['查看审计日志', 'Read the audit log'], ['auditor']),

  'scheme.read': act(['查看方案草稿和下发的方案', 'Read scheme drafts and issued schemes'], ['office']),
  'document.read': act(['读考核文件的文字', 'Read the text of a document'], ['office']),
  'scheme.write': act(['起草方案', 'Write a scheme draft'], ['office'], {
    also: { zh: '草稿还没有下发', en: 'the draft is not issued' },
  }),
  'scheme.delete': act(['删除方案草稿', 'Delete a scheme draft'], ['office'], {
    overSeen: true,
    also: { zh: '草稿还没有下发，写明理由', en: 'the draft is not issued, with a reason' },
  }),
  'scheme.issue': act(['下发方案', 'Issue a scheme'], ['office'], {
    overSeen: true,
    also: {
      zh: '草稿还没有下发，条款都已确认，检查出的缺陷都看过',
      en: 'the draft is not issued, every clause is confirmed, every defect found is seen',
    },
  }),

  'year.list': act(['查看年度', 'List years'], [...BUSINESS_ROLES, 'security-administrator']),
  'year.create': act(['建立年度', 'Create a year'], ['office']),
  'year.read': act(['查看年度概况', 'Read a year'], BUSINESS_ROLES),
  'year.scopes': act(
    ['查看可授权的组、单位和评分人', 'List teams, units and raters'],
    ['security-administrator', 'office'],
  ),
  'stage.change': act(['打开、关闭环节，定期限', 'Open, close and date stages'], ['office']),
  'board.read': act(['查看全局进度', 'Read the board'], ['office', 'approver']),

  'sheet.read': act(
    ['查看细则表', 'Read a sheet'],
    ['office', 'counting-clerk', 'approver', ...TEAM, 'supplying-division', 'assessed-unit'],
  ),
  'sheet.change': act(
    ['填细则表的行', 'Enter a row of a sheet'],
    ['office', 'counting-clerk', ...TEAM, 'supplying-division'],
    {
      before: 'composite',
      also: {
        zh: '考核组提供的行：年终考核打开、考核报告没有签署时',
        en: 'rows the team supplies: while Year-end assessment is open and the report is not signed',
      },
    },
  ),
  'sheet.check': act(['复核照纸质表录入的行', 'Check a row entered from paper'], ['counting-clerk'], {
    stage: 'year-end',
    overSeen: true,
  }),
  'evidence.add': act(
    ['上传佐证', 'Add evidence'],
    ['office', 'counting-clerk', ...TEAM, 'supplying-division', 'assessed-unit'],
    {
      before: 'composite',
    },
  ),
  'evidence.read': act(
    ['查看佐证', 'Read evidence'],
    ['office', 'counting-clerk', ...TEAM, 'supplying-division', 'assessed-unit'],
  ),

  'rating.list': act(['查看谁还没有评分', 'See who has not rated'], ['office', 'counting-clerk', 'approver']),
  'rating.totals': act(['查看评分合计', 'Read rating totals'], ['office', 'counting-clerk', 'approver']),
  'rating.read': act(['查看一份评价表', 'Read one rating form'], [...RATERS, 'division-head', 'counting-clerk']),
  'rating.fill': act(['填评价表', 'Fill a rating form'], RATERS, { before: 'composite', states: ['draft'] }),
  'rating.paper': act(['录入纸质评价表', 'Enter a rating form from paper'], ['counting-clerk'], {
    before: 'composite',
  }),
  'rating.submit': act(['提交评价表', 'Submit a rating form'], RATERS, {
    before: 'composite',
    states: ['draft'],
    overSeen: true,
  }),
  'rating.withdraw': act(['撤回评价表', 'Withdraw a rating form'], RATERS, {
    before: 'composite',
    states: ['submitted'],
    overSeen: true,
  }),
  'rating.sign': act(['分管领导签字', 'Sign a division’s form'], ['division-head'], {
    before: 'composite',
    states: ['submitted'],
    overSeen: true,
  }),
  'rating.check': act(['复核录入的纸质评价表', 'Check a form entered from paper'], ['counting-clerk'], {
    before: 'composite',
    states: ['submitted'],
    overSeen: true,
  }),
  'digest.read': act(
    ['查看督导摘要', 'Read the patrol digest'],
    ['office', ...RATERS, 'division-head', 'patrol-group'],
  ),

  'register.read': act(
    ['查看台账', 'Read a register'],
    ['office', 'counting-clerk', 'approver', ...TEAM, 'supplying-division', 'patrol-group', 'assessed-unit'],
  ),
  'register.effects': act(
    ['查看一条记录影响的得分', 'See what an entry does to scores'],
    ['office', 'supplying-division'],
  ),
  'register.change': act(['登记台账', 'Enter a register'], ['office', 'supplying-division'], { before: 'composite' }),
  'patrol.change': act(['登记督导发现', 'Enter a patrol finding'], ['office', 'patrol-group'], { before: 'composite' }),
  'visit.read': act(['查看现场考核的提醒', 'See what is to be noted of visits'], ['office', 'approver', ...TEAM]),
  'visit.change': act(['登记现场考核', 'Enter a visit'], TEAM, { stage: 'year-end' }),
  'place.draw': act(['抽取考核点', 'Draw places to visit'], TEAM, { stage: 'year-end' }),

  'report.read': act(['查看考核报告', 'Read a report'], ['office', 'approver', ...TEAM, 'assessed-unit']),
  'report.write': act(['写考核报告', 'Write a report'], TEAM, { stage: 'year-end', states: ['draft'] }),
  'report.sign': act(['签署考核报告', 'Sign a report'], ['team-leader'], {
    stage: 'year-end',
    states: ['draft'],
    overSeen: true,
  }),
  'report.receive': act(['接收考核报告', 'Receive a report'], ['office'], { states: ['signed'], overSeen: true }),
  'report.reopen': act(['退回重开考核报告', 'Reopen a report'], ['office'], {
    before: 'composite',
    states: ['signed', 'received'],
    overSeen: true,
  }),
  'suggestion.answer': act(['答复意见和建议', 'Answer a suggestion'], ['assessed-unit'], { states: ['received'] }),

  'statement.read': act(
    ['查看自评、申诉', 'Read self-assessments and appeals'],
    ['office', 'approver', ...TEAM, 'assessed-unit'],
  ),
  'self-assessment.write': act(['自评一行', 'Assess a row oneself'], ['assessed-unit'], {
    stage: 'self-assessment',
    states: ['none', 'submitted', 'returned'],
  }),
  'self-assessment.review': act(['审核一行自评', 'Review a self-assessed row'], ['office'], {
    stage: 'review',
    states: ['submitted'],
    overSeen: true,
  }),
  'appeal.write': act(['申诉一处扣分', 'Appeal against a deduction'], ['assessed-unit'], {
    stage: 'appeal',
    states: ['none', 'submitted', 'withdrawn'],
  }),
  'appeal.withdraw': act(['撤回申诉', 'Withdraw an appeal'], ['assessed-unit'], {
    stage: 'appeal',
    states: ['submitted'],
    overSeen: true,
  }),
  'appeal.decide': act(['复核申诉', 'Decide an appeal'], ['office'], {
    before: 'composite',
    states: ['submitted'],
    overSeen: true,
  }),

  'facts.export': act(['导出全年事实', 'Export the facts'], ['office']),
  'result.read': act(['查看结果', 'Read the result'], ['office', 'approver']),
  'result.compute': act(['汇总计算', 'Compute the result'], ['office'], { stage: 'composite' }),
  'result.freeze': act(['冻结结果', 'Freeze the result'], ['office'], {
    stage: 'composite',
    states: ['computed'],
    overSeen: true,
  }),
  'result.approve': act(['审定结果', 'Approve the result'], ['approver'], {
    stage: 'approval',
    states: ['frozen'],
    overSeen: true,
  }),
  'result.publish': act(['印发通报', 'Publish the circular'], ['office'], {
    stage: 'circular',
    states: ['approved'],
    overSeen: true,
  }),
  'award.choose': act(['评选先进', 'Choose the awards'], ['office'], {
    stage: 'awards',
    states: ['frozen', 'approved'],
    overSeen: true,
  }),
  'paper.office': act(['下载办公室的文书', 'Download the papers of the office'], ['office', 'approver']),
  'paper.unit': act(
    ['下载一个单位的文书', 'Download the papers of a unit'],
    ['office', 'approver', ...TEAM, 'assessed-unit'],
  ),
  'paper.verify': act(
    ['核对文书的核验码', 'Check the code of a paper'],
    ['office', 'approver', ...TEAM, 'assessed-unit'],
  ),
  'paper.blank': act(
    ['下载空白表', 'Download blank forms'],
    ['office', 'counting-clerk', ...TEAM, ...RATERS, 'division-head'],
  ),
  // Of the exports the approver has the result's workbook alone: `exportKindsOf`.
  'export.read': act(['查看、下载导出', 'See and download exports'], ['office', 'approver']),
  'export.start': act(
    ['导出（审定人只有复核工作簿）', 'Start an export (approver: the result workbook)'],
    ['office', 'approver'],
  ),
  'export.cancel': act(['取消、删除导出', 'Cancel or remove an export'], ['office']),
} satisfies Record<string, Act>;

export type ActName = keyof typeof ACTS;

/** The act of that name, with its conditions. */
export function actOf(name: ActName): Act {
  return ACTS[name];
}
