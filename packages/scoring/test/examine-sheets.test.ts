// What the checker reads in printed sentences, on made-up sheets: each matter found, and the sound sentence beside it left alone.
import type { Rule } from '@kaohe/scoring';
import { describe, expect, it } from 'vitest';
import { type DraftRow, findingsIn, fixed, only } from './examine-sheets.js';

const rateRule = (step: string): readonly Rule[] => [
  {
    kind: 'per-step',
    quantity: { name: '检验率', unit: '%', per: '100' },
    amount: '1',
    step,
    from: '100',
    direction: 'below',
    partialStep: 'drop',
  },
];
const inPercent: DraftRow = {
  criterion: '电梯检验率达100%，每少10%扣1分',
  clauses: { '每少10%扣1分': rateRule('10') },
};
const inPoints: DraftRow = {
  criterion: '电梯检验率达100%，每少1个百分点扣1分',
  clauses: { 每少1个百分点扣1分: rateRule('1') },
};

describe('百分之几与百分点', () => {
  it('同一个比率两处写法不同，差10个百分点扣得不同', () => {
    const [found] = only('percent-or-points', { sheets: { 甲: [inPercent], 乙: [inPoints] } });
    expect(found?.at).toEqual(['甲', '甲/1.1', '乙', '乙/1.1']);
    expect(found?.counterexample).toMatchObject({
      outcomes: [{ total: '99' }],
      against: { total: '90', unit: '乙县' },
    });
  });

  it('两处写法相同的没有问题', () =>
    expect(only('percent-or-points', { sheets: { 甲: [inPercent], 乙: [inPercent] } })).toEqual([]));
});

describe('写了要求，没有扣分', () => {
  const row = (requirement: string): DraftRow => ({
    requirement,
    criterion: '未制定消防巡查方案的扣2分',
    clauses: { 未制定消防巡查方案的扣2分: fixed('2') },
  });
  const quoted = (requirement: string) =>
    only('requirement-not-scored', { sheets: { 甲: [row(requirement)] } }).map(({ quote }) => quote);

  it.each([
    ['制定消防巡查方案，组织微型消防站比武竞技', ['组织微型消防站比武竞技']],
    ['制定消防巡查方案；落实《电动自行车管理条例》', ['《电动自行车管理条例》']],
    ['组织开展“消防巡查、燃气入户”等活动', ['燃气入户']],
    ['按照属地负责的原则，制定消防巡查方案', []],
    ['认真做好消防巡查方案制定工作', []],
  ])('%s', (requirement, expected) => expect(quoted(requirement)).toEqual(expected));

  it('大项以它为名的，不算没有扣分', () =>
    expect(
      only('requirement-not-scored', { sheets: { 甲: [row('推进燃气入户改造')] }, itemName: '二、推进燃气入户改造' }),
    ).toEqual([]));

  it('少一次扣1分只数会议，会议以外的要求扣不到', () => {
    const criterion = '镇长担任消防委员会主任，每年召开例会不少于4次，少一次扣1分';
    const meetings: Rule = {
      kind: 'per-unit',
      amount: '1',
      unit: '次',
      basis: 'missing',
      periods: 'per-period',
      requirements: [{ what: '例会', count: '4', per: 'year', quote: '每年召开例会不少于4次' }],
    };
    const found = only('requirement-not-scored', {
      sheets: { 甲: [{ criterion, clauses: { 少一次扣1分: [meetings] } }] },
    });
    expect(found.map(({ quote }) => quote)).toEqual(['镇长担任消防委员会主任']);
  });

  it('写了几个率，只按其中一个的个案扣分', () => {
    const criterion = '火灾登记准确率、火灾结案率均为100%，火灾没有结案的发现一起扣2分';
    const rules: Rule[] = [{ kind: 'per-unit', amount: '2', unit: '起', basis: 'occurrence' }];
    const clauses = { 火灾没有结案的发现一起扣2分: rules };
    const found = only('requirement-not-scored', { sheets: { 甲: [{ criterion, clauses }] } });
    expect(found.map(({ quote }) => quote)).toEqual(['火灾登记准确率']);
  });

  it('禁止几种情形，扣分的少写一种', () => {
    const criterion = '没有瞒报、谎报和拖延不报现象。出现瞒报、谎报的扣2分';
    const found = only('requirement-not-scored', {
      sheets: { 甲: [{ criterion, clauses: { '出现瞒报、谎报的扣2分': fixed('2') } }] },
    });
    expect(found.map(({ quote }) => quote)).toEqual(['拖延不报']);
  });
});

describe('考核方法', () => {
  const row = (method: string): DraftRow => ({
    requirement: '落实燃气用户入户检查',
    criterion: '未建立燃气用户台账的扣2分',
    method,
    clauses: { 未建立燃气用户台账的扣2分: fixed('2') },
  });

  it.each([
    ['查燃气用户台账、锅炉检验合格证等', ['锅炉检验合格证']],
    ['查会议记录、文件和图片资料', []],
    ['现场抽查燃气用户', []],
  ])('%s', (method, expected) =>
    expect(only('method-not-scored', { sheets: { 甲: [row(method)] } }).map(({ quote }) => quote ?? '')).toEqual(
      expected,
    ),
  );

  it('几栏的表没有一栏是考核方法', () => {
    const rows = [{ criterion: '未公示的扣1分', clauses: { 未公示的扣1分: fixed('1') } }];
    expect(only('method-missing', { sheets: { 甲: rows }, columns: ['指标', '细则'] })).toHaveLength(1);
  });
});

describe('一件没有做的事，两行都扣', () => {
  const row = (quote: string): DraftRow => ({ criterion: quote, clauses: { [quote]: fixed('1') } });
  const pairs = (one: string, other: string) => only('double-penalty', { sheets: { 甲: [row(one), row(other)] } });

  it('用字大半相同、做的是同一个动作，两行各扣，引擎算得出', () => {
    const [found] = pairs('没有建立重大火灾隐患台账的，扣1分', '未建立重大火灾隐患整改清单台账的扣1分');
    expect(found?.counterexample?.outcomes[0]?.total).toBe('98');
  });

  it.each([
    ['动作不同', '未制定消防巡查行动方案的扣1分', '未总结消防巡查行动方案的扣1分'],
    ['只说“未落实”，各有各的事', '未落实的扣1分', '未落实到位的扣1分'],
    ['事情不同', '未建立燃气用户台账的扣1分', '未建立电梯检验档案的扣1分'],
  ])('%s的不算', (...[, one, other]) => expect(pairs(one, other)).toEqual([]));
});

describe('同一句要求，两张表的数不同', () => {
  const row = (standard: string): DraftRow => ({
    criterion: `${standard}，未做到的扣1分`,
    clauses: { 未做到的扣1分: fixed('1') },
  });
  const severities = (one: string, other: string) =>
    only('number-differs', { sheets: { 甲: [row(one)], 乙: [row(other)] } }).map(({ severity }) => severity);

  it.each([
    ['所有规模以上化工企业', '50%的规模以上化工企业完成改造', ['risk']],
    ['所有规模以上化工企业', '100%的规模以上化工企业完成改造', []],
    ['全年上报信息少于12条', '上报信息少于6条', ['note']],
    ['全年上报信息少于12条', '燃气入户检查少于6次', []],
  ])('%s／%s', (one, other, expected) => expect(severities(one, other)).toEqual(expected));
});

describe('评先、异议、名单', () => {
  const rows = [{ criterion: '未公示的扣1分', clauses: { 未公示的扣1分: fixed('1') } }];
  const award = (quote: string) => [
    { id: 'best', name: '先进', nameEn: 'Best', quote, grades: ['合格'], disqualified: [] },
  ];
  const titles = (quote: string, outside: readonly string[]) =>
    only('award-open', { sheets: { 甲: rows }, awards: award(quote), outside }).map(({ title }) => title.zh);

  it('没有名额也没有并列的办法', () =>
    expect(titles('从合格单位中评选先进单位', [])).toEqual(['没有写评几个、得分相同取谁']));

  it('有名额，没有并列的办法', () => expect(titles('从合格单位中评选3个先进单位', [])).toEqual(['没有写得分相同取谁']));

  it('都写了的没有问题', () =>
    expect(titles('从合格单位中评选3个先进单位', ['评选先进时得分相同的，事故少者在前'])).toEqual([]));

  it('写了向谁提出异议的没有问题，没有写的有', () => {
    const found = (outside: string) => only('appeal-missing', { sheets: { 甲: rows }, outside: [outside] });
    expect(found('对结果有异议的，五日内向市安委办申请复核')).toEqual([]);
    expect(found('各单位要高度重视')).toHaveLength(1);
  });

  it('没有一个单位的表', () => {
    expect(only('units-missing', { sheets: { 甲: rows }, units: false })).toMatchObject([{ at: ['甲'] }]);
  });
});

describe('用语、单位、外来的数', () => {
  const row = (criterion: string): DraftRow => ({ criterion, clauses: { [criterion]: fixed('1') } });

  it.each([
    ['未落实“五级六责”的扣1分', ['五级六责']],
    ['未建立甲、乙、丙“三项清单”的扣1分', []],
    ['未落实“十四五”规划的扣1分', []],
    ['未落实“打非治违”的扣1分', []],
  ])('%s', (criterion, expected) =>
    expect(only('undefined-term', { sheets: { 甲: [row(criterion)] } }).map(({ quote }) => quote)).toEqual(expected),
  );

  it('文件别处解释过的简称不算', () => {
    const source = '未落实“五级六责”的扣1分\n“五级六责”是指省市县乡村五级、六方面责任';
    expect(only('undefined-term', { sheets: { 甲: [row('未落实“五级六责”的扣1分')] }, source })).toEqual([]);
  });

  it.each([
    ['最高加5', 1],
    ['最高加5分', 0],
  ])('%s', (bonusQuote, count) =>
    expect(only('amount-unit-missing', { sheets: { 甲: [row('未公示的扣1分')] }, bonusQuote })).toHaveLength(count),
  );

  it('以上年的统计数、人均数为准的，要用文件没有给的数', () => {
    const measured = (name: string): readonly Rule[] => [
      { kind: 'threshold', quantity: { name, unit: '万元' }, comparison: '<', value: '2', amount: '1' },
    ];
    const quote = '消防经费低于上年财政收入的百分之二的扣1分';
    const each = '消防经费人均低于2万元的扣1分';
    const found = only('external-data', {
      sheets: {
        甲: [
          { criterion: quote, clauses: { [quote]: measured('消防经费') } },
          { criterion: each, clauses: { [each]: measured('人均消防经费') } },
          { criterion: '消防站少于2个的扣1分', clauses: { 消防站少于2个的扣1分: measured('消防站') } },
        ],
      },
    });
    expect(found.map(({ title }) => title.zh)).toEqual([
      '要用文件没有给的数：上年财政收入',
      '要用文件没有给的数：人均消防经费',
    ]);
  });
});

describe('轻重倒置', () => {
  const rows = (studied: string, done: string): DraftRow[] => {
    const [first, second] = [`未组织学习《燃气条例》的扣${studied}分`, `未落实《燃气条例》要求的扣${done}分`];
    return [first, second].map((quote, index) => ({
      criterion: quote,
      clauses: { [quote]: fixed(index === 0 ? studied : done) },
    }));
  };

  it('一份文件没有学习比没有落实扣得多，两个得分各成一行', () => {
    const [found] = only('perverse-ladder', { sheets: { 甲: rows('2', '1') } });
    expect(found?.counterexample).toMatchObject({ outcomes: [{ total: '98' }], against: { total: '99' } });
  });

  it('没有落实扣得不少的没有问题', () =>
    expect(only('perverse-ladder', { sheets: { 甲: rows('1', '1') } })).toEqual([]));
});

describe('各条都违反一次', () => {
  it('按档扣分的只算一档：两个比率各差一档，合计不到满分', () => {
    const found = findingsIn({ sheets: { 甲: [inPoints, inPercent] } });
    expect(found.map(({ code }) => code)).not.toContain('deduct-exceeds-item');
  });
});
