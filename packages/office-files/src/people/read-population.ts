/** The sheets 单位, 分组 and 评分人 of the people's workbook, all of them optional → what stands in place of the document's. */
import { type Population, type Text, text, type UnitClass } from '@kaohe/scoring';
import { plainText } from '../facts/normal-value.js';
import { CLASSES } from '../facts/vocabulary.js';
import { type OpenedWorkbook, readWorkbook } from '../ooxml/read-workbook.js';
import type { OfficeProblem } from '../problems/office-problem.js';
import { type OwnPopulation, type OwnUnit, POPULATION_SHEETS, type PopulationWords } from './population.js';
import { readTable, type TableRow } from './read-table.js';

export interface PopulationRead {
  /** Empty where anything is wrong. */
  readonly own: OwnPopulation;
  readonly problems: readonly OfficeProblem[];
}

const LONGEST = 60;

export async function readPopulation(bytes: Uint8Array, words: PopulationWords): Promise<PopulationRead> {
  const opened = await readWorkbook(bytes);
  if ('refused' in opened) return { own: {}, problems: [{ text: opened.refused }] };
  const problems: OfficeProblem[] = [];
  const rows = (key: keyof typeof POPULATION_SHEETS) => rowsOf(opened, key, problems);
  const teams = readTeams(rows('teams'));
  const units = readUnits(rows('units'), { words, teams });
  const raters = readRaters(rows('raters'), words);
  if (teams.length > 0 && units.length === 0 && problems.length === 0) problems.push({ text: TEAMS_ALONE });
  if (problems.length > 0) return { own: {}, problems };
  const population = units.length > 0 ? populationOf(units, teams.length > 0 ? teams : words.teams) : undefined;
  return { own: { population, raters: raters.length > 0 ? raters : undefined }, problems };
}

function rowsOf(
  { sheets }: OpenedWorkbook,
  key: keyof typeof POPULATION_SHEETS,
  problems: OfficeProblem[],
): readonly TableRow[] {
  const { name, headers } = POPULATION_SHEETS[key];
  const sheet = sheets.find((one) => one.name.trim() === name);
  return sheet ? readTable(sheet, headers, problems) : [];
}

type OwnTeam = Population['teams'][number];

function populationOf(units: readonly OwnUnit[], teams: readonly OwnTeam[]): Population {
  return {
    units: units.map(({ team: _, ...unit }) => unit),
    teams: teams.map((team) => ({
      ...team,
      units: units.filter((unit) => unit.team === team.id).map(({ name }) => name),
    })),
  };
}

function readTeams(rows: readonly TableRow[]): OwnTeam[] {
  const names = new Set<string>();
  return rows.map(({ cells: [name = '', nameEn = '', leader = ''], wrong }, index) => {
    if (isNoName(name)) wrong(0, NO_NAME);
    if (names.has(name)) wrong(0, twice(name));
    names.add(name);
    const [post, postEn] = [leader || `${name}组长`, `Leader of ${nameEn || name}`];
    return { id: `team-${index + 1}`, name, nameEn: nameEn || name, leader: post, leaderEn: postEn, units: [] };
  });
}

function readUnits(
  rows: readonly TableRow[],
  { words, teams }: { words: PopulationWords; teams: readonly OwnTeam[] },
): OwnUnit[] {
  const possible = teams.length > 0 ? teams : words.teams;
  const names = new Set<string>();
  return rows.flatMap(({ cells, wrong }) => {
    const [name = '', nameEn = '', sheetName = '', className = '', teamName = ''] = cells;
    if (isNoName(name)) wrong(0, NO_NAME);
    if (names.has(name)) wrong(0, twice(name));
    names.add(name);
    const sheet = words.sheets.find(({ id, title }) => isSame(sheetName, [id, title])) ?? onlyOne(words, sheetName);
    if (!sheet) wrong(2, noSheet(sheetName, words));
    const unitClass = sheet && classOf(sheet.classes, className);
    if (sheet && !unitClass) wrong(3, noClass(className, sheet.classes));
    const team = possible.find((one) => isSame(teamName, [one.name, one.id]));
    if (!team && teamName !== '') wrong(4, noTeam(teamName, possible));
    if (!sheet || !unitClass) return [];
    return [{ name, nameEn: nameEn || name, sheet: sheet.id, class: unitClass, team: team?.id ?? '' }];
  });
}

/** Where the document has one sheet alone, nobody has to name it. */
const onlyOne = ({ sheets }: PopulationWords, written: string) =>
  written === '' && sheets.length === 1 ? sheets[0] : undefined;

function classOf(classes: readonly UnitClass[], written: string): UnitClass | undefined {
  if (written === '' && classes.length === 1) return classes[0];
  return classes.find((one) => isSame(written, [one, CLASSES[one] ?? one]));
}

function readRaters(rows: readonly TableRow[], { forms }: PopulationWords): { form: string; name: string }[] {
  const raters: { form: string; name: string }[] = [];
  for (const { cells, wrong } of rows) {
    const [formName = '', name = ''] = cells;
    const form = forms.find(({ id, title }) => isSame(formName, [id, title]));
    if (!form) wrong(0, noForm(formName, forms));
    if (isNoName(name)) wrong(1, NO_NAME);
    if (!form) continue;
    const own = raters.filter((one) => one.form === form.id);
    if (own.some((one) => one.name === name)) wrong(1, twice(name));
    if (own.length === form.raters) wrong(1, tooManyRaters(form));
    raters.push({ form: form.id, name });
  }
  return raters;
}

const isSame = (written: string, names: readonly string[]): boolean =>
  names.some((name) => plainText(name) === plainText(written));
const isNoName = (name: string): boolean => name === '' || name.length > LONGEST || /[\p{Cc}/\\]/u.test(name);

const NO_NAME = text(
  `请写名称，1 至 ${LONGEST} 个字，不用斜线。`,
  `State the name in 1 to ${LONGEST} characters, without slashes.`,
);
const TEAMS_ALONE = text(
  `写了“${POPULATION_SHEETS.teams.name}”，也要在“${POPULATION_SHEETS.units.name}”里写各组考核的单位。`,
  `With “${POPULATION_SHEETS.teams.name}” filled, “${POPULATION_SHEETS.units.name}” must say which units each team assesses.`,
);
const twice = (name: string) => text(`“${name}”上面已经有了。`, `“${name}” stands above already.`);
const noneOf = (what: [zh: string, en: string], written: string, possible: readonly string[]): Text =>
  text(
    `没有${what[0]}“${written}”。${possible.length > 0 ? `可写：${possible.join('、')}。` : '这一格请留空。'}`,
    `There is no ${what[1]} “${written}”. ${possible.length > 0 ? `Possible: ${possible.join(', ')}.` : 'Leave it empty.'}`,
  );
const noSheet = (written: string, { sheets }: PopulationWords) =>
  noneOf(
    ['细则表', 'sheet'],
    written,
    sheets.map(({ title }) => title),
  );
const noClass = (written: string, classes: readonly UnitClass[]) =>
  noneOf(
    ['类别', 'class'],
    written,
    classes.map((one) => CLASSES[one] ?? one),
  );
const noTeam = (written: string, teams: readonly OwnTeam[]) =>
  noneOf(
    ['考核组', 'team'],
    written,
    teams.map(({ name }) => name),
  );
const noForm = (written: string, forms: PopulationWords['forms']) =>
  noneOf(
    ['评价表', 'rating form'],
    written,
    forms.map(({ title }) => title),
  );
const tooManyRaters = ({ title, raters }: PopulationWords['forms'][number]) =>
  text(
    `《${title}》只有 ${raters} 名评分人，这一名多了。`,
    `“${title}” has ${raters} raters; this one is one too many.`,
  );
