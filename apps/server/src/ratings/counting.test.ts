import { describe, expect, it } from 'vitest';
import { counts } from './counting.js';

const online = (state: 'draft' | 'submitted' | 'signed') => ({ state, entered_from_paper: false, checked_by: null });
const paper = (checked: string | null) => ({
  state: 'submitted' as const,
  entered_from_paper: true,
  checked_by: checked,
});

describe('评价表计入', () => {
  it('在领导考核里填的，提交即计入；在平时考核里填的，分管领导签了才计入：看方案写的环节，不看表的编号', () => {
    const leaders = { id: 'bureau', stage: 'leaders' } as const;
    const routine = { id: 'leader', stage: 'routine' } as const;
    expect([counts(online('submitted'), leaders), counts(online('submitted'), routine)]).toEqual([true, false]);
    expect([counts(online('signed'), leaders), counts(online('signed'), routine)]).toEqual([false, true]);
    expect([counts(online('draft'), leaders), counts(online('draft'), routine)]).toEqual([false, false]);
  });

  it('照纸质表录入的，另一个人复核了才计入', () => {
    for (const stage of ['leaders', 'routine'] as const)
      expect([counts(paper(null), { stage }), counts(paper('b'), { stage })]).toEqual([false, true]);
  });
});
