// What holds for every rule and for every text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ImportedRule, importDocument, parseSentence, printRule } from '../src/index.js';

const amount = fc.integer({ min: 1, max: 400 }).map((quarters) => String(quarters / 4));
const effect = fc.constantFrom('deduct', 'award') as fc.Arbitrary<'deduct' | 'award'>;
const unit = fc.constantFrom('家', '次', '起', '人次', '处', '件', '户');
const cap = fc.option(amount, { nil: undefined }).map((one) => (one === undefined ? {} : { cap: one }));
const name = fc.constantFrom('台账', '方案', '总结', '标识', '值班表', '通讯录');
const percent = fc.integer({ min: 1, max: 99 }).map(String);

const rules: fc.Arbitrary<ImportedRule> = fc.oneof(
  fc.record({ kind: fc.constant('fixed' as const), effect, amount }),
  fc.tuple(effect, amount, unit, cap).map(([how, much, of, most]) => ({
    kind: 'per-unit' as const,
    effect: how,
    amount: much,
    unit: of,
    basis: 'occurrence' as const,
    ...most,
  })),
  fc
    .tuple(amount, unit, fc.constantFrom('月', '季度', '年'), fc.integer({ min: 2, max: 9 }).map(String))
    .map(([much, of, period, count]) => ({
      kind: 'per-unit' as const,
      effect: 'deduct' as const,
      amount: much,
      unit: of,
      basis: 'missing' as const,
      required: { count, period },
    })),
  fc
    .tuple(
      amount,
      percent,
      fc.constantFrom('below', 'above') as fc.Arbitrary<'below' | 'above'>,
      fc.constantFrom('drop', 'round-up', 'prorate') as fc.Arbitrary<'drop' | 'round-up' | 'prorate'>,
    )
    .map(([much, step, direction, partialStep]) => ({
      kind: 'per-step' as const,
      effect: 'deduct' as const,
      amount: much,
      step,
      unit: '%',
      from: '100',
      direction,
      partialStep,
    })),
  fc
    .tuple(effect, amount, fc.constantFrom('<', '>', '>=', '<=') as fc.Arbitrary<'<' | '>' | '>=' | '<='>, percent)
    .map(([how, much, comparison, value]) => ({
      kind: 'threshold' as const,
      effect: how,
      amount: much,
      comparison,
      value,
      unit: '%',
    })),
  fc
    .tuple(amount, fc.uniqueArray(name, { minLength: 2, maxLength: 6 }))
    .map(([much, parts]) => ({ kind: 'parts' as const, effect: 'deduct' as const, amount: much, parts })),
  fc
    .tuple(amount, amount)
    .filter(([one, two]) => one !== two)
    .map(([one, two]) => ({
      kind: 'ladder' as const,
      effect: 'deduct' as const,
      rungs: [
        { when: '低于90%', amount: one },
        { when: '低于80%', amount: two },
      ],
    })),
  fc.tuple(amount, amount).map(([one, two]) => ({
    kind: 'per-event-ladder' as const,
    effect: 'deduct' as const,
    rungs: [
      { when: '一般事故', amount: one },
      { when: '较大事故', amount: two },
    ],
  })),
  fc
    .tuple(
      fc.array(amount, { minLength: 2, maxLength: 5 }),
      fc.constantFrom('+1', 'repeat-last') as fc.Arbitrary<'+1' | 'repeat-last'>,
    )
    .map(([amounts, then]) => ({ kind: 'series' as const, effect: 'deduct' as const, amounts, then })),
  fc.tuple(amount, amount, unit).map(([one, two, of]) => ({
    kind: 'piecewise' as const,
    effect: 'deduct' as const,
    slopes: [
      { when: `在5${of}以内`, amount: one, unit: of },
      { when: `超过5${of}`, amount: two, unit: of },
    ],
  })),
  (fc.constantFrom('criterion', 'item', 'sheet') as fc.Arbitrary<'criterion' | 'item' | 'sheet'>).map((forfeits) => ({
    kind: 'forfeit' as const,
    effect: 'deduct' as const,
    forfeits,
  })),
  fc
    .tuple(effect, amount, amount)
    .filter(([, least, most]) => Number(least) < Number(most))
    .map(([how, least, most]) => ({ kind: 'judgement' as const, effect: how, range: [least, most] as const })),
  fc
    .tuple(effect, amount)
    .map(([how, much]) => ({ kind: 'formula' as const, effect: how, expression: `完成率*${much}` })),
);

const start = ({ effect: how }: ImportedRule): 'full' | 'zero' => (how === 'award' ? 'zero' : 'full');

describe('规则写成句子再读回来', () => {
  it('parse(print(rule)) = rule', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const read = parseSentence(printRule(rule), start(rule));
        expect(read.flatMap((clause) => clause.rules)).toEqual([rule]);
      }),
      { numRuns: 500 },
    );
  });
});

const PIECES =
  '未每少缺一二三项次起家人扣得加减分0123456789.．。，；、：（）“”%％/|│\t\n 序号考核项目评分标准分值不足按以上低于超过最高酌情第<li></li>①★—';

describe('任何文字', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 300 }).map((pieces) => pieces.join('')),
    fc.array(rules, { minLength: 1, maxLength: 8 }).map((list) => list.map((rule) => printRule(rule)).join('')),
  );

  it('都读得完，每一条的位置都在原文里', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const scheme = importDocument(raw);
        for (const { span, quote } of [...scheme.items.flatMap(({ clauses }) => clauses), ...scheme.bonus]) {
          expect(span[0]).toBeGreaterThanOrEqual(0);
          expect(span[1]).toBeGreaterThanOrEqual(span[0]);
          expect(raw.slice(...span)).toBe(quote);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('从任何一处截断都读得完', () => {
    const whole = `一、检查（20分）\n1．每月检查不少于2次，少1次扣0．5分；未建台账的扣1分，台账不全的扣0.5分。\n| 序号 | 考核内容 | 评分标准 |\n| 1 | 值班 | 脱岗的每次扣2分，最高扣4分 |\n`;
    for (let end = 0; end <= whole.length; end += 1) expect(() => importDocument(whole.slice(0, end))).not.toThrow();
  });
});
