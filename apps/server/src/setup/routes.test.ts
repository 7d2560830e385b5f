import { randomBytes, randomUUID } from 'node:crypto';
import exceljs from '@protobi/exceljs';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database.js';
import { secretBox } from '../accounts/secret-box.js';
import { inSystem } from '../database/transaction.js';
import { createApp } from '../http/app.js';
import type { Office } from '../office/office.js';
import { readSchemes } from '../schemes/folder.js';

const CODE = 'AB12-CD34-EF56';

describe('首次设置', () => {
  const database = testDatabase();
  let app: FastifyInstance;
  beforeEach(async () => {
    const schemes = await readSchemes();
    if ('problems' in schemes) throw new Error(JSON.stringify(schemes.problems));
    const secrets = secretBox(randomBytes(32));
    const office: Office = { database, schemes, now: () => new Date(), newId: randomUUID, secrets };
    app = await createApp({ schemes, office, setupCode: CODE });
  });
  afterEach(() => app.close());

  const setup = {
    code: CODE,
    office: '某市安委办',
    systemAdministrator: { login: 'sysadmin', displayName: '系统管理员' },
    securityAdministrator: { login: 'secadmin', displayName: '安全管理员' },
    auditor: { login: 'auditor', displayName: '审计员' },
    year: { year: '2019', title: '2019年度安全生产目标考核', scheme: 'zhengzhou-2019' },
  };
  const send = (payload: object) => app.inject({ method: 'POST', url: '/api/setup', payload });
  const template = async () => {
    const { rawPayload } = await app.inject('/api/setup/people-template?scheme=zhengzhou-2019');
    const book = new exceljs.Workbook();
    await book.xlsx.load(new Uint8Array(rawPayload).buffer);
    return book;
  };
  const filled = async (people: readonly (readonly string[])[], more: Record<string, string[][]> = {}) => {
    const book = await template();
    for (const [name, rows] of Object.entries({ 人员: people, ...more }))
      for (const [index, row] of rows.entries())
        for (const [column, value] of row.entries())
          (book.getWorksheet(name) as exceljs.Worksheet).getCell(index + 2, column + 1).value = value;
    return Buffer.from(await book.xlsx.writeBuffer()).toString('base64');
  };
  const offices = async () => (await app.inject('/api/session')).json().offices;

  it('没有设置码，或者码不对，什么也建不了；错 5 次以后对的也不行', async () => {
    const wrong = await send({ ...setup, code: 'AB12-CD34-EF57' });
    expect([wrong.statusCode, wrong.json().code]).toEqual([403, 'wrong-setup-code']);
    for (let count = 0; count < 4; count += 1) await send({ ...setup, code: 'x' });
    expect((await send(setup)).json().code).toBe('set-up-closed');
    expect((await app.inject('/api/setup')).json()).toEqual({ open: false });
    expect(await offices()).toEqual([]);
  });

  it('三个管理员必须是三个人', async () => {
    const response = await send({ ...setup, auditor: setup.systemAdministrator });
    expect(response.json()).toMatchObject({ code: 'invalid', field: 'login' });
    expect(await offices()).toEqual([]);
  });

  it('人员表有一处不对，整份不采用，退回的表每一行写明错在哪里', async () => {
    const people = await filled([
      ['office1', '安委办综合科', '安委办', ''],
      ['zu1', '第一组组长', '考核组组长', '第十九组'],
      ['a b', '第二组组长', '组长', '第二组'],
      ['sysadmin', '处室01', '评分处室', '处室01'],
    ]);
    const response = await send({ ...setup, people });
    expect(response.json()).toMatchObject({ code: 'workbook-refused', problems: expect.arrayContaining([]) });
    expect(response.json().problems.map(({ row, column }: { row: number; column: number }) => [row, column])).toEqual([
      [3, 4],
      [4, 1],
      [4, 3],
      [5, 1],
    ]);
    const marked = new exceljs.Workbook();
    await marked.xlsx.load(new Uint8Array(Buffer.from(response.json().workbook, 'base64')).buffer);
    const sheet = marked.getWorksheet('人员') as exceljs.Worksheet;
    expect([sheet.getCell(1, 5).text, sheet.getCell(3, 5).text, sheet.getCell(2, 5).text]).toEqual([
      expect.stringContaining('错误'),
      expect.stringContaining('没有“第十九组”'),
      '',
    ]);
    expect(await offices()).toEqual([]);
  });

  it('同一份表里写了单位和分组，人员就归这些单位和分组', async () => {
    const own = { 单位: [['新区', '', 'county', '开发区', '督查一组']], 分组: [['督查一组', '', '']] };
    const before = await send({ ...setup, people: await filled([['zu1', '组长', '考核组组长', '第一组']], own) });
    expect(before.json()).toMatchObject({ code: 'workbook-refused', problems: [{ sheet: '人员', row: 2, column: 4 }] });
    const wrong = await send({
      ...setup,
      people: await filled([['zu1', '组长', '考核组组长', '督查一组']], { 分组: own.分组 }),
    });
    expect(wrong.json()).toMatchObject({
      code: 'workbook-refused',
      problems: [{ zh: expect.stringContaining('“单位”') }],
    });
    expect(await offices()).toEqual([]);
  });

  it('范围里的单位写法不同的，提示相近的单位：全称、简称、别名都比对', async () => {
    const people = await filled([
      ['fgw', '发改委联络员', '被考核单位', '市发展和改革委员会'],
      ['jtj', '交通局联络员', '被考核单位', '市交通运输厅'],
      ['qxj', '气象台联络员', '被考核单位', '省海事局'],
    ]);
    const { problems } = (await send({ ...setup, people })).json();
    expect(problems.map(({ zh }: { zh: string }) => zh)).toEqual([
      '“被考核单位”的范围没有“市发展和改革委员会”。相近的有：市发改委。',
      expect.stringMatching(/没有“市交通运输厅”。相近的有：.*市交通局/),
      expect.stringMatching(/没有“省海事局”。应写如：/),
    ]);
    expect(await offices()).toEqual([]);
  });

  it('一次建好安委办、三个管理员、年度和人员；口令只给一次，人人首次登录必须改；以后不能再设', async () => {
    const people = await filled([
      ['office1', '安委办综合科', '安委办', ''],
      ['zu1', '第一组组长', '考核组组长', '第一组'],
      ['zu1', '第一组组长', '评分领导', '领导01'],
      ['zhongyuan', '中原区安委办', '被考核单位', '中原区'],
      // The document says itself that this is another name of 市交通局.
      ['jiaotong', '交通局安监处', '被考核单位', '市交通运输局'],
    ]);
    const response = await send({ ...setup, people });
    expect(response.statusCode).toBe(200);
    const { passwords } = response.json();
    expect(passwords.map(({ login }: { login: string }) => login)).toEqual([
      ...['sysadmin', 'secadmin', 'auditor'],
      ...['office1', 'zu1', 'zhongyuan', 'jiaotong'],
    ]);
    const signIn = await app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { login: 'zu1', password: passwords[4].password },
    });
    expect(signIn.json()).toMatchObject({
      office: '某市安委办',
      demonstration: false,
      mustChangePassword: true,
      totp: 'required',
      roles: [
        { role: 'team-leader', scope: 'team-1' },
        { role: 'rating-leader', scope: 'leader-01' },
      ],
    });
    const alias = { login: 'jiaotong', password: passwords[6].password };
    const ofAlias = await app.inject({ method: 'POST', url: '/api/session', payload: alias });
    expect(ofAlias.json().roles).toMatchObject([{ role: 'assessed-unit', scope: '市交通局' }]);
    const units = await inSystem(database, '1', (trx) =>
      trx
        .selectFrom('kaohe.units')
        .select('unit_id')
        .where('tenant_id', '=', '1')
        .where('year_id', '=', '2019')
        .execute(),
    );
    expect(units).toHaveLength(43);
    expect((await send(setup)).json().code).toBe('set-up-closed');
    expect((await app.inject('/api/session')).json()).toMatchObject({ demonstration: null });
  });
});
