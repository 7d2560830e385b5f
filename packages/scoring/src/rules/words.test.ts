import { describe, expect, it } from 'vitest';
import type { Rule } from './rule.js';
import { ruleText } from './words.js';

const WORDS: readonly (readonly [Rule, string, string])[] = [
  [{ kind: 'fixed', amount: '2' }, '有此情形扣2分', '−2 where it is so'],
  [{ kind: 'fixed', forfeits: 'item' }, '有此情形本大项不得分', 'the item is forfeited where it is so'],
  [
    { kind: 'per-unit', amount: '0.5', unit: '家', basis: 'occurrence', cap: '2' },
    '每发现1家扣0.5分，最多2分',
    '−0.5 for each 家 found, at most 2',
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
    '死亡率高于0百分点的，每多2百分点扣10分（不满一档不扣）',
    '死亡率 above 0百分点: −10 for each 2百分点 (a part of a step costs nothing)',
  ],
  [
    {
      kind: 'threshold',
      quantity: { name: '覆盖率', unit: '%', per: '100' },
      comparison: '<',
      value: '100',
      amount: '1',
    },
    '覆盖率 < 100% 时扣1分',
    '覆盖率 < 100%: −1',
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
