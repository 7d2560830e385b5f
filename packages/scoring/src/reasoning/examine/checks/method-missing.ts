/** Rows that print no method on a sheet where the others do. */
import type { Sheet } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import { rowWords } from '../places.js';
import type { Scene } from '../scene.js';

export function checkMethods({ scheme }: Scene): Report[] {
  return scheme.sheets.flatMap(report);
}

function report(sheet: Sheet): Report[] {
  const rows = sheet.items.flatMap((item) => item.rows);
  const without = rows.filter((row) => row.method === undefined);
  if (without.length === 0) return [];
  if (without.length === rows.length) return sheet.columns.length > 1 ? [reportColumn(sheet)] : [];
  const words = without.map(rowWords);
  return [
    {
      code: 'method-missing',
      severity: 'note',
      at: [sheet.id, ...without.map(({ id }) => id)],
      title: text(
        `${words.map(({ zh }) => zh).join('、')}没有写考核方法`,
        `No method is printed for ${words.map(({ en }) => en).join(', ')}`,
      ),
      why: text(
        '查什么材料、看什么现场，由各组自己定；查得不同，结果不可比。',
        'Each team decides what to look at, and what differs in that cannot be compared.',
      ),
    },
  ];
}

/** A table of several columns, none of which is for the method. */
function reportColumn({ id, title, columns }: Sheet): Report {
  return {
    code: 'method-missing',
    severity: 'note',
    at: [id],
    quote: title,
    title: text('整张表没有考核方法一栏', 'The table has no column for the method'),
    why: text(
      `只有${columns.join('、')}各栏：每一条查什么、由谁提供，文件没有写。`,
      `Its columns are ${columns.join(', ')}: what is looked at for each sentence, and who supplies it, is not stated.`,
    ),
  };
}
