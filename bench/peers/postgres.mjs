// PostgreSQL: one table of integers, a column a slot, set-based; jit off, one process, no parallel workers, the facts in memory.
import { clockOf } from '../measure.mjs';
import { column, csvChunks, scoredSql } from '../sql.mjs';
import { openPostgres } from './embedded-postgres.mjs';

const FENCE = 'OFFSET 0'; // keeps the planner from writing the sheet's sum out again wherever the total is used

/** COPY … FROM STDIN for the client, which brings none of its own. */
class CopyIn {
  constructor(text, chunks) {
    this.text = text;
    this.chunks = chunks;
    this.done = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  submit(connection) {
    connection.query(this.text);
  }

  handleCopyInResponse(connection) {
    for (const chunk of this.chunks) connection.sendCopyFromChunk(Buffer.from(chunk));
    connection.endCopyFrom();
  }

  handleCommandComplete() {}

  handleReadyForQuery() {
    this.resolve();
  }

  handleError(error) {
    this.reject(error);
  }
}

const SESSION = [
  'SET jit = off',
  'SET max_parallel_workers_per_gather = 0',
  'SET synchronous_commit = off',
  "SET work_mem = '256MB'",
];

async function load(client, subject, units) {
  const columns = subject.plan.slots.map((_, slot) => `${column(slot)} integer NOT NULL`).join(', ');
  await client.query(`CREATE TEMPORARY TABLE facts (unit integer PRIMARY KEY, ${columns}) WITH (fillfactor = 80)`);
  const copy = new CopyIn('COPY facts FROM STDIN (FORMAT csv)', csvChunks(subject, units));
  client.query(copy);
  await copy.done;
  await client.query('VACUUM ANALYZE facts');
}

/** A session holding the units. */
export async function postgres(subject, units) {
  const { client, stop, name, local } = await openPostgres();
  for (const statement of SESSION) await client.query(statement);
  await client.query("SET temp_buffers = '512MB'");
  await load(client, subject, units);
  const scored = scoredSql(subject.plan, { source: 'facts', fence: FENCE });
  const rows = async (text) => (await client.query({ text, rowMode: 'array' })).rows;
  const [[pid]] = await rows('SELECT pg_backend_pid()');
  return {
    clock: local ? clockOf(pid) : clockOf('none'),
    version: `${(await rows('SHOW server_version'))[0][0]} (${name})`,
    all: () => rows(`SELECT total, grade, vetoes FROM (${scored}) AS scored ORDER BY unit`),
    batch: () => rows(`SELECT sum(total), sum(grade), sum(vetoes) FROM (${scored}) AS scored`),
    changing: () => changing(subject, client, { scored, rows }),
    close: async () => {
      await client.end();
      await stop();
    },
  };
}

/** One statement a change: the fact, the unit's score, its stored total, and who stands above, counted on an index. */
function changeSql({ plan }, slot) {
  const one = scoredSql(plan, { source: 'fact', fence: FENCE });
  return `WITH fact AS (UPDATE facts SET ${column(slot)} = $1 WHERE unit = $2 RETURNING *),
  scored AS MATERIALIZED (${one}),
  stored AS (UPDATE totals SET total = scored.total, vetoes = scored.vetoes FROM scored WHERE totals.unit = scored.unit)
  SELECT total, vetoes, (SELECT count(*) FROM totals AS other
    WHERE other.vetoes = 0 AND other.total > scored.total AND other.unit <> $2) AS above FROM scored`;
}

async function changing(subject, client, { scored, rows }) {
  await client.query(`CREATE TEMPORARY TABLE totals AS SELECT unit, total, vetoes FROM (${scored}) AS scored`);
  await client.query('ALTER TABLE totals ADD PRIMARY KEY (unit)');
  await client.query('CREATE INDEX ON totals (total, unit) WHERE vetoes = 0');
  await client.query('VACUUM ANALYZE totals');
  return {
    change: async ({ unit, slot, value }) => {
      const query = { name: `set-${slot}`, text: changeSql(subject, slot), values: [value, unit], rowMode: 'array' };
      const [[total, vetoes, above]] = (await client.query(query)).rows;
      return { total, rank: vetoes === 0 ? 1 + Number(above) : 0 };
    },
    tidy: () => client.query('VACUUM totals'),
    ranks: () =>
      rows(
        'SELECT sum(rank) FROM (SELECT rank() OVER (ORDER BY total DESC) AS rank FROM totals WHERE vetoes = 0) AS ranked',
      ),
  };
}
