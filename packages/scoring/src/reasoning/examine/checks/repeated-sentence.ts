/** One scoring sentence printed twice on a sheet. */
import { formatExact } from '../../../exact/decimal.js';
import { compare } from '../../../exact/rational.js';
import type { Sheet } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import { slightest } from '../probes.js';
import { alternativesOf, groupBy, type Placed, readingsOf, type Scene } from '../scene.js';
import { plain } from '../sentences.js';
import { joined, subjectFor } from '../stated.js';
import { counterexample } from '../trial.js';

/** 未落实的扣2分 may stand under many requirements; a sentence that names its own matter may not. */
const LEAST_CHARACTERS = 12;

export function checkRepeatedSentences(scene: Scene): Report[] {
  return scene.scheme.sheets.flatMap((sheet) => {
    const own = scene.places.filter((place) => place.sheet.id === sheet.id);
    const long = own.filter(({ clause }) => plain(clause.quote).length >= LEAST_CHARACTERS);
    const groups = [...groupBy(long, ({ clause }) => plain(clause.quote)).values()];
    return groups.filter((same) => same.length > 1).map((same) => report(scene, sheet, same));
  });
}

function report(scene: Scene, sheet: Sheet, same: readonly Placed[]): Report {
  const readings = [...new Set(same.flatMap(readingsOf))];
  const about = readings.filter((name) => alternativesOf(scene, name).length > 0);
  const example = counterexample(scene, {
    subject: subjectFor(scene, sheet, same),
    stated: joined(same.map((place) => slightest(scene, place))),
    about,
    claim: (adopted, all) => {
      const other = all.find((one) => compare(one.total, adopted.total) !== 0);
      const [once, twice] = [formatExact(adopted.total), formatExact(other?.total ?? adopted.total)];
      return text(
        `同一件事两处都记：采用的读法得${once}分，两处都扣得${twice}分。`,
        `One fact recorded at both: ${once} as adopted, ${twice} where both deduct.`,
      );
    },
  });
  return {
    code: 'repeated-sentence',
    severity: 'defect',
    at: [sheet.id, ...same.map(({ clause }) => clause.id)],
    quote: same[0]?.clause.quote ?? '',
    title: text('同一句话印了两遍', 'One sentence is printed twice'),
    why: text(
      '同一事实会被扣两次，或者其中一句是误抄。',
      'One fact is deducted twice, or one of them was copied by mistake.',
    ),
    readings,
    about,
    ...(example && { counterexample: example }),
  };
}
