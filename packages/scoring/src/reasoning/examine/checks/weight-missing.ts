/** A part of the total whose weight the document does not state. */
import type { AssessmentPart } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import type { Scene } from '../scene.js';

export function checkPartWeights({ scheme }: Scene): Report[] {
  return scheme.sheets.flatMap((sheet) =>
    sheet.parts
      .filter((part) => !names(part))
      .map((part) => ({
        code: 'weight-missing',
        severity: 'defect' as const,
        at: [sheet.id, part.id],
        quote: part.quote,
        title: text('没有写这张表的总分由什么组成', 'What the total of this sheet is made of is not stated'),
        why: text(
          `计分方法没有提到${sheet.title}；这里以${part.name}为全部${part.weight}分。`,
          `The way of scoring does not speak of this sheet; “${part.nameEn}” is taken for all ${part.weight} points.`,
        ),
      })),
  );
}

/** The sentence speaks of the part. */
function names({ name, quote }: AssessmentPart): boolean {
  return quote.includes(name);
}
