import exceljs from '@protobi/exceljs';
import { expect, it } from 'vitest';
import { testOffice } from '../../test/office.js';

const office = testOffice();
const PASSWORDS = ['Abcd-2345-efgh', 'Bcde-3456-fghi', 'Cdef-4567-ghij'];
const ROWS = [
  ['zu1', '第一组组长', '考核组组长', '第一组'],
  ['zu1', '第一组组长', '评分领导', '领导01'],
  ['zhongyuan', '中原区安委办', '被考核单位', '中原区'],
];

async function workbookOf(rows: readonly (readonly string[])[]): Promise<string> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('人员');
  sheet.addRows([['登录名', '显示名（职务）', '角色', '范围'], ...rows.map((row) => [...row])]);
  return Buffer.from(await book.xlsx.writeBuffer()).toString('base64');
}

it('系统管理员按表建账号，不带权限；安全管理员按同一份表授权；各做各的，再导入一次不重复', async () => {
  const system = await office.as('system-administrator');
  const security = await office.as('security-administrator');
  const workbook = await workbookOf(ROWS);
  const early = await security('POST', '/api/grants/import', { payload: { workbook, year: '2019' } });
  expect([early.statusCode, early.json()]).toMatchObject([
    422,
    { code: 'workbook-refused', workbook: expect.any(String) },
  ]);

  const made = await system('POST', '/api/accounts/import', { payload: { workbook, initialPasswords: PASSWORDS } });
  expect(made.json()).toMatchObject({
    accounts: [{ login: 'zu1', family: 'business', mustChangePassword: true }, { login: 'zhongyuan' }],
    existing: 0,
  });
  const grants = async () => (await security('GET', '/api/grants?limit=200')).json().grants;
  const own = async () => (await grants()).filter(({ login }: { login: string }) => /^(zu1|zhongyuan)$/.test(login));
  expect(await own()).toEqual([]);

  const given = await security('POST', '/api/grants/import', { payload: { workbook, year: '2019' } });
  expect([given.statusCode, given.json()]).toEqual([200, { given: 3, held: 0 }]);
  expect((await own()).map(({ role, scope, year }: Record<string, string>) => [role, scope, year]).sort()).toEqual([
    ['assessed-unit', '中原区', '2019'],
    ['rating-leader', 'leader-01', '2019'],
    ['team-leader', 'team-1', '2019'],
  ]);

  const more = await workbookOf([...ROWS, ['office2', '安委办综合科', '安委办', '']]);
  const again = await system('POST', '/api/accounts/import', {
    payload: { workbook: more, initialPasswords: PASSWORDS },
  });
  expect(again.json()).toMatchObject({ accounts: [{ login: 'office2' }], existing: 2 });
  const rest = await security('POST', '/api/grants/import', { payload: { workbook: more, year: '2019' } });
  expect(rest.json()).toEqual({ given: 1, held: 3 });

  for (const [client, url, body] of [
    [system, '/api/grants/import', { workbook, year: '2019' }],
    [security, '/api/accounts/import', { workbook, initialPasswords: PASSWORDS }],
  ] as const)
    expect((await client('POST', url, { payload: body })).statusCode).toBe(403);
});

it('有一处不对，一个账号也不建，一项也不授，退回的表写明错在哪里', async () => {
  const system = await office.as('system-administrator');
  const security = await office.as('security-administrator');
  const initialPasswords = PASSWORDS;
  const before = (await system('GET', '/api/accounts?limit=200')).json().accounts.length;
  const renamed = await workbookOf([
    ['wu1', '第二组组长', '', ''],
    ['zu1', '别的职务', '', ''],
  ]);
  const refused = await system('POST', '/api/accounts/import', { payload: { workbook: renamed, initialPasswords } });
  expect(refused.json()).toMatchObject({ code: 'workbook-refused', problems: [{ row: 3, column: 2 }] });
  const many = await workbookOf([1, 2, 3, 4].map((number) => [`ren${number}`, '组员', '', '']));
  const few = await system('POST', '/api/accounts/import', { payload: { workbook: many, initialPasswords } });
  expect(few.json()).toMatchObject({ field: 'initialPasswords', wanted: 4 });
  expect((await system('GET', '/api/accounts?limit=200')).json().accounts).toHaveLength(before);
  const wrong = await workbookOf([
    ['zu1', '第一组组长', '考核组成员', '第一组'],
    ['zu1', '第一组组长', '考核组成员', '第十九组'],
  ]);
  const ungiven = await security('POST', '/api/grants/import', { payload: { workbook: wrong, year: '2019' } });
  expect(ungiven.json()).toMatchObject({ code: 'workbook-refused', problems: [{ row: 3, column: 4 }] });
});

it.each(['AAAA', '汉字', ' ', Buffer.from('PK\u0003\u0004 no zip').toString('base64')])(
  '不是工作簿的“%s”被拒绝，服务器不出错',
  async (workbook) => {
    const [system, security, clerk] = [
      await office.as('system-administrator'),
      await office.as('security-administrator'),
      await office.as('office'),
    ];
    const answers = [
      await system('POST', '/api/accounts/import', { payload: { workbook, initialPasswords: PASSWORDS } }),
      await security('POST', '/api/grants/import', { payload: { workbook, year: '2019' } }),
      await clerk('POST', '/api/years', {
        payload: { year: '2031', title: '年度', scheme: 'shandong-2016', workbook },
      }),
    ];
    expect(answers.map((answer) => [answer.statusCode, answer.json().code])).toEqual(
      answers.map(() => [422, 'workbook-refused']),
    );
  },
);
