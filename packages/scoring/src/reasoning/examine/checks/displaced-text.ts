/** A scoring sentence in a column that does not score. */
import { cellPieces } from '../../../scheme/check.js';
import type { Criterion, Sheet } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import type { Scene } from '../scene.js';
import { scores, sentencesOf } from '../sentences.js';

export function checkDisplacedText({ scheme }: Scene): Report[] {
  return scheme.sheets.flatMap((sheet) =>
    sheet.items.flatMap((item) => item.rows.flatMap((row) => checkRow(sheet, row))),
  );
}

function checkRow(sheet: Sheet, row: Criterion): Report[] {
  const cells = [...cellPieces(row.requirement), ...cellPieces(row.method)];
  const displaced = cells.flatMap(sentencesOf).filter(scores);
  return displaced.map((quote) => ({
    code: 'displaced-text',
    severity: 'defect',
    at: [sheet.id, row.id],
    quote,
    title: text('扣分的文字错排在别的栏里', 'A scoring sentence stands in another column'),
    why: text(
      '它不在考核标准栏，计不计分、与哪一行重复，文件没有说明。',
      'It does not stand among the standards; whether it scores, and which row it repeats, the document does not say.',
    ),
    readings: row.clauses.flatMap((clause) => clause.readings ?? []),
    about: row.clauses.flatMap((clause) => clause.readings ?? []),
  }));
}
