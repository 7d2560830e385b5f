/** A grade that is named and has no limit, or no grades at all. */
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import type { Scene } from '../scene.js';

export function checkNamedGrades({ scheme }: Scene): Report[] {
  const known = scheme.gradeBands.map((band) => band.grade);
  const named = [
    ...scheme.vetoes.flatMap((veto) =>
      veto.grade === undefined ? [] : [{ id: veto.id, quote: veto.quote, grade: veto.grade }],
    ),
    ...scheme.awards.flatMap((award) => award.grades.map((grade) => ({ id: award.id, quote: award.quote, grade }))),
  ];
  return named
    .filter(({ grade }) => !known.includes(grade))
    .map(({ id, quote, grade }) => ({
      code: 'band-missing',
      severity: 'defect',
      at: [id, grade],
      quote,
      title: text(`等次“${grade}”没有分数线`, `The grade ${grade} has no limit`),
      why: text(
        known.length === 0
          ? '文件没有写任何等次的分数线：除了这一条，谁都定不出等次。'
          : `文件只给了${known.join('、')}的分数线。`,
        known.length === 0
          ? 'The document states no limit of any grade: but for this sentence no unit has one.'
          : `The document states limits for ${known.join(', ')} only.`,
      ),
    }));
}
