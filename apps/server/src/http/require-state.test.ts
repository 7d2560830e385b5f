import { ACTS, type ActName, actOf, STATE_WORDS, type State } from '@kaohe/api-contract';
import { describe, expect, it } from 'vitest';
import type { Refusal } from './refusal.js';
import { requireState } from './require-state.js';

const STATES = Object.keys(STATE_WORDS) as State[];

function refusalOf(act: ActName, state: State): Refusal | undefined {
  try {
    requireState(act, { zh: '这张表', en: 'The form', state });
    return undefined;
  } catch (error) {
    return error as Refusal;
  }
}

describe('所办的东西处在的状态', () => {
  const acts = (Object.keys(ACTS) as ActName[]).filter((act) => actOf(act).states);

  it('权限表说可以办的状态都办，别的都是 409，带着现在的状态', () => {
    for (const act of acts)
      for (const state of STATES) {
        const refusal = refusalOf(act, state);
        expect([act, state, refusal === undefined]).toEqual([act, state, actOf(act).states?.includes(state)]);
        if (refusal) expect([refusal.status, refusal.more]).toEqual([409, { state }]);
      }
  });

  it('中文的话里没有英文的代号，英文的话里没有中文', () => {
    for (const act of acts)
      for (const state of STATES) {
        const problem = refusalOf(act, state)?.problem;
        expect(problem?.detail ?? '').not.toMatch(/[a-z]{2}/i);
        expect(problem?.detailEn ?? '').not.toMatch(/\p{Script=Han}/u);
      }
  });

  it('说清现在是什么、要办什么、要求是什么', () => {
    expect(refusalOf('rating.withdraw', 'draft')?.problem).toMatchObject({
      detail: '这张表现在是“起草中”；“撤回评价表”要求它是“已提交”。',
      detailEn: 'The form is a draft; to withdraw a rating form, it must be submitted.',
    });
  });
});
