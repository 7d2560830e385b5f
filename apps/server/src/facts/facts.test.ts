import { scoreFile } from '@kaohe/scheme-files';
import { type ResultJson, resultJson } from '@kaohe/scoring';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, TENANT, testOffice, YEAR } from '../../test/office.js';
import { inSystem } from '../database/transaction.js';
import type { Work } from '../office/office.js';
import { assessYear } from './service.js';

const office = testOffice();

let officer: Client;
let team: Client;
beforeAll(async () => {
  await office.stages({ 'year-end': 'open' });
  const own = await inSystem(office.database, TENANT, async (trx) => {
    const units = await trx.selectFrom('kaohe.units').select(['unit_id', 'team_id']).execute();
    return units.find(({ unit_id }) => unit_id === '巩义市')?.team_id ?? '';
  });
  officer = await office.as('office');
  team = await office.as('team-leader', own);
  await close(team, '1', { 'county/1.1': { breached: 'true' } });
  await close(team, '2', { 'county/2.2': { actual: { 常委会: '1' } } });
});

async function close(client: Client, row: string, observations: object = {}): Promise<void> {
  const response = await client('PUT', `/api/years/2019/sheets/巩义市/rows/${row}`, {
    payload: { closed: true, observations },
  });
  expect(response.statusCode).toBe(200);
}

/** An entry past every rule of its register: what feeds the facts is what is tested here. */
async function enter(register: string, unit: string, body: object): Promise<void> {
  await inSystem(office.database, TENANT, async (trx) => {
    const { team_id } = await trx
      .selectFrom('kaohe.units')
      .select('team_id')
      .where('unit_id', '=', unit)
      .executeTakeFirstOrThrow();
    await trx
      .insertInto('kaohe.register_entries')
      .values({
        tenant_id: TENANT,
        year_id: YEAR,
        register,
        entry_id: office.office.newId(),
        unit_id: unit,
        team_id,
        also_unit_id: '',
        also_team_id: '',
        version: 1,
        withdrawn: false,
        body: JSON.stringify(body),
        changed_at: office.office.now(),
        changed_by: 'test',
        changed_role: 'office',
      })
      .execute();
  });
}

async function exported(format: 'yaml' | 'json'): Promise<ResultJson> {
  const file = await officer('GET', `/api/years/2019/facts?format=${format}`);
  expect(file.statusCode).toBe(200);
  const folder = office.office.schemes.find(({ id }) => id === 'zhengzhou-2019');
  if (!folder) throw new Error('no scheme');
  const scored = scoreFile(folder, new Uint8Array(file.rawPayload));
  if ('problems' in scored) throw new Error(JSON.stringify(scored.problems));
  return resultJson(scored.assessment, '');
}

async function assessed(): Promise<ResultJson> {
  return await inSystem(office.database, TENANT, async (trx) => {
    const acting = {
      tenant: TENANT,
      accountId: '',
      login: '',
      displayName: '',
      role: 'office',
      scope: '',
      year: null,
    } as const;
    const { now, newId, schemes } = office.office;
    const work: Work = {
      trx,
      acting,
      now: now(),
      today: '2020-01-16',
      newId,
      schemes,
      ifMatch: undefined,
      note: () => {},
    };
    return resultJson(await assessYear(work, YEAR), '');
  });
}

const unitOf = (result: ResultJson) => result.units.find(({ unit }) => unit === '巩义市');

describe('全年的事实', () => {
  it('导出的文件用命令行计分，和服务器的结果一样', async () => {
    await enter('accidents', '登封市', {
      id: 'A-01',
      on: '2019-12-31',
      place: '登封市',
      industry: '工矿商贸',
      deaths: 3,
      seriousInjuries: 1,
      directEconomicLossYuan: '4200000',
      responsible: true,
    });
    const result = await assessed();
    expect(result.units).toHaveLength(43);
    expect(await exported('yaml')).toEqual(result);
    expect(await exported('json')).toEqual(result);
    expect(result.units.find(({ unit }) => unit === '登封市')?.provisional).toEqual(['A-01']);
  });

  it('没有核的不是零分也不是满分', async () => {
    const score = unitOf(await assessed())?.sheetScore;
    expect(score?.most).not.toBe(score?.least);
  });

  it('约谈、加分：安委办关上以前是未知，关上以后登记的就是全部', async () => {
    await enter('talks', '巩义市', { by: '市政府', on: '2019-08-02' });
    await enter('commendations', '巩义市', { deed: '全国先进', kind: 'commended', level: 'nation', proof: '文号' });
    const before = unitOf(await assessed());
    expect(before?.open).toContain('county/10');
    expect(before?.openParts).toContain('bonus');
    await close(team, '10');
    expect(unitOf(await assessed())?.open).toContain('county/10');
    await close(officer, '10.1');
    await close(officer, 'bonus');
    const after = unitOf(await assessed());
    expect(after?.open).not.toContain('county/10');
    expect(after?.items.flatMap(({ lost }) => lost).map(({ clause }) => clause)).toContain('county/10.1');
    expect(after?.bonus.least).toBe(after?.bonus.most);
    expect(after?.bonus.least).not.toBe('0');
  });

  it('同一指标登记了几次，最后一次算；没有行用到的指标不算', async () => {
    const measured = { edition: '初步核算', source: '统计局', denominator: '100' };
    await enter('indicators', '巩义市', { indicator: '亿元GDP死亡率', numerator: '12', ...measured });
    await enter('indicators', '巩义市', { indicator: '亿元GDP死亡率', numerator: '0', ...measured });
    await enter('indicators', '巩义市', { indicator: '没有行用到的指标', numerator: '1', ...measured });
    expect((await exported('yaml')).units).toEqual((await assessed()).units);
  });

  it('评分的合计不出现在考核组看到的事实里', async () => {
    const sheet = (await team('GET', '/api/years/2019/sheets/巩义市')).json();
    expect(sheet.facts).not.toHaveProperty('ratings');
  });

  it('只有安委办能导出', async () => {
    expect((await team('GET', '/api/years/2019/facts')).statusCode).toBe(403);
  });
});
