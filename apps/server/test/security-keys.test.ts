// The same write sent twice: done once, answered the same, and to nobody but who sent it.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { inSystem } from '../src/database/transaction.js';
import { type Client, TENANT } from './office.js';
import { oneTeamOffice, RATINGS, ROW, TALK, TALKS } from './one-team.js';

const { office, open, people } = oneTeamOffice();

let clerk: Client;
let team: Client;
beforeAll(() => {
  ({ clerk, team } = people());
});

const keyed = () => ({ 'idempotency-key': randomUUID() });
const statuses = (answers: { statusCode: number }[]) => answers.map(({ statusCode }) => statusCode);

describe('同一个请求编号', () => {
  it('同时到的两次只登记一条，两次得到同样的回答', async () => {
    for (let round = 0; round < 3; round += 1) {
      const before = (await clerk('GET', TALKS)).json().entries.length;
      const headers = keyed();
      const twice = [1, 2].map(() => clerk('POST', TALKS, { payload: TALK, headers }));
      const [one, other] = await Promise.all(twice);
      expect(statuses([one, other] as never)).toEqual([200, 200]);
      expect(one?.json()).toEqual(other?.json());
      expect((await clerk('GET', TALKS)).json().entries).toHaveLength(before + 1);
    }
  });

  it('同时到的两次填同一行，都得到第一次的回答', async () => {
    const headers = keyed();
    const send = () => team('PUT', `${ROW}/1`, { payload: { closed: true, observations: {} }, headers });
    const [one, other] = await Promise.all([send(), send()]);
    expect([one.statusCode, other.statusCode]).toEqual([200, 200]);
    expect(one.json()).toEqual(other.json());
  });

  it('被拒绝的一次不占编号', async () => {
    const headers = keyed();
    const sent = { unit: '巩义市', body: { by: '市政府', on: '2019-08-03' } };
    await office.stages({ composite: 'closed' });
    expect((await clerk('POST', TALKS, { payload: sent, headers })).statusCode).toBe(409);
    await open();
    expect((await clerk('POST', TALKS, { payload: sent, headers })).statusCode).toBe(200);
  });

  it('回答没有送到、环节已经结束，再送一次仍得到当时的回答', async () => {
    const headers = keyed();
    const send = () => team('PUT', `${ROW}/2`, { payload: { closed: true, observations: {} }, headers });
    const first = await send();
    expect(first.statusCode).toBe(200);
    await office.stages({ 'year-end': 'closed' });
    const again = await send();
    expect([again.statusCode, again.body]).toEqual([200, first.body]);
  });

  it('换了角色就不再给出另一个角色得到的回答', async () => {
    const both = await withRoles('rating-leader', ['leader-01', 'leader-02']);
    const headers = keyed();
    const url = `${RATINGS}/leader/leader-01`;
    await both.actIn('leader-01');
    expect((await both.client('PUT', url, { payload: { marks: { 巩义市: '9' } }, headers })).statusCode).toBe(200);
    await both.actIn('leader-02');
    const replayed = await both.client('PUT', url, { payload: { marks: { 巩义市: '9' } }, headers });
    expect([replayed.statusCode, replayed.body.includes('marks')]).toEqual([422, false]);
  });

  it('别人用同一个编号互不相干', async () => {
    const headers = keyed();
    const other = await office.as('office');
    const [one, two] = [
      await clerk('POST', TALKS, { payload: TALK, headers }),
      await other('POST', TALKS, { payload: TALK, headers }),
    ];
    expect(one.json().entry).not.toBe(two.json().entry);
  });
});

/** One person holding a role for several scopes. */
async function withRoles(role: 'rating-leader', scopes: readonly string[]) {
  const [first = '', ...more] = scopes;
  const client = await office.as(role, first);
  const { login } = (await client('GET', '/api/session')).json();
  await inSystem(office.database, TENANT, async (trx) => {
    const { account_id } = await trx
      .selectFrom('kaohe.accounts')
      .select('account_id')
      .where('tenant_id', '=', TENANT)
      .where('login', '=', login)
      .executeTakeFirstOrThrow();
    for (const scope of more)
      await trx
        .insertInto('kaohe.grants')
        .values({
          tenant_id: TENANT,
          grant_id: randomUUID(),
          account_id,
          family: 'business',
          role,
          scope,
          year_id: '2019',
          granted_at: new Date(),
          granted_by: 'test',
          revoked_at: null,
        })
        .execute();
  });
  return {
    client,
    actIn: async (scope: string) => {
      const { roles } = (await client('GET', '/api/session')).json();
      const grant = roles.find((one: { scope: string }) => one.scope === scope).grant;
      expect((await client('PUT', '/api/session/role', { payload: { grant } })).statusCode).toBe(200);
    },
  };
}
