/** A whole office over a test database: the application, the year 2019, and anybody signed in as any role. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Role } from '@kaohe/api-contract';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import { secretBox } from '../src/accounts/secret-box.js';
import { inSystem } from '../src/database/transaction.js';
import { seedDemonstration } from '../src/demonstration/seed.js';
import { createApp } from '../src/http/app.js';
import type { Limits } from '../src/http/rate-limit.js';
import type { Office, Work } from '../src/office/office.js';
import { readSchemes } from '../src/schemes/folder.js';
import { openSession } from '../src/sessions/service.js';
import { COOKIE } from '../src/sessions/token.js';
import { createYear } from '../src/years/create.js';
import { type TestDatabase, testDatabase } from './database.js';

export const TENANT = '1';
export const YEAR = '2019';
const ADMINISTRATORS = ['system-administrator', 'security-administrator', 'auditor'];

/** Sends requests as one signed-in person. */
export type Client = (
  method: NonNullable<InjectOptions['method']>,
  url: string,
  options?: Pick<InjectOptions, 'payload' | 'headers'>,
) => Promise<LightMyRequestResponse>;

export interface TestOffice {
  readonly app: FastifyInstance;
  readonly office: Office;
  readonly database: TestDatabase;
  /** Somebody new with one role, signed in. Tenants other than the first have no year. */
  as(role: Role, scope?: string, tenant?: string): Promise<Client>;
  /** Sets stages of the year, past every rule: the state a test starts from. */
  stages(states: Readonly<Record<string, 'waiting' | 'open' | 'closed'>>): Promise<void>;
}

export interface OfficeOptions {
  /** The first tenant is the demonstration, and the second has a year without anything in it. */
  readonly demonstration?: boolean;
  readonly limits?: Limits;
}

/** Call it in the body of a file or a `describe`; what it gives works inside hooks and tests. */
export function testOffice(options: OfficeOptions = {}): TestOffice {
  const database = testDatabase();
  let made: { app: FastifyInstance; office: Office } | undefined;
  const current = () => {
    if (!made) throw new Error('the office of the test exists inside hooks and tests only');
    return made;
  };
  beforeAll(async () => {
    made = await openOffice(database, options);
  }, 120_000);
  afterAll(async () => {
    await made?.app.close();
  });
  return {
    get app() {
      return current().app;
    },
    get office() {
      return current().office;
    },
    database,
    as: async (role, scope = '', tenant = TENANT) =>
      clientOf(current(), await signIn(current().office, { role, scope, tenant })),
    stages: async (states) => {
      await inSystem(database, TENANT, async (trx) => {
        for (const [stage, state] of Object.entries(states))
          await trx
            .updateTable('kaohe.stages')
            .set({ state })
            .where('tenant_id', '=', TENANT)
            .where('year_id', '=', YEAR)
            .where('stage', '=', stage)
            .execute();
      });
    },
  };
}

async function openOffice(
  database: TestDatabase,
  { demonstration, limits }: OfficeOptions,
): Promise<{ app: FastifyInstance; office: Office }> {
  const schemes = await readSchemes();
  if ('problems' in schemes) throw new Error(JSON.stringify(schemes.problems));
  const secrets = secretBox(randomBytes(32));
  const office: Office = { database, schemes, now: () => new Date(), newId: randomUUID, secrets };
  if (demonstration) await seedDemonstration(office);
  for (const tenant of demonstration ? ['2'] : [TENANT, '2']) {
    await inSystem(database, tenant, async (trx) => {
      await trx
        .insertInto('plat.tenants')
        .values({ tenant_id: tenant, name: `安委办 ${tenant}`, own_date: '2020-01-16', created_at: office.now() })
        .execute();
    });
  }
  const tenant = demonstration ? '2' : TENANT;
  await inSystem(database, tenant, async (trx) => {
    const work = {
      trx,
      acting: { tenant },
      now: office.now(),
      schemes,
      note: () => undefined,
    } as unknown as Work;
    await createYear(work, { year: YEAR, title: '2019年度安全生产目标考核', scheme: 'zhengzhou-2019' });
  });
  return { app: await createApp({ schemes, office, ...(limits && { limits }) }), office };
}

async function signIn(office: Office, wanted: { role: Role; scope: string; tenant: string }): Promise<string> {
  const { role, scope, tenant } = wanted;
  const [accountId, grantId] = [randomUUID(), randomUUID()];
  const family = ADMINISTRATORS.includes(role) ? role : 'business';
  const at = office.now();
  await inSystem(office.database, tenant, async (trx) => {
    await trx
      .insertInto('kaohe.accounts')
      .values({
        tenant_id: tenant,
        account_id: accountId,
        family,
        login: `test-${accountId}`,
        display_name: role,
        state: 'active',
        password_hash: '-',
        password_set_at: at,
        must_change_password: false,
        totp_secret: null,
        totp_confirmed: false,
        totp_last_step: null,
        failures: 0,
        locked_until: null,
        version: 1,
      })
      .execute();
    await trx
      .insertInto('kaohe.grants')
      .values({
        tenant_id: tenant,
        grant_id: grantId,
        account_id: accountId,
        family,
        role,
        scope,
        year_id: scope === '' ? null : YEAR,
        granted_at: at,
        granted_by: 'test',
        revoked_at: null,
      })
      .execute();
  });
  return await openSession(office, tenant, { accountId, grantId, totpPassed: true, address: '127.0.0.1' });
}

function clientOf({ app }: { app: FastifyInstance }, token: string): Client {
  return async (method, url, options = {}) =>
    await app.inject({
      method,
      url: /^[!-~]*$/.test(url) ? url : encodeURI(url),
      ...options,
      cookies: { [COOKIE]: token },
      headers: { host: '127.0.0.1', ...options.headers },
    });
}
