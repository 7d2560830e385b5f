/** Totals that two grade sentences cover, or that nobody can tell between. */
import { text } from '../../../wording/text.js';
import { type Bound, statedBand } from '../bands.js';
import type { Report } from '../finding.js';
import type { Scene } from '../scene.js';

export function checkBandOverlaps({ scheme }: Scene): Report[] {
  const note = scheme.sheets.map((sheet) => sheet.note ?? '').join('');
  const stated = scheme.gradeBands.map((band) => statedBand(band, note));
  return stated.slice(1).flatMap((lower, index) => {
    const upper = stated[index];
    const { to } = lower;
    if (!upper?.from || !to || !isOverlap(upper.from, to)) return [];
    return [
      {
        code: 'band-overlap',
        severity: 'defect' as const,
        at: [upper.band.grade, lower.band.grade],
        quote: `${upper.band.quote} ${lower.band.quote}`,
        title: text(`${upper.from.value}分属于两个等次`, `${upper.from.value} belongs to two grades`),
        why: text(
          '正好在界限上的得分归哪一个等次，文件两处说法不同或没有说。',
          'For a score on the limit the document says two things, or nothing.',
        ),
      },
    ];
  });
}

/** Across, or at one number that both include or neither speaks of. */
function isOverlap(from: Bound, to: Bound): boolean {
  if (to.value !== from.value) return to.value > from.value;
  return from.included === true ? to.included === true : from.included === undefined && to.included === undefined;
}
