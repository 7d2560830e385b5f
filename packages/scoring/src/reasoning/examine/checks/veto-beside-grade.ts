/** A veto that leaves a good grade standing, and whose effect the document leaves to other rules. */
import { formatExact } from '../../../exact/decimal.js';
import { compare } from '../../../exact/rational.js';
import type { Veto } from '../../../scheme/outcome.js';
import type { Sheet } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import { fullBonus } from '../bonus-deeds.js';
import type { Report } from '../finding.js';
import { decidersOf, type Scene } from '../scene.js';
import { joined, type Stated, subjectFor } from '../stated.js';
import { attemptOn, counterexample, type Tried } from '../trial.js';

export function checkVetoes(scene: Scene): Report[] {
  const { vetoes, sheets, gradeBands } = scene.scheme;
  if (gradeBands.length === 0) return [];
  return vetoes.flatMap((veto) => sheets.flatMap((sheet) => report(scene, sheet, veto)));
}

/** The facts of the veto and nothing else against the unit. */
function groundsOf({ when }: Veto): Stated | undefined {
  if (when.kind !== 'accidents') return undefined;
  const accident = { severity: when.atLeast, responsible: false };
  return { accidents: Array.from({ length: Number(when.count) }, () => accident) };
}

function report(scene: Scene, sheet: Sheet, veto: Veto): Report[] {
  const grounds = groundsOf(veto);
  const lowest = scene.scheme.gradeBands[scene.scheme.gradeBands.length - 1]?.grade;
  if (!grounds || veto.effect === 'grade-fail') return [];
  const about = decidersOf(scene, (scheme) => scheme.vetoes.map((one) => one.effect));
  const vetoed = (tried: Tried) => tried.unit.decision.vetoes.some((one) => one.veto.id === veto.id);
  const subject = subjectFor(scene, sheet);
  const bonus = attemptOn(scene, subject, joined([grounds, fullBonus(scene.scheme.bonus)]));
  const example = counterexample(scene, {
    subject,
    stated: grounds,
    about,
    claim: (adopted) => {
      if (!vetoed(adopted) || adopted.grade === lowest) return undefined;
      const raised = bonus && compare(bonus.total, adopted.total) > 0 ? bonus : undefined;
      const more = raised && `${formatExact(raised.total)} ${raised.grade}`;
      return text(
        `已被否决，总分${formatExact(adopted.total)}，等次仍算得${adopted.grade}${more ? `；再加满加分${more}` : ''}。`,
        `Vetoed, total ${formatExact(adopted.total)}, and the grade still comes out as ${adopted.grade}${more ? `; with all of the bonus ${more}` : ''}.`,
      );
    },
  });
  if (!example) return [];
  return [
    {
      code: 'veto-beside-grade',
      severity: 'defect',
      at: [sheet.id, veto.id],
      quote: veto.quote,
      title: text('被否决的单位仍有好等次', 'A vetoed unit still has a good grade'),
      why: text(
        '文件没有写否决以后定什么等次、扣多少分，同一单位既被否决又是这个等次。',
        'The document does not say which grade or score a veto gives, so the unit is vetoed and has this grade at once.',
      ),
      readings: [...about, ...(veto.readings ?? [])],
      about,
      counterexample: example,
    },
  ];
}
