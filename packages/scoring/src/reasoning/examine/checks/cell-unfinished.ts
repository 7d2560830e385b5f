/** Standards that stop at a mark that goes on: what followed may be lost. */
import { cellText } from '../../../scheme/check.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import type { Scene } from '../scene.js';
import { sentencesOf } from '../sentences.js';

const GOES_ON = /[；;，,、：:]\s*$/;

export function checkUnfinishedCells({ scheme }: Scene): Report[] {
  return scheme.sheets.flatMap((sheet) =>
    sheet.items.flatMap((item) =>
      item.rows.flatMap((row): Report[] => {
        const criterion = cellText(row.criterion);
        if (!GOES_ON.test(criterion)) return [];
        const sentences = sentencesOf(criterion);
        return [
          {
            code: 'cell-unfinished',
            severity: 'note',
            at: [sheet.id, item.id, row.id],
            quote: sentences[sentences.length - 1] ?? criterion,
            title: text('考核标准以分号、逗号结束', 'The standard ends with a semicolon or a comma'),
            why: text(
              '后面可能还有一句，漏印了；有没有，文件里看不出来。',
              'A further sentence may have been lost; the document does not show whether there was one.',
            ),
          },
        ];
      }),
    ),
  );
}
