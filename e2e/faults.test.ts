// The server or its database is killed in the middle of twenty people's work, again and again; nothing they were told is done is
// lost, and nothing is half done. FAULT_ROUNDS and FAULT_SEED by environment (`npm run test:faults`).
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { assessTree } from '@kaohe/scheme-files';
import { type RawTree, resultJson } from '@kaohe/scoring';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkAllChains } from '../apps/server/src/audit-log/chain.js';
import type { Database } from '../apps/server/src/database/connect.js';
import { openForOperator } from '../apps/server/src/database/operate.js';
import { readSchemes } from '../apps/server/src/schemes/folder.js';
import {
  type Acknowledged,
  type Person,
  person,
  ratingWriter,
  registerWriter,
  rowWriter,
  type Writer,
} from './faults-writers.js';

const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 3);
const SEED = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31));
const PASSWORD = 'Kaohe-2019-demo';
const SERVER = fileURLToPath(new URL('../apps/server/dist/main.js', import.meta.url));

let dataDir = '';
let port = 0;
let server: ChildProcess;
let office: Person;
let writers: readonly Writer[] = [];
const acknowledged = new Map<string, Acknowledged>();
/** Sums of versions before anybody wrote: the demonstration's own. */
let atFirst: Readonly<Record<string, number>> = {};

/** A seed gives the same moments again. */
function* chances(seed: number): Generator<number> {
  for (let state = seed >>> 0; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}
const random = chances(SEED);
const chance = () => random.next().value as number;

async function start(): Promise<void> {
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, DATABASE_URL: '' };
  const child = spawn(process.execPath, [SERVER], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  server = child;
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk;
      if (printed.includes('Ctrl+C')) resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => reject(new Error(`the server did not start:\n${printed}`)));
  });
  child.removeAllListeners('exit');
}

async function killHard(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

const processOfDatabase = () =>
  Number(readFileSync(join(dataDir, 'postgres/cluster/data/postmaster.pid'), 'utf8').split('\n')[0]);

async function onDatabase<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
  const database = await openForOperator({ dataDir }, { make: false });
  return await work(database).finally(() => database.close());
}

beforeAll(async () => {
  console.info(`FAULT_SEED=${SEED}`);
  dataDir = mkdtempSync(join(tmpdir(), 'kaohe-faults-'));
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  port = (probe.address() as { port: number }).port;
  await once(probe.close(), 'close');
  await start();
  writers = await people(`http://127.0.0.1:${port}`);
  atFirst = await onDatabase(versions);
}, 120_000);

afterAll(async () => {
  if (server.exitCode === null) {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
  }
  rmSync(dataDir, { recursive: true, force: true });
});

async function read<Body>(person: Person, path: string): Promise<Body> {
  const answer = await person.ask('GET', `/api/years/2019/${path}`);
  if (answer?.status !== 200) throw new Error(`${path}: ${answer?.status}`);
  return answer.body;
}

/** Ten on the rows of a sheet, eight on registers, two on one rating form. */
async function people(address: string): Promise<Writer[]> {
  const as = (login: string) => person(address, login, PASSWORD);
  office = await as('office');
  const team = await as('team-member');
  const { sheets } = await read<{ sheets: { unit: string; report: string }[] }>(team, 'sheets');
  const unit = sheets.find(({ report }) => report === 'none' || report === 'draft')?.unit ?? '';
  const { rows } = await read<{ rows: { row: string; version: number; mayChange: boolean }[] }>(team, `sheets/${unit}`);
  const own = rows.filter(({ mayChange }) => mayChange).slice(0, 10);
  const patrol = await as('patrol-group');
  const leader = await as('rating-leader');
  const form = 'leader/leader-01';
  const rated = await read<{ state: string; units: string[] }>(leader, `ratings/${form}`);
  if (rated.state === 'submitted') await leader.ask('POST', `/api/years/2019/ratings/${form}/withdraw`);
  const finding = (text: string) => ({ unit, body: { on: '2020-01-15', group: '第三督导组', finding: text } });
  const inspection = (text: string) => ({
    unit,
    body: { on: '2020-01-15', kind: 'routine', by: '安委办', finding: text },
  });
  return [
    ...own.map((row) => rowWriter(team, unit, row)),
    ...Array.from({ length: 5 }, () => registerWriter(patrol, 'patrol-findings', finding)),
    ...Array.from({ length: 3 }, () => registerWriter(office, 'inspections', inspection)),
    ...Array.from({ length: 2 }, () => ratingWriter(leader, form, rated.units[0] ?? unit)),
  ];
}

/** Everybody writes until told to stop. */
async function write(round: { stopped: boolean; told: number }): Promise<void> {
  const one = async (writer: Writer) => {
    for (let turn = 0; !round.stopped; turn += 1) {
      const done = await writer(turn);
      if (!done) await pause(20);
      if (!done) continue;
      round.told += 1;
      if (done.version >= (acknowledged.get(done.key)?.version ?? 0)) acknowledged.set(done.key, done);
    }
  };
  await Promise.all(writers.map(one));
}

const SUMS = {
  'sheet.change': sql`SELECT coalesce(sum(version), 0) AS sum FROM kaohe.sheet_rows WHERE tenant_id = 1`,
  'patrol.change': sql`SELECT count(*) AS sum FROM kaohe.register_versions WHERE tenant_id = 1 AND register = 'patrol-findings'`,
  'register.change': sql`SELECT count(*) AS sum FROM kaohe.register_versions WHERE tenant_id = 1 AND register = 'inspections'`,
  'rating.fill': sql`SELECT coalesce(sum(version), 0) AS sum FROM kaohe.rating_forms WHERE tenant_id = 1`,
};

async function versions({ owner }: Database): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const [act, query] of Object.entries(SUMS)) {
    const { rows } = await (query as ReturnType<typeof sql<{ sum: string }>>).execute(owner);
    sums[act] = Number(rows[0]?.sum);
  }
  return sums;
}

async function loggedActs({ owner }: Database, act: string): Promise<number> {
  const { rows } = await sql<{ count: string }>`SELECT count(*) FROM kaohe.audit_entries
    WHERE tenant_id = 1 AND act = ${act} AND succeeded`.execute(owner);
  return Number(rows[0]?.count);
}

/** What is in the database of a thing somebody wrote: its version and content. */
async function found({ owner }: Database, key: string): Promise<{ version: number; content: string } | undefined> {
  const [kind, name = ''] = key.split(/ (.*)/s);
  const [first = '', ...rest] = name.split('/');
  const second = rest.join('/');
  const queries = {
    sheet: sql`SELECT version, closed::text AS content FROM kaohe.sheet_rows
      WHERE tenant_id = 1 AND unit_id = ${first} AND row_id = ${second}`,
    register: sql`SELECT version, body ->> 'finding' AS content FROM kaohe.register_entries
      WHERE tenant_id = 1 AND register = ${first} AND entry_id::text = ${second}`,
    rating: sql`SELECT f.version, (SELECT min(value) FROM jsonb_each_text(b.marks)) AS content
      FROM kaohe.rating_forms f JOIN kaohe.ballots b USING (tenant_id, year_id, form, rater_id)
      WHERE tenant_id = 1 AND f.form = ${first} AND f.rater_id = ${second}`,
  };
  const query = queries[kind as keyof typeof queries] as ReturnType<typeof sql<{ version: number; content: string }>>;
  return (await query.execute(owner)).rows[0];
}

async function expectNothingLost(database: Database): Promise<void> {
  for (const [key, { version, content }] of acknowledged) {
    const there = await found(database, key);
    expect([key, (there?.version ?? 0) >= version]).toEqual([key, true]);
    if (there?.version === version) expect([key, there.content]).toEqual([key, content]);
  }
}

/** Every version has its entry in the log, and an entry's versions are all there. */
async function expectNothingHalf(database: Database): Promise<void> {
  const now = await versions(database);
  for (const act of Object.keys(SUMS)) {
    const written = (now[act] ?? 0) - (atFirst[act] ?? 0);
    expect([act, await loggedActs(database, act)]).toEqual([act, written]);
  }
  const { rows } = await sql`SELECT e.entry_id FROM kaohe.register_entries e WHERE e.version <> (SELECT count(*)
    FROM kaohe.register_versions v WHERE v.tenant_id = e.tenant_id AND v.entry_id = e.entry_id)`.execute(
    database.owner,
  );
  expect(rows).toEqual([]);
  for (const check of await checkAllChains(database)) expect(check).toMatchObject({ sound: true, broken: null });
}

/** The facts the server exports, scored here, give the scores the server shows. */
async function expectSameScores(): Promise<void> {
  const schemes = await readSchemes();
  if ('problems' in schemes) throw new Error('the schemes cannot be read');
  const folder = schemes.find(({ id }) => id === 'zhengzhou-2019');
  const facts = await read<RawTree>(office, 'facts?format=json');
  const assessed = folder && assessTree(folder, facts);
  if (!assessed || 'problems' in assessed) throw new Error('the facts cannot be scored');
  const here = resultJson(assessed, folder.edition).units.map(({ unit, sheetScore }) => [unit, sheetScore]);
  const { sheets } = await read<{ sheets: { unit: string; standing: { sheetScore: object } }[] }>(office, 'sheets');
  expect(here.length).toBeGreaterThan(0);
  expect(Object.fromEntries(sheets.map(({ unit, standing }) => [unit, standing.sheetScore]))).toEqual(
    Object.fromEntries(here),
  );
}

describe('服务器或数据库被突然杀掉', () => {
  it(
    `${ROUNDS} 次，二十个人正在写：说过写好的都在，没有写了一半的，日志和得分都对得上`,
    async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const work = { stopped: false, told: 0 };
        const writing = write(work);
        // Counted in work done, not in time: a slow machine is killed in the middle of as much.
        const enough = 10 + chance() * 40;
        while (work.told < enough) await pause(5);
        await pause(chance() * 100);
        if (chance() < 0.5) process.kill(processOfDatabase(), 'SIGKILL');
        else await killHard(server);
        await pause(chance() * 300);
        if (server.exitCode === null && server.signalCode === null) await killHard(server);
        work.stopped = true;
        await writing;
        await start();
        await onDatabase(async (database) => {
          await expectNothingLost(database);
          await expectNothingHalf(database);
        });
      }
      await expectSameScores();
    },
    60_000 * ROUNDS,
  );
});
