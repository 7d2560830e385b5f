/** Cells and names that a page break cut in two. */
import type { AssessmentItem, Criterion, Sheet } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import type { Scene } from '../scene.js';
import { plain, shortened } from '../sentences.js';

export function checkPageBreaks({ scheme, examined }: Scene): Report[] {
  const source = examined.source === undefined ? undefined : plain(examined.source);
  return scheme.sheets.flatMap((sheet) =>
    sheet.items.flatMap((item) => [
      ...checkName(sheet, item, source),
      ...item.rows.flatMap((row) => checkRow(sheet, row)),
    ]),
  );
}

function checkRow(sheet: Sheet, row: Criterion): Report[] {
  const cut = [row.requirement, row.criterion, row.method].filter((cell) => Array.isArray(cell)) as string[][];
  return cut.map((pieces) => reportCut([sheet.id, row.id], pieces[1] ?? ''));
}

/** A name that the document prints only in pieces. */
function checkName(sheet: Sheet, item: AssessmentItem, source: string | undefined): Report[] {
  if (source === undefined || source.includes(plain(item.name))) return [];
  return [reportCut([sheet.id, item.id], item.name)];
}

function reportCut(at: readonly string[], quote: string): Report {
  return {
    code: 'page-break-in-row',
    severity: 'note',
    at,
    quote: shortened(quote),
    title: text('一格被换页断成两截', 'A page break cuts a cell in two'),
    why: text(
      '后半截在下一页，没有序号；抄录时容易漏掉，或当成另一行。',
      'The second half stands on the next page without a number; it is easily lost, or taken for a row of its own.',
    ),
  };
}
