/** A filled-in workbook → a FACTS tree with the cell of every value, and everything that is wrong with it. */
import type { Program } from '@kaohe/scoring';
import { type ReadLines, readLines } from './facts/read-lines.js';
import { TreeBuilder } from './facts/tree-builder.js';
import { schemeWords } from './facts/vocabulary.js';
import type { FactsRead } from './facts-csv.js';
import { startsWith } from './ooxml/open-package.js';
import { type OpenedWorkbook, readWorkbook } from './ooxml/read-workbook.js';
import type { SheetCells } from './ooxml/workbook-cells.js';
import { CELL_MESSAGES } from './problems/cell-messages.js';
import type { OfficeProblem } from './problems/office-problem.js';
import { readCover } from './workbook/cover-sheet.js';
import { listSheets } from './workbook/list-sheets.js';
import { readListSheet } from './workbook/read-list-sheet.js';
import { readUnitSheet } from './workbook/read-unit-sheet.js';
import { parseMark, type SheetMark } from './workbook/sheet-ids.js';

/** Whether bytes are an office file: a package, or the format before it (which is then refused with a reason). */
export function isOfficeFile(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);
}

type Marked<Kind extends SheetMark['kind']> = {
  readonly sheet: SheetCells;
  readonly mark: Extract<SheetMark, { kind: Kind }>;
};

export async function readFactsWorkbook(program: Program, bytes: Uint8Array): Promise<FactsRead> {
  const opened = await readWorkbook(bytes);
  if ('refused' in opened) return nothing([{ text: opened.refused }]);
  const into: ReadLines = { builder: new TreeBuilder(), problems: [] };
  const marked = opened.sheets.flatMap((sheet) => {
    const mark = parseMark(sheet.rows.get(1)?.get(1)?.text ?? '');
    return mark ? [{ sheet, mark }] : [];
  });
  if (marked.length === 0) return nothing([{ text: CELL_MESSAGES.noMarkers() }]);
  const of = <Kind extends SheetMark['kind']>(kind: Kind) =>
    marked.filter((one): one is Marked<Kind> => one.mark.kind === kind);
  const lines = of('cover').flatMap(({ sheet }) => readCover(sheet, { ...opened, problems: into.problems }));
  readLines(lines, schemeWords(program), into);
  readUnits(program, of('unit'), into);
  readLists(program, { opened, marked: of('list') }, into);
  const { builder, problems } = into;
  return { tree: builder.tree(), locate: (at) => builder.locate(at), problems };
}

function nothing(problems: readonly OfficeProblem[]): FactsRead {
  return { tree: {}, locate: () => undefined, problems };
}

function readUnits(program: Program, sheets: readonly Marked<'unit'>[], into: ReadLines): void {
  const seen = new Map<string, string>();
  for (const { sheet, mark } of sheets) {
    const before = seen.get(mark.unit);
    if (before !== undefined) {
      const at = { sheet: sheet.name, row: 1, column: 2 };
      into.problems.push({ at, text: CELL_MESSAGES.unitTwice(mark.unit, before) });
      continue;
    }
    seen.set(mark.unit, sheet.name);
    readUnitSheet(program, { sheet, unit: mark.unit }, into);
  }
}

/** In the order of their definitions: versions need the accidents. */
function readLists(
  program: Program,
  { opened, marked }: { readonly opened: OpenedWorkbook; readonly marked: readonly Marked<'list'>[] },
  into: ReadLines,
): void {
  const context = { from1904: opened.from1904, problems: into.problems, accidents: new Map<string, string>() };
  for (const list of listSheets(program, allUnits(program)))
    for (const { sheet } of marked.filter(({ mark }) => mark.list === list.list))
      readLines(readListSheet(sheet, list, context), schemeWords(program), into);
}

/** Every unit the sheets may be about: the columns do not depend on which. */
function allUnits({ sheets, scheme }: Program) {
  const listed = scheme.population.units;
  const any = [...sheets.values()].flatMap(({ sheet }) =>
    sheet.classes.slice(0, 1).map((unitClass) => ({ name: '', sheet: sheet.id, class: unitClass })),
  );
  return [...listed, ...any];
}
