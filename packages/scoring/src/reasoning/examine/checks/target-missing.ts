/** A shortfall that is deducted for, of a number the document does not state. */
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import { type Placed, readingsOf, type Scene } from '../scene.js';

export function checkTargets({ places }: Scene): Report[] {
  return places.filter(isUntold).map((place) => {
    const { sheet, row, clause } = place;
    return {
      code: 'target-missing',
      severity: 'risk',
      at: [sheet.id, row.id, clause.id],
      quote: clause.quote,
      title: text('没有写应有多少，无从知道少了几个', 'How many there must be is not stated'),
      why: text(
        '“每少一个”要先知道应有几个；总数由谁定、按什么名单，文件没有写。',
        'To count what is missing one must know what is due; the document names neither the number nor the list.',
      ),
      readings: readingsOf(place),
    };
  });
}

function isUntold({ clause }: Placed): boolean {
  return clause.rules.some(
    (rule) => rule.kind === 'per-unit' && rule.basis === 'missing' && !rule.requirements && !rule.register,
  );
}
