/** Cells printed under the wrong heading: a row whose standard does not stand in the column of the others. */
import { cellPieces } from '../../../scheme/check.js';
import type { Criterion, Sheet } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import type { Scene } from '../scene.js';
import { plain, shortened } from '../sentences.js';

interface Printed {
  readonly row: Criterion;
  readonly column: number;
}

export function checkDisplacedColumns({ scheme, examined }: Scene): Report[] {
  const lines = (examined.source ?? '').split('\n').map((line) => line.split('\t').map(plain));
  return scheme.sheets.flatMap((sheet) => checkSheet(sheet, lines));
}

function checkSheet(sheet: Sheet, lines: readonly (readonly string[])[]): Report[] {
  const rows = sheet.items.flatMap((item) => item.rows);
  const printed = rows.flatMap((row) => columnOf(row, lines) ?? []);
  const usual = mostCommon(printed.map(({ column }) => column));
  const displaced = printed.filter(({ column }) => column !== usual);
  if (displaced.length === 0) return [];
  const names = displaced.map(({ row }) => row.row).join('、');
  return [
    {
      code: 'displaced-column',
      severity: 'note',
      at: [sheet.id, ...displaced.map(({ row }) => row.id)],
      quote: shortened(cellPieces(displaced[0]?.row.criterion)[0] ?? ''),
      title: text(`${displaced.length}行错栏`, `${displaced.length} rows stand under the wrong heading`),
      why: text(
        `第${names}行的考核标准没有印在它的栏里；按栏名抄录会把扣分的文字当成别的内容。`,
        `The standards of rows ${names} are not printed in their column; whoever copies by heading takes them for something else.`,
      ),
    },
  ];
}

/** The cell that begins with the row's standard. */
function columnOf(row: Criterion, lines: readonly (readonly string[])[]): Printed | undefined {
  const start = plain(cellPieces(row.criterion)[0] ?? '').slice(0, 30);
  for (const cells of lines) {
    const column = cells.findIndex((cell) => cell.startsWith(start));
    if (column >= 0 && start !== '' && cells.length > 1) return { row, column };
  }
  return undefined;
}

function mostCommon(values: readonly number[]): number | undefined {
  const times = (value: number) => values.filter((one) => one === value).length;
  return [...values].sort((a, b) => times(b) - times(a))[0];
}
