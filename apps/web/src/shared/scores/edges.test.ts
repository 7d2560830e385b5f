import { getNumber, point } from '@kaohe/scoring';
import { describe, expect, it } from 'vitest';
import { atEdge } from './edges';

const bands = [{ grade: '优秀', from: getNumber('95') }, { grade: '完成', from: getNumber('80') }, { grade: '未完成' }];
const at = (text: string) => atEdge(bands, point(getNumber(text)));

describe('临界', () => {
  it('94.5、95.5 临界，94.49、95.51 不临界', () => {
    expect([at('94.49'), at('94.5'), at('95.5'), at('95.51')]).toEqual([false, true, true, false]);
  });

  it('区间跨过界线的临界，整段在界线一侧的不临界', () => {
    expect(atEdge(bands, { least: getNumber('75'), most: getNumber('85') })).toBe(true);
    expect(atEdge(bands, { least: getNumber('82'), most: getNumber('90') })).toBe(false);
  });
});
