/** Words doubled, left in another language, or marks of a converted page. */
import { cellText } from '../../../scheme/check.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import type { Scene } from '../scene.js';
import { sentencesOf } from '../sentences.js';

const DAMAGE: readonly RegExp[] = [
  /\p{Script=Han}\s+(?:and|or|of|the|to|in|for)\s+\p{Script=Han}/u,
  /扣的?[，,]?\s*的[，,]?\s*扣|扣的[，,]\s*扣/,
  /未\p{Script=Han}{2}未\p{Script=Han}/u,
  /([，,。；;、])\s*\1/,
];

export function checkTyping(scene: Scene): Report[] {
  const { scheme, examined } = scene;
  const rows = scheme.sheets.flatMap((sheet) =>
    sheet.items.flatMap((item) =>
      item.rows.flatMap((row) =>
        sentencesOf(cellText(row.criterion))
          .filter((one) => DAMAGE.some((damage) => damage.test(one)))
          .map((quote) => reportDamage([sheet.id, row.id], quote)),
      ),
    ),
  );
  return [...rows, ...layoutMarks(scheme.id, examined.source ?? '')];
}

/** <ol>, <p>: what a converter left behind. */
function layoutMarks(id: string, source: string): Report[] {
  const marks = source.match(/<\/?[a-z]+[^>]*>/g) ?? [];
  return marks.length === 0 ? [] : [reportDamage([id], [...new Set(marks)].join(' … '))];
}

function reportDamage(at: readonly string[], quote: string): Report {
  return {
    code: 'typing-damage',
    severity: 'note',
    at,
    quote,
    title: text('文字有误：重复、夹杂或转换留下的记号', 'Damaged text: doubled, foreign, or left by a converter'),
    why: text('意思要靠猜；引用时应照原样并注明。', 'The sense must be guessed; quote it as it stands and say so.'),
  };
}
