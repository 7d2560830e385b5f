/** Outcomes that say the same thing twice: a veto at the limit of the lowest grade, a disqualification on the ground of a veto. */
import { formatExact, getNumber } from '../../../exact/decimal.js';
import { compare } from '../../../exact/rational.js';
import type { ScoreCondition, Veto } from '../../../scheme/outcome.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import { justBelow } from '../just-below.js';
import type { Scene } from '../scene.js';
import { subjectFor } from '../stated.js';
import { counterexample } from '../trial.js';

export function checkRedundantVetoes(scene: Scene): Report[] {
  return [...scene.scheme.vetoes.flatMap((veto) => atLowestGrade(scene, veto)), ...sameGrounds(scene)];
}

function atLowestGrade(scene: Scene, veto: Veto): Report[] {
  const { gradeBands } = scene.scheme;
  const lowest = gradeBands[gradeBands.length - 1];
  const limit = gradeBands[gradeBands.length - 2]?.from;
  const { when } = veto;
  if (when.kind !== 'score-below' || !lowest || limit === undefined) return [];
  if (compare(getNumber(when.value), getNumber(limit)) !== 0) return [];
  const example = exampleOf(scene, when, veto);
  return [
    {
      code: 'veto-redundant',
      severity: 'note',
      at: [veto.id, lowest.grade],
      quote: `${veto.quote} … ${lowest.quote}`,
      title: text(`否决与最低等次“${lowest.grade}”是同一条线`, `The veto and the lowest grade share one limit`),
      why: text(
        `不足${limit}分已是“${lowest.grade}”，再否决一次改变不了等次，只多出没有写明的后果。`,
        `Below ${limit} the grade is already ${lowest.gradeEn}; the veto changes no grade and only adds what is not written.`,
      ),
      readings: [...(veto.readings ?? []), ...(when.readings ?? [])],
      ...(example && { counterexample: example }),
    },
  ];
}

function exampleOf(scene: Scene, when: ScoreCondition, veto: Veto) {
  const [sheet] = scene.scheme.sheets;
  const stated = sheet && justBelow(scene, sheet, getNumber(when.value));
  if (!sheet || !stated) return undefined;
  return counterexample(scene, {
    subject: subjectFor(scene, sheet),
    stated,
    about: when.readings ?? [],
    claim: (adopted) => {
      if (!adopted.unit.decision.vetoes.some((one) => one.veto.id === veto.id)) return undefined;
      return text(
        `总分${formatExact(adopted.total)}：已是${adopted.grade}，同时被否决。`,
        `Total ${formatExact(adopted.total)}: ${adopted.grade} already, and vetoed as well.`,
      );
    },
  });
}

function sameGrounds({ scheme }: Scene): Report[] {
  return scheme.awards.flatMap((award) =>
    award.disqualified.flatMap((ground) => {
      const veto = scheme.vetoes.find((one) => JSON.stringify(one.when) === JSON.stringify(ground.when));
      if (!veto) return [];
      return [
        {
          code: 'veto-redundant',
          severity: 'note' as const,
          at: [award.id, ground.id, veto.id],
          quote: `${ground.quote} … ${veto.quote}`,
          title: text('取消评先的情形已经一票否决', 'What disqualifies from the award is vetoed already'),
          why: text(
            '同一情形写了两种后果，轻的一种没有作用。',
            'One ground has two consequences; the lighter has no effect.',
          ),
          readings: [...(award.readings ?? []), ...(veto.readings ?? [])],
        },
      ];
    }),
  );
}
