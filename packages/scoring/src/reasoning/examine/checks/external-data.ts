/** Scores that need numbers the document does not give: averages of other years, economic data. */
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import { type Placed, readingsOf, type Scene } from '../scene.js';

export function checkExternalData({ places }: Scene): Report[] {
  return places.flatMap((place) => {
    const needed = dataOf(place);
    return needed.length > 0 ? [report(place, needed)] : [];
  });
}

function dataOf({ clause }: Placed): string[] {
  return clause.rules.flatMap((rule) => {
    const quantity = 'quantity' in rule ? rule.quantity : undefined;
    if (quantity?.baseline !== undefined) return [quantity.baseline];
    return 'register' in rule && rule.register === 'indicators' && quantity ? [quantity.name] : [];
  });
}

function report(place: Placed, needed: readonly string[]): Report {
  const { sheet, row, clause } = place;
  const names = [...new Set(needed)];
  return {
    code: 'external-data',
    severity: 'risk',
    at: [sheet.id, row.id, clause.id],
    quote: clause.quote,
    title: text(
      `要用文件没有给的数：${names.join('、')}`,
      `It needs numbers the document does not give: ${names.join(', ')}`,
    ),
    why: text(
      '按哪个部门、哪一版、什么口径的数计算，文件没有写；数据修订以后得分会变。',
      'Whose numbers, which edition and on what basis is not stated; a revision changes the score.',
    ),
    readings: readingsOf(place),
  };
}
