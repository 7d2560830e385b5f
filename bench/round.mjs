// One run in a process of its own: compares results for equality, then times ours and the peers side by side. Prints JSON.

import { loadavg } from 'node:os';
import { compareBatch, compareOne } from './compare.mjs';
import { measureBatch } from './measure-batch.mjs';
import { measureChange } from './measure-change.mjs';
import { measureOne } from './measure-one.mjs';
import { duckDb } from './peers/duckdb.mjs';
import { jsonRulesEngine } from './peers/json-rules-engine.mjs';
import { postgres } from './peers/postgres.mjs';
import { zenEngine } from './peers/zen.mjs';
import { loadSubject } from './subject.mjs';
import { crossedUnits, interpretedUnits } from './units.mjs';

const FULL = { interpreted: 3000, many: 100_000, runs: 25, changes: 240 };
const QUICK = { interpreted: 300, many: 20_000, runs: 7, changes: 60 };

const say = (text) => process.stderr.write(`${text}\n`);

/** A set-based peer holding the units, compared, measured, closed. */
async function onTable(open, subject, { units, wanted, size, who, withChange }) {
  say(`${who}: ${units.count} units`);
  const peer = await open(subject, units);
  try {
    const compared = await compareBatch(who, peer, wanted);
    const batch = await measureBatch(peer, { count: units.count, runs: size.runs });
    const change = withChange ? await measureChange(subject, units, { peer, size, who }) : undefined;
    return { version: peer.version, compared, batch, change };
  } finally {
    await peer.close();
  }
}

async function measureTables(subject, { small, many, size }) {
  const tables = {};
  for (const [who, open] of [
    ['DuckDB', duckDb],
    ['PostgreSQL', postgres],
  ]) {
    tables[who] = {
      small: await onTable(open, subject, { units: small, wanted: small.scored, size, who, withChange: false }),
      many: await onTable(open, subject, { units: many, wanted: many.scored, size, who, withChange: true }),
    };
  }
  return tables;
}

async function main(quick) {
  const size = quick ? QUICK : FULL;
  const started = { load: loadavg()[0], at: Date.now() };
  const subject = loadSubject();
  say(`the interpreter scores ${size.interpreted} units`);
  const small = interpretedUnits(subject, size.interpreted);
  const many = crossedUnits(subject, small, size.many);
  const engines = { jsonRulesEngine: jsonRulesEngine(subject), zen: zenEngine(subject) };
  say('results of one unit are compared');
  const compared = await compareOne(subject, small, { engines, sample: size.interpreted });
  small.scored = compared.scored;
  many.scored = compared.scoreMany(many);
  say('one unit is timed');
  const one = await measureOne(subject, small, { engines, runs: size.runs });
  const own = {
    small: await measureBatch(undefined, { subject, units: small, count: small.count, runs: size.runs }),
    many: await measureBatch(undefined, { subject, units: many, count: many.count, runs: size.runs }),
  };
  const tables = await measureTables(subject, { small, many, size });
  const change = await measureChange(subject, many, { size, who: 'kaohe' });
  engines.zen.dispose();
  const { plan } = subject;
  const measured = {
    size,
    shape: { items: plan.items.length, clauses: plan.clauses, slots: plan.slots.length },
    compared: { ours: compared.ours, engines: compared.engines, rows: tables.DuckDB.many.compared },
    one,
    own,
    tables,
    change,
    load: { start: started.load, end: loadavg()[0] },
    seconds: Math.round((Date.now() - started.at) / 1000),
  };
  process.stdout.write(JSON.stringify(measured));
}

await main(process.argv.includes('--quick'));
