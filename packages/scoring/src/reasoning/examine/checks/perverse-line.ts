/** A rule that costs points within its own limit, and may take everything before the limit is reached. */
import { formatExact, getNumber } from '../../../exact/decimal.js';
import { ceiling, compare, divide, multiply, negate, whole, ZERO } from '../../../exact/rational.js';
import type { PiecewiseRule } from '../../../rules/piecewise.js';
import { text } from '../../../wording/text.js';
import type { Counterexample, Report } from '../finding.js';
import { type Placed, readingsOf, type Scene } from '../scene.js';
import { subjectFor } from '../stated.js';
import { counterexample, scoredClause } from '../trial.js';

export function checkLines(scene: Scene): Report[] {
  return scene.places.flatMap((place) =>
    place.clause.rules.flatMap((rule) =>
      rule.kind === 'piecewise' && rule.effect !== 'award' && rule.slopes[0].upTo === 'baseline'
        ? report(scene, place, rule)
        : [],
    ),
  );
}

function report(scene: Scene, place: Placed, rule: PiecewiseRule): Report[] {
  const { sheet, item, row, clause } = place;
  const most = rule.cap ?? row.fullMarks ?? item.fullMarks;
  const amount = getNumber(rule.slopes[0].amount);
  if (compare(amount, ZERO) <= 0) return [];
  const reached = ceiling(divide(getNumber(most), amount));
  const example = exampleOf(scene, place, { most, reached });
  const { unit, baseline } = rule.quantity;
  const partly = formatExact(multiply(amount, whole(reached - 1n)));
  return [
    {
      code: 'perverse-line',
      severity: 'risk',
      at: [sheet.id, item.id, row.id, clause.id],
      quote: clause.quote,
      title: text(
        `没有超出${baseline}也要扣，${reached}${unit}就扣完`,
        `Points are lost within the limit, and ${reached} take them all`,
      ),
      why: text(
        `控制在界限以内仍每${unit}扣${rule.slopes[0].amount}分（${reached - 1n}${unit}扣${partly}）；界限是${reached}${unit}以上的，没有超出就已扣完，“超出”一句对它没有作用。`,
        `Each one within the limit costs ${rule.slopes[0].amount}; where the limit is ${reached} or more everything is gone before it is reached, and what lies beyond costs nothing.`,
      ),
      readings: readingsOf(place),
      ...(example && { counterexample: example }),
    },
  ];
}

function exampleOf(
  scene: Scene,
  place: Placed,
  { most, reached }: { readonly most: string; readonly reached: bigint },
): Counterexample | undefined {
  const { id } = place.clause;
  const several = place.clause.rules.length > 1;
  if (several) return undefined;
  return counterexample(scene, {
    subject: subjectFor(scene, place.sheet, [place]),
    stated: { observations: { [id]: { count: `${reached}`, baseline: `${reached}` } } },
    claim: (adopted) => {
      const lost = negate(scoredClause(adopted, id)?.asked.most ?? ZERO);
      if (compare(lost, getNumber(most)) < 0) return undefined;
      return text(
        `平均${reached}，本年${reached}，没有超出：扣${formatExact(lost)}分，扣完。`,
        `An average of ${reached} and ${reached} this year, not one beyond: ${formatExact(lost)} lost, which is all.`,
      );
    },
  });
}
