import { readFileSync } from 'node:fs';
import { scoreFile } from '@kaohe/scheme-files';
import { type ResultJson, resultJson } from '@kaohe/scoring';
import { beforeAll, describe, expect, it } from 'vitest';
import { readScheme } from '../apps/server/src/schemes/folder.js';
import { FILE, makeDemonstration } from './make-demonstration.mjs';

const text = readFileSync(new URL(`../${FILE}`, import.meta.url), 'utf8');
let result: ResultJson;

beforeAll(async () => {
  const scheme = await readScheme('schemes/zhengzhou-2019');
  if ('problems' in scheme) throw new Error(JSON.stringify(scheme.problems));
  const scored = scoreFile(scheme, Buffer.from(text));
  if ('problems' in scored) throw new Error(JSON.stringify(scored.problems));
  result = resultJson(scored.assessment, scored.edition);
});

const unit = (name: string) => {
  const found = result.units.find((one) => one.unit === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const named = (condition: (one: ResultJson['units'][number]) => boolean) =>
  result.units.filter(condition).map((one) => one.unit);

describe('演示数据', () => {
  it('就是脚本生成的，两次生成完全一样', () => {
    expect(makeDemonstration()).toBe(text);
    expect(makeDemonstration()).toBe(makeDemonstration());
  });

  it('有十六个县（市）区、开发区，总分在70到99之间', () => {
    expect(result.units).toHaveLength(16);
    for (const { total } of result.units) {
      expect(Number(total.least)).toBeGreaterThanOrEqual(70);
      expect(Number(total.most)).toBeLessThanOrEqual(99);
    }
  });

  it('多数完成，有优秀，也有基本完成', () => {
    expect(named(({ grades }) => grades.join() === '完成').length).toBeGreaterThan(8);
    expect(named(({ grades }) => grades.join() === '优秀')).toEqual(['郑东新区', '高新区']);
    expect(named(({ grades, vetoes }) => grades.join() === '基本完成' && vetoes.length === 0)).toEqual(['新密市']);
  });

  it('五个单位还有未核的行，其中两个的等次、四个的名次还没有定', () => {
    expect(named(({ open }) => open.length > 0)).toHaveLength(5);
    expect(named(({ grades }) => grades.length > 1)).toEqual(['航空港区', '上街区']);
    expect(named(({ open, rank }) => open.length > 0 && rank?.least !== rank?.most)).toHaveLength(4);
  });

  it('两起较大事故的单位被一票否决，不排名', () => {
    expect(unit('登封市')).toMatchObject({ vetoes: [{ id: 'accidents' }], rank: null, award: { eligible: false } });
  });

  it('正好94.75分的单位是完成，不是优秀', () => {
    expect(unit('经开区')).toMatchObject({ total: { least: '94.75', most: '94.75' }, grades: ['完成'] });
  });

  it('少收一张评价表的单位只有一条提示', () => {
    expect(result.problems).toMatchObject([{ code: 'fewer-ballots', level: 'notice' }]);
    expect(unit('管城区').parts.leader?.least).toBe('18');
  });

  it('被约谈的优秀单位不能评先', () => {
    expect(unit('高新区')).toMatchObject({ grades: ['优秀'], award: { eligible: false, why: ['约谈'] } });
  });

  it('同一工作推广又表彰，只加高的3分，另一工作加2分', () => {
    expect(unit('郑东新区').bonus.least).toBe('5');
  });

  it('伤亡人数还可能变动的事故使结果为暂定', () => {
    expect(unit('二七区').provisional).toEqual(['A-07']);
  });
});
