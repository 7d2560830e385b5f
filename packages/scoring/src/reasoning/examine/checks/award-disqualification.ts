/** Something that costs a fraction of a point and takes the award all the same. */
import { formatExact } from '../../../exact/decimal.js';
import { compare, subtract } from '../../../exact/rational.js';
import type { Award, Disqualification } from '../../../scheme/outcome.js';
import type { Sheet } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import type { Scene } from '../scene.js';
import { subjectFor } from '../stated.js';
import { attemptOn, counterexample } from '../trial.js';

export function checkDisqualifications(scene: Scene): Report[] {
  return scene.scheme.awards.flatMap((award) =>
    award.disqualified.flatMap((ground) =>
      scene.scheme.sheets.flatMap((sheet) => report(scene, sheet, { award, ground })),
    ),
  );
}

interface Grounded {
  readonly award: Award;
  readonly ground: Disqualification;
}

function report(scene: Scene, sheet: Sheet, { award, ground }: Grounded): Report[] {
  const { when } = ground;
  if (when.kind !== 'talks') return [];
  const [by] = when.by;
  const talk = { by: by ?? '', on: scene.scheme.period.from };
  const subject = subjectFor(scene, sheet);
  const clean = attemptOn(scene, subject, {});
  const example = counterexample(scene, {
    subject,
    stated: { talks: Array.from({ length: Number(when.count) }, () => talk) },
    claim: (adopted) => {
      if (clean?.unit.decision.award.eligible !== 'yes' || adopted.unit.decision.award.eligible !== 'no')
        return undefined;
      if (compare(adopted.total, clean.total) >= 0) return undefined;
      const lost = formatExact(subtract(clean.total, adopted.total));
      return text(
        `${ground.name}${when.count}次扣总分${lost}分，得${formatExact(adopted.total)}分，${adopted.grade}，但不能评先。`,
        `${when.count} × ${ground.nameEn} costs ${lost} of the total and leaves ${formatExact(adopted.total)}, ${adopted.grade}, but no award.`,
      );
    },
  });
  if (!example) return [];
  return [
    {
      code: 'award-disqualification',
      severity: 'note',
      at: [sheet.id, award.id, ground.id],
      quote: ground.quote,
      title: text('一件事既扣分又取消评先', 'One fact costs points and the award'),
      why: text(
        '扣分很少，后果很重；同一事实计了两次，文件没有说明与扣分的关系。',
        'It costs little and decides much; one fact counts twice, and the document does not relate the two.',
      ),
      readings: award.readings ?? [],
      counterexample: example,
    },
  ];
}
