/** An amount for a whole step that does not say what a part of a step costs. */
import { formatExact } from '../../../exact/decimal.js';
import { compare } from '../../../exact/rational.js';
import type { Sheet } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import { probesOf } from '../probes.js';
import { alternativesOf, groupBy, type Placed, readingsOf, type Scene } from '../scene.js';
import { subjectFor } from '../stated.js';
import { counterexample } from '../trial.js';

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

function exampleOf(scene: Scene, place: Placed, about: readonly string[]) {
  const subject = subjectFor(scene, place.sheet, [place]);
  const tries = probesOf(scene, place).map((stated) =>
    counterexample(scene, {
      subject,
      stated,
      about,
      claim: (adopted, all) => {
        const totals = new Set(all.map((one) => formatExact(one.total)));
        const other = all.some((one) => compare(one.total, adopted.total) !== 0);
        const listed = [...totals];
        return other
          ? text(
              `差一档半：各读法得${listed.join('、')}分。`,
              `A step and a half: ${listed.join(', ')} under the readings.`,
            )
          : undefined;
      },
    }),
  );
  return tries.find((one) => one !== undefined);
}
