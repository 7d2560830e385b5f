// The districts of the demonstration year: findings that can be drawn on their sheet, what each of them is like, and what all
// units share: bonus deeds and the accident ledger. All of it is made up.

import { absent, breached, count, notApplicable, ratio, share } from './make-demonstration.observations.mjs';

/** Findings an assessment team may come upon; `cost` is what the sentence deducts. */
export const FINDINGS = [
  { item: 1, clause: 'county/3.1', cost: 1, observed: absent('三管三必须'), note: '制度汇编中没有这一项' },
  { item: 1, clause: 'county/5.1', cost: 0.5, observed: count(1), note: '下半年少报送一人次' },
  { item: 1, clause: 'county/7.1', cost: 0.5, observed: breached, note: '两个部门尚未编制清单' },
  { item: 1, clause: 'county/8.2', cost: 1, observed: count(2), note: '两名村级负责人没有签订' },
  { item: 1, clause: 'county/10.2', cost: 1, observed: breached, note: '没有谈话记录' },
  { item: 2, clause: 'county/11.2', cost: 1, observed: breached, note: '只有通知，没有方案' },
  { item: 2, clause: 'county/13.1', cost: 0.5, observed: [['actual', '{ 诚信企业: 1 }']] },
  { item: 3, clause: 'county/17.2', cost: 1, observed: breached, note: '会议系统尚在安装' },
  { item: 3, clause: 'county/18.2', cost: 1, observed: [['value', '"1.4"']], note: '一个乡镇未足额安排' },
  { item: 3, clause: 'county/19.1', cost: 1, observed: count(2), note: '抽查十家企业，两家未提取' },
  {
    item: 4,
    clause: 'county/20.1',
    cost: 0.5,
    observed: [
      ['申报率', ratio(17, 20)],
      ['日常监管率', ratio(20, 20)],
    ],
  },
  {
    item: 4,
    clause: 'county/21.1',
    cost: 0.5,
    observed: [
      ['危化品企业', ratio(9, 9)],
      ['规上工贸企业', ratio(43, 52)],
    ],
  },
  { item: 5, clause: 'county/24.2', cost: 1, observed: breached, note: '台帐停在上半年' },
  { item: 5, clause: 'county/25.1', cost: 0.5, observed: count(1) },
  { item: 5, clause: 'county/26.2', cost: 0.5, observed: breached },
  { item: 6, clause: 'county/28.3', cost: 0.5, observed: breached, note: '计划检查的企业没有全部检查' },
  { item: 6, clause: 'county/28.4', cost: 1, observed: count(1), note: '一处处罚结果没有公示' },
  { item: 6, clause: 'county/29.1', cost: 1, observed: absent('整治曝光') },
  { item: 6, clause: 'county/30.1', cost: 1, observed: [['occasions', '[ { absent: [总结] }, { absent: [] } ]']] },
  { item: 6, clause: 'county/31.1', cost: 0.5, observed: count(1), note: '暗访发现一家' },
  { item: 6, clause: 'county/33.1', cost: 0.5, observed: absent('总结') },
  { item: 6, clause: 'county/34.1', cost: 1, observed: absent('联合惩戒') },
  { item: 7, clause: 'county/35.1', cost: 1, observed: absent('咨询日总结') },
  { item: 7, clause: 'county/38.1', cost: 1, observed: count(2), note: '两名新任职人员未参加培训' },
  { item: 7, clause: 'county/38a.1', cost: 0.5, observed: count(1), note: '一家企业特殊工种证书过期' },
  { item: 7, clause: 'county/40.1', cost: 1, observed: [['value', 3]], note: '全年投稿三次' },
  { item: 8, clause: 'county/42.1', cost: 0.5, observed: breached, note: '八月没有召开调度会' },
  { item: 8, clause: 'county/43.2', cost: 0.5, observed: count(1) },
  { item: 8, clause: 'county/45.3', cost: 0.5, observed: breached, note: '两个月没有曝光' },
  { item: 8, clause: 'county/47.1', cost: 0.5, observed: breached, paper: false },
  { item: 9, clause: 'county/50.2', cost: 0.5, observed: breached, note: '企业预案与政府预案联系方式不一致' },
  { item: 9, clause: 'county/52.1', cost: 1, observed: breached },
  { item: 9, clause: 'county/53.2', cost: 1, observed: share(47, 50), note: '三家企业未完成建设' },
  { item: 10, clause: 'county/54.3', cost: 2, observed: count(1), paper: false },
  { item: 10, clause: 'county/55.1', cost: 2, observed: count(1), note: '迟报一次', paper: false },
  { item: 10, clause: 'county/56.1', cost: 1, observed: count(1), note: '执法统计迟报一次', paper: false },
  { item: 11, clause: 'county/57.3', cost: 1, observed: breached, note: '平台账号没有专人' },
  { item: 11, clause: 'county/58.3', cost: 1, observed: breached, note: '抽查企业全年没有录入' },
];

const NO_SOURCE = notApplicable('county/27.1', '无一二三级重大危险源');
const NO_MINE = notApplicable('county/22.1', '无煤矿和井采矿山');

/**
 * `leader`, `division`: points the ballots convert to. `lost`: points lost in the rows looked at by the day of the cut, `later`: in
 * those still open then, accidents apart.
 */
function unit(name, [leader, division, lost, gdp, employees, devices], particulars = {}) {
  const usual = {
    party: 3,
    government: 4,
    council: [1, 1, 1, 1],
    zones: [],
    open: [],
    later: 0,
    without: [],
    stated: [],
    talks: [],
  };
  return { name, leader, division, lost, gdp, employees, devices, ...usual, ...particulars };
}

const FULL = [1, 1, 1, 1];

export const UNITS = [
  unit('航空港区', [19, 28, 5.5, '976.2', '512000', '21400'], {
    party: 4,
    zones: [FULL, FULL, [2, 1, 1, 1]],
    open: ['county/53'],
    later: 1,
  }),
  unit('郑东新区', [19, 29, 3.5, '1012.4', '398000', '33800'], { government: 6, stated: [NO_MINE, NO_SOURCE] }),
  unit('经开区', [19, 28, 6.5, '905.6', '421000', '19200'], { asSums: true, stated: [NO_MINE] }),
  unit('高新区', [19, 29, 4, '418.9', '289000', '15100'], {
    stated: [NO_MINE],
    talks: [{ by: '市安委会', on: '2019-10-22', note: '因一起事故处置不力' }],
  }),
  unit('巩义市', [18, 27, 9, '801.5', '263000', '12600'], { zones: [FULL, FULL] }),
  unit('登封市', [17, 26, 5, '655.3', '231000', '9800'], { asSums: true }),
  unit('新密市', [16, 26, 12, '778.1', '276000', '11300'], { zones: [FULL], council: [1, 0, 1, 1], without: [8] }),
  unit('荥阳市', [17, 26, 11, '702.8', '254000', '10900'], {
    zones: [FULL],
    open: ['county/40', 'county/45'],
    later: 1.5,
  }),
  unit('新郑市', [18, 28, 7, '1130.7', '334000', '16700'], {
    asSums: true,
    zones: [[1, 2, 1, 1]],
    open: ['county/58'],
    later: 1,
  }),
  unit('中牟县', [17, 26, 13, '447.0', '198000', '8700'], { zones: [FULL, [1, 1, 0, 1]], stated: [NO_MINE] }),
  unit('中原区', [18, 27, 8.5, '388.4', '305000', '22300'], { stated: [NO_MINE, NO_SOURCE] }),
  unit('二七区', [17, 27, 10, '640.9', '322000', '20500'], { asSums: true, party: 2, stated: [NO_MINE] }),
  unit('金水区', [19, 28, 6, '1487.6', '611000', '41900'], { without: [8], stated: [NO_MINE, NO_SOURCE] }),
  unit('管城区', [18, 26, 9.5, '357.2', '247000', '17600'], { leaderBallots: 15, leaderSum: 140, stated: [NO_MINE] }),
  unit('惠济区', [18, 27, 10.5, '172.3', '121000', '7400'], {
    asSums: true,
    open: ['county/20', 'county/21'],
    later: 0.5,
    stated: [NO_MINE, NO_SOURCE],
  }),
  unit('上街区', [16, 25, 19, '136.8', '89000', '5200'], {
    open: ['county/28', 'county/51'],
    later: 0.5,
    stated: [NO_MINE],
  }),
];

/** A deed put forward twice counts once, at its highest. */
export const DEEDS = {
  航空港区: [{ deed: '监管执法信息化做法', kind: 'media', note: '市级媒体推广' }],
  郑东新区: [
    { deed: '楼宇安全网格化管理', kind: 'promoted', level: 'city', note: '全市推广' },
    { deed: '楼宇安全网格化管理', kind: 'commended', level: 'province', note: '同一工作另获省级表彰' },
    { deed: '安全宣传进商圈', kind: 'media', note: '市级媒体推广' },
  ],
  经开区: [{ deed: '企业班组安全建设', kind: 'promoted', level: 'city', note: '全市推广' }],
  金水区: [{ deed: '社区应急服务站', kind: 'media', note: '市级媒体推广' }],
  市教育局: [{ deed: '校园安全风险清单', kind: 'promoted', level: 'city', note: '全市推广' }],
  市生态环境局: [{ deed: '危险废物联合检查', kind: 'media', note: '市级媒体推广' }],
  市交通局: [{ deed: '客运车辆动态监控', kind: 'commended', level: 'city', note: '市政府表彰' }],
};

export const ACCIDENTS = [
  accident(['A-01', '2019-03-19', '金水区', '建筑施工', '市城建局'], [1, 0, '1350000'], { responsible: true }),
  accident(['A-02', '2019-05-06', '登封市', '道路交通', '市交通局'], [3, 4, '4200000'], { responsible: false }),
  accident(['A-03', '2019-06-27', '新密市', '道路交通', '市公安局'], [4, 2, '6100000'], { responsible: true }),
  accident(['A-04', '2019-08-14', '中牟县', '特种设备', '市市场监管局'], [0, 1, '380000'], { responsible: false }),
  accident(['A-05', '2019-09-30', '登封市', '火灾', '市消防救援支队'], [2, 10, '8900000'], { responsible: false }),
  accident(['A-06', '2019-11-11', '高新区', '道路交通', '市公安局'], [1, 1, '260000'], { responsible: false }),
  accident(['A-07', '2019-12-28', '二七区', '建筑施工', '市城建局'], [1, 3, '1900000'], {
    responsible: false,
    note: '30日内伤亡人数可能变动',
  }),
];

function accident([id, on, place, industry, department], [deaths, seriousInjuries, loss], state) {
  const directEconomicLossYuan = `"${loss}"`;
  return { id, on, place, industry, department, deaths, seriousInjuries, directEconomicLossYuan, ...state };
}
