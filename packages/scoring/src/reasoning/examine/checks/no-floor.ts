/** Deductions that nothing stops at zero. */

import type { Rule } from '../../../rules/rule.js';
import { cellText } from '../../../scheme/check.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import type { Scene } from '../scene.js';

const FLOOR = /扣完|扣光|不倒扣|不计负分|扣至(?:0|零)|最低(?:为|得)?(?:0|零)/;

export function checkFloors({ scheme, places }: Scene): Report[] {
  return scheme.sheets.flatMap((sheet) => {
    const said = [sheet.note ?? '', ...sheet.items.flatMap((item) => item.rows.map((row) => cellText(row.criterion)))];
    const open = places.filter((place) => place.sheet.id === sheet.id && place.clause.rules.some(isOpenEnded));
    if (open.length === 0 || FLOOR.test(said.join(''))) return [];
    return [
      {
        code: 'no-floor',
        severity: 'defect' as const,
        at: [sheet.id, ...open.map(({ clause }) => clause.id)],
        quote: open[0]?.clause.quote ?? '',
        title: text('没有写扣到0分为止', 'Nothing says that deductions stop at zero'),
        why: text(
          '一项扣成负分以后是否抵减别的项，文件没有写。',
          'Whether an item may go below zero and take from others is not stated.',
        ),
      },
    ];
  });
}

/** Counts without a cap. */
function isOpenEnded(rule: Rule): boolean {
  const counts = ['per-unit', 'per-step', 'series', 'per-event-ladder', 'piecewise'].includes(rule.kind);
  const awards = 'effect' in rule && rule.effect === 'award';
  return counts && !awards && rule.cap === undefined;
}
