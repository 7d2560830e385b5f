// What cannot be rendered is said in both languages, for whoever waits for it.
import { describe, expect, it } from 'vitest';
import { getFolder } from '../../../../schemes/folder.js';
import { Refusal } from '../http/refusal.js';
import { renderHere } from './render.js';

const made = { madeOn: '2020-01-16', edition: '', factsHash: '' };
const refusalOf = async (scheme: string, units: object): Promise<Refusal> => {
  const facts = JSON.stringify({ scheme, unmentioned: 'nothing-found', units });
  const what = { form: 'result-workbook', scheme: getFolder(scheme), facts, made } as const;
  const refused = await renderHere(what).catch((error: unknown) => error);
  if (!(refused instanceof Refusal)) throw new Error('it is not refused', { cause: refused });
  return refused;
};

describe('复核工作簿做不成', () => {
  it('分数细得没有刻度装得下：用两种语言说是什么', async () => {
    const bonus = [{ deed: '一', kind: 'merit', mark: '0.000000000001', reason: '一' }];
    const { problem } = await refusalOf('shandong-2016', { 某市: { sheet: 'city', class: 'city', bonus } });
    expect(problem.detail).toMatch(/刻度 1\/\d+ 太细/);
    expect(problem.detailEn).toMatch(/the scale 1\/\d+ is too fine/);
  });

  it('事实不能计分：引擎的每一处都带出来，中文和英文', async () => {
    const { problem, more } = await refusalOf('zhengzhou-2019', {
      登封市: { observations: {}, 一: 1 },
      没有的单位: {},
    });
    const problems = more.problems as { message: string; messageEn: string }[];
    expect(problems.length).toBeGreaterThan(1);
    expect(problem.detail).toBe(problems.map(({ message }) => message).join(' '));
    expect(problem.detailEn).toBe(problems.map(({ messageEn }) => messageEn).join(' '));
  });
});
