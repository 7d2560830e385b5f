// What frames the rows of a document: sentences that hold for all, weights, days, and what does not fit together.
import { expect, it } from 'vitest';
import { importDocument } from '../src/index.js';

const HEAD = '考核细则（总分100分）\n';
const BODY = '一、组织（40分）\n1.未部署的扣50分。\n二、治理（50分）\n1.排名末位的扣2分。\n';

it('附则里管全局的话各有名目', () => {
  const { notes } = importDocument(
    `${HEAD}${BODY}附则\n1.“以上”均含本数。2.各小项扣完为止，不计负分。3.同一问题就高不就低。4.加分合计不超过5分。5.没有渔港的乡镇，第3项得满分。`,
  );
  expect(notes.map(({ kind }) => kind)).toEqual(['inclusive', 'floor', 'highest-only', 'bonus-cap', 'not-applicable']);
});

it('权重合计为一百的才是组成', () => {
  const weights = (text: string) => importDocument(text).composition.map(({ name, weight }) => [name, weight]);
  expect(weights(`${HEAD}平时考核占40%，年终考核占60%。\n${BODY}`)).toEqual([
    ['平时考核', '40'],
    ['年终考核', '60'],
  ]);
  expect(weights(`${HEAD}平时考核占40%，年终考核占50%。\n${BODY}`)).toEqual([]);
});

it('几月几日做什么', () => {
  const { calendar } = importDocument(`${HEAD}各县12月20日前报送自评报告，次年1月中旬组织年终考核。\n${BODY}`);
  expect(calendar.map(({ quote }) => quote)).toEqual(['12月20日前报送自评报告', '次年1月中旬组织年终考核']);
});

it('合不上的、一次就扣超的、要看名次的，都点名', () => {
  const codes = (text: string) => importDocument(text).problems.map(({ code }) => code);
  expect(codes(HEAD + BODY)).toEqual(expect.arrayContaining(['sum-mismatch', 'deduct-exceeds-item', 'rank-dependent']));
  const fitting = BODY.replace('扣50分', '扣5分').replace('治理（50分）', '治理（60分）').replace('排名末位', '未整改');
  expect(codes(HEAD + fitting)).toEqual([]);
});

it('等次之间有空档、有重叠', () => {
  const codes = (bands: string) => importDocument(`${HEAD}${BODY}等次：${bands}`).problems.map(({ code }) => code);
  expect(codes('90分以上为优秀，80分至85分为良好，80分以下为合格。')).toContain('band-gap');
  expect(codes('90分以上为优秀，80分至95分为良好，80分以下为合格。')).toContain('band-overlap');
});

it('又要累加、又只计一次的，是矛盾', () => {
  const text = `${HEAD}${BODY}附则\n1.同一事故涉及几项的，分别扣分并累加。2.同一问题就高不就低。`;
  expect(importDocument(text).problems.map(({ code }) => code)).toContain('contradiction');
});

it('一句里列了几个等次的，是等次，不是否决；单写后果的才是否决', () => {
  const vetoes = (text: string) => importDocument(`${HEAD}${BODY}附则\n${text}`).vetoes.map(({ quote }) => quote);
  expect(vetoes('90分以上为优秀，75分以上（含75分）为良好，不足60分为不合格。')).toEqual([]);
  expect(vetoes('发生重大事故的，直接评定为不合格。')).toHaveLength(1);
});

it('读成否决的“一票否决”不再当作问题；计分的要求里写的，说明照分值计', () => {
  const read = (sentence: string) => importDocument(`${HEAD}一、组织（50分）\n1.未部署的扣5分。\n2.${sentence}\n`);
  const scored = read('未落实安全生产“一票否决”制度的扣2分。');
  expect([scored.vetoes.length, scored.problems.map(({ code }) => code)]).toEqual([
    0,
    expect.arrayContaining(['veto-word-in-requirement']),
  ]);
  const veto = read('发生重大生产安全事故的，实行“一票否决”。');
  expect(veto.vetoes).toHaveLength(1);
  expect(veto.problems.map(({ code }) => code)).not.toContain('veto-word-in-requirement');
});
