/** Rates short of a target, deducted by the per cent in one place and by the percentage point in another. */
import { formatExact, getNumber } from '../../../exact/decimal.js';
import { compare, negate, subtract, ZERO } from '../../../exact/rational.js';
import type { PerStepRule } from '../../../rules/per-step.js';
import { text } from '../../../wording/text.js';
import type { Counterexample, Report } from '../finding.js';
import { clauseWords, sheetWords } from '../places.js';
import type { Placed, Scene } from '../scene.js';
import { squeezed } from '../sentences.js';
import { type Stated, subjectFor } from '../stated.js';
import { attemptOn, counterexample, scoredClause } from '../trial.js';

interface Stepped {
  readonly place: Placed;
  readonly rule: PerStepRule;
}

/** One rate in both wordings: the two places are compared by the name of what is measured. */
export function checkPercentWords(scene: Scene): Report[] {
  const stepped = scene.places.flatMap((place): Stepped[] =>
    place.clause.rules.flatMap((rule) =>
      rule.kind === 'per-step' && rule.quantity.unit === '%' ? [{ place, rule }] : [],
    ),
  );
  const inPoints = stepped.filter(({ place }) => /百分点/.test(place.clause.quote));
  const inPercent = stepped.filter(
    ({ place }) => /\d[%％]/.test(squeezed(place.clause.quote)) && !inPoints.some((one) => one.place === place),
  );
  const pairs = inPercent.flatMap((one) =>
    inPoints
      .filter(({ rule }) => rule.quantity.name === one.rule.quantity.name && rule.direction === one.rule.direction)
      .map((other) => [one, other] as const),
  );
  // Two rates of the same two sentences are one matter; the pair with one target shows it best.
  const [best] = [...pairs].sort((a, b) => Number(sameTarget(b)) - Number(sameTarget(a)));
  return best ? [report(scene, best)] : [];
}

type Pair = readonly [Stepped, Stepped];

function sameTarget([one, other]: Pair): boolean {
  return compare(getNumber(one.rule.from), getNumber(other.rule.from)) === 0;
}

function report(scene: Scene, pair: Pair): Report {
  const [percent, points] = pair;
  const example = sameTarget(pair) ? exampleOf(scene, pair) : undefined;
  return {
    code: 'percent-or-points',
    severity: 'risk',
    at: [percent, points].flatMap(({ place }) => [place.sheet.id, place.clause.id]),
    quote: `${percent.place.clause.quote} … ${points.place.clause.quote}`,
    title: text(
      `同是${percent.rule.quantity.name}，一处按“%”扣，一处按“百分点”扣`,
      `One rate (${percent.rule.quantity.name}), deducted by the per cent here and by the percentage point there`,
    ),
    why: text(
      '“少10%”可以是少10个百分点，也可以是少应达到数的十分之一，目标不是100%时两者不同；同一个比率两处的档也不一样大。',
      '“10% short” may be ten percentage points or a tenth of what is due, which differ where the target is not 100%; and the steps of one rate are not of one size.',
    ),
    ...(example && { counterexample: example }),
  };
}

/** The rate one step of the per cent below its target, under both sentences. */
function exampleOf(scene: Scene, [one, other]: Pair): Counterexample | undefined {
  const value = formatExact(subtract(getNumber(one.rule.from), getNumber(one.rule.step)));
  const cases = [one, other].map(({ place, rule }) => ({
    place,
    subject: subjectFor(scene, place.sheet, [place]),
    stated: statedAt({ place, rule }, value),
  }));
  const [first, second] = cases as [(typeof cases)[number], (typeof cases)[number]];
  const lost = cases.map(({ place, subject, stated }) => {
    const tried = attemptOn(scene, subject, stated);
    return negate((tried && scoredClause(tried, place.clause.id)?.applied.most) ?? ZERO);
  });
  const [less = ZERO, more = ZERO] = lost;
  const named = cases.map(({ place }) => {
    const [sheet, clause] = [sheetWords(place.sheet), clauseWords(place.row, place.clause)];
    return text(`${sheet.zh}${clause.zh}`, `${sheet.en}, ${clause.en}`);
  });
  return counterexample(scene, {
    subject: first.subject,
    stated: first.stated,
    against: { words: text(`同是${value}%`, `${value}% as well`), subject: second.subject, stated: second.stated },
    claim: () =>
      compare(less, more) === 0
        ? undefined
        : text(
            `${one.rule.quantity.name}${value}%：${named[0]?.zh}扣${formatExact(less)}分，${named[1]?.zh}扣${formatExact(more)}分。`,
            `${one.rule.quantity.name} at ${value}%: ${formatExact(less)} by ${named[0]?.en}, ${formatExact(more)} by ${named[1]?.en}.`,
          ),
  });
}

function statedAt({ place, rule }: Stepped, value: string): Stated {
  const { clause } = place;
  const typed = { value };
  return { observations: { [clause.id]: clause.rules.length > 1 ? { [rule.quantity.name]: typed } : typed } };
}
