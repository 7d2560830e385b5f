import { type ActName, actOf, ROLES, type Role, STAGES } from '@kaohe/api-contract';
import fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { requestsOf } from '../../test/arbitrary.js';
import { contentOf } from '../../test/content.js';
import { type Filled, FOREIGN, fill, type Names, scopeOf } from '../../test/filled.js';
import { type Client, TENANT, testOffice } from '../../test/office.js';
import { type Operation, operationsOf } from '../../test/operations.js';
import { seesNoEntry, sendWellMade } from '../../test/well-made.js';

const SEED = 20_200_116;
/** Roles whose sight ends at their own team or unit. */
const OF_ONE_TEAM: readonly Role[] = ['team-leader', 'team-member', 'assessed-unit'];
const OF_ONE_RATER: readonly Role[] = ['rating-leader', 'rating-division', 'division-head'];

/** Acts of one state of their thing: state-walk.test.ts does each of them in each state. */
const OF_STATES = ['wrong-state', 'stale-edit', 'not-found'];
/** What else one request does not bring about, by the code that says so; no code here is a refusal of permission. */
const NOT_DONE: Readonly<Record<string, string>> = {
  // Whole files, which the tests of their nouns make: accounts, drafts.
  'POST /api/accounts/import': 'workbook-refused',
  'POST /api/grants/import': 'workbook-refused',
  'POST /api/document-text': 'invalid',
  'POST /api/scheme-drafts': 'invalid',
  'PUT /api/scheme-drafts/{draft}': 'invalid',
  'GET /api/scheme-drafts/{draft}': 'not-found',
  'GET /api/scheme-drafts/{draft}/folder': 'not-found',
  'POST /api/scheme-drafts/{draft}/issue': 'not-found',
  'POST /api/scheme-drafts/{draft}/delete': 'not-found',
  // Made first, and named by what is made: exports, papers.
  'POST /api/years/{year}/exports': 'wrong-state',
  'GET /api/years/{year}/exports/{export}/file': 'not-found',
  'DELETE /api/years/{year}/exports/{export}': 'not-found',
  'GET /api/years/{year}/verifications/{code}': 'not-found',
  // The demonstration is past it: years, papers, statements.
  'PUT /api/years/{year}/units': 'wrong-state',
  'GET /api/years/{year}/papers/{paper}/{unit}': 'not-found',
  'GET /api/years/{year}/statements/{stage}/{unit}/{line}': 'wrong-state',
  // Takes a second person: sheets.
  'POST /api/years/{year}/sheets/{unit}/rows/{row}/check': 'wrong-state',
  // Never, for anybody: what was drawn stays drawn.
  'PUT /api/years/{year}/registers/draws/{entry}': 'wrong-state',
  'POST /api/years/{year}/registers/draws/{entry}/withdraw': 'wrong-state',
};
/** Of the registers, a division enters what it supplies alone: whose.test.ts tries the others. */
const isOthersRegister = (role: Role, { path, act }: { path: string; act: ActName }): boolean =>
  role === 'supplying-division' &&
  path.includes('/registers/') &&
  !path.includes('/registers/accidents') &&
  act === 'register.change';

const office = testOffice({ demonstration: true, limits: { requests: 1e9, signIns: 1e9 } });
let operations: readonly (Operation & { act: ActName })[] = [];
let filled: Filled;

beforeAll(async () => {
  const document = (await office.app.inject({ url: '/api/openapi.json', headers: { host: '127.0.0.1' } })).json();
  operations = operationsOf(document).filter((one): one is Operation & { act: ActName } => one.act !== undefined);
  filled = await fill(office);
}, 120_000);

/** The same request of an operation each time. */
function requestOf(operation: Operation, names: Names) {
  const [sent] = fc.sample(requestsOf(operation, names), { numRuns: 1, seed: SEED });
  if (!sent) throw new Error(`no request of ${operation.name}`);
  const bytes = Buffer.isBuffer(sent.payload) ? { 'content-type': 'application/octet-stream' } : undefined;
  return {
    url: sent.url,
    options: {
      ...(sent.payload !== undefined && { payload: sent.payload as object }),
      headers: { ...sent.headers, ...bytes },
    },
  };
}

async function send(client: Client, operation: Operation, names: Names): Promise<LightMyRequestResponse> {
  const { url, options } = requestOf(operation, names);
  return await client(operation.method, url, options);
}

const codeOf = (answer: LightMyRequestResponse): string | undefined =>
  answer.statusCode < 400 ? undefined : (answer.json() as { code: string }).code;
/** Whether an operation may be refused so: its thing is in another state here, or it takes more than one request says. */
const isExpected = (answer: LightMyRequestResponse, { name, act }: { name: string; act: ActName }): boolean => {
  const code = codeOf(answer) ?? '';
  return (actOf(act).states !== undefined && OF_STATES.includes(code)) || NOT_DONE[name] === code;
};
const clients = new Map<Role, Promise<Client>>();
/** Everybody signs in once. */
function client(role: Role): Promise<Client> {
  const known = clients.get(role) ?? office.as(role, scopeOf(role, filled));
  clients.set(role, known);
  return known;
}
const setAll = (state: 'waiting' | 'open' | 'closed') =>
  office.stages(Object.fromEntries(STAGES.map((stage) => [stage, state])));

async function refusalsLogged(): Promise<number> {
  const { rows } = await sql<{ count: string }>`SELECT count(*) FROM kaohe.audit_entries WHERE NOT succeeded`.execute(
    office.database.owner,
  );
  return Number(rows[0]?.count);
}

describe('权限表', () => {
  it('没有登录的一律 401，什么也没有变', async () => {
    const before = await contentOf(office.database);
    for (const operation of operations) {
      const { url, options } = requestOf(operation, filled.ownNames);
      const headers = { host: '127.0.0.1', ...options.headers };
      const answer = await office.app.inject({ method: operation.method, url, ...options, headers });
      expect([operation.name, answer.statusCode]).toEqual([operation.name, 401]);
    }
    expect(await contentOf(office.database)).toEqual(before);
  });

  it.each(ROLES)('表上没有“%s”的事，一律 403，什么也没有变，写入的都记在日志里', async (role) => {
    const acting = await client(role);
    const before = await contentOf(office.database);
    const logged = await refusalsLogged();
    const denied = operations.filter(({ act }) => !actOf(act).roles.includes(role));
    for (const operation of denied) {
      const answer = await send(acting, operation, filled.ownNames);
      expect([operation.name, answer.statusCode, codeOf(answer)]).toEqual([operation.name, 403, 'not-allowed']);
    }
    expect(await contentOf(office.database)).toEqual(before);
    expect((await refusalsLogged()) - logged).toBe(denied.filter(({ method }) => method !== 'GET').length);
  });

  it('要环节打开的事，环节没到或已过都是 409，说明是哪个环节；打开了就不再因此拒绝', async () => {
    const staged = operations.filter(({ act }) => actOf(act).stage ?? actOf(act).before);
    for (const state of ['waiting', 'closed', 'open'] as const) {
      await setAll(state);
      for (const operation of staged) {
        const { stage, before, roles } = actOf(operation.act);
        const isRefused = stage === undefined ? state === 'closed' : state !== 'open';
        for (const role of roles) {
          const answer = await send(await client(role), operation, filled.ownNames);
          const named = answer.statusCode === 409 ? (answer.json() as { stage?: string }).stage : undefined;
          const wanted = isRefused ? (stage ?? before) : undefined;
          expect([operation.name, role, state, named === (stage ?? before) ? named : undefined]).toEqual([
            operation.name,
            role,
            state,
            wanted,
          ]);
        }
      }
    }
  });

  it('要照所见办的事，没有写明所见的是哪一版，一律 428，什么也没有变', async () => {
    await setAll('open');
    const acting = operations.filter(({ act }) => actOf(act).overSeen);
    expect(acting.length).toBeGreaterThan(10);
    for (const role of ROLES) await client(role);
    const before = await contentOf(office.database);
    for (const operation of acting)
      for (const role of actOf(operation.act).roles) {
        const { url, options } = requestOf(operation, filled.ownNames);
        const answer = await (await client(role))(operation.method, url, { ...options, headers: {} });
        expect([operation.name, role, answer.statusCode, codeOf(answer)]).toEqual([
          operation.name,
          role,
          428,
          'not-seen',
        ]);
      }
    expect(await contentOf(office.database)).toEqual(before);
  });

  it.each(ROLES)('表上有“%s”的事，办得成；办不成的只有写明的那些，都不是因为权限', async (role) => {
    await setAll('open');
    const allowed = operations.filter(({ act }) => actOf(act).roles.includes(role));
    const acting = await client(role);
    const refused: unknown[] = [];
    for (const operation of allowed) {
      if (isOthersRegister(role, operation)) continue;
      const answer = await sendWellMade({ client: acting, role, operation, filled });
      if (answer.statusCode < 300 || isExpected(answer, operation)) continue;
      if (operation.method !== 'GET' || codeOf(answer) !== 'not-found' || !(await seesNoEntry(acting, operation)))
        refused.push([operation.name, answer.statusCode, codeOf(answer), answer.json().detail]);
    }
    expect(refused).toEqual([]);
  });
});

describe('别人的东西', () => {
  /** An answer holds nothing of the others, and they are as they were. */
  async function expectClosed(role: Role, { names, tenant }: { names: Names; tenant: string }): Promise<void> {
    const acting = await office.as(role, scopeOf(role, filled), tenant);
    const ids = Object.values(names)
      .flat()
      .filter((name) => name.length === 36);
    for (const operation of operations) {
      const answer = await send(acting, operation, names);
      expect([operation.name, answer.statusCode < 500]).toEqual([operation.name, true]);
      // A refusal may repeat the id it was sent; nothing repeats what stands in a row.
      const told = [FOREIGN, 'victim', ...(answer.statusCode < 400 ? ids : [])].filter((one) =>
        answer.body.includes(one),
      );
      expect([operation.name, told]).toEqual([operation.name, []]);
    }
  }

  const contentOfOthers = async () => {
    const tables = ['sheet_rows', 'reports', 'evidence', 'statements', 'register_entries', 'register_versions'];
    const parts = tables.map((table) => {
      const also = table.startsWith('register') ? sql`AND also_team_id <> ${filled.own.team}` : sql``;
      return sql`SELECT ${table} AS name, md5(string_agg(t::text, '' ORDER BY t::text)) AS hash
        FROM ${sql.table(`kaohe.${table}`)} t WHERE tenant_id = ${TENANT} AND team_id <> ${filled.own.team} ${also}`;
    });
    return (await sql`${sql.join(parts, sql` UNION ALL `)}`.execute(office.database.owner)).rows;
  };

  it.each(OF_ONE_TEAM)('“%s”看不到也改不了别组的单位', async (role) => {
    await setAll('open');
    const before = await contentOfOthers();
    await expectClosed(role, { names: filled.foreignNames, tenant: TENANT });
    expect(await contentOfOthers()).toEqual(before);
  });

  it.each(OF_ONE_RATER)('“%s”看不到也改不了别人的评价表', async (role) => {
    const acting = await client(role);
    const forms = operations.filter(({ path, act }) => path.includes('{rater}') && actOf(act).roles.includes(role));
    expect(forms.length).toBeGreaterThan(0);
    const before = await contentOf(office.database);
    for (const [form, rater] of [
      ['leader', 'leader-02'],
      ['division', 'division-02'],
    ] as const)
      for (const operation of forms) {
        const answer = await send(acting, operation, { year: ['2019'], form: [form], rater: [rater] });
        expect([operation.name, rater, answer.statusCode]).toEqual([operation.name, rater, 404]);
      }
    expect(await contentOf(office.database)).toEqual(before);
  });

  it.each(ROLES)('别的安委办的“%s”，拿着真实的编号也看不到、改不了一处', async (role) => {
    const before = await contentOf(office.database, TENANT);
    await expectClosed(role, { names: filled.foreignNames, tenant: '2' });
    expect(await contentOf(office.database, TENANT)).toEqual(before);
  });
});
