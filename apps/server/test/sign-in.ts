/** People who sign in to a real office with a clock of its own, and to a demonstration beside it. */
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import { hashPassword } from '../src/accounts/password.js';
import { addAccount, addGrant } from '../src/accounts/service.js';
import { inSystem } from '../src/database/transaction.js';
import { addDemonstrationAccounts } from '../src/demonstration/accounts.js';
import { createApp } from '../src/http/app.js';
import { scopesOf } from '../src/years/scopes.js';
import { TENANT, testOffice, YEAR } from './office.js';

/** The real office: no date of its own, so every rule of identification is in force. */
export const REAL = '2';
export const PASSWORD = 'Aq7-fg2k-Zt9w';

const office = testOffice();
let clock = Date.parse('2026-03-02T01:00:00Z');
let app: FastifyInstance;

/** Call it in the body of a file: the office exists inside hooks and tests. */
export function signInGround() {
  beforeAll(async () => {
    const real = { ...office.office, now: () => new Date(clock) };
    app = await createApp({ schemes: office.office.schemes, office: real });
    await inSystem(office.database, TENANT, async (trx) => {
      const scopes = await scopesOf(trx, TENANT, YEAR);
      await addDemonstrationAccounts(office.office, trx, { tenant: TENANT, year: YEAR, scopes });
    });
    await inSystem(office.database, REAL, async (trx) => {
      await trx.updateTable('plat.tenants').set({ own_date: null }).where('tenant_id', '=', REAL).execute();
    });
  });

  afterAll(() => app.close());
  return office;
}

/** The instant it is in the office. */
export const now = () => clock;

/** Lets time pass. */
export const minutes = (count: number) => {
  clock += count * 60_000;
};

interface Person {
  readonly login: string;
  readonly accountId: string;
}

let made = 0;
/** Somebody new with one role of the real office. */
export async function person(
  role: 'office' | 'approver' | 'auditor',
  { mustChange = false }: { mustChange?: boolean } = {},
): Promise<Person> {
  made += 1;
  const { newId } = office.office;
  const [accountId, login, at] = [newId(), `person-${made}`, new Date(clock)];
  const family = role === 'auditor' ? 'auditor' : 'business';
  const passwordHash = await hashPassword(PASSWORD);
  await inSystem(office.database, REAL, async (trx) => {
    await addAccount(trx, REAL, { accountId, family, login, displayName: login, passwordHash, mustChange, at });
    await addGrant(trx, REAL, { grantId: newId(), accountId, family, role, scope: '', year: null, at, by: '' });
  });
  return { login, accountId };
}

let places = 0;
/** An address nobody has used: failures of one test must not lock another. */
export const place = () => {
  places += 1;
  return `10.1.${Math.floor(places / 250)}.${places % 250}`;
};

export async function send(options: InjectOptions, address = '10.0.0.1') {
  return await app.inject({ remoteAddress: address, ...options, headers: { host: '127.0.0.1' } });
}

export async function signIn(
  login: string,
  more: { password?: string; code?: string; address?: string; office?: string } = {},
) {
  const { password = PASSWORD, code, address = '10.0.0.1', office: name = '安委办 2' } = more;
  const payload = { login, password, office: name, ...(code !== undefined && { code }) };
  const response = await send({ method: 'POST', url: '/api/session', payload }, address);
  const token = response.cookies.find(({ name: cookie }) => cookie === 'kaohe_session');
  return { response, status: response.statusCode, code: response.json().code as string, cookie: token };
}

export type Cookie = Awaited<ReturnType<typeof signIn>>['cookie'];
export const as = (cookie: Cookie, call: `${'GET' | 'POST' | 'PUT' | 'DELETE'} ${string}`, payload?: object) => {
  const [method, url] = call.split(' ') as ['GET', string];
  return send({ method, url, ...(payload && { payload }), cookies: { kaohe_session: cookie?.value ?? '' } });
};
