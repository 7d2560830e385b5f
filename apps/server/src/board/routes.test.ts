// The board of the office and everybody's list of what to do.
import { formatExact, getNumber, rational, sum } from '@kaohe/scoring';
import { beforeAll, describe, expect, it } from 'vitest';
import { closeSheets, setToday } from '../../test/filled-year.js';
import { type Client, testOffice } from '../../test/office.js';
import { overSeen } from '../../test/over-seen.js';

const office = testOffice();
const BOARD = '/api/years/2019/board';
const LIST = '/api/years/2019/todo';

interface Spread {
  team: string;
  units: number;
  closed: number;
  scores: { least: string; mean: string; most: string } | null;
}
interface Unit {
  unit: string;
  team: string;
  sheetScore: { least: string; most: string };
  openRows: number;
  report: string;
  possibleVetoes: { id: string }[];
  vetoLater: boolean;
}

let clerk: Client;
let units: { name: string; team: string }[];

const board = async () => (await clerk('GET', BOARD)).json() as { units: Unit[]; spread: Spread[] };
const todo = async (client: Client) => (await client('GET', LIST)).json();

beforeAll(async () => {
  clerk = await office.as('office');
  await office.stages({ 'year-end': 'open', leaders: 'open' });
  units = (await clerk('GET', '/api/years/2019/scopes')).json().units;
});

describe('全局进度', () => {
  it('43 个单位都在，按行政顺序；环节写明谁办、办了多少', async () => {
    const answer = (await clerk('GET', BOARD)).json();
    expect(answer.units.map(({ unit }: Unit) => unit)).toEqual(units.map(({ name }) => name));
    expect(answer.bands.map(({ from }: { from: string | null }) => from)).toEqual(['95', '80', '60', null]);
    const stage = (name: string) => answer.stages.find((one: { stage: string }) => one.stage === name);
    expect(stage('leaders')).toMatchObject({ holders: ['rating-leader'], done: 0, total: 16, next: 'composite' });
    expect(stage('year-end')).toMatchObject({ done: 0, total: 43, dueOn: '2020-01-17', late: false });
  });

  it('要核多少条次：各单位细则表的条数加起来，没有编出来的数', async () => {
    const { burden } = (await clerk('GET', BOARD)).json();
    expect(burden).toEqual({ units: 43, clauses: 160, judged: 16 * 110 + 27 * 50 });
  });

  it('一个组定分的单位不足三个，不给出分差，免得看出是哪一个', async () => {
    const counts = new Map<string, string[]>();
    for (const { name, team } of units) counts.set(team, [...(counts.get(team) ?? []), name]);
    const [largest = []] = [...counts.values()].sort((a, b) => b.length - a.length);
    await closeSheets(office, { units: largest.slice(0, 2) });
    const nameOfTeam = (await board()).units.find(({ unit }) => unit === largest[0])?.team;
    const own = async () => (await board()).spread.find(({ team }) => team === nameOfTeam);
    expect(await own()).toMatchObject({ closed: 2, scores: null });
    await closeSheets(office, { units: largest.slice(2, 3) });
    const spread = await own();
    const scores = (await board()).units
      .filter(({ unit }) => largest.slice(0, 3).includes(unit))
      .map(({ sheetScore }) => getNumber(sheetScore.least));
    const { n, d } = sum(scores);
    expect(spread?.scores?.mean).toBe(formatExact(rational(n, d * 3n)));
  });

  it('只因评价分汇总前不公布而可能低于 60 分的，不算可能一票否决；行没有核完的才算', async () => {
    await closeSheets(office, { units: [units[0]?.name ?? ''] });
    const shown = async () => {
      const all = (await board()).units;
      return [all.find(({ openRows }) => openRows === 0), all.find(({ openRows }) => openRows > 20)].map((one) => [
        one?.possibleVetoes.some(({ id }) => id === 'score'),
        one?.vetoLater,
      ]);
    };
    expect(await shown()).toEqual([
      [false, true],
      [true, false],
    ]);
    await office.stages({ composite: 'open' });
    expect((await shown())[0]).toEqual([true, false]);
    await office.stages({ composite: 'waiting' });
  });

  it('过了期限没有报告、没有评分的都是逾期，不只是收到得晚的', async () => {
    const late = async () => {
      const { forms } = (await clerk('GET', '/api/years/2019/ratings')).json();
      const leaders = forms.find(({ form }: { form: string }) => form === 'leader').raters as { late: boolean }[];
      const { units: all } = (await clerk('GET', BOARD)).json() as { units: { late: boolean }[] };
      const own = (await clerk('GET', '/api/years/2019/reports/登封市')).json().late as boolean;
      const count = (list: readonly { late: boolean }[]) => list.filter((one) => one.late).length;
      return [count(all), count(leaders), own];
    };
    const { stages } = (await clerk('GET', '/api/years/2019')).json();
    const { version } = stages.find(({ stage }: { stage: string }) => stage === 'leaders');
    const headers = { 'if-match': `"${version}"` };
    await clerk('PATCH', '/api/years/2019/stages/leaders', { payload: { dueOn: '2020-01-20' }, headers });
    await setToday(office, '2020-01-20');
    expect(await late()).toEqual([0, 0, false]);
    await setToday(office, '2020-01-21');
    expect(await late()).toEqual([43, 16, true]);
    await setToday(office, '2020-01-16');
  });

  it('只有安委办和审定人看得到', async () => {
    expect((await (await office.as('approver'))('GET', BOARD)).statusCode).toBe(200);
    for (const [role, scope] of [
      ['team-leader', '1'],
      ['assessed-unit', '登封市'],
      ['rating-leader', 'leader-01'],
    ] as const)
      expect((await (await office.as(role, scope))('GET', BOARD)).statusCode).toBe(403);
  });
});

describe('要办的事', () => {
  it('考核组：先核完行，再写报告，再签', async () => {
    const unit = '登封市';
    const team = units.find(({ name }) => name === unit)?.team ?? '';
    const leader = await office.as('team-leader', team);
    const mine = async () =>
      (await todo(leader)).items.find((one: { unit?: string }) => one.unit === unit) as { page: string; zh: string };
    expect(await mine()).toMatchObject({ page: 'sheets', dueOn: '2020-01-17', late: false });
    await closeSheets(office, { units: [unit] });
    expect(await mine()).toMatchObject({ page: 'reports', zh: '登封市：写考核报告', dueOn: '2020-01-20' });
    await leader('PUT', `/api/years/2019/reports/${unit}`, {
      payload: { narrative: '情况', problems: ['无'], suggestions: ['补齐台账'] },
      headers: { 'if-match': '"0"' },
    });
    expect(await mine()).toMatchObject({ zh: '登封市：签署考核报告' });
    await overSeen(leader, `/api/years/2019/reports/${unit}/sign`, { noVisitReason: '书面考核' });
    expect(await mine()).toBeUndefined();
    expect((await todo(clerk)).items).toContainEqual(
      expect.objectContaining({ page: 'reports', unit, zh: '登封市：接收考核报告' }),
    );
    await overSeen(clerk, `/api/years/2019/reports/${unit}/receive`);
    const assessed = await todo(await office.as('assessed-unit', unit));
    expect(assessed.items).toMatchObject([{ zh: '1 条意见和建议还没有答复', dueOn: null }]);
  });

  it('评分人只有自己的表；过了期限标明逾期', async () => {
    const leader = await office.as('rating-leader', 'leader-03');
    expect((await todo(leader)).items).toMatchObject([{ page: 'ratings', form: 'leader', rater: 'leader-03' }]);
    const { stages } = (await clerk('GET', '/api/years/2019')).json();
    const { version } = stages.find(({ stage }: { stage: string }) => stage === 'leaders');
    await clerk('PATCH', '/api/years/2019/stages/leaders', {
      payload: { dueOn: '2020-01-16' },
      headers: { 'if-match': `"${version}"` },
    });
    expect((await todo(leader)).items).toMatchObject([{ dueOn: '2020-01-16', late: false }]);
    await setToday(office, '2020-01-17');
    expect((await todo(leader)).items).toMatchObject([{ late: true }]);
    await setToday(office, '2020-01-16');
  });

  it('催办文字只写职务和单位，办公室才有', async () => {
    const { reminder } = await todo(clerk);
    expect(reminder).toContain('【催办】');
    expect(reminder).toContain('第一组组长');
    expect(reminder).toContain('登封市');
    expect((await todo(await office.as('team-leader', '1'))).reminder).toBeNull();
  });
});
