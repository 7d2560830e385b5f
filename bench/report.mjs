// BENCHMARKS.md: the machine, the medians, the ratios, where each stands and what stands between it and the moonshot.
import { readFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

const versionOf = (name) =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`node_modules/${name}/package.json`, import.meta.url)), 'utf8'))
    .version;

function digits(value) {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value.toPrecision(value >= 10 ? 3 : 2);
}

const times = (peer, own) => `${digits(peer / own)}×`;
/** Reached only where both runs reached it. */
const verdict = (ratios, least) => (ratios.every((ratio) => ratio >= least) ? 'reached' : 'not reached');

const loadText = ({ start, end }) =>
  `load average ${start.toFixed(1)} to ${end.toFixed(1)} (1 of it is the run itself)`;

function machine({ load, seconds, size }, other) {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${memory} GB, Linux ${release()}, Node ${process.versions.node}.`,
    other
      ? `Two runs were made and the quieter one is shown: ${loadText(load)}, ${seconds} s; the other one, ${loadText(other.load)}, ${other.seconds} s, stands beside it where goals are judged.`
      : `${loadText(load)}, ${seconds} s.`,
    `Processor time of whoever does the work (of the server's process for PostgreSQL, client and transport left out; elapsed time with
DATABASE_URL), one thread each, medians of up to ${size.runs * 2} runs. Other work may have run at the same time. Only the ratios carry over to another machine.`,
  ].join('\n');
}

function subjectText({ shape, size, compared }) {
  return `Annex 1 of the 2019 Zhengzhou notice as the scheme folder has it: ${shape.items} items, ${shape.clauses} clauses with rules, ${shape.slots} facts a
unit, bonus, vetoes, 20/30/50 composition, grade, competition rank. Ratios and meetings are lowered to steps and counts
when facts are read, for every contender alike. ${size.interpreted.toLocaleString('en')} units were read from FACTS and scored by the interpreter; the
${size.many.toLocaleString('en')} are put together from their items.

Compared before anything was timed, 0 differences: asked, applied, total, grade and vetoes of ${compared.ours.toLocaleString('en')} traces of ours (closures and
generated text) with the interpreter; ${compared.engines} units of json-rules-engine (points asked) and zen (points asked, total, grade, vetoes);
total, grade and vetoes of all ${compared.rows.toLocaleString('en')} rows of DuckDB and of PostgreSQL; total and rank after each of the compared changes.`;
}

function row(cells) {
  return `| ${cells.join(' | ')} |`;
}

function table(head, rows) {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

function oneUnit(one) {
  const us = (value) => digits(value);
  return table(
    ['one unit', 'µs', 'against ours'],
    [
      ['**every clause traced: generated text**', us(one.traced), ''],
      ['the same by closures (a page under a strict policy)', us(one.closures), times(one.closures, one.traced)],
      ['interpreter: intervals, reasons in two languages', us(one.interpreter), times(one.interpreter, one.traced)],
      ['json-rules-engine, with its results', us(one.rules), times(one.rules, one.traced)],
      ['zen-engine', us(one.zen), times(one.zen, one.traced)],
      ['zen-engine with trace', us(one.zenTraced), times(one.zenTraced, one.traced)],
      [`**complete explanation as JSON bytes** (${digits(one.bytesLength / 1024)} KB, resident)`, us(one.bytes), ''],
      ['the interpreter’s explanation as JSON bytes', us(one.interpreterBytes), times(one.interpreterBytes, one.bytes)],
      [
        `json-rules-engine, results as JSON (${digits(one.rulesBytesLength / 1024)} KB)`,
        us(one.rulesBytes),
        times(one.rulesBytes, one.bytes),
      ],
      ['zen-engine, trace as JSON', us(one.zenBytes), times(one.zenBytes, one.bytes)],
    ],
  );
}

function batches({ size, own, tables }) {
  const line = (name, small, many) => [
    name,
    digits(small),
    times(small, own.small),
    digits(many),
    times(many, own.many),
  ];
  return table(
    [
      'batch, exact, grade and vetoes, resident facts',
      `µs a unit, ${size.interpreted.toLocaleString('en')} units`,
      '',
      `${size.many.toLocaleString('en')} units`,
      '',
    ],
    [
      ['**generated text**', digits(own.small), '', digits(own.many), ''],
      line('DuckDB, 32-bit integers', tables.DuckDB.small.batch, tables.DuckDB.many.batch),
      line('PostgreSQL, integers, set-based', tables.PostgreSQL.small.batch, tables.PostgreSQL.many.batch),
    ],
  );
}

function changes({ size, change, tables }) {
  const line = (name, value) => [name, digits(value), times(value, change.one)];
  return table(
    [`one fact changes among ${size.many.toLocaleString('en')}: total and exact rank`, 'µs', 'against ours'],
    [
      ['**board of generated text**', digits(change.one), ''],
      line('PostgreSQL: one statement, stored totals, count on an index', tables.PostgreSQL.many.change.one),
      line('PostgreSQL: rank() over the stored totals alone', tables.PostgreSQL.many.change.ranks),
      line('DuckDB: four statements, stored totals', tables.DuckDB.many.change.one),
      line('DuckDB: rank() over the stored totals alone', tables.DuckDB.many.change.ranks),
    ],
  );
}

function ratiosOf({ one, own, tables, change }) {
  return {
    traced: one.zenTraced / one.traced,
    perUs: 1 / one.traced,
    bytes: one.rulesBytes / one.bytes,
    bytesZen: one.zenTraced / one.bytes,
    batch: Math.min(tables.DuckDB.small.batch / own.small, tables.DuckDB.many.batch / own.many),
    fact: tables.PostgreSQL.many.change.one / change.one,
  };
}

function goals(rounds) {
  const ratios = rounds.map(ratiosOf);
  const all = (name) => ratios.map((one) => one[name]);
  const shown = (name) =>
    all(name)
      .map((ratio) => `${digits(ratio)}×`)
      .join(' · ');
  const us = rounds.map(({ one }) => `${digits(one.traced)} µs`).join(' · ');
  const judged = (name, least) => verdict(all(name), least);
  return table(
    ['goal', 'commit', 'moonshot', rounds.length > 1 ? 'here · the other run' : 'here', 'commit', 'moonshot'],
    [
      [
        'one unit traced, against zen with trace',
        '≥500×',
        '≥5,000×',
        shown('traced'),
        judged('traced', 500),
        judged('traced', 5000),
      ],
      ['one unit traced', '≤1 µs', '≤0.3 µs', us, judged('perUs', 1), judged('perUs', 1 / 0.3)],
      ['explanation as bytes, against json-rules-engine', '≥150×', '', shown('bytes'), judged('bytes', 150), ''],
      ['explanation as bytes, against zen with trace', '', '≥1,000×', shown('bytesZen'), '', judged('bytesZen', 1000)],
      ['batch in TypeScript, against DuckDB', '≥2×', '', shown('batch'), judged('batch', 2), ''],
      ['batch in WASM, against DuckDB', '≥10×', '≥30×', 'not built', 'not built', 'not built'],
      [
        'one fact → score and rank, against PostgreSQL',
        '≥5,000×',
        '≥20,000×',
        shown('fact'),
        judged('fact', 5000),
        judged('fact', 20_000),
      ],
      ['exactness', '0 wrong', 'proven per scheme', '0 wrong', 'reached', 'ranges only'],
    ],
  );
}

const BETWEEN = `## What stands between

- **Batch.** No feature here scores more units at once than generated text does well within a second, so the WASM backend is not built. It
  needs 8-bit slots (the range proof is there; counts above 255 would be refused), tiles of 16 units a column, saturating subtraction for
  the caps, and an emitter of module bytes. Facts are held in 16-bit slots here, which the proof allows for this sheet.
- **Explanation.** The bytes are resident and written over by the next unit; who keeps them pays for a copy, which costs more than making
  them. Half of the time goes into finding the numbers that differ from the unit before.
- **One fact.** At 100,000 units the time is that of fetching one unit's facts and scores from memory: slots of 8 bits, and items that are
  scored by tables, would fetch less.
- **Ratings.** A form's converted and rounded score is lowered when facts are read, for every contender; none of them rounds here.
- **Exactness.** Every number is proved to fit its lane, and every result named above was compared; the generated text itself is compared
  with the interpreter and the oracle on random units, not proved.
- **In the peers' favour.** Their inputs are made beforehand; json-rules-engine sums nothing; DuckDB and PostgreSQL send no rows out in the
  batch; PostgreSQL's tables are temporary (no log is written) and its totals stand on an index made for the count.
`;

/** The whole file; `other` is the run that was not kept, absent where only one was made. */
export function renderReport(measured, other) {
  const peers = ['json-rules-engine', '@gorules/zen-engine', '@duckdb/node-api'].map(
    (name) => `${name} ${versionOf(name)}`,
  );
  return `# Benchmarks

Written by \`npm run bench\`${other ? '' : ' (quick: too few repetitions to quote)'}: its figures are that run's own, all contenders side by side.

## Machine

${machine(measured, other)}

Peers: ${peers.join(', ')}, PostgreSQL ${measured.tables.PostgreSQL.many.version}.

## What is measured

${subjectText(measured)}

## Medians

${oneUnit(measured.one)}

${batches(measured)}

${changes(measured)}

## Where that stands

${goals(other ? [measured, other] : [measured])}

${BETWEEN}`;
}
