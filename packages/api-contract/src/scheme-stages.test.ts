import type { Award, RatingForm } from '@kaohe/scoring';
import { describe, expect, it } from 'vitest';
import { isSignedByHead, stageOfForm, stagesBefore, stagesIn } from './scheme-stages.js';

const form = (stage?: RatingForm['stage']) => ({ stage }) as RatingForm;
const AWARD = { id: 'advanced-unit' } as Award;

describe('方案没有写环节', () => {
  it('只有得出结果少不了的：有评价表才有评分的环节，有评先才有评先的环节', () => {
    const ids = (scheme: Parameters<typeof stagesIn>[0]) => stagesIn(scheme).map(({ stage }) => stage);
    expect(ids({ forms: [], awards: [] })).toEqual(['year-end', 'composite', 'approval', 'circular']);
    const rated = { forms: [form('leaders'), form(), form('leaders')], awards: [AWARD] };
    expect(ids(rated)).toEqual(['leaders', 'routine', 'year-end', 'composite', 'awards', 'approval', 'circular']);
    expect(stagesBefore(rated, 'composite')).toEqual(
      expect.arrayContaining(['leaders', 'routine', 'year-end', 'self-assessment', 'review', 'appeal']),
    );
    expect(stagesBefore(rated, 'approval')).toEqual(['composite', 'awards']);
    expect(stagesBefore({ forms: [], awards: [] }, 'approval')).toEqual(['composite']);
  });

  it('评价表没有写环节的，在平时考核里填', () => {
    expect([stageOfForm(form()), stageOfForm(form('leaders'))]).toEqual(['routine', 'leaders']);
  });
});

it('分管领导签不签字，看评价表在哪个环节填，不看它的编号', () => {
  expect([isSignedByHead(form('leaders')), isSignedByHead(form('routine')), isSignedByHead(form())]).toEqual([
    false,
    true,
    true,
  ]);
});

it('方案自己写了自评、申诉的，先后照方案：申诉在汇总以后的，汇总不等申诉', () => {
  const scheme = {
    forms: [],
    awards: [],
    stages: [
      { stage: 'year-end' },
      { stage: 'composite', after: ['year-end'] },
      { stage: 'appeal', after: ['composite'] },
      { stage: 'circular' },
    ],
  } as const;
  expect(stagesBefore(scheme, 'composite')).toEqual(['year-end', 'self-assessment', 'review']);
  expect(stagesBefore(scheme, 'appeal')).toEqual(['composite']);
  expect(stagesBefore(scheme, 'circular')).toEqual([]);
});

it('方案写了的照方案；办公室自己启用的环节仍在汇总之前', () => {
  const scheme = {
    forms: [],
    awards: [],
    stages: [{ stage: 'year-end' }, { stage: 'composite', after: ['year-end'] }],
  } as const;
  expect(stagesIn(scheme).map(({ stage }) => stage)).toEqual(['year-end', 'composite']);
  expect(stagesBefore(scheme, 'composite')).toEqual(['year-end', 'self-assessment', 'review', 'appeal']);
  expect(stagesBefore(scheme, 'appeal')).toEqual(['year-end']);
  expect(stagesBefore(scheme, 'circular')).toEqual(['approval']);
});
