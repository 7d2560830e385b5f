/** Cells and names that a page break cut in two. */
import type { AssessmentItem, Criterion, Sheet } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import { outsideSentences } from '../outside.js';
import type { Scene } from '../scene.js';
import { plain, shortened } from '../sentences.js';

export function checkPageBreaks(scene: Scene): Report[] {
  const { scheme, examined } = scene;
  const source = examined.source === undefined ? undefined : plain(examined.source);
  const inSheets = scheme.sheets.flatMap((sheet) =>
    sheet.items.flatMap((item) => [
      ...checkName(sheet, item, source),
      ...item.rows.flatMap((row) => checkRow(sheet, row)),
    ]),
  );
  const torn = outsideSentences(scene).filter((one) => isTorn(one.text));
  return [...inSheets, ...torn.map((one) => reportCut([scheme.id], one.text))];
}

/** A quotation that closes and never opened: the end of a cell whose beginning stands elsewhere. */
function isTorn(sentence: string): boolean {
  const close = sentence.indexOf('”');
  return close >= 0 && !sentence.slice(0, close).includes('“');
}

function checkRow(sheet: Sheet, row: Criterion): Report[] {
  const cut = [row.requirement, row.criterion, row.method].filter((cell) => Array.isArray(cell)) as string[][];
  return cut.map((pieces) => reportCut([sheet.id, row.id], shortened(pieces[1] ?? '')));
}

/** A name that the document prints only in pieces. */
function checkName(sheet: Sheet, item: AssessmentItem, source: string | undefined): Report[] {
  if (source === undefined || source.includes(plain(item.name))) return [];
  const cut = Array.from(item.name).findIndex((_, index) => !source.includes(plain(item.name.slice(0, index + 1))));
  return [reportCut([sheet.id, item.id], `${item.name.slice(0, cut)} … ${item.name.slice(cut)}`)];
}

function reportCut(at: readonly string[], quote: string): Report {
  return {
    code: 'page-break-in-row',
    severity: 'note',
    at,
    quote,
    title: text('一格被换页断成两截', 'A page break cuts a cell in two'),
    why: text(
      '后半截在下一页，没有序号；抄录时容易漏掉，或当成另一行。',
      'The second half stands on the next page without a number; it is easily lost, or taken for a row of its own.',
    ),
  };
}
