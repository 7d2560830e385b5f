// Grade bands and vetoes in the habits offices write them in; a grade that is what a score stands for fails nobody.
import { expect, it } from 'vitest';
import { importDocument } from '../src/index.js';

const DOCUMENT =
  '考核细则（总分100分）\n一、组织（40分）\n1.未部署的扣5分。\n2.未签责任书的，每份扣1分。\n二、治理（60分）\n1.隐患未整改的，每处扣2分。\n';
const bands = (text: string) =>
  importDocument(DOCUMENT + text).gradeBands.map(({ grade, from, to }) => [grade, from, to]);
const vetoes = (text: string) =>
  importDocument(DOCUMENT + text).vetoes.map(({ effect, when, status }) => [effect, when, status]);

const FOUR = [
  ['优秀', '90', null],
  ['良好', '80', '90'],
  ['合格', '60', '80'],
  ['不合格', null, '60'],
];

it.each([
  '三、等次：90分以上为优秀，80分以上为良好，60分以上为合格，不足60分为不合格。',
  '三、考核等次。得分≥90为优秀；80≤得分＜90为良好；60≤得分＜80为合格；得分＜60为不合格。',
  '三、分级：优秀——综合得分≥90分；良好——80分≤综合得分＜90分；合格——60分≤综合得分＜80分；不合格——综合得分＜60分。',
  '三、结果运用\n考核得分在90分及以上的乡镇评为优秀等次，80分（含）至90分的评为良好等次，60分（含）至80分的评为合格等次，60分以下的评为不合格等次。',
  '说明：1.各条扣完为止。2.优秀，90分以上；良好，80分以上、90分以下；合格，60分以上、80分以下；不合格，60分以下。',
  '三、等级\n1.90分及90分以上：优秀\n2.80分及80分以上、90分以下：良好\n3.60分及60分以上、80分以下：合格\n4.60分以下：不合格',
  '三、评级标准。总得分大于等于90分为优秀，大于等于80分小于90分为良好，大于等于60分小于80分为合格，小于60分为不合格。',
])('等次的写法 %#：得分与等次', (text) => {
  expect(bands(text)).toEqual(FOUR);
  expect(vetoes(text)).toEqual([]);
});

it('按名次、按比例定的等次没有分数，一样列出', () => {
  expect(bands('三、等次\n按得分排序，前20%为优秀，后10%为末等，其余为合格。')).toEqual([
    ['优秀', null, null],
    ['末等', null, null],
    ['合格', null, null],
  ]);
});

it('情形列在一个后果之下：各是一条', () => {
  expect(vetoes('三、其他\n有下列情形之一的，取消当年评先资格：①发生亡人事故的；②瞒报事故的。\n')).toEqual([
    ['no-awards', '发生亡人事故', 'read'],
    ['no-awards', '瞒报事故', 'read'],
  ]);
  expect(vetoes('三、一票否决情形\n1.发生较大事故；\n2.被挂牌督办。\n四、附则\n没有矿山的乡镇，得满分。')).toEqual([
    ['fail-grade', '发生较大事故', 'confirm'],
    ['fail-grade', '被挂牌督办', 'confirm'],
  ]);
  expect(vetoes('三、否决性指标\n1.发生较大事故；\n2.被挂牌督办。\n触及上述任一情形的，总分记零分。')).toEqual([
    ['total-zero', '发生较大事故', 'read'],
    ['total-zero', '被挂牌督办', 'read'],
  ]);
});

it('一句两个后果，各记一个，要人确认', () => {
  expect(vetoes('三、奖惩\n瞒报事故的，总分扣20分，并取消评先资格；拒不整改的，等次下调一级。')).toEqual([
    ['deduct', '瞒报事故', 'confirm'],
    ['no-awards', '瞒报事故', 'confirm'],
    ['grade-down', '拒不整改', 'read'],
  ]);
});

it('等次的名字认得本文件自己的', () => {
  const text = '三、分级\n85分以上为绿牌，70分以上不足85分为黄牌，不足70分为红牌。发生死亡事故的，直接定为红牌。';
  expect(vetoes(text)).toEqual([['fail-grade', '发生死亡事故', 'read']]);
});

it('要求里的一票否决、某项归零、按次扣分、罚工资的，都不是', () => {
  expect(vetoes('附则\n1.落实“一票否决”制度的情况纳入第1条考核。2.弄虚作假的，该项不得分。')).toEqual([]);
  expect(vetoes('附则\n1.每发生1起，从总分中扣2分。2.排名末位的，负责人薪酬考核降一档。')).toEqual([]);
});
