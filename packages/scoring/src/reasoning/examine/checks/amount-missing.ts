/** A scoring sentence that states no amount. */
import { formatExact } from '../../../exact/decimal.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import { fullest } from '../probes.js';
import { alternativesOf, type Placed, readingsOf, type Scene } from '../scene.js';
import { statesForfeit, statesPoints } from '../sentences.js';
import { subjectFor } from '../stated.js';
import { counterexample } from '../trial.js';

export function checkAmounts(scene: Scene): Report[] {
  return scene.places
    .filter(({ clause }) => !statesPoints(clause.quote) && !statesForfeit(clause.quote))
    .map((place) => report(scene, place));
}

function report(scene: Scene, place: Placed): Report {
  const { sheet, item, row, clause } = place;
  const readings = readingsOf(place);
  const about = readings.filter((name) => alternativesOf(scene, name).length > 0);
  const example = counterexample(scene, {
    subject: subjectFor(scene, sheet, [place]),
    stated: fullest(scene, place),
    about,
    claim: (adopted, all) => {
      const totals = [...new Set(all.map((one) => formatExact(one.total)))];
      if (totals.length < 2) return undefined;
      return text(
        `这一句全部违反：采用的读法得${formatExact(adopted.total)}分，各读法得${totals.join('、')}分。`,
        `All of it breached: ${formatExact(adopted.total)} as adopted; ${totals.join(', ')} under the readings.`,
      );
    },
  });
  return {
    code: 'amount-missing',
    severity: 'defect',
    at: [sheet.id, item.id, row.id, clause.id],
    quote: clause.quote,
    title: text('没有写扣多少分', 'No amount is stated'),
    why: text(
      '句子写了要扣分的情形，没有写分值：违反了扣多少，只能由人另定。',
      'The sentence states what costs points and not how many: somebody has to decide it.',
    ),
    readings,
    about,
    ...(example && { counterexample: example }),
  };
}
