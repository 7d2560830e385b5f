import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { placesIn, repeatCommand, repeatDraw } from './repeat-draw';

const DRAW = { seed: "登封's 20200114", places: ['大冶镇', '徐庄镇', '唐庄镇', '君召乡'], count: 2 };

describe('按公布的种子抽取', () => {
  it('网页重算的与命令行用 SHA-256 重算的一致', async () => {
    const printed = execFileSync('bash', ['-c', repeatCommand(DRAW)], { encoding: 'utf8' });
    const drawn = printed
      .trim()
      .split('\n')
      .map((line) => line.slice(66));
    expect(await repeatDraw(DRAW)).toEqual(drawn);
  });

  it('与名单的次序和重复无关', async () => {
    const shuffled = { ...DRAW, places: [...DRAW.places, ...DRAW.places].reverse() };
    expect(await repeatDraw(shuffled)).toEqual(await repeatDraw(DRAW));
  });

  it('粘贴的名单按行、逗号、顿号分开', () => {
    expect(placesIn(' 大冶镇\n徐庄镇，唐庄镇、君召乡\n\n大冶镇\t颍阳镇')).toEqual([
      '大冶镇',
      '徐庄镇',
      '唐庄镇',
      '君召乡',
      '颍阳镇',
    ]);
  });
});
