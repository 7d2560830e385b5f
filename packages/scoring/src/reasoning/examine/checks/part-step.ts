/** An amount for a whole step that does not say what a part of a step costs. */
import { formatExact } from '../../../exact/decimal.js';
import type { Rational } from '../../../exact/rational.js';
import type { Sheet } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import type { Counterexample, Report } from '../finding.js';
import { probesOf } from '../probes.js';
import { alternativesOf, groupBy, type Placed, readingsOf, type Scene } from '../scene.js';
import { factsTree, type Stated, subjectFor } from '../stated.js';
import { attempt, counterexample } from '../trial.js';

const SAID = /不足|不满|按比例|四舍五入|折算/;

export function checkSteps(scene: Scene): Report[] {
  const stepped = scene.places.filter(
    ({ clause }) => clause.rules.some((rule) => rule.kind === 'per-step') && !SAID.test(clause.quote),
  );
  const bySheet = groupBy(stepped, ({ sheet }) => sheet.id);
  return [...bySheet.values()].map((places) => report(scene, (places[0] as Placed).sheet, places));
}

function report(scene: Scene, sheet: Sheet, places: readonly Placed[]): Report {
  const readings = [...new Set(places.flatMap(({ clause }) => clause.rules.flatMap((rule) => rule.readings ?? [])))];
  const about = readings.filter((name) => alternativesOf(scene, name).length > 0);
  const example = places.flatMap((place) => exampleOf(scene, place, about) ?? [])[0];
  return {
    code: 'part-step',
    severity: 'risk',
    at: [sheet.id, ...places.map(({ clause }) => clause.id)],
    quote: places[0]?.clause.quote ?? '',
    title: text('没有写不满一档怎样扣', 'What a part of a step costs is not stated'),
    why: text('差半档的，可以不扣、按一档扣、按比例扣。', 'Half a step may cost nothing, a whole step, or half of it.'),
    readings: [...new Set(places.flatMap(readingsOf))].filter((name) => readings.includes(name)),
    about,
    ...(example && { counterexample: example }),
  };
}

function exampleOf(scene: Scene, place: Placed, about: readonly string[]): Counterexample | undefined {
  const subject = subjectFor(scene, place.sheet, [place]);
  const choices = about.flatMap((name) => alternativesOf(scene, name).map((taken) => ({ [name]: taken })));
  const totals = (stated: Stated) => {
    const facts = factsTree(scene, subject, stated);
    return [{}, ...choices].map((readings) => attempt(scene, facts, readings)?.total);
  };
  const stated = probesOf(scene, place).find((one) => new Set(totals(one).map(shown)).size > 1);
  return (
    stated &&
    counterexample(scene, {
      subject,
      stated,
      about,
      claim: (_, all) => {
        const listed = [...new Set(all.map((one) => shown(one.total)))].join('、');
        return text(`差一档半：各读法得${listed}分。`, `A step and a half: ${listed} under the readings.`);
      },
    })
  );
}

const shown = (total: Rational | undefined) => (total ? formatExact(total) : '');
