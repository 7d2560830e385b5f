// DuckDB in the process: one table of 32-bit integers, a column a slot; one thread.
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { column, csvChunks, scoredSql } from '../sql.mjs';

async function writeCsv(file, subject, units) {
  const out = createWriteStream(file);
  for (const chunk of csvChunks(subject, units)) out.write(chunk);
  out.end();
  await finished(out);
}

/** A database holding the units. */
export async function duckDb(subject, units) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run('SET threads = 1');
  const columns = subject.plan.slots.map((_, slot) => `${column(slot)} INTEGER NOT NULL`).join(', ');
  await connection.run(`CREATE TABLE facts (unit INTEGER NOT NULL, ${columns})`);
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-bench-'));
  const file = join(folder, 'facts.csv');
  await writeCsv(file, subject, units);
  await connection.run(`COPY facts FROM '${file}' (HEADER false)`);
  rmSync(folder, { recursive: true });
  const scored = scoredSql(subject.plan, { source: 'facts' });
  const read = async (sql) => (await connection.runAndReadAll(sql)).getRowsJS();
  return {
    version: (await read('SELECT version()'))[0][0],
    all: () => read(`SELECT total, grade, vetoes FROM (${scored}) AS scored ORDER BY unit`),
    batch: () => read(`SELECT sum(total), sum(grade), sum(vetoes) FROM (${scored}) AS scored`),
    changing: () => changing(subject, connection, { scored, read }),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Totals kept beside the facts; one change scores its unit again and counts who stands above it. */
async function changing({ plan }, connection, { scored, read }) {
  await connection.run(`CREATE TABLE totals AS SELECT unit, total, vetoes FROM (${scored}) AS scored`);
  const one = scoredSql(plan, { source: '(SELECT * FROM facts WHERE unit = $1) AS own' });
  const again = await connection.prepare(`SELECT total, vetoes FROM (${one}) AS scored`);
  const store = await connection.prepare('UPDATE totals SET total = $1, vetoes = $2 WHERE unit = $3');
  const above = await connection.prepare('SELECT count(*) FROM totals WHERE vetoes = 0 AND total > $1');
  const sets = new Map();
  const setter = async (slot) => {
    if (!sets.has(slot))
      sets.set(slot, await connection.prepare(`UPDATE facts SET ${column(slot)} = $1 WHERE unit = $2`));
    return sets.get(slot);
  };
  const ask = async (statement, values) => {
    statement.bind(values);
    return (await statement.runAndReadAll()).getRowsJS()[0];
  };
  return {
    /** One fact of a unit: its new total and rank (0 where it is vetoed). */
    change: async ({ unit, slot, value }) => {
      await ask(await setter(slot), [value, unit]);
      const [total, vetoes] = await ask(again, [unit]);
      await ask(store, [total, vetoes, unit]);
      const [higher] = await ask(above, [total]);
      return { total, rank: vetoes === 0 ? 1 + Number(higher) : 0 };
    },
    ranks: () =>
      read(
        'SELECT sum(rank) FROM (SELECT rank() OVER (ORDER BY total DESC) AS rank FROM totals WHERE vetoes = 0) AS ranked',
      ),
  };
}
