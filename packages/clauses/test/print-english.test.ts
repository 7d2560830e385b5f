// The English sentence of a rule: for reading, so nothing the rule says may be missing from it.
import { describe, expect, it } from 'vitest';
import { type ImportedRule, printRule } from '../src/index.js';

/** Every kind with every parameter it may have, and the words each must leave in the sentence. */
const EVERY: readonly (readonly [ImportedRule, ...words: string[]])[] = [
  [{ kind: 'fixed', effect: 'deduct', amount: '1' }, 'not done', 'deduct 1 mark'],
  [{ kind: 'fixed', effect: 'award', amount: '2.5' }, 'was done', 'award 2.5 marks'],
  [
    { kind: 'per-unit', effect: 'deduct', amount: '0.5', unit: '处', basis: 'occurrence', cap: '3', capScope: 'group' },
    ...['deduct 0.5 marks', 'each place found', 'at most 3 marks', 'the sentences before'],
  ],
  [
    {
      kind: 'per-unit',
      effect: 'deduct',
      amount: '2',
      unit: '次',
      basis: 'missing',
      required: { count: '4', period: '季度' },
      cap: '6',
      capScope: 'clause',
    },
    ...['at least 4 times', 'every quarter', 'deduct 2 marks', 'each time missing', 'at most 6 marks', 'this sentence'],
  ],
  [{ kind: 'per-unit', effect: 'award', amount: '1', unit: '面', basis: 'missing' }, '“面”', 'missing', 'award 1 mark'],
  [
    {
      kind: 'per-step',
      effect: 'deduct',
      amount: '0.2',
      step: '5',
      unit: '个百分点',
      from: '90',
      direction: 'below',
      partialStep: 'drop',
    },
    ...['deduct 0.2 marks', 'every 5 percentage points', 'below 90%', 'a part of a step does not count'],
  ],
  [
    {
      kind: 'per-step',
      effect: 'deduct',
      amount: '2',
      step: '1',
      unit: '个月',
      direction: 'above',
      partialStep: 'round-up',
    },
    ...['every 1 month', 'above the target', 'counts as a whole one'],
  ],
  [
    {
      kind: 'per-step',
      effect: 'award',
      amount: '3',
      step: '10',
      unit: '%',
      direction: 'above',
      partialStep: 'prorate',
    },
    ...['award 3 marks', 'every 10%', 'in proportion'],
  ],
  [
    { kind: 'threshold', effect: 'deduct', amount: '1', comparison: '<', value: '1.5', unit: '万元' },
    ...['below 1.5 × 10,000 yuan', 'deduct 1 mark'],
  ],
  [{ kind: 'threshold', effect: 'award', amount: '4', comparison: '>=' }, 'at or above the target', 'award 4 marks'],
  [{ kind: 'parts', effect: 'deduct', amount: '0.3', parts: ['台账', '总结'] }, '“台账”', '“总结”', '0.3', 'absent'],
  [{ kind: 'parts', effect: 'award', amount: '2', parts: ['方案', '演练'] }, '“方案”', '“演练”', 'award 2', 'present'],
  [
    {
      kind: 'ladder',
      effect: 'award',
      rungs: [
        { when: '达到90%', amount: '3' },
        { when: '一般', amount: '1' },
        { when: '低于80分', amount: '0' },
      ],
    },
    ...['at least 90% → award 3 marks', '“一般” → award 1 mark', 'below 80 marks → no marks'],
  ],
  [
    {
      kind: 'per-event-ladder',
      effect: 'deduct',
      rungs: [
        { when: '一般事故', amount: '5' },
        { when: '较大以上事故', amount: '20' },
        { when: '环境事件', amount: '7' },
      ],
    },
    ...[
      'each event',
      'ordinary accident → deduct 5',
      'relatively serious or worse accident → deduct 20',
      '“环境事件”',
      '7',
    ],
  ],
  [
    // biome-ignore lint/suspicious/noThenProperty: the name the importer's JSON has; nothing awaits it
    { kind: 'series', effect: 'deduct', amounts: ['5', '6', '7'], then: '+1' },
    ...['5 marks for the 1st', '6 marks for the 2nd', '7 marks for the 3rd', 'goes on'],
  ],
  [
    // biome-ignore lint/suspicious/noThenProperty: the name the importer's JSON has; nothing awaits it
    { kind: 'series', effect: 'deduct', amounts: ['1', '2'], then: 'repeat-last' },
    ...['each further one as the last'],
  ],
  [
    {
      kind: 'piecewise',
      effect: 'deduct',
      slopes: [
        { when: '在5件以内', amount: '0.2', unit: '件' },
        { when: '超过5件', amount: '0.5', unit: '件' },
      ],
    },
    ...['“在5件以内”: deduct 0.2 marks for each case', '“超过5件”: deduct 0.5 marks'],
  ],
  [{ kind: 'forfeit', effect: 'deduct', forfeits: 'clause' }, 'this sentence earns nothing'],
  [{ kind: 'forfeit', effect: 'deduct', forfeits: 'criterion' }, 'this row'],
  [{ kind: 'forfeit', effect: 'deduct', forfeits: 'item' }, 'the whole item'],
  [{ kind: 'forfeit', effect: 'deduct', forfeits: 'sheet' }, 'the whole sheet'],
  [{ kind: 'judgement', effect: 'deduct', range: ['2', '6'] }, 'assessor deducts', '2 to 6 marks'],
  [{ kind: 'judgement', effect: 'award', range: ['0', '4'] }, 'assessor awards', '0 to 4 marks'],
  [
    { kind: 'formula', effect: 'award', expression: '达标率*50', floor: '10' },
    ...['award', '“达标率×50”', 'never less than 10'],
  ],
];

describe('规则的英文句子', () => {
  it.each(EVERY.map(([rule, ...words]) => ({ rule, words })))(
    '$rule：种类和每一个参数都在句子里',
    ({ rule, words }) => {
      const sentence = printRule(rule, 'en');
      for (const one of words) expect(sentence).toContain(one);
    },
  );

  it('每一种规则都写得出来，没有中文的句式', () => {
    const kinds = new Set(EVERY.map(([rule]) => rule.kind));
    expect(kinds.size).toBe(12);
    for (const [rule] of EVERY) expect(printRule(rule, 'en').replace(/“[^”]*”/g, '')).not.toMatch(/[\u4e00-\u9fa5]/);
  });
});

describe('按事故等级的规则', () => {
  const printed = (...events: readonly string[]) =>
    printRule({
      kind: 'per-event-ladder',
      effect: 'deduct',
      rungs: events.map((when, index) => ({ when, amount: `${index + 1}` })),
    });

  it('“每发生一起”只写一次，原文怎样数都一样', () => {
    const once = '每发生一起一般事故扣1分、较大事故扣2分';
    expect(printed('一般事故', '较大事故')).toBe(once);
    expect(printed('每发生一起一般事故', '每发生1起较大事故')).toBe(once);
    expect(printed('发生一起一般事故的', '每发生较大事故一起').replace('一般事故的', '一般事故')).toBe(once);
  });
});
