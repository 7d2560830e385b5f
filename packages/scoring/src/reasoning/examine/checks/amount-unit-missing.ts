/** An amount without 分: 最高加100. */
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import type { Scene } from '../scene.js';

const BARE = /(?:扣|加|得|减|计|记)\s*\d+(?:\.\d+)?\s*(?:[，,。；;、）)]|$)/;

export function checkAmountUnits({ scheme, places }: Scene): Report[] {
  const { bonus } = scheme;
  const sentences = [
    ...[bonus, ...bonus.kinds].map(({ quote }) => ({ at: ['bonus'], quote })),
    ...places.map(({ sheet, row, clause }) => ({ at: [sheet.id, row.id, clause.id], quote: clause.quote })),
  ];
  return sentences
    .filter(({ quote }) => BARE.test(quote))
    .map(({ at, quote }) => ({
      code: 'amount-unit-missing',
      severity: 'defect',
      at,
      quote,
      title: text('数后面没有写“分”', 'The number has no unit'),
      why: text(
        '写了数没有写单位：是分，还是百分之几，要靠猜；这里按分计。',
        'A number without its unit: points or per cent must be guessed; it is taken as points.',
      ),
    }));
}
