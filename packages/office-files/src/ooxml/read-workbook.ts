/** The bytes of an .xlsx file as cells, or why they are not read. */
import { type Text, text } from '@kaohe/scoring';
import { BOMB, DAMAGED, type OfficePackage, openPackage, TooLarge } from './open-package.js';
import { MOST_CELLS, readSheet, TooManyCells } from './read-sheet.js';
import { readStrings } from './read-strings.js';
import { readPercentStyles } from './read-styles.js';
import { walkXml } from './walk-xml.js';
import type { SheetCells, WorkbookCells } from './workbook-cells.js';

export interface OpenedWorkbook extends WorkbookCells {
  readonly package: OfficePackage;
}

export async function readWorkbook(bytes: Uint8Array): Promise<OpenedWorkbook | { readonly refused: Text }> {
  const opened = await openPackage(bytes);
  if ('refused' in opened) return opened;
  try {
    return await readParts(opened);
  } catch (error) {
    if (error instanceof TooLarge) return { refused: BOMB };
    return { refused: error instanceof TooManyCells ? TOO_MANY_CELLS : DAMAGED };
  }
}

async function readParts(opened: OfficePackage): Promise<OpenedWorkbook | { readonly refused: Text }> {
  const main = [...(await relations(opened, '', '_rels/.rels')).values()].find(({ type }) => type === 'officeDocument');
  const xml = main && (await opened.readText(main.target));
  if (!main || xml === undefined) return { refused: DAMAGED };
  const folder = main.target.slice(0, main.target.lastIndexOf('/') + 1);
  const file = main.target.slice(folder.length);
  const related = await relations(opened, folder, `${folder}_rels/${file}.rels`);
  const partOf = (type: string) => [...related.values()].find((one) => one.type === type)?.target ?? '';
  const strings = readStrings((await opened.readText(partOf('sharedStrings'))) ?? '');
  const percent = readPercentStyles((await opened.readText(partOf('styles'))) ?? '');
  const { listed, from1904 } = readList(xml);
  const sheets: SheetCells[] = [];
  for (const { name, relation } of listed) {
    const part = related.get(relation);
    const sheet = part?.type === 'worksheet' ? await opened.readText(part.target) : undefined;
    if (part && sheet !== undefined)
      sheets.push({ name, part: part.target, ...readSheet(sheet, { strings, percent }) });
  }
  return { package: opened, sheets, from1904 };
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

async function relations(opened: OfficePackage, folder: string, part: string): Promise<Map<string, Relation>> {
  const found = new Map<string, Relation>();
  walkXml((await opened.readText(part)) ?? '<none/>', {
    open: (name, { Id = '', Type = '', Target = '' }) => {
      if (name !== 'Relationship') return;
      const target = Target.startsWith('/') ? Target.slice(1) : `${folder}${Target.replace(/^\.\//, '')}`;
      found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target });
    },
  });
  return found;
}

function readList(xml: string) {
  const listed: { name: string; relation: string }[] = [];
  let from1904 = false;
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      if (name === 'sheet' && relation) listed.push({ name: attributes.name ?? '', relation });
    },
  });
  return { listed, from1904 };
}

const TOO_MANY_CELLS = text(
  `工作表里的单元格超过 ${MOST_CELLS} 个，不像一份填写表，没有读取。`,
  `A sheet has more than ${MOST_CELLS} cells, unlike any form; it was not read.`,
);
