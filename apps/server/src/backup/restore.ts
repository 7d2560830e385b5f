/**
 * A backup into an empty database: all of it in one transaction, or nothing. The tables are locked and let their owner past
 * the policies until the transaction ends, so “empty” means empty for everybody and not only for who looks.
 */
import { sql, type Transaction } from 'kysely';
import type { Database } from '../database/connect.js';
import { type AppliedMigration, migrate, readRecord } from '../database/migrate.js';
import type { Tables } from '../database/tables.js';
import { damaged, type Header, notBackup, notEmpty, otherMigrations, readHeader } from './format.js';
import { readLines } from './lines.js';
import { readTables, type TableShape } from './tables.js';
import type { Counts } from './write.js';

const MOST_ROWS = 500;
const MOST_CHARACTERS = 4_000_000;

/** Restores a file; refuses what is no whole backup, another shape of database, and a database with data. */
export async function restoreBackup(database: Database, file: string): Promise<Counts> {
  const lines = readLines(file);
  const { value: first, done } = await lines.next();
  if (done) throw notBackup();
  const header = readHeader(first);
  await migrate(database);
  return await database.owner.transaction().execute(async (trx) => {
    refuseOther(header.migrations, await readRecord(trx));
    const tables = await readTables(trx);
    await openForOwner(trx, tables);
    let rows = 0;
    for (const { columns, rows: count, name } of header.tables) {
      const table = tables.find((one) => one.name === name);
      if (!table || table.columns.map((column) => column.name).join() !== columns.join()) throw damaged();
      await fill(trx, table, take(lines, count));
      rows += count;
    }
    if (!(await lines.next()).done) throw damaged(); // also reads the hash, which throws where it is another
    for (const { name, forced } of tables)
      if (forced) await sql`ALTER TABLE ${sql.table(name)} FORCE ROW LEVEL SECURITY`.execute(trx);
    return { tables: header.tables.length, rows };
  });
}

function refuseOther(inFile: Header['migrations'], here: readonly AppliedMigration[]): void {
  for (let index = 0; index < Math.max(inFile.length, here.length); index += 1) {
    const [theirs, ours] = [inFile[index], here[index]];
    if (theirs?.name !== ours?.name || theirs?.sha256 !== ours?.sha256)
      throw otherMigrations(theirs?.name ?? ours?.name ?? '');
  }
}

async function openForOwner(trx: Transaction<Tables>, tables: readonly TableShape[]): Promise<void> {
  for (const { name } of tables) {
    const table = sql.table(name);
    await sql`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`.execute(trx);
    await sql`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`.execute(trx);
    const { rows } = await sql`SELECT 1 FROM ${table} LIMIT 1`.execute(trx);
    if (rows.length > 0) throw notEmpty(name);
  }
}

async function* take(lines: AsyncGenerator<string>, count: number): AsyncGenerator<string> {
  for (let taken = 0; taken < count; taken += 1) {
    const { value, done } = await lines.next();
    if (done) throw damaged();
    yield value;
  }
}

async function fill(trx: Transaction<Tables>, table: TableShape, lines: AsyncGenerator<string>): Promise<void> {
  let [waiting, characters]: [string[], number] = [[], 0];
  for await (const line of lines) {
    waiting.push(line);
    characters += line.length;
    if (waiting.length < MOST_ROWS && characters < MOST_CHARACTERS) continue;
    await insert(trx, table, waiting);
    [waiting, characters] = [[], 0];
  }
  if (waiting.length > 0) await insert(trx, table, waiting);
}

/** Each value is PostgreSQL's own text, read by the type of its column. */
async function insert(trx: Transaction<Tables>, table: TableShape, lines: readonly string[]): Promise<void> {
  const columns = sql.join(table.columns.map(({ name }) => sql.ref(name)));
  const values = sql.join(table.columns.map(({ type }, index) => sql.raw(`(line ->> ${index})::${type}`)));
  try {
    await sql`INSERT INTO ${sql.table(table.name)} (${columns})
      SELECT ${values} FROM json_array_elements(${`[${lines.join(',')}]`}::json) AS line`.execute(trx);
  } catch (error) {
    // Data exceptions and broken constraints: the file is not what was written.
    if (/^2[23]/.test((error as { code?: string }).code ?? '')) throw damaged();
    throw error;
  }
}
