/** A row the document prints without a number. */
import { cellText } from '../../../scheme/check.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import type { Scene } from '../scene.js';
import { shortened } from '../sentences.js';

const NUMBER = /^\d+(?:\.\d+)*$/;

export function checkRowNumbers({ scheme }: Scene): Report[] {
  return scheme.sheets.flatMap((sheet) =>
    sheet.items
      .flatMap((item) => item.rows)
      .filter((row) => !NUMBER.test(row.row))
      .map((row) => ({
        code: 'unnumbered-row',
        severity: 'defect' as const,
        at: [sheet.id, row.id],
        quote: shortened(cellText(row.criterion)),
        title: text('这一行没有序号', 'The row has no number'),
        why: text(
          `引用、扣分记录和申诉都无法指到它；这里写作“${row.row}”。`,
          `No record or appeal can point to it; it is called “${row.row}” here.`,
        ),
      })),
  );
}
