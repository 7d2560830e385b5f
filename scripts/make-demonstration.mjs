// Writes the demonstration year of all 43 units: everything in it is made up, drawn with a fixed seed so that the same file
// comes out everywhere. The year is drawn whole; the committed file is its cut on the third of the four days on site, when some
// rows and some units had not been looked at. `--complete OUT` writes the year as it ended, nothing open; it is not committed,
// since this makes it anywhere. `--check` says whether the committed file is the one this script makes.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ACCIDENTS, UNITS } from './make-demonstration.data.mjs';
import { DEPARTMENTS } from './make-demonstration.departments.mjs';
import { below, drawBallots, flow, generator } from './make-demonstration.draw.mjs';
import { drawUnit, unitLines } from './make-demonstration.units.mjs';

export const FILE = 'examples/zhengzhou-2019-demonstration.facts.yaml';
const SEED = 20_190_101;
/** By the later day every accident's 30 days are over. */
const DAYS = { cut: '2020-01-16', complete: '2020-01-31' };
const RATERS = { leader: 16, division: 18 };
const COEFFICIENTS = { leader: 0.125, division: 0.166 };

const header = (asOf) => `# 演示数据 · Demonstration
# 全部是编造的：单位名称来自文件，事实、评分、事故、约谈、加分没有一件是真的。由 scripts/make-demonstration.mjs 生成，不要手改。
# All of it is made up: the names of the units are the document's, and no fact, ballot, accident, talk or deed is real.
# Written by scripts/make-demonstration.mjs; do not edit.
# kaohe score zhengzhou-2019 ${FILE}
scheme: zhengzhou-2019
asOf: "${asOf}"
unmentioned: open
`;

/** A sum of marks that the form converts to `points`. */
function sumFor(random, form, points) {
  const coefficient = COEFFICIENTS[form];
  const sums = [];
  for (let sum = 0; sum <= RATERS[form] * 10; sum += 1) {
    if (Math.abs(sum * coefficient - points) < 0.45) sums.push(sum);
  }
  return sums[below(random, sums.length)];
}

/** Half of the units as ballots, the others as the sum the counting clerk wrote down. */
function ratingLine(random, unit, form) {
  const counted = form === 'leader' && unit.leaderBallots ? unit.leaderBallots : RATERS[form];
  const sum = unit[`${form}Sum`] ?? sumFor(random, form, unit[form]);
  if (unit.asSums) return `    ${unit.name}: ${flow(Object.entries({ sum, ballots: counted }))}`;
  return `    ${unit.name}: [${drawBallots(random, sum, counted).join(', ')}]`;
}

/** Papers are numbered as they came in: those of the rows looked at by the day of the cut before the others. */
function numberEvidence(drawn) {
  const entries = drawn.flatMap((unit) => unit.entries).filter((entry) => entry.paper !== false);
  const inOrder = [...entries.filter((entry) => !entry.isOpen), ...entries.filter((entry) => entry.isOpen)];
  for (const [index, entry] of inOrder.entries()) entry.evidence = `E-${String(index + 1).padStart(3, '0')}`;
}

/** The whole file: the cut, or the year as it ended. */
export function makeDemonstration({ isComplete = false } = {}) {
  // One source of chance each, so that a change to the departments leaves the districts as they are.
  const randoms = { county: generator(SEED), member: generator(SEED + 1), later: generator(SEED + 2) };
  const drawn = [
    ...UNITS.map((unit) => drawUnit(randoms, 'county', unit)),
    ...DEPARTMENTS.map((unit) => drawUnit(randoms, 'member', unit)),
  ];
  numberEvidence(drawn);
  const rated = (form) => UNITS.map((unit) => ratingLine(randoms.county, unit, form));
  const lines = [
    'units:',
    ...drawn.flatMap((one) => unitLines(one, { isComplete })),
    'ratings:',
    ...['leader', 'division'].flatMap((form) => [`  ${form}:`, ...rated(form)]),
    'accidents:',
    ...ACCIDENTS.map((accident) => `  - ${flow(Object.entries(accident))}`),
  ];
  return `${header(isComplete ? DAYS.complete : DAYS.cut)}${lines.join('\n')}\n`;
}

function check(file) {
  if (readFileSync(file, 'utf8') === makeDemonstration()) return 0;
  process.stderr.write(
    `${FILE} 与脚本生成的不一致 / is not what the script makes: node scripts/make-demonstration.mjs\n`,
  );
  return 1;
}

function main([mode, out, ...rest]) {
  const file = fileURLToPath(new URL(`../${FILE}`, import.meta.url));
  if (mode === '--check' && out === undefined) return check(file);
  if (mode === '--complete' && out !== undefined && rest.length === 0)
    writeFileSync(out, makeDemonstration({ isComplete: true }));
  else if (mode === undefined) writeFileSync(file, makeDemonstration());
  else {
    process.stderr.write('node scripts/make-demonstration.mjs [--check | --complete OUT]\n');
    return 2;
  }
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit(main(process.argv.slice(2)));
