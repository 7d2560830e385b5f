import type { Scheme } from '@kaohe/scoring';
import { describe, expect, it } from 'vitest';
import { statedObservation, withChange, withChanges } from './trial';

const SCHEME = { population: { units: [{ name: '丙', aliases: ['丙区'] }] } } as unknown as Scheme;
const FACTS = { scheme: 's', units: { 甲: { closed: 'all', observations: { 'a/1.1': { count: '1' } } }, 乙: {} } };

describe('试改：只换观察，别的不动', () => {
  it('换掉一条，没有的就添上，原来的树不变', () => {
    const changed = withChanges(SCHEME, FACTS, [
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
    expect(statedObservation(SCHEME, FACTS, { unit: '甲', clause: 'a/1.1' })).toEqual({ count: '1' });
    expect(statedObservation(SCHEME, FACTS, { unit: '乙', clause: 'a/2.1' })).toBeUndefined();
  });

  it('文件里写的是别名，就改在别名下', () => {
    const facts = { units: { 丙区: { closed: 'all' } } };
    const changed = withChanges(SCHEME, facts, [{ unit: '丙', clause: 'a/1.1', observation: { count: '1' } }]);
    expect(changed).toEqual({ units: { 丙区: { closed: 'all', observations: { 'a/1.1': { count: '1' } } } } });
  });

  it('同一条再改，后一次为准', () => {
    const first = { unit: '甲', clause: 'a/1.1', observation: { count: '2' } };
    const second = { ...first, observation: { count: '3' } };
    expect(withChange(withChange([], first), second)).toEqual([second]);
  });
});
