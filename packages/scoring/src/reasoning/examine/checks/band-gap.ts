/** Totals that no grade sentence covers. */
import { text } from '../../../wording/text.js';
import { type Bound, statedBand } from '../bands.js';
import type { Report } from '../finding.js';
import type { Scene } from '../scene.js';

export function checkBandGaps({ scheme }: Scene): Report[] {
  const note = scheme.sheets.map((sheet) => sheet.note ?? '').join('');
  const stated = scheme.gradeBands.map((band) => statedBand(band, note));
  return stated.slice(1).flatMap((lower, index) => {
    const upper = stated[index];
    const { to } = lower;
    if (!upper?.from || !to || !isGap(upper.from, to)) return [];
    return [
      {
        code: 'band-gap',
        severity: 'defect' as const,
        at: [upper.band.grade, lower.band.grade],
        quote: `${upper.band.quote} ${lower.band.quote}`,
        title: text(
          `${to.value}分与${upper.from.value}分之间没有等次`,
          `No grade between ${to.value} and ${upper.from.value}`,
        ),
        why: text('落在其间的得分定不出等次。', 'A score that falls between them has no grade.'),
      },
    ];
  });
}

/** Apart, or at one number that both leave out. */
function isGap(from: Bound, to: Bound): boolean {
  return to.value < from.value || (to.value === from.value && from.included === false && to.included === false);
}
