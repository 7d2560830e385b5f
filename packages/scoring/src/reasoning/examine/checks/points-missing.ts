/** A bonus that states its cap and not what a deed is worth. */
import { formatExact } from '../../../exact/decimal.js';
import { text } from '../../../wording/text.js';
import { fullBonus } from '../bonus-deeds.js';
import type { Report } from '../finding.js';
import type { Scene } from '../scene.js';
import { subjectFor } from '../stated.js';
import { counterexample } from '../trial.js';

export function checkBonusAmounts(scene: Scene): Report[] {
  const { bonus, sheets } = scene.scheme;
  const [sheet] = sheets;
  return bonus.kinds
    .filter((kind) => kind.judgement !== undefined || (kind.amount === undefined && !kind.levels))
    .map((kind) => {
      const example =
        sheet &&
        counterexample(scene, {
          subject: subjectFor(scene, sheet),
          stated: fullBonus(bonus),
          claim: (adopted) =>
            text(
              `一件事就可以给满${bonus.cap}分：总分${formatExact(adopted.total)}。`,
              `One deed may be given all ${bonus.cap}: total ${formatExact(adopted.total)}.`,
            ),
        });
      return {
        code: 'points-missing',
        severity: 'defect',
        at: ['bonus', kind.kind],
        quote: kind.quote,
        title: text('加分没有分档，只有上限', 'The bonus has a cap and no scale'),
        why: text(
          '哪种成绩加几分没有写，一件事加1分还是加满由人决定。',
          'What deed is worth how much is not stated: one or all of the points, as somebody decides.',
        ),
        readings: bonus.readings ?? [],
        about: bonus.readings ?? [],
        ...(example && { counterexample: example }),
      };
    });
}
