// Some of what the checker finds in the two documents, to the number and the word.
import { describe, expect, test } from 'vitest';
import { examined, line } from './findings.js';

describe('郑州2019的几个结果', () => {
  const findings = examined('zhengzhou-2019');
  const outcomesOf = (wanted: string, nth = 0) =>
    findings.filter((one) => line(one) === wanted)[nth]?.counterexample?.outcomes ?? [];
  const under = (outcomes: ReturnType<typeof outcomesOf>, readings: Record<string, string>) => {
    const found = outcomes.find((one) => JSON.stringify(one.readings) === JSON.stringify(readings));
    return found && [found.total, found.grade];
  };

  test('0.166不取整，80分（完成）变成79.88分（基本完成）', () => {
    const outcomes = outcomesOf('coefficient-weight county division !');
    expect(under(outcomes, {})).toEqual(['80', '完成']);
    expect(under(outcomes, { 'rating-rounding': 'unrounded' })).toEqual(['79.88', '基本完成']);
  });

  test('取整，总得分171得28，不是29', () => {
    const finding = findings.filter(({ code }) => code === 'coefficient-weight')[1];
    expect(finding?.title.zh).toContain('总得分171得28，不是29');
    expect(under(finding?.counterexample?.outcomes ?? [], { 'rating-coefficient': 'exact' })).toEqual(['99', '优秀']);
  });

  test('一起较大责任事故加满加分，只在一种读法下优秀', () => {
    const outcomes = outcomesOf('bonus-lifts-grade county bonus 优秀 !');
    expect(under(outcomes, {})).toEqual(['92', '完成']);
    expect(under(outcomes, { 'bonus-base': 'composite' })).toEqual(['97', '优秀']);
  });

  test('两起较大事故被否决，总分80，等次仍是完成', () => {
    const outcomes = outcomesOf('veto-beside-grade county accidents !');
    expect(under(outcomes, {})).toEqual(['80', '完成']);
    expect(under(outcomes, { 'veto-effect': 'grade-fail' })).toEqual(['80', '未完成']);
  });

  test('读法决定否决的，否决写在那一行', () => {
    const [, other] = outcomesOf('reading-open veto-score !');
    expect(other).toMatchObject({ readings: { 'veto-score': 'sheet' }, vetoes: [{ zh: '考核成绩60分以下' }] });
  });

  test('不做与做得不好，两个得分各成一行', () => {
    const found = findings.find((one) => line(one) === 'perverse-ladder county county/8 county/8.1 county/8.2 !');
    expect(found?.counterexample).toMatchObject({
      outcomes: [{ total: '98.75' }, { total: '98.75' }],
      against: { words: { zh: '完全不做' }, total: '99' },
    });
  });

  test('同一个比率差10个百分点，一张表扣0.5分，一张表扣5分', () => {
    const found = findings.find(({ code }) => code === 'percent-or-points');
    expect(found?.counterexample?.claim.zh).toBe('危化品企业90%：附件 1第21行扣0.5分，附件 2第15行扣5分。');
  });

  test('读法引的话不在它的行里，就引那一行的', () => {
    const found = findings.find(({ at }) => at[0] === 'not-applicable');
    expect(found?.quote).toContain('标准化启动率未达到');
  });

  test('由读法定下的，写出读法和它的意思', () => {
    const lists = findings.find(({ code }) => code === 'amount-missing');
    expect(lists?.why.zh).toContain('这里读作——“四张清单”没有分值，扣多少：不扣分，只报告');
    expect(lists?.why.en).toMatch(/Read here as: .*: Nothing; reported only/);
    expect(lists?.readings).toEqual(['four-lists']);
  });
});

test('山东2016：分值印在句号后面，引的一句不带上一句的分', () => {
  const found = examined('shandong-2016').find(({ code }) => code === 'veto-word-in-requirement');
  expect(found?.quote).toMatch(/^3\.建立安全生产绩效.*8分$/);
});
