/** 一票否决 inside something that is scored: a system to be set up, not a veto. */
import { cellText } from '../../../scheme/check.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import type { Scene } from '../scene.js';
import { sentenceAround, shortened } from '../sentences.js';

const WORD = '一票否决';

export function checkVetoWords({ places }: Scene): Report[] {
  return places
    .filter(({ row, clause }) => sentenceAround(cellText(row.criterion), clause.quote).includes(WORD))
    .map(({ sheet, row, clause }) => ({
      code: 'veto-word-in-requirement',
      severity: 'note',
      at: [sheet.id, row.id, clause.id],
      quote: shortened(sentenceAround(cellText(row.criterion), clause.quote), 80),
      title: text(`这里的“${WORD}”是要落实的制度，不是否决`, 'Here the veto is a system to be carried out, not a veto'),
      why: text('只按这一条的分值扣分；不要当成否决项。', 'It costs the marks of the clause; it vetoes nothing.'),
    }));
}
