import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { TENANT, testOffice } from '../../test/office.js';
import { overSeen } from '../../test/over-seen.js';
import { inSystem, inTransaction } from '../database/transaction.js';
import { checkChain, sealEntries } from './chain.js';

const office = testOffice();
const check = () => inSystem(office.database, TENANT, (trx) => checkChain(trx, TENANT));

async function sealAll(): Promise<void> {
  while ((await sealEntries(office.office, TENANT)) > 0);
}

describe('审计日志', () => {
  it('做成的和被拒绝的都有记录，翻页不重不漏', async () => {
    await office.stages({ leaders: 'open' });
    const leader = await office.as('rating-leader', 'leader-01');
    const url = '/api/years/2019/ratings/leader/leader-01';
    await leader('PUT', url, { payload: { marks: { 巩义市: '9' } } });
    await overSeen(leader, `${url}/submit`);
    await overSeen(leader, `${url}/sign`);
    const auditor = await office.as('auditor');
    const first = (await auditor('GET', '/api/audit?limit=2')).json();
    const second = (await auditor('GET', `/api/audit?limit=2&after=${first.next}`)).json();
    const acts = [...first.entries, ...second.entries].map(({ act, succeeded }) => [act, succeeded]);
    expect(acts).toEqual([
      ['rating.sign', false],
      ['rating.submit', false],
      ['rating.fill', true],
    ]);
    expect(JSON.stringify([first, second])).not.toContain('巩义市');
  });

  it('只有审计员看得到，业务角色和另两位管理员都不行', async () => {
    for (const role of ['office', 'system-administrator', 'security-administrator'] as const)
      expect((await (await office.as(role))('GET', '/api/audit')).statusCode).toBe(403);
  });

  it('导出的是整个查询，写明职务和事项，公式不会运行，导出本身也有记录', async () => {
    const auditor = await office.as('auditor');
    const account = (await auditor('GET', '/api/audit?limit=1')).json().entries[0].account;
    await sql`UPDATE kaohe.accounts SET display_name = '=1+1' WHERE login = ${account}`.execute(office.database.owner);
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const csv = (await auditor('GET', `/api/audit/export?from=${today}&account=${account}`)).body;
    const [head, first, ...others] = csv.trim().split('\r\n');
    expect(head).toContain('时间,职务,账号');
    expect(first).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,'=1\+1,/);
    expect(first).toContain(',评分领导,leader-01,分管领导签字,');
    expect(first).toContain(',被拒绝,');
    expect(others).toHaveLength(2);
    const [own] = (await auditor('GET', '/api/audit?act=audit.read')).json().entries;
    expect(own.after).toMatchObject({ account, entries: 3 });
  });

  it('链上每条接着前一条，改一处、删一处都查得出', async () => {
    await sealAll();
    expect(await check()).toMatchObject({ sound: true, unsealed: 0, broken: null });
    await sql`UPDATE kaohe.audit_entries SET succeeded = true WHERE act = 'rating.sign'`.execute(office.database.owner);
    expect((await check()).broken).toMatchObject({ reason: '内容被改过' });
    await sql`UPDATE kaohe.audit_entries SET succeeded = false WHERE act = 'rating.sign'`.execute(
      office.database.owner,
    );
    expect((await check()).sound).toBe(true);
    await sql`DELETE FROM kaohe.audit_seals WHERE seal_number = 1`.execute(office.database.owner);
    expect((await check()).broken).toMatchObject({ reason: '中间缺记录' });
  });

  it('应用自己改不了、删不了日志', async () => {
    const acting = { tenant: TENANT, accountId: '', role: 'system', scope: '' };
    const change = (statement: ReturnType<typeof sql>) =>
      inTransaction(office.database, acting, async (trx) => await statement.execute(trx));
    await expect(change(sql`UPDATE kaohe.audit_entries SET act = 'x'`)).rejects.toThrow('permission denied');
    await expect(change(sql`DELETE FROM kaohe.audit_entries`)).rejects.toThrow('permission denied');
    await expect(change(sql`UPDATE kaohe.audit_seals SET hash = 'x'`)).rejects.toThrow('permission denied');
  });
});
