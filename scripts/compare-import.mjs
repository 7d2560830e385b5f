// Writes docs/import-of-the-two-sources.md: what `kaohe import` makes of the two issued texts, and of the two schemes exported and imported
// again, beside the rules made by hand, clause by clause. `--check` says whether the file is current. Build first: `npm run build`.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { importDocument, printRule } from '@kaohe/clauses';
import { documentBytes, issuedPaper, readDocument, schemeDocument } from '@kaohe/office-files';
import { chooseReadings } from '@kaohe/scheme-files';
import { findSchemeFolder, readScheme } from '@kaohe/server/schemes';
import { frameRows } from './compare-import.frame.mjs';
import { groupsOf, placedClauses } from './compare-import.places.mjs';
import { areSame, asImported } from './compare-import.rules.mjs';
import { WHY } from './compare-import.why.mjs';

export const FILE = 'docs/import-of-the-two-sources.md';
const SCHEMES = ['zhengzhou-2019', 'shandong-2016'];
/** From best to worst. */
const OUTCOMES = ['equal', 'asked, equal', 'asked, differs', 'unread', 'certain and wrong', 'missed'];

/** Both texts of a scheme compared with it. */
export async function compared(id) {
  const folder = await readScheme(await findSchemeFolder(id));
  const { scheme } = chooseReadings(folder.tree, {});
  const exported = await readDocument(await documentBytes(issuedPaper(schemeDocument(scheme))));
  return { id, scheme, source: comparedText(scheme, folder.source), exported: comparedText(scheme, exported.text) };
}

function comparedText(scheme, text) {
  const read = importDocument(text);
  const placed = placedClauses(scheme, text);
  const { groups, over } = groupsOf(
    placed,
    read.items.flatMap(({ clauses }) => clauses),
  );
  const rows = groups.map(({ hands, clauses }) => {
    const wanted = hands.flatMap(({ clause }) => clause.rules.map(asImported));
    const found = clauses.flatMap(({ rules }) => rules);
    return { hands, clauses, wanted, found, outcome: outcomeOf(clauses, areSame(wanted, found)) };
  });
  return { placed, rows, over, frame: frameRows(scheme, read) };
}

function outcomeOf(clauses, same) {
  if (clauses.length === 0) return 'missed';
  if (clauses.some(({ status }) => status === 'unreadable')) return 'unread';
  const certain = clauses.every(({ status }) => status === 'read');
  if (same) return certain ? 'equal' : 'asked, equal';
  return certain ? 'certain and wrong' : 'asked, differs';
}

const count = ({ rows }, outcome) =>
  rows.filter((row) => row.outcome === outcome).reduce((sum, { hands }) => sum + hands.length, 0);

const line = (cells) => `| ${cells.join(' | ')} |`;
const cell = (text) => text.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ');

function summary(all) {
  const rows = all.flatMap(({ id, source, exported }) =>
    [
      [`\`schemes/${id}/source.md\``, source],
      [`${id}, exported and imported`, exported],
    ].map(([name, one]) =>
      line([
        name,
        one.placed.length,
        one.placed.length - count(one, 'missed'),
        ...OUTCOMES.map((outcome) => count(one, outcome)),
        one.over.length,
        one.over.filter(({ status }) => status === 'read').length,
      ]),
    ),
  );
  const head = ['text', 'clauses', 'found', ...OUTCOMES, 'over', 'over and certain'];
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows].join('\n');
}

const wordsOf = (rules) => (rules.length === 0 ? '—' : rules.map((rule) => cell(ruleWords(rule))).join('<br>'));

/** The importer's sentence; a limit that forfeits has no sentence there, and a forfeit's example is no part of it. */
function ruleWords(rule) {
  const words = printRule(rule);
  if (rule.kind === 'threshold' && rule.forfeits) return words.replace(/扣0分$/, '，该大项不得分');
  return words.replace(/^弄虚作假的，/, '');
}

const idsOf = ({ hands }) => hands.map(({ clause }) => clause.id).join('<br>');

/** What is asked, in the importer's own words; what differs besides, in ours. */
function reasons({ hands, clauses, outcome }) {
  const asked = clauses.flatMap(({ problems }) => problems.map(({ en }) => en));
  const own = hands.flatMap(({ clause }) => WHY[clause.id] ?? []);
  const differs = outcome === 'asked, differs' || outcome === 'certain and wrong' || outcome === 'unread';
  if (differs && own.length === 0)
    throw new Error(`scripts/compare-import.why.mjs does not explain ${idsOf({ hands })}`);
  return [...(differs ? own.map((why) => `**${why}**`) : []), ...new Set(asked)].join('<br>');
}

function differences({ rows }) {
  const listed = rows.filter(({ outcome }) => outcome !== 'equal');
  const head = ['clause', 'sentence', 'by hand', 'read', 'outcome', 'why'];
  return [
    line(head),
    line(head.map(() => '---')),
    ...listed.map((row) =>
      line([
        idsOf(row),
        row.hands.map(({ clause }) => cell(clause.quote)).join('<br>'),
        wordsOf(row.wanted),
        row.outcome === 'asked, equal' ? 'the same' : wordsOf(row.found),
        row.outcome,
        reasons(row),
      ]),
    ),
  ].join('\n');
}

/** Where the exported document is read otherwise than the source. */
function changes({ source, exported }) {
  const told = (one) => new Map(one.rows.map((row) => [idsOf(row), `${row.outcome}: ${wordsOf(row.found)}`]));
  const [before, after] = [told(source), told(exported)];
  const lines = [...after].filter(([ids, words]) => before.get(ids) !== words);
  if (lines.length === 0) return 'Exported and imported again, every clause is read as in the source.';
  return lines
    .map(
      ([ids, words]) =>
        `- ${ids.replace(/<br>/g, ', ')}: ${words}; in the source ${before.get(ids) ?? 'other neighbours'}`,
    )
    .join('\n');
}

function overs({ source }) {
  return source.over.map(({ quote, status, rules }) => {
    const end = quote.replace(/\s+/g, '').slice(-40);
    const why = WHY[`over ${end}`];
    if (why === undefined) throw new Error(`scripts/compare-import.why.mjs does not explain over ${end}`);
    return `- …${cell(end)} (${status}: ${wordsOf(rules)}): ${why}`;
  });
}

function frames({ id, source, exported }) {
  const head = ['of the notice', 'sentence', 'source', 'exported', 'why'];
  const rows = source.frame.map((row, index) => {
    const after = exported.frame[index];
    const fine = row.outcome === 'equal' && after.outcome === 'equal';
    const why = WHY[`${id} ${row.name}`];
    if (!fine && why === undefined)
      throw new Error(`scripts/compare-import.why.mjs does not explain ${id} ${row.name}`);
    return line([row.name, cell(row.quote), row.outcome, after.outcome, fine ? '' : why]);
  });
  return [line(head), line(head.map(() => '---')), ...rows].join('\n');
}

function section(one) {
  const over = overs(one);
  return [
    `## ${one.scheme.title}`,
    changes(one),
    differences(one.source),
    ...(over.length > 0 ? ['Read where no clause was made by hand:', over.join('\n')] : []),
    frames(one),
  ].join('\n\n');
}

export async function makeText() {
  const all = [];
  for (const id of SCHEMES) all.push(await compared(id));
  return `${[HEAD, summary(all), LEGEND, ...all.map(section)].join('\n\n')}\n`;
}

const HEAD = `<!-- Written by scripts/compare-import.mjs; do not edit. -->
# How the two sources are imported

The clauses of the two schemes were found and made into rules by hand. Here the importer reads the same two texts (\`kaohe import schemes/…/source.md\`)
and what \`kaohe export\` prints of the schemes, and each clause is compared: same kind, effect, amount, cap and parameters.`;

const LEGEND = `*equal*: read with certainty, the same rules. *asked, equal*: the same rules, and a person is asked. *asked, differs*: a person is asked, and
must choose another rule. *unread*: said to be unreadable. *certain and wrong*: what must never happen. *over*: read where the scheme has no clause.
Not compared is what the sentence does not say and a reading pins: part-steps, registers, units, classes, periods where none is named.
What is not *equal* is listed; bold is why the rules differ, then what the importer asks.`;

async function main() {
  const path = fileURLToPath(new URL(`../${FILE}`, import.meta.url));
  const text = await makeText();
  if (!process.argv.includes('--check')) return writeFileSync(path, text);
  if (readFileSync(path, 'utf8') === text) return undefined;
  process.stderr.write(`${FILE} 与脚本生成的不一致 / is not what the script makes: node scripts/compare-import.mjs\n`);
  process.exitCode = 1;
  return undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
