/** A rule that measures a unit against its own past, where an average may be a fraction. */
import { formatExact } from '../../../exact/decimal.js';
import { text } from '../../../wording/text.js';
import type { Counterexample, Report } from '../finding.js';
import { probesOf } from '../probes.js';
import { alternativesOf, type Placed, readingsOf, type Scene } from '../scene.js';
import { subjectFor } from '../stated.js';
import { counterexample, scoredClause } from '../trial.js';

export function checkAverages(scene: Scene): Report[] {
  return scene.places
    .filter(({ clause }) => clause.rules.some((rule) => 'quantity' in rule && rule.quantity?.baseline !== undefined))
    .map((place) => report(scene, place));
}

function report(scene: Scene, place: Placed): Report {
  const { sheet, row, clause } = place;
  const counted = clause.rules.some((rule) => rule.kind === 'piecewise');
  const example = counted ? fractional(scene, place) : undefined;
  return {
    code: 'relative-to-average',
    severity: 'risk',
    at: [sheet.id, row.id, clause.id],
    quote: clause.quote,
    title: counted
      ? text(
          '平均数可以带小数，零点几起怎样算没有写',
          'An average may be a fraction, and what its fraction means is not stated',
        )
      : text('与本单位过去的平均数比', 'A unit is measured against its own past'),
    why: text(
      '过去事故多的，今年可以多；过去没有的，一起就超出。各单位的线不同。',
      'A unit with many accidents behind it may have many now; one with none is beyond its line at once. Every unit has another line.',
    ),
    readings: readingsOf(place),
    ...(example && { counterexample: example }),
  };
}

/** The case of the probes whose average is not a whole number. */
function fractional(scene: Scene, place: Placed): Counterexample | undefined {
  const { id } = place.clause;
  const stated = probesOf(scene, place).find((one) => JSON.stringify(one).includes('.5'));
  const about = readingsOf(place).filter((name) => alternativesOf(scene, name).length > 0);
  return (
    stated &&
    counterexample(scene, {
      subject: subjectFor(scene, place.sheet, [place]),
      stated,
      about,
      claim: (adopted, all) => {
        const why = scoredClause(adopted, id)?.rules[0]?.why();
        const totals = [...new Set(all.map((one) => formatExact(one.total)))];
        return (
          why &&
          text(`${why.zh}；各读法得${totals.join('、')}分。`, `${why.en}; ${totals.join(', ')} under the readings.`)
        );
      },
    })
  );
}
