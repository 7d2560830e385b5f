// What the checker finds in the two documents, named one by one: a careful reader's list. Nothing else may appear.
import { assessTree } from '@kaohe/scheme-files';
import { formatExact, type RawObject } from '@kaohe/scoring';
import { describe, expect, test } from 'vitest';
import { examined, line } from './findings.js';
import { filesOf, getFolder, getProgram } from './folder.js';

const ZHENGZHOU = [
  // 算术：比重、分值、系数
  'weight-missing member year-end', // 只写了16个县（市、区）的计分方法
  'amount-missing county county/i8 county/43 county/43.4 !', // 四张清单
  ...[1, 2, 3, 5, 6, 7, 8, 9, 10, 11].map((item) => `deduct-exceeds-item county county/i${item} !`),
  ...[1, 4, 6, 7, 9].map((item) => `deduct-exceeds-item member member/i${item} !`),
  'coefficient-weight county division !', // 0.166×18×10＝29.88：80.00 或 79.88
  'coefficient-weight county division !', // 取整后171得28，不是29
  'coefficient-raters leader !', // 0.125只在16人时得20
  'rounding-stage leader !',
  'rounding-stage division !',
  // 文字：错栏、断页、序号
  'displaced-text county county/1', // 考核内容栏里的“扣1分”
  'displaced-column county county/3 … 10',
  'displaced-column member member/2 member/7 member/8 member/9 member/10 member/33',
  'page-break-in-row county county/1',
  'page-break-in-row county county/2',
  'page-break-in-row county county/43',
  'page-break-in-row county county/i12',
  'page-break-in-row zhengzhou-2019', // 庆”攻坚行动……
  'unnumbered-row county county/38a',
  'number-order county county/i1 county/7', // 内容栏丢了前半截
  'number-order member member/i6 member/23', // （7）接在（3）后面
  'number-order member member/i6 member/23', // 3. 接在1. 后面
  'cell-unfinished county county/i5 county/24', // “……台帐的，扣1分；”
  'cell-unfinished county county/i7 county/37',
  'citation-variant zhengzhou-2019', // （〔2018〕16号），（郑办文〔2018〕16号）
  'method-missing county county/36 county/38',
  'method-missing member member/10 member/11',
  'method-not-scored county county/20', // 安责险保单
  'method-not-scored county county/27', // 与省安科院签订的合同
  'number-differs county county/21 member member/15', // 所有，50%
  'number-differs county county/40 member member/29', // 投稿5次，2次
  // 等次、不得分、重复、倒挂
  'grade-too-easy county county/i12 !',
  'grade-too-easy member member/i10 !',
  'forfeit-collides county county/i8 county/48 county/48.1 !',
  'forfeit-collides county county/i12 county/59 county/59.1 county/60.1 !',
  'forfeit-collides member member/i10 member/36 member/36.1 member/37.1 !',
  'repeated-sentence county county/43.2 county/43.6 !',
  'double-penalty county county/2.2 county/4.1 !',
  'double-penalty county county/48.1 county/60.1 !',
  'double-penalty county county/24.2 county/43.1 !', // 隐患台帐
  'double-penalty member member/1.1 member/2.1 !', // 未组织学习
  'perverse-ladder county county/8 county/8.1 county/8.2 !',
  'perverse-ladder county county/30 county/30.2 county/30.1 !',
  'perverse-ladder member member/22 member/22.2 member/22.1 !',
  'perverse-ladder county county/37.2 county/2.4 !', // 同一份文件：没有学习扣2分，没有落实扣1分
  'perverse-levels county county/48.1 county/60.1 !',
  'count-open-at-report zhengzhou-2019', // 1月20日前报，12月31日的事故到1月30日才定
  // 否决、加分、评先
  'veto-beside-grade county accidents !',
  'veto-beside-grade member accidents !',
  'veto-redundant score 未完成 !',
  'veto-redundant advanced-unit accidents',
  'bonus-over-full-marks county bonus !',
  'bonus-over-full-marks member bonus !',
  'bonus-lifts-grade county bonus 优秀 !',
  'bonus-lifts-grade county bonus 未完成 !',
  'bonus-lifts-grade member bonus 未完成 !',
  'award-disqualification county advanced-unit talks !',
  'award-disqualification member advanced-unit talks !',
  'award-open advanced-unit !',
  'appeal-missing zhengzhou-2019',
  // 没有写清的次数、总数、档、分母、条件
  'multiplier county county/42 county/42.1', // 每月……少于1次的扣
  'multiplier county county/42 county/42.2',
  'multiplier county county/45 county/45.3',
  'multiplier county county/47 county/47.1',
  'multiplier county county/22 county/22.1', // 六大系统
  'multiplier county county/36 county/36.1', // 七进
  'multiplier county county/38a county/38a.1', // 三项岗位
  'multiplier member member/25 member/25.1',
  'multiplier member member/27 member/27.1',
  'multiplier county county/2.2 … 12', // 少一项、发现一起：没有“每”
  'multiplier member member/3.1 … 12',
  'target-missing county county/5 county/5.1',
  'target-missing county county/8 county/8.2',
  'target-missing county county/22 county/22.1',
  'target-missing county county/25 county/25.1',
  'part-step county county/20.1 county/21.1 !',
  'part-step member member/15.1 !',
  'percent-or-points county county/21.1 member member/15.1 !',
  'population-undefined county county/20.1 county/21.1 county/53.2 county/59.1',
  'population-undefined member member/14.1 member/15.1 member/16.1 member/19.3 member/33.2 member/36.1',
  'sample-undefined county county/19.1 county/28.4 county/31.1 county/32.1 county/38a.1',
  'sample-undefined member member/12.1 member/13.1 member/17.1 member/28.1',
  'shared-amount county county/2 county/2.2',
  'shared-amount county county/4 county/4.1',
  'shared-amount county county/20 county/20.1',
  'shared-amount county county/21 county/21.1',
  'shared-amount county county/34 county/34.1', // 少一项：四种制度
  'shared-amount county county/35 county/35.1',
  'shared-amount county county/39 county/39.1',
  'shared-amount county county/42 county/42.2',
  'shared-amount county county/49 county/49.1',
  'shared-amount county county/52 county/52.1',
  'shared-amount county county/59 county/59.1',
  'shared-amount member member/15 member/15.1',
  'shared-amount member member/16 member/16.1',
  'shared-amount member member/21 member/21.1',
  'shared-amount member member/24 member/24.1',
  'shared-amount member member/36 member/36.1',
  'undefined-term member member/2 member/2.3', // 等相关单位
  'undefined-term member member/16 member/16.1',
  'undefined-term member member/25 member/25.1',
  'undefined-term county county/53 county/53.1', // 民爆等
  'undefined-term member member/33 member/33.1',
  'undefined-term county county/3.1 … 11', // 四级五覆盖、四大攻坚……
  'undefined-term member member/3.1 member/17.1 member/25.1 member/27.1 member/33.1',
  'undefined-term county county/3.4 county/45.1 county/49.1 county/51.1 county/54.3',
  'undefined-term member member/5.2 member/12.1 member/21.1 member/34.1',
  // 别处的规定和数
  'external-reference county county/44.1 county/53.1 county/57.3',
  'external-reference member member/5.1 member/13.1 member/33.1',
  'external-reference accidents score veto-effect', // 按照有关规定执行
  'external-data county county/17 county/17.1', // 上年GDP
  'external-data county county/18 county/18.2', // 人均
  'external-data county county/59 county/59.1',
  'external-data member member/36 member/36.1',
  // 提到而不计分的
  'role-not-scored division 督导组',
  'role-not-scored 督导组督查',
  'role-not-scored 重点工作任务完成情况',
  'topic-not-scored county 集中整治',
  'topic-not-scored member member/20 大暗访大排查大整治大执法',
  'topic-not-scored member member/20 防风险除隐患保平安迎大庆',
  'topic-not-scored member member/20 集中整治',
  'requirement-not-scored county county/i5 county/23',
  'requirement-not-scored member member/i5 member/18',
  'requirement-not-scored member member/i9 member/34',
  'requirement-not-scored county county/i1 county/1', // ②③④三份文件
  'requirement-not-scored county county/i1 county/3', // 议事日程，齐抓共管
  'requirement-not-scored county county/i1 county/7', // 激励约束：第8、9行换了说法，算误报
  'requirement-not-scored county county/i5 county/27', // 数据接入
  'requirement-not-scored county county/i7 county/35', // 知识竞赛
  'requirement-not-scored member member/i1 member/1', // ④
  'requirement-not-scored member member/i1 member/3',
  'requirement-not-scored member member/i1 member/7', // 目标细化分解
  'requirement-not-scored member member/i3 member/12', // 岗位津贴
  'requirement-not-scored member member/i4 member/14', // 中央、省属驻郑企业
  'requirement-not-scored member member/i6 member/20', // 执法计划
  'requirement-not-scored member member/i7 member/24',
  'requirement-not-scored county county/i1 county/4', // 担任安委会主任
  'requirement-not-scored county county/i10 county/54', // 统计准确率
  'requirement-not-scored county county/i10 county/56',
  'requirement-not-scored member member/i9 member/34',
  'requirement-not-scored member member/i9 member/35', // 拖延不报
  // 错字、名称、分组
  'typing-damage county county/41',
  'typing-damage county county/50',
  'typing-damage zhengzhou-2019',
  'name-variant 航空港区',
  'name-variant 市交通局',
  'single-team team-1 team-2 … 12',
  'veto-word-in-requirement county county/9 county/9.1',
  // 其余的读法
  'reading-open veto-score !',
  'reading-open period-shortfall county/2.2 county/4.1 member/4.1 !',
  'reading-open limit-equality county/59.1 member/36.1 !',
  'reading-open row-28 county/28.1 county/28.2 county/28.3 !',
  'reading-open row-58 county/58.3 county/58.4 !',
  'reading-open member-30 member/30.2 member/30.3 !',
  'reading-open veto-levels',
  'reading-open disqualified-either',
  'reading-open ballot-decimals',
  'reading-open row-2-classes county/2.3 county/2.4',
  'reading-open row-3-once county/3.1',
  'reading-open row-54-once county/54.4',
  'reading-open not-applicable member/14.1 member/15.1 member/16.1 member/31.1',
  'reading-open member-26 member/26.1',
  'reading-open member-34 member/34.1',
];

// 分值全部相符，没有 sum-mismatch。
const SHANDONG = [
  'band-missing accidents 不合格',
  'perverse-line city city/i10 city/10.2 !', // 没有超出平均数也要扣
  'bonus-over-full-marks city bonus !',
  'amount-unit-missing bonus', // 最高加100
  'appeal-missing shandong-2016',
  'units-missing city',
  'method-missing city',
  'part-step city city/10.1 !',
  'external-reference city city/2.3.1 city/3.4.2 city/7.1.2',
  'external-data city city/10.1', // “十二五”期间平均数
  'external-data city city/10.2',
  'relative-to-average city city/10.1',
  'relative-to-average city city/10.2 !', // 平均数带小数
  'unbounded-judgement city city/1.1.1 … 88 !', // 87条
  'points-missing bonus merit !',
  'undefined-term city city/3.2.1 city/3.3.1 city/5.1.3 city/7.1.2', // 两集中、两到位……
  'typing-damage city city/6.2', // and
  'typing-damage shandong-2016',
  'veto-word-in-requirement city city/1.3 city/1.3.3',
  'reading-open accident-slopes city/10.2 !', // 30分、50分
  'reading-open fraction-of-average city/10.2',
  'reading-open comparable-basis city/10.1 city/10.2',
  'reading-open veto-levels',
  'reading-open assessed-year',
  'reading-open sheet-marks',
];

const LISTS: readonly (readonly [string, readonly string[]])[] = [
  ['zhengzhou-2019', ZHENGZHOU],
  ['shandong-2016', SHANDONG],
];

describe.each(LISTS)('%s', (scheme, expected) => {
  const findings = examined(scheme);

  test('每一条都查出，没有多出来的', () => {
    expect(findings.map(line).sort()).toEqual([...expected].sort());
  });

  test('例子照原样可以计分，每种读法都得出所说的总分和等次', () => {
    const folder = getFolder(scheme);
    for (const { code, counterexample } of findings) {
      const { unit: name = '', facts: stated = {}, outcomes = [], against } = counterexample ?? {};
      const cases = outcomes.map((one) => ({ ...one, unit: name, facts: stated }));
      const compared = against ? [{ ...against, readings: {} }] : [];
      for (const { unit: expected, facts, readings, total, grade } of [...cases, ...compared]) {
        const tree: RawObject = { ...facts, readings };
        const assessed = assessTree(folder, tree);
        if ('problems' in assessed) throw new Error(`${code}: ${JSON.stringify(assessed.problems)}`);
        const [unit] = assessed.units;
        expect(unit?.scored.facts.unit).toBe(expected);
        expect([unit && formatExact(unit.scored.total.most), unit?.decision.grades.join('/')]).toEqual([total, grade]);
      }
    }
  });

  test('引的都是原文', () => {
    const squeezed = (text: string) => text.replace(/\s+/g, '');
    const source = squeezed(filesOf(scheme)['source.md'] ?? '');
    const fragments = findings.flatMap(({ code, quote }) =>
      (quote ?? '').split(/ … |…|／/).map((one) => [code, squeezed(one)] as const),
    );
    const foreign = fragments.filter(([, fragment]) => !source.includes(fragment));
    expect(foreign).toEqual([]);
  });

  test('说的话里没有内部编号，编号另有地方', () => {
    const { clauses, scheme: own, readings } = getProgram(scheme);
    const ids = [...clauses.keys(), ...own.sheets.map(({ id }) => `${id}/`), ...Object.keys(readings)];
    for (const { code, title, why, counterexample } of findings)
      for (const { zh, en } of [title, why, ...(counterexample ? [counterexample.claim] : [])])
        expect(
          ids.filter((id) => zh.includes(id) || new RegExp(`(^|[^a-z-])${id}([^a-z-]|$)`).test(en)),
          code,
        ).toEqual([]);
    const named = findings.flatMap(({ readings: told = [] }) => told);
    expect(named.filter((name) => !(name in readings))).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  });

  test('中英文都有', () => {
    const words = findings.flatMap(({ title, why, counterexample }) => [
      title,
      why,
      ...(counterexample ? [counterexample.claim] : []),
    ]);
    expect(words.filter(({ zh, en }) => zh.trim() === '' || en.trim() === '' || /undefined|NaN/.test(zh + en))).toEqual(
      [],
    );
  });
});
