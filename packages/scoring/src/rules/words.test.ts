import { describe, expect, it } from 'vitest';
import type { Rule } from './rule.js';
import { ruleText } from './words.js';

const WORDS: readonly (readonly [Rule, string, string])[] = [
  [{ kind: 'fixed', amount: '2' }, '有此情形扣2分', '−2 where it is so'],
  [{ kind: 'fixed', forfeits: 'item' }, '有此情形本大项不得分', 'the item is forfeited where it is so'],
  [
    { kind: 'per-unit', amount: '0.5', unit: '家', basis: 'occurrence', cap: '2' },
    '每发现1家扣0.5分，最多2分',
    '−0.5 for each enterprise found, at most 2',
  ],
  [
    {
      kind: 'per-unit',
      amount: '2',
      unit: '次',
      basis: 'missing',
      requirements: [
        { what: '常委会', count: '3', per: 'year' },
        { what: '功能区', count: '1', per: 'quarter', each: 'zone' },
      ],
    },
    '常委会全年3次；功能区每季度1次（每个功能区）；每少1次扣2分',
    '常委会 3 a year; 功能区 1 each quarter (each zone); −2 for each one missing',
  ],
  [
    { kind: 'per-unit', amount: '1', unit: '次', basis: 'occurrence', register: 'talks', by: ['市政府'] },
    '被市政府约谈，每次扣1分（取自约谈台账）',
    '−1 for each talk by 市政府 (talks register)',
  ],
  [
    {
      kind: 'per-step',
      quantity: { name: '死亡率', unit: '百分点' },
      amount: '10',
      step: '2',
      from: '0',
      direction: 'above',
      partialStep: 'drop',
    },
    '死亡率高于0个百分点的，每高2个百分点扣10分（不满一档不扣）',
    '死亡率 above 0 percentage points: −10 for each 2 percentage points (a part of a step costs nothing)',
  ],
  [
    {
      kind: 'per-step',
      quantity: { name: '死亡人数', unit: '百分点', baseline: '平均数' },
      amount: '10',
      step: '2',
      from: '0',
      direction: 'above',
      partialStep: 'prorate',
    },
    '死亡人数高于平均数的，每高2个百分点扣10分（按比例扣）',
    '死亡人数 above 平均数: −10 for each 2 percentage points (in proportion)',
  ],
  [
    {
      kind: 'per-step',
      quantity: { name: '申报率', unit: '%', per: '100' },
      amount: '0.5',
      step: '1',
      from: '100',
      direction: 'below',
      partialStep: 'round-up',
    },
    '申报率低于100%的，每低1个百分点扣0.5分（不满一档按一档扣）',
    '申报率 below 100%: −0.5 for each 1 percentage point (a part of a step counts as one)',
  ],
  [
    {
      kind: 'per-step',
      quantity: { name: '检查', unit: '次' },
      amount: '1',
      step: '1',
      from: '4',
      direction: 'below',
      partialStep: 'drop',
    },
    '检查少于4次的，每少1次扣1分（不满一档不扣）',
    '检查 fewer than 4: −1 for each 1 (a part of a step costs nothing)',
  ],
  [
    {
      kind: 'threshold',
      quantity: { name: '经费占比', unit: '十万分之', per: '100000' },
      comparison: '<',
      value: '8',
      amount: '2',
    },
    '经费占比低于十万分之8的，扣2分',
    '经费占比 below 8 per 100,000: −2',
  ],
  [
    {
      kind: 'threshold',
      quantity: { name: '死亡率', unit: '人/万台', per: '10000' },
      comparison: '>=',
      value: '0.46',
      forfeits: 'item',
    },
    '死亡率不低于0.46人/万台的，本大项不得分',
    '死亡率 at least 0.46 per 10,000: the item is forfeited',
  ],
  [
    {
      kind: 'formula',
      terms: [{ quantity: { name: '演练', unit: '次' }, times: '0.5' }],
      effect: 'award',
      floor: '0',
      ceiling: '2',
    },
    '得演练×0.5，最低0分，最高2分',
    '+(演练×0.5), at least 0, at most 2',
  ],
  [
    {
      kind: 'threshold',
      quantity: { name: '覆盖率', unit: '%', per: '100' },
      comparison: '<',
      value: '100',
      amount: '1',
    },
    '覆盖率低于100%的，扣1分',
    '覆盖率 below 100%: −1',
  ],
  [
    { kind: 'parts', amount: '1', parts: ['方案', '总结'], occasions: 'each' },
    '方案、总结，每缺一项扣1分，每次分别计',
    '方案, 总结: −1 for each absent, each time',
  ],
  [
    {
      kind: 'ladder',
      rungs: [
        { name: '未建立', amount: '4' },
        { name: '不完善', amount: '2' },
      ],
    },
    '未建立扣4分，不完善扣2分（只取一档）',
    '未建立 −4, 不完善 −2 (one rung only)',
  ],
  [
    {
      kind: 'per-event-ladder',
      register: 'accidents',
      responsible: 'only',
      rungs: [{ levels: ['serious', 'particularly-serious'], forfeits: 'item' }],
    },
    '每起责任事故：重大事故、特别重大事故本大项不得分（取自事故台账）',
    'each responsible accident: serious accident, particularly serious accident the item is forfeited (accidents register)',
  ],
];

describe('ruleText', () => {
  it.each(WORDS)('%o', (rule, zh, en) => expect(ruleText(rule)).toEqual({ zh, en }));
});
