import { ROLES, STAGES } from '@kaohe/api-contract';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { requestsOf } from '../../test/arbitrary.js';
import { TRACES } from '../../test/content.js';
import { type Filled, fill, scopeOf } from '../../test/filled.js';
import { type Hostile, hostileOf } from '../../test/hostile.js';
import { type Client, testOffice } from '../../test/office.js';
import { type Operation, operationsOf } from '../../test/operations.js';
import { readTables } from '../backup/tables.js';

const REQUESTS = 5_000;
const SEED = 20_200_116;
/** Signing out would end the rest; what counts guesses changes the account it guards. */
const LEFT_OUT = ['DELETE /api/session'];
const COUNTS_GUESSES = ['POST /api/session', 'PUT /api/session/password', 'PUT /api/session/totp'];

const office = testOffice({ demonstration: true, limits: { requests: 1e9, signIns: 1e9 } });
let filled: Filled;
let operations: readonly Operation[] = [];
const clients = new Map<string, Client>();

beforeAll(async () => {
  const document = (await office.app.inject({ url: '/api/openapi.json', headers: { host: '127.0.0.1' } })).json();
  operations = operationsOf(document).filter(({ name }) => !LEFT_OUT.includes(name));
  filled = await fill(office);
  await countChanges();
  for (const role of ROLES) clients.set(role, await office.as(role, scopeOf(role, filled)));
}, 120_000);

/** Every statement that changes a table is counted in its own transaction: what is taken back counts nothing. */
async function countChanges(): Promise<void> {
  const { owner } = office.database;
  await sql
    .raw(`CREATE SCHEMA scratch; CREATE TABLE scratch.changes AS SELECT 0::bigint AS count;
      CREATE FUNCTION scratch.count_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        AS 'BEGIN UPDATE scratch.changes SET count = count + 1; RETURN NULL; END';
      GRANT USAGE ON SCHEMA scratch TO kaohe_app;`)
    .execute(owner);
  for (const { name } of await readTables(owner))
    if (!TRACES.includes(name))
      await sql`CREATE TRIGGER counted AFTER INSERT OR UPDATE OR DELETE ON ${sql.table(name)}
        FOR EACH STATEMENT EXECUTE FUNCTION scratch.count_change()`.execute(owner);
}

async function changes(): Promise<string> {
  const { rows } = await sql<{ count: string }>`SELECT count FROM scratch.changes`.execute(office.database.owner);
  return rows[0]?.count ?? '';
}

async function send(role: string, operation: Operation, { url, payload, headers }: Hostile) {
  const client = clients.get(role);
  if (!client) throw new Error(`nobody is signed in as ${role}`);
  const bytes = Buffer.isBuffer(payload) ? { 'content-type': 'application/octet-stream' } : {};
  return await client(operation.method, url, {
    ...(payload !== undefined && { payload: payload as object }),
    headers: { ...bytes, ...headers },
  });
}

describe('任意的请求', () => {
  it(`${REQUESTS} 个对的、差一点的、恶意的请求，没有一个让服务器出错，被拒绝的什么也没有改`, async () => {
    const request = fc.nat({ max: operations.length - 1 }).chain((index) => {
      const operation = operations[index] as Operation;
      const names = fc.constantFrom(filled.ownNames, filled.foreignNames);
      const sent = names.chain((known) => hostileOf(requestsOf(operation, known)));
      return fc.record({ operation: fc.constant(operation), role: fc.constantFrom(...ROLES), sent });
    });
    let done = 0;
    let before = await changes();
    await fc.assert(
      fc.asyncProperty(request, async ({ operation, role, sent }) => {
        // The office opens and closes stages too: without this, everything would soon be refused for its stage.
        if (done % 250 === 0) {
          await office.stages(Object.fromEntries(STAGES.map((stage) => [stage, 'open'])));
          before = await changes();
        }
        done += 1;
        const answer = await send(role, operation, sent);
        if (answer.statusCode >= 500) throw new Error(`${answer.statusCode} ${answer.body}`);
        const after = await changes();
        const mayChange = answer.statusCode < 400 || COUNTS_GUESSES.includes(operation.name);
        if (!mayChange) expect(after).toBe(before);
        before = after;
        if (answer.statusCode < 400) return;
        expect(answer.json()).toMatchObject({ code: expect.any(String), detail: expect.any(String) });
      }),
      { numRuns: REQUESTS, seed: SEED, endOnFailure: true },
    );
    expect(done).toBe(REQUESTS);
    expect(Number(before)).toBeGreaterThan(100); // some of it was right, and was done
  }, 900_000);
});
