// Writes the demonstration year of the sixteen districts: everything in it is made up, drawn with a fixed seed so that
// the same file comes out everywhere. `--check` says whether the committed file is the one this script makes.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ACCIDENTS, DEEDS, FINDINGS, UNITS } from './make-demonstration.data.mjs';

export const FILE = 'examples/zhengzhou-2019-demonstration.facts.yaml';
const SEED = 20_190_101;
const ROWS = [...Array.from({ length: 38 }, (_, index) => `${index + 1}`), '38a'].concat(
  Array.from({ length: 22 }, (_, index) => `${index + 39}`),
);
const RATERS = { leader: 16, division: 18 };
const COEFFICIENTS = { leader: 0.125, division: 0.166 };

const HEADER = `# 演示数据 · Demonstration
# 全部是编造的：单位名称来自文件，事实、评分、事故、约谈、加分没有一件是真的。由 scripts/make-demonstration.mjs 生成，不要手改。
# All of it is made up: the names of the units are the document's, and no fact, ballot, accident, talk or deed is real.
# Written by scripts/make-demonstration.mjs; do not edit.
# kaohe score zhengzhou-2019 ${FILE}
scheme: zhengzhou-2019
unmentioned: open
`;

/** A small generator of numbers in [0, 1): the same on every machine. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const below = (random, limit) => Math.floor(random() * limit);
const rowOf = (clause) => clause.split('.')[0];
const flow = (entries) => `{ ${entries.map(([key, value]) => `${key}: ${value}`).join(', ')} }`;
const periods = (prefix, counts) => flow(counts.map((count, index) => [`${prefix}${index + 1}`, count]));

/** Findings worth exactly `points`, drawn among those the unit can have. */
function drawFindings(random, unit, points) {
  const left = FINDINGS.filter(
    ({ clause, item }) => !unit.open.includes(rowOf(clause)) && !unit.without.includes(item),
  );
  const drawn = [];
  let rest = points;
  while (rest > 0) {
    const fitting = left.filter(({ cost }) => cost <= rest);
    if (fitting.length === 0) throw new Error(`${unit.name}: ${rest} points are left that no finding is worth`);
    const finding = fitting[below(random, fitting.length)];
    left.splice(left.indexOf(finding), 1);
    drawn.push(finding);
    rest -= finding.cost;
  }
  return drawn;
}

/** Marks of single raters around the mean that add up to the sum, in halves. */
function drawBallots(random, sum, count) {
  const halves = sum * 2;
  const marks = Array.from({ length: count }, (_, index) => Math.floor((halves + index) / count));
  for (let step = 0; step < count * 3; step += 1) {
    const [up, down] = [below(random, count), below(random, count)];
    if (up === down || marks[up] >= 20 || marks[down] <= 12 || marks[up] - marks[down] > 2) continue;
    marks[up] += 1;
    marks[down] -= 1;
  }
  return marks.map((mark) => mark / 2);
}

/** A sum of marks that the form converts to `points`. */
function sumFor(random, form, points) {
  const coefficient = COEFFICIENTS[form];
  const sums = [];
  for (let sum = 0; sum <= RATERS[form] * 10; sum += 1) {
    if (Math.abs(sum * coefficient - points) < 0.45) sums.push(sum);
  }
  return sums[below(random, sums.length)];
}

/** Meetings are stated for everybody, with what they cost. */
function meetings(unit) {
  const zones = unit.zones.map((quarters) => periods('Q', quarters));
  const yearly = [
    ['常委会', unit.party],
    ...(zones.length > 0 ? [['功能区', `[ ${zones.join(', ')} ]`]] : []),
    ['政府会议', unit.government],
  ];
  const byPeriod = [
    ['政府常务会', periods('Q', unit.council)],
    ['党委常委会', periods('H', [1, 1])],
    ['安委会全会', 4],
  ];
  const missing = (counts) => counts.filter((count) => count === 0).length;
  const cost =
    2 * (Math.max(0, 3 - unit.party) + Math.max(0, 4 - unit.government) + missing(unit.zones.flat())) +
    missing(unit.council);
  return {
    cost,
    entries: [
      { clause: 'county/2.2', observed: [['actual', flow(yearly)]], note: '按会议记录和纪要核对' },
      { clause: 'county/4.1', observed: [['actual', flow(byPeriod)]] },
    ],
  };
}

/** Deaths of the ledger over made-up denominators, so that ledger and indicators agree. */
function indicators(unit) {
  const here = ACCIDENTS.filter(({ place }) => place === unit.name);
  const deaths = (industries) =>
    here.filter(({ industry }) => industries.includes(industry)).reduce((sum, accident) => sum + accident.deaths, 0);
  const ratio = (numerator, denominator, edition) =>
    flow([
      ['numerator', numerator],
      ['denominator', `"${denominator}"`],
      ['edition', edition],
    ]);
  const all = here.reduce((sum, accident) => sum + accident.deaths, 0);
  return [
    ['亿元GDP死亡率', ratio(all, unit.gdp, '初步核算')],
    ['工矿商贸十万从业人员死亡率', ratio(deaths(['工矿商贸', '建筑施工']), unit.employees, '统计年报')],
    ['特种设备万台死亡率', ratio(deaths(['特种设备']), unit.devices, '统计年报')],
  ];
}

function observationLine({ clause, observed, note }, evidence) {
  const remarks = [...(note ? [['note', note]] : []), ...(evidence ? [['evidence', `[${evidence}]`]] : [])];
  return `      ${clause}: ${flow([...observed, ...remarks])}`;
}

const numberOf = (clause) => ROWS.indexOf(rowOf(clause).slice('county/'.length)) * 100 + Number(clause.split('.')[1]);

function unitLines(random, unit, numberEvidence) {
  const held = meetings(unit);
  const talked = unit.talks.length;
  const findings = drawFindings(random, unit, unit.lost - held.cost - talked);
  const entries = [...held.entries, ...findings, ...unit.stated].sort(
    (a, b) => numberOf(a.clause) - numberOf(b.clause),
  );
  const closed = ROWS.map((row) => `county/${row}`).filter((row) => !unit.open.includes(row));
  return [
    `  ${unit.name}:`,
    '    observations:',
    ...entries.map((entry) => observationLine(entry, entry.paper === false ? undefined : numberEvidence())),
    unit.open.length === 0 ? '    closed: all' : `    closed: [${[...closed, 'bonus'].join(', ')}]`,
    ...(DEEDS[unit.name]
      ? ['    bonus:', ...DEEDS[unit.name].map((deed) => `      - ${flow(Object.entries(deed))}`)]
      : []),
    ...(talked > 0
      ? ['    talks:', ...unit.talks.map((talk) => `      - ${flow(Object.entries(talk))}`)]
      : ['    talks: []']),
    '    indicators:',
    ...indicators(unit).map(([name, value]) => `      ${name}: ${value}`),
  ];
}

/** Half of the units as ballots, the others as the sum the counting clerk wrote down. */
function ratingLine(random, unit, form) {
  const counted = form === 'leader' && unit.leaderBallots ? unit.leaderBallots : RATERS[form];
  const sum = unit[`${form}Sum`] ?? sumFor(random, form, unit[form]);
  if (unit.asSums) return `    ${unit.name}: ${flow(Object.entries({ sum, ballots: counted }))}`;
  return `    ${unit.name}: [${drawBallots(random, sum, counted).join(', ')}]`;
}

/** The whole file. */
export function makeDemonstration() {
  const random = generator(SEED);
  let papers = 0;
  const numberEvidence = () => {
    papers += 1;
    return `E-${String(papers).padStart(3, '0')}`;
  };
  const lines = [
    'units:',
    ...UNITS.flatMap((unit) => unitLines(random, unit, numberEvidence)),
    'ratings:',
    ...['leader', 'division'].flatMap((form) => [`  ${form}:`, ...UNITS.map((unit) => ratingLine(random, unit, form))]),
    'accidents:',
    ...ACCIDENTS.map((accident) => `  - ${flow(Object.entries(accident))}`),
  ];
  return `${HEADER}${lines.join('\n')}\n`;
}

function main(check) {
  const file = fileURLToPath(new URL(`../${FILE}`, import.meta.url));
  const made = makeDemonstration();
  if (!check) {
    writeFileSync(file, made);
    return 0;
  }
  if (readFileSync(file, 'utf8') === made) return 0;
  process.stderr.write(
    `${FILE} 与脚本生成的不一致 / is not what the script makes: node scripts/make-demonstration.mjs\n`,
  );
  return 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit(main(process.argv.includes('--check')));
