import { describe, expect, it } from 'vitest';
import { testOffice } from '../../test/office.js';

const office = testOffice();

describe('年度', () => {
  it('没有登录什么也看不到', async () => {
    const response = await office.app.inject({ url: '/api/years' });
    expect([response.statusCode, response.json().code]).toEqual([401, 'not-signed-in']);
  });

  it('安委办看到本办的年度', async () => {
    const response = await (await office.as('office'))('GET', '/api/years');
    expect(response.statusCode).toBe(200);
    expect(response.json().years).toMatchObject([{ year: '2019', scheme: 'zhengzhou-2019' }]);
  });

  it('别的安委办的年度看不到', async () => {
    const response = await (await office.as('office', '', '2'))('GET', '/api/years');
    expect(response.json()).toEqual({ years: [], next: null });
  });

  it('系统管理员不看业务数据', async () => {
    const response = await (await office.as('system-administrator'))('GET', '/api/years');
    expect([response.statusCode, response.json().code]).toEqual([403, 'not-allowed']);
  });
});
