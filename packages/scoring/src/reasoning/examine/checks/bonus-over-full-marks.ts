/** A bonus that lifts a unit above full marks. */
import { formatExact } from '../../../exact/decimal.js';
import { compare } from '../../../exact/rational.js';
import type { Sheet } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import { fullBonus } from '../bonus-deeds.js';
import type { Report } from '../finding.js';
import { decidersOf, type Scene } from '../scene.js';
import { subjectFor } from '../stated.js';
import { counterexample } from '../trial.js';

export function checkBonusCeiling(scene: Scene): Report[] {
  return scene.scheme.sheets.flatMap((sheet) => checkSheet(scene, sheet));
}

function checkSheet(scene: Scene, sheet: Sheet): Report[] {
  const { bonus, fullMarks } = scene.scheme;
  const about = decidersOf(scene, (scheme) => [scheme.bonus.base, scheme.bonus.ceiling ?? '']);
  const example = counterexample(scene, {
    subject: subjectFor(scene, sheet),
    stated: fullBonus(bonus),
    about,
    claim: (adopted, all) => {
      const over = all.filter((one) => compare(one.total, scene.program.fullMarks) > 0);
      if (over.length === 0) return undefined;
      const most = over.map((one) => one.total).reduce((a, b) => (compare(b, a) > 0 ? b : a));
      return text(
        `各项全满再加满${bonus.cap}分：采用的读法得${formatExact(adopted.total)}分，最多的读法得${formatExact(most)}分，超过${fullMarks}分。`,
        `Nothing lost and all ${bonus.cap} bonus points: ${formatExact(adopted.total)} as adopted, up to ${formatExact(most)}, above ${fullMarks}.`,
      );
    },
  });
  if (!example) return [];
  return [
    {
      code: 'bonus-over-full-marks',
      severity: 'risk',
      at: [sheet.id, 'bonus'],
      quote: bonus.quote,
      title: text('加分后可以超过满分', 'A score with bonus can exceed full marks'),
      why: text(
        '文件只限加分本身，没有说加分后的总分以满分为限，也没有说加在哪一个得分上。',
        'The document limits the bonus and not the score it is added to; nor does it say which score that is.',
      ),
      readings: about,
      about,
      counterexample: example,
    },
  ];
}
