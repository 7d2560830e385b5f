import { describe, expect, it } from 'vitest';
import { statedObservation, withChange, withChanges } from './trial';

const FACTS = { scheme: 's', units: { 甲: { closed: 'all', observations: { 'a/1.1': { count: '1' } } }, 乙: {} } };

describe('试改：只换观察，别的不动', () => {
  it('换掉一条，没有的就添上，原来的树不变', () => {
    const changed = withChanges(FACTS, [
      { unit: '甲', clause: 'a/1.1', observation: { count: '2' } },
      { unit: '乙', clause: 'a/2.1', observation: { breached: 'true' } },
    ]);
    expect(changed).toEqual({
      scheme: 's',
      units: {
        甲: { closed: 'all', observations: { 'a/1.1': { count: '2' } } },
        乙: { observations: { 'a/2.1': { breached: 'true' } } },
      },
    });
    expect(statedObservation(FACTS, '甲', 'a/1.1')).toEqual({ count: '1' });
    expect(statedObservation(FACTS, '乙', 'a/2.1')).toBeUndefined();
  });

  it('同一条再改，后一次为准', () => {
    const first = { unit: '甲', clause: 'a/1.1', observation: { count: '2' } };
    const second = { ...first, observation: { count: '3' } };
    expect(withChange(withChange([], first), second)).toEqual([second]);
  });
});
