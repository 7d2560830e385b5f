import { describe, expect, it } from 'vitest';
import { TENANT, testOffice } from '../../test/office.js';
import type { Database } from '../database/connect.js';
import { inSystem } from '../database/transaction.js';
import { checkChain } from './chain.js';
import { startSealing } from './sealing.js';

const office = testOffice();
const check = () => inSystem(office.database, TENANT, (trx) => checkChain(trx, TENANT));

describe('后台封链', () => {
  it('自己把新的记录接到链上，停下以后不再接', async () => {
    const failures: unknown[] = [];
    const stop = startSealing(office.office, (error) => failures.push(error), 10);
    const clerk = await office.as('approver');
    const refused = { year: '2020', title: '下一年度', scheme: 'zhengzhou-2019' };
    expect((await clerk('POST', '/api/years', { payload: refused })).statusCode).toBe(403);
    await expect.poll(check).toMatchObject({ sound: true, sealed: 1, unsealed: 0 });
    await stop();
    expect((await clerk('POST', '/api/years', { payload: refused })).statusCode).toBe(403);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await check()).toMatchObject({ sound: true, sealed: 1, unsealed: 1 });
    expect(failures).toEqual([]);
  });

  it('封链失败会说出来，下一次接着做', async () => {
    const failures: unknown[] = [];
    let broken = true;
    const database: Database = {
      owner: office.database.owner,
      use: office.database.use,
      close: office.database.close,
      get app() {
        if (broken) throw new Error('no connection');
        return office.database.app;
      },
    };
    const stop = startSealing({ ...office.office, database }, (error) => failures.push(error), 10);
    await expect.poll(() => failures.length).toBeGreaterThan(1);
    broken = false;
    await expect.poll(check).toMatchObject({ sound: true, unsealed: 0 });
    await stop();
  });
});
