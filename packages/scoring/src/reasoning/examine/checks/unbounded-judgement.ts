/** Marks that somebody awards within a range, with no rule between its ends. */
import { formatExact } from '../../../exact/decimal.js';
import { subtract } from '../../../exact/rational.js';
import type { Sheet } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import type { Counterexample, Report } from '../finding.js';
import { slightest } from '../probes.js';
import { groupBy, type Placed, readingsOf, type Scene } from '../scene.js';
import { joined, subjectFor } from '../stated.js';
import { attemptOn, counterexample } from '../trial.js';

export function checkJudgements(scene: Scene): Report[] {
  const judged = scene.places.filter(({ clause }) => clause.rules.some((rule) => rule.kind === 'judgement'));
  const bySheet = groupBy(judged, ({ sheet }) => sheet.id);
  return [...bySheet.values()].map((places) => report(scene, (places[0] as Placed).sheet, places));
}

function report(scene: Scene, sheet: Sheet, places: readonly Placed[]): Report {
  const readings = [...new Set(places.flatMap(readingsOf))];
  const named = Object.keys(scene.scheme.readings).filter((name) => quotes(scene, name, places));
  const example = exampleOf(scene, sheet, places);
  return {
    code: 'unbounded-judgement',
    severity: 'defect',
    at: [sheet.id, ...places.map(({ clause }) => clause.id)],
    quote: places[0]?.clause.quote ?? '',
    title: text(`${places.length}条只有分值，没有给分的规则`, `${places.length} criteria state marks and no rule`),
    why: text(
      '做到几成给几分没有写，同样的工作可以得满分，也可以得零分。',
      'What part of the work earns what part of the marks is not said: the same work may have all of them or none.',
    ),
    readings: [...readings, ...named],
    about: named,
    ...(example && { counterexample: example }),
  };
}

/** A reading that quotes one of the criteria is about them. */
function quotes({ scheme }: Scene, name: string, places: readonly Placed[]): boolean {
  const quote = scheme.readings[name]?.quote;
  return quote !== undefined && places.some(({ clause }) => clause.quote.includes(quote));
}

function exampleOf(scene: Scene, sheet: Sheet, places: readonly Placed[]): Counterexample | undefined {
  const subject = subjectFor(scene, sheet, places);
  const best = attemptOn(scene, subject, {});
  return counterexample(scene, {
    subject,
    stated: joined(places.map((place) => slightest(scene, place))),
    claim: (adopted) => {
      if (!best) return undefined;
      const [most, least] = [formatExact(best.total), formatExact(adopted.total)];
      const width = formatExact(subtract(best.total, adopted.total));
      return text(
        `这些条都给足得${most}分，都给零得${least}分：${width}分由考核人决定。`,
        `All marks given: ${most}; none: ${least}. The assessors decide over ${width}.`,
      );
    },
  });
}
