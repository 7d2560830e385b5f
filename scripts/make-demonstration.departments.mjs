// The departments of the demonstration year: findings that can be drawn on their sheet, and what each of them is like.
// All of it is made up.

import { absent, breached, count, notApplicable, ratio, share } from './make-demonstration.observations.mjs';

const finding = ([clause, cost], observed, particulars = {}) => ({ clause, cost, observed, ...particulars });

/** Only a department with enterprises under it can have these. */
const INDUSTRY = { needs: 'enterprises' };
const NAMED_BUREAUS = ['市公安局', '市交通局'];

/** Findings an assessment team, or the office, may come upon; `cost` is what the sentence deducts. */
export const MEMBER_FINDINGS = [
  finding(['member/2.3', 1], breached, { only: NAMED_BUREAUS, note: '没有向县（市、区）转发通知' }),
  finding(['member/3.1', 1], absent('三管三必须'), { note: '制度汇编中没有这一项' }),
  finding(['member/4.2', 2], breached, { note: '没有谈话记录' }),
  finding(['member/5.1', 2], breached, { note: '计划没有报市安委办备案' }),
  finding(['member/7.1', 1], breached, { note: '没有表彰文件' }),
  finding(['member/7.2', 1], breached),
  finding(['member/9.2', 1], breached, { note: '只有通知，没有方案' }),
  finding(['member/10.1', 1], [['actual', '{ 诚信企业: 1 }']], INDUSTRY),
  finding(['member/12.1', 1], absent('装备'), { note: '执法记录仪不足' }),
  finding(['member/13.1', 2], count(2), { ...INDUSTRY, note: '抽查八家企业，两家未按规定提取' }),
  finding(['member/14.1', 1], share(46, 48), { ...INDUSTRY, note: '两家企业尚未启动' }),
  finding(
    ['member/15.1', 0.5],
    [
      ['危化品企业', ratio(6, 6)],
      ['规上工贸企业', ratio(49, 100)],
    ],
    INDUSTRY,
  ),
  finding(
    ['member/16.1', 1],
    [
      ['申报率', ratio(24, 24)],
      ['日常监管率', ratio(60, 60)],
      ['责任险参保率', ratio(19, 20)],
    ],
    { ...INDUSTRY, note: '一家企业保单过期' },
  ),
  finding(['member/19.2', 1], breached, { note: '台帐停在上半年' }),
  finding(['member/19.3', 1], share(11, 12), { note: '一处隐患延期整改' }),
  finding(['member/20.1', 1], absent('整治曝光')),
  finding(['member/21.1', 1], breached, { note: '整改台帐没有销号时间' }),
  finding(['member/22.1', 1], [['occasions', '[ { absent: [总结] }, { absent: [] } ]']]),
  finding(['member/24.1', 1], absent('咨询日总结')),
  finding(['member/25.1', 1], absent('七进')),
  finding(['member/26.1', 1], count(1), { note: '一名新任职人员未参加培训' }),
  finding(['member/28.1', 1], count(1), { ...INDUSTRY, note: '一人证书过期' }),
  finding(['member/29.1', 1], [['value', 1]], { note: '全年投稿一次' }),
  finding(['member/30.3', 1], breached, { note: '演练后没有评估报告' }),
  finding(['member/31.1', 1], [['value', 1]], { ...INDUSTRY, note: '一家高危企业只演练一次' }),
  finding(['member/33.2', 1], share(57, 60), { ...INDUSTRY, note: '三家企业未完成建设' }),
  finding(['member/34.1', 2], count(1), { note: '一起事故延期结案', paper: false }),
  finding(['member/35.1', 2], count(1), { note: '迟报一次', paper: false }),
];

const WITHOUT_ENTERPRISES = ['14.1', '15.1', '16.1', '31.1'].map((clause) =>
  notApplicable(`member/${clause}`, '没有分管的工贸、危险化学品和高危行业企业'),
);

const NUMBERS = Array.from({ length: 37 }, (_, index) => index + 1);
/** Rows whose facts the office and the divisions hold: known before any team sets out. */
const OFFICE = [8, 32, 34, 35, 36, 37];
export const MEMBER_ROWS = NUMBERS.map((number) => `member/${number}`);
const NOT_VISITED = NUMBERS.filter((number) => !OFFICE.includes(number)).map((number) => `member/${number}`);

/**
 * `lost`: points lost in the rows looked at by the day of the cut, `later`: in those still open then, accidents apart.
 * `employees`, `devices`: what the indicators are measured over, where the department has such an industry.
 */
function department(name, lost, particulars = {}) {
  const { enterprises = false } = particulars;
  const usual = { later: 0, meetings: [1, 1, 1, 1], open: [], talks: [], enterprises };
  return { name, lost, ...usual, stated: enterprises ? [] : WITHOUT_ENTERPRISES, ...particulars };
}

export const DEPARTMENTS = [
  department('市公安局', 5),
  department('市发改委', 3, { open: ['member/5', 'member/9'], later: 2 }),
  department('市水利局', 6.5, { enterprises: true, employees: '38600' }),
  department('市林业局', 4),
  department('市工信局', 9, { enterprises: true, employees: '486000', open: ['member/15', 'member/16'], later: 1.5 }),
  department('市供销社', 12, { enterprises: true, employees: '12400', meetings: [1, 1, 0, 1] }),
  department('市自然资源和规划局', 7, { enterprises: true, employees: '21800' }),
  department('市市场发展中心', 14, { meetings: [1, 0, 0, 1] }),
  department('市教育局', 2),
  department('市民政局', 5),
  department('市住房保障局', 8),
  department('市卫健委', 6, { meetings: [2, 1, 1, 1] }),
  department('郑州黄河文化公园管委会', 0, { open: NOT_VISITED, later: 9 }),
  department('市城管局', 8.5, { enterprises: true, employees: '64200' }),
  department('市商务局', 10, { enterprises: true, employees: '173000', open: ['member/26', 'member/28'], later: 1 }),
  department('市消防救援支队', 2),
  department('郑州供电公司', 1, { enterprises: true, employees: '9800' }),
  department('市文广旅局', 7, { open: ['member/25'], later: 1 }),
  department('市国资委', 0, { enterprises: true, employees: '88500', open: NOT_VISITED, later: 6.5 }),
  department('市生态环境局', 3),
  department('市城建局', 7, {
    enterprises: true,
    employees: '412000',
    talks: [{ by: '市安委会', on: '2019-04-16', note: '因一起建筑施工事故' }],
  }),
  department('市交通局', 6, { enterprises: true }),
  department('市市场监管局', 4, { enterprises: true, devices: '273000', open: ['member/21', 'member/33'], later: 1 }),
  department('市人防办', 0, { open: NOT_VISITED, later: 4 }),
  department('市园林局', 11, { meetings: [1, 1, 1, 0] }),
  department('市农委', 17, { enterprises: true, meetings: [1, 0, 1, 1], open: ['member/23', 'member/29'], later: 1 }),
  department('市重点项目建设中心', 0, { open: NOT_VISITED, later: 12 }),
];
