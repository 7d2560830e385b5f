// Divisions and patrol groups at the registers: each sees and enters what is its own.
import { chinaTime } from '@kaohe/api-contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, testOffice } from '../../test/office.js';

const office = testOffice();
const REGISTERS = '/api/years/2019/registers';
const ACCIDENTS = `${REGISTERS}/accidents`;
const STATISTICS = '市应急局调查评估和统计处';
const ACCIDENT = {
  id: 'A-01',
  on: '2019-12-31',
  place: '登封市',
  deaths: 2,
  seriousInjuries: 0,
  directEconomicLossYuan: '4200000',
  responsible: true,
};
const FINDING = { on: '2019-06-01', group: '第三督导组', place: '某镇', finding: '应急物资台账不全' };

let clerk: Client;
beforeAll(async () => {
  await office.stages({ 'year-end': 'open', routine: 'open' });
  clerk = await office.as('office');
});

const enter = async (who: Client, register: string, sent: object) =>
  await who('POST', `${REGISTERS}/${register}`, { payload: sent });

async function problemOf(sent: ReturnType<Client>) {
  const response = await sent;
  return [response.statusCode, response.json().code];
}

describe('自己的台账', () => {
  it('处室只看、只登记自己提供的台账：事故归统计处，约谈、指标、表彰、检查都不归它', async () => {
    const division = await office.as('supplying-division', STATISTICS);
    const talk = { unit: '巩义市', body: { by: '市政府', on: '2019-08-02' } };
    for (const [register, sent] of [
      ['accidents', { body: ACCIDENT }],
      ['talks', talk],
    ] as const)
      expect((await enter(clerk, register, sent)).statusCode).toBe(200);
    const { entries, mayChange } = (await division('GET', ACCIDENTS)).json();
    expect([entries.length > 0, mayChange]).toEqual([true, true]);
    const body = { ...ACCIDENT, id: 'A-77' };
    const entered = await enter(division, 'accidents', { body });
    expect(entered.statusCode).toBe(200);
    // The office has a day of its own, whatever the machine's clock says.
    expect(chinaTime(entered.json().changedAt)).toMatch(/^2020-01-16 /);
    for (const register of ['talks', 'indicators', 'commendations', 'inspections']) {
      const list = (await division('GET', `${REGISTERS}/${register}`)).json();
      expect([register, list]).toEqual([register, { entries: [], mayChange: false, next: null }]);
    }
    expect(await problemOf(enter(division, 'talks', talk))).toEqual([403, 'not-allowed']);
    const [known] = (await clerk('GET', `${REGISTERS}/talks`)).json().entries;
    expect(await problemOf(division('PUT', `${REGISTERS}/talks/${known.entry}`, { payload: talk }))).toEqual([
      404,
      'not-found',
    ]);
    const rules = await office.as('supplying-division', '市应急局法规处');
    expect((await rules('GET', ACCIDENTS)).json()).toMatchObject({ entries: [], mayChange: false });
    expect(await problemOf(enter(rules, 'accidents', { body }))).toEqual([403, 'not-allowed']);
  });

  it('年度概况写明各角色能看到哪几本台账：没有写的，对它一定是空的', async () => {
    const inspection = { on: '2019-06-01', kind: 'routine', by: '综合协调处', finding: '台账齐全' };
    const commendation = { deed: '经验推广', kind: 'promoted', level: 'province', proof: '豫安委〔2019〕9号' };
    for (const [register, body] of [
      ['inspections', inspection],
      ['commendations', commendation],
      ['patrol-findings', FINDING],
      ['talks', { by: '市政府', on: '2019-09-02' }],
    ] as const)
      expect((await enter(clerk, register, { unit: '巩义市', body })).statusCode).toBe(200);
    expect((await enter(clerk, 'accidents', { body: { ...ACCIDENT, id: 'A-88', place: '巩义市' } })).statusCode).toBe(
      200,
    );
    const registers = ['accidents', 'indicators', 'talks', 'commendations', 'patrol-findings', 'inspections'];
    const offered: Record<string, string[]> = {};
    for (const [role, scope] of [
      ['office', ''],
      ['supplying-division', STATISTICS],
      ['supplying-division', '市应急局法规处'],
      ['patrol-group', '第三督导组'],
      ['assessed-unit', '巩义市'],
      ['rating-leader', 'leader-01'],
    ] as const) {
      const client = await office.as(role, scope);
      const { mine } = (await client('GET', '/api/years/2019')).json();
      offered[scope] = mine.registers.filter((one: string) => registers.includes(one));
      for (const register of registers) {
        const list = await client('GET', `${REGISTERS}/${register}`);
        const seen = list.statusCode === 200 && list.json().entries.length > 0;
        if (seen) expect([scope, mine.registers]).toEqual([scope, expect.arrayContaining([register])]);
      }
    }
    expect(offered).toEqual({
      '': registers,
      [STATISTICS]: ['accidents'],
      市应急局法规处: [],
      第三督导组: ['patrol-findings', 'inspections'],
      巩义市: ['accidents', 'indicators', 'talks', 'commendations'],
      'leader-01': [],
    });
  });

  it('督导组只看、只改本组的发现；摘要照旧全看', async () => {
    const [third, fourth] = [
      await office.as('patrol-group', '第三督导组'),
      await office.as('patrol-group', '第四督导组'),
    ];
    const findings = `${REGISTERS}/patrol-findings`;
    expect((await enter(third, 'patrol-findings', { unit: '登封市', body: FINDING })).statusCode).toBe(200);
    const of = async (who: Client) =>
      (await who('GET', findings)).json().entries.map(({ body }: { body: { group: string } }) => body.group);
    expect(await of(third)).toEqual(['第三督导组', '第三督导组']);
    expect(await of(fourth)).toEqual([]);
    const own = { unit: '登封市', body: { ...FINDING, group: '第四督导组' } };
    expect((await enter(fourth, 'patrol-findings', { unit: '登封市', body: FINDING })).json()).toMatchObject({
      field: 'group',
    });
    const { entry } = (await enter(fourth, 'patrol-findings', own)).json();
    const stolen = { payload: { unit: '登封市', body: FINDING }, headers: { 'if-match': '"1"' } };
    expect(await problemOf(third('PUT', `${findings}/${entry}`, stolen))).toEqual([404, 'not-found']);
    expect((await third('GET', '/api/years/2019/digest')).json().findings).toHaveLength(4);
    expect(await of(await office.as('patrol-group'))).toHaveLength(3);
  });
});
