/** The workbook as it was handed in, with a last column 错误 that says at each row what is wrong, and the cells marked. */

import { markSheet, nextColumn } from './ooxml/mark-sheet.js';
import { type MarkedStyles, markStyles } from './ooxml/mark-styles.js';
import { type OpenedWorkbook, readWorkbook } from './ooxml/read-workbook.js';
import type { SheetCells } from './ooxml/workbook-cells.js';
import { ERRORS_TITLE, type OfficeProblem } from './problems/office-problem.js';
import { headerRowOf } from './workbook/read-list-sheet.js';
import { heightOf } from './workbook/sheet-style.js';

const STYLES = 'xl/styles.xml';

/** The marked workbook; undefined where the file cannot be opened at all. */
export async function markWorkbook(
  bytes: Uint8Array,
  problems: readonly OfficeProblem[],
): Promise<Uint8Array | undefined> {
  const opened = await readWorkbook(bytes);
  if ('refused' in opened) return undefined;
  const styles = await addLooks(opened);
  for (const [index, sheet] of opened.sheets.entries()) {
    const own = problems.filter(({ at }) => (at?.sheet === undefined ? index === 0 : at.sheet === sheet.name));
    await markOne(opened, sheet, { problems: own, styles });
  }
  return opened.package.zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

async function addLooks(opened: OpenedWorkbook): Promise<MarkedStyles | undefined> {
  const xml = await opened.package.readText(STYLES);
  const styles = xml === undefined ? undefined : markStyles(xml);
  if (styles) opened.package.zip.file(STYLES, styles.xml);
  return styles;
}

async function markOne(
  opened: OpenedWorkbook,
  sheet: SheetCells,
  { problems, styles }: { readonly problems: readonly OfficeProblem[]; readonly styles: MarkedStyles | undefined },
): Promise<void> {
  const header = headerRowOf(sheet) ?? 1;
  const before = [...(sheet.rows.get(header) ?? [])].find(([, { text }]) => text.startsWith(ERRORS_TITLE.zh))?.[0];
  if (problems.length === 0 && before === undefined) return;
  const xml = (await opened.package.readText(sheet.part)) ?? '';
  const messages = new Map([[header, `${ERRORS_TITLE.zh}\n${ERRORS_TITLE.en}`]]);
  const cells = new Map<number, Set<number>>();
  for (const { at, text } of problems) {
    const row = at?.row ?? header;
    const earlier = messages.get(row);
    messages.set(row, [...(earlier ? [earlier] : []), text.zh, text.en].join('\n'));
    if (at?.sheet !== undefined) cells.set(row, (cells.get(row) ?? new Set()).add(at.column));
  }
  const marked = markSheet(xml, {
    column: before ?? nextColumn(xml),
    messages,
    messageStyle: styles?.message,
    cells: styles ? cells : new Map(),
    restyle: (style) => styles?.onRed(style),
    heightOf: (message) => heightOf(message, 58),
  });
  if (marked !== undefined) opened.package.zip.file(sheet.part, marked);
}
