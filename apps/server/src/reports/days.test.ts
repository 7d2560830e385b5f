// Until when a report is in time, and leaders who both rate and lead a team.
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { closeSheets, setToday } from '../../test/filled-year.js';
import { type Client, TENANT, testOffice } from '../../test/office.js';
import { overSeen } from '../../test/over-seen.js';
import { REPORTS, write } from '../../test/report-desk.js';
import { inSystem } from '../database/transaction.js';

const office = testOffice();
/** The team of 登封市 and of member units, which are assessed on paper. */
const TEAM = 'team-10';
let leader: Client;
let clerk: Client;

beforeAll(async () => {
  await office.stages({ 'year-end': 'open' });
  leader = await office.as('team-leader', TEAM);
  clerk = await office.as('office');
});

it('1月20日当天接收不算迟，21日算迟', async () => {
  const { units } = (await clerk('GET', '/api/years/2019/scopes')).json();
  const [first = '', second = ''] = units
    .filter((unit: { team: string; name: string }) => unit.team === TEAM && unit.name !== '登封市')
    .map(({ name }: { name: string }) => name);
  for (const unit of [first, second]) {
    await closeSheets(office, { units: [unit] });
    await write(leader, unit, 0);
    const signed = await overSeen(leader, `${REPORTS}/${unit}/sign`, { noVisitReason: '成员单位，书面考核' });
    expect(signed.json()).toMatchObject({ state: 'signed', body: { noVisitReason: '成员单位，书面考核' } });
  }
  await setToday(office, '2020-01-20');
  expect((await overSeen(clerk, `${REPORTS}/${first}/receive`)).json()).toMatchObject({
    late: false,
    dueOn: '2020-01-20',
  });
  await setToday(office, '2020-01-21');
  expect((await overSeen(clerk, `${REPORTS}/${second}/receive`)).json()).toMatchObject({ late: true });
  await setToday(office, '2020-01-16');
});

it('报送期限是文件的日程；文件没有日程的年度，是年终考核环节的期限，改了就跟着改', async () => {
  const year = '/api/years/2016';
  const payload = { year: '2016', title: '2016年度', scheme: 'shandong-2016' };
  expect((await clerk('POST', '/api/years', { payload })).statusCode).toBe(200);
  const dueOn = async () => (await clerk('GET', `${year}/reports`)).json().dueOn;
  expect(await dueOn()).toBeNull();
  for (const day of ['2017-02-10', '2017-02-20']) {
    const { stages } = (await clerk('GET', year)).json();
    const { version } = stages.find(({ stage }: { stage: string }) => stage === 'year-end');
    const headers = { 'if-match': `"${version}"` };
    await clerk('PATCH', `${year}/stages/year-end`, { payload: { dueOn: day }, headers });
    expect(await dueOn()).toBe(day);
  }
  expect((await clerk('GET', REPORTS)).json().dueOn).toBe('2020-01-20');
});

it('报告点明既评分又在本组的领导，只写职务', async () => {
  await inSystem(office.database, TENANT, async (trx) => {
    const account = randomUUID();
    const key = { tenant_id: TENANT, account_id: account, family: 'business' };
    await trx
      .insertInto('kaohe.accounts')
      .values({
        ...key,
        login: 'both',
        display_name: '领导03',
        state: 'active',
        password_hash: '-',
        password_set_at: new Date(),
        must_change_password: false,
        totp_secret: null,
        totp_confirmed: false,
        totp_last_step: null,
        failures: 0,
        locked_until: null,
        version: 1,
      })
      .execute();
    const grant = { ...key, year_id: '2019', granted_at: new Date(), granted_by: 'test', revoked_at: null };
    for (const held of [
      { role: 'rating-leader', scope: 'leader-03' },
      { role: 'team-leader', scope: TEAM },
    ])
      await trx
        .insertInto('kaohe.grants')
        .values({ ...grant, grant_id: randomUUID(), ...held })
        .execute();
  });
  const { alsoRated, team: of } = (await leader('GET', `${REPORTS}/登封市`)).json();
  expect(alsoRated).toEqual([`领导03（${of.leader}）`]);
});
