/** Accidents: one clause takes a whole item for a level that the ladder of levels leaves out, and takes no more for many. */
import { SEVERITIES, type Severity } from '../../../accidents/severity.js';
import { SEVERITY_TEXT } from '../../../accidents/severity-text.js';
import { formatExact } from '../../../exact/decimal.js';
import { compare } from '../../../exact/rational.js';
import type { PerEventLadderRule } from '../../../rules/per-event-ladder.js';
import { text } from '../../../wording/text.js';
import type { Counterexample, Report } from '../finding.js';
import { type Placed, readingsOf, type Scene } from '../scene.js';
import { type StatedAccident, subjectFor } from '../stated.js';
import { attemptOn, counterexample } from '../trial.js';
import { forfeits } from './forfeit-collides.js';

interface Laddered {
  readonly place: Placed;
  readonly rule: PerEventLadderRule;
}

export function checkAccidentLevels(scene: Scene): Report[] {
  const ladders = scene.places.flatMap((place): Laddered[] =>
    place.clause.rules.flatMap((rule) => (rule.kind === 'per-event-ladder' ? [{ place, rule }] : [])),
  );
  const taking = ladders.filter(({ rule }) => forfeits(rule));
  return taking.flatMap((whole) =>
    ladders
      .filter((one) => one.place.sheet.id === whole.place.sheet.id && !forfeits(one.rule))
      .flatMap((graded) => reportOf(scene, whole, graded)),
  );
}

/** A level in the forfeiting ladder that the graded one leaves out. */
function leftOut(whole: PerEventLadderRule, graded: PerEventLadderRule): Severity | undefined {
  const levels = (rule: PerEventLadderRule) => rule.rungs.flatMap((rung) => rung.levels);
  return SEVERITIES.find((level) => levels(whole).includes(level) && !levels(graded).includes(level));
}

function reportOf(scene: Scene, whole: Laddered, graded: Laddered): Report[] {
  const level = leftOut(whole.rule, graded.rule);
  if (!level) return [];
  const example = exampleOf(scene, level, [whole.place, graded.place]);
  const name = SEVERITY_TEXT[level];
  const [first, second] = [whole.place, graded.place];
  return [
    {
      code: 'perverse-levels',
      severity: 'risk',
      at: [first.sheet.id, first.clause.id, second.clause.id],
      quote: `${first.clause.quote} … ${second.clause.quote}`,
      title: text(
        `一起${name.zh}扣完${first.item.fullMarks}分的一项，在${second.item.fullMarks}分的事故项里不扣`,
        `One ${name.en} takes the whole of one item and nothing from the item on accidents`,
      ),
      why: text(
        `轻的事故一起就扣完${first.item.name}，再多也不加；专门控制事故的${second.item.name}反而不扣。`,
        `A light accident takes all of ${first.item.nameEn}, and any number of them takes no more; ${second.item.nameEn}, which is about accidents, is untouched.`,
      ),
      readings: readingsOf(first).filter((one) => readingsOf(second).includes(one)),
      ...(example && { counterexample: example }),
    },
  ];
}

const MANY = 10;

/** Ten light accidents cost what one does. */
function exampleOf(scene: Scene, severity: Severity, places: readonly [Placed, Placed]): Counterexample | undefined {
  const subject = subjectFor(scene, places[0].sheet, places);
  const one: StatedAccident = { severity, responsible: true };
  const single = attemptOn(scene, subject, { accidents: [one] });
  return counterexample(scene, {
    subject,
    stated: { accidents: Array.from({ length: MANY }, () => one) },
    claim: (adopted) => {
      if (!single || compare(single.total, adopted.total) !== 0) return undefined;
      const name = SEVERITY_TEXT[severity];
      const total = formatExact(adopted.total);
      return text(
        `${MANY}起${name.zh}（都有责任）与1起同样得${total}分，${adopted.grade}。`,
        `${MANY} responsible ${name.en}s leave ${total}, ${adopted.grade}: the same as one.`,
      );
    },
  });
}
