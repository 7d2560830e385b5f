/** Workbooks about people: the template to fill in, and the list of initial passwords to hand out. */
import type { Workbook, Worksheet } from '@protobi/exceljs';
import { CLASSES } from '../facts/vocabulary.js';
import { workbookBytes } from '../papers/layout/paper-sheet.js';
import { ALIGN, dress, FILLS, FONTS } from '../workbook/sheet-style.js';
import { choiceOf } from '../workbook/validation.js';
import { PEOPLE_HEADERS, PEOPLE_SHEET, type RoleWord } from './people.js';
import { POPULATION_SHEETS, type PopulationWords } from './population.js';

const ROWS = 300;
const ROLE_COLUMN = 3;

export interface TemplateWords {
  readonly roles: readonly RoleWord[];
  /** Of the document a year is made of; left out where there is none yet. */
  readonly population?: PopulationWords | undefined;
}

export async function peopleTemplate(words: TemplateWords, madeOn: string): Promise<Uint8Array> {
  return await workbookBytes({ title: '人员表', madeOn }, (workbook) => {
    drawTemplate(workbook, words.roles);
    if (words.population) drawPopulation(workbook, words.population);
  });
}

/** Empty, so that the document's own stand where nobody fills them in. */
function drawPopulation(workbook: Workbook, { sheets, teams, forms }: PopulationWords): void {
  const classes = [...new Set(sheets.flatMap((sheet) => sheet.classes))].map((one) => CLASSES[one] ?? one);
  const choices: Record<keyof typeof POPULATION_SHEETS, (readonly string[])[]> = {
    units: [[], [], sheets.map(({ title }) => title), classes, teams.map(({ name }) => name)],
    teams: [[], [], []],
    raters: [forms.map(({ title }) => title), []],
  };
  for (const key of ['units', 'teams', 'raters'] as const) {
    const { name, headers } = POPULATION_SHEETS[key];
    const sheet = addTable(workbook, { name, headers, widths: headers.map(() => 30) });
    for (const [index, names] of choices[key].entries()) {
      const choice = choiceOf(names);
      for (let row = 2; row <= ROWS; row += 1) {
        const cell = sheet.getCell(row, index + 1);
        dress(cell, { input: true, format: '@' });
        // Teams may be named in the workbook itself: there the list only offers.
        if (choice) cell.dataValidation = { ...choice, showErrorMessage: key !== 'units' || index !== 4 };
      }
    }
  }
}

function drawTemplate(workbook: Workbook, roles: readonly RoleWord[]): void {
  const sheet = addTable(workbook, { name: PEOPLE_SHEET, headers: PEOPLE_HEADERS, widths: [20, 30, 22, 40] });
  const choice = choiceOf(roles.map(({ name }) => name));
  for (let row = 2; row <= ROWS; row += 1) {
    for (let column = 1; column <= PEOPLE_HEADERS.length; column += 1)
      dress(sheet.getCell(row, column), { input: true, format: '@' });
    if (choice) sheet.getCell(row, ROLE_COLUMN).dataValidation = choice;
  }
  const notes = addTable(workbook, { name: '说明', headers: ['角色', '范围怎么写'], widths: [24, 90] });
  for (const [index, { name, scopes, mayLackScope }] of roles.entries()) {
    const possible = scopes?.map((one) => one.name).join('、');
    const written = possible ? `${possible}${mayLackScope ? '；可不写' : ''}` : '不写';
    for (const [column, text] of [name, written].entries()) put(notes, [index + 2, column + 1], text);
  }
  const rules = [
    '一行是一个人的一个角色；一个人有几个角色，就写几行，登录名和显示名相同。',
    '“单位”“分组”“评分人”三张表可以不填：不填就按考核文件里写的；填了就以填的为准。文件里没有写单位的，要填“单位”。',
    '显示名写职务，不写姓名。系统管理员、安全管理员、审计员不写在这里。',
    '有一处不对，整份都不采用，退回同一份表，最后一列写明错在哪里。',
  ];
  for (const [index, text] of rules.entries()) put(notes, [roles.length + 3 + index, 2], text);
}

export interface InitialPassword {
  readonly login: string;
  readonly displayName: string;
  readonly password: string;
}

export async function passwordWorkbook(people: readonly InitialPassword[], madeOn: string): Promise<Uint8Array> {
  return await workbookBytes({ title: '初始口令', madeOn }, (workbook) => drawPasswords(workbook, people));
}

function drawPasswords(workbook: Workbook, people: readonly InitialPassword[]): void {
  const headers = ['登录名', '显示名', '初始口令（首次登录必须修改）', '领取人签字'];
  const sheet = addTable(workbook, { name: '初始口令', headers, widths: [22, 34, 34, 20] });
  for (const [index, { login, displayName, password }] of people.entries()) {
    for (const [column, text] of [login, displayName, password, ''].entries())
      put(sheet, [index + 2, column + 1], text);
    sheet.getRow(index + 2).height = 22;
  }
}

function addTable(
  workbook: Workbook,
  { name, headers, widths }: { name: string; headers: readonly string[]; widths: readonly number[] },
): Worksheet {
  const sheet = workbook.addWorksheet(name, {
    pageSetup: {
      paperSize: 9,
      orientation: 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  for (const [index, header] of headers.entries()) {
    sheet.getColumn(index + 1).width = widths[index] ?? 20;
    const cell = sheet.getCell(1, index + 1);
    cell.value = header;
    dress(cell, { font: FONTS.header, fill: FILLS.header, align: ALIGN.center });
  }
  return sheet;
}

/** Always as text: what begins with a sign stays what it is. */
function put(sheet: Worksheet, [row, column]: readonly [number, number], text: string): void {
  const cell = sheet.getCell(row, column);
  cell.value = text;
  dress(cell, { format: '@' });
}
