/** A rate the requirement demands that no standard of its item measures. */
import { cellText } from '../../../scheme/check.js';
import type { AssessmentItem, Criterion, Sheet } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import type { Scene } from '../scene.js';
import { squeezed } from '../sentences.js';

export function checkRequirements({ scheme }: Scene): Report[] {
  return scheme.sheets.flatMap((sheet) =>
    sheet.items.flatMap((item) => item.rows.flatMap((row) => checkRow({ sheet, item, row }))),
  );
}

interface Place {
  readonly sheet: Sheet;
  readonly item: AssessmentItem;
  readonly row: Criterion;
}

function checkRow({ sheet, item, row }: Place): Report[] {
  const criteria = squeezed(item.rows.map((one) => cellText(one.criterion)).join(''));
  const unscored = ratesOf(squeezed(cellText(row.requirement))).filter((rate) => !criteria.includes(rate));
  if (unscored.length === 0) return [];
  return [
    {
      code: 'requirement-not-scored',
      severity: 'risk',
      at: [sheet.id, item.id, row.id],
      quote: cellText(row.requirement),
      title: text(`${unscored.join('、')}有要求，没有扣分`, `${unscored.join(', ')}: required, and never scored`),
      why: text(
        '考核内容写了要达到多少，考核标准里没有一句对它扣分。',
        'The requirement states what must be reached; none of the standards deducts for it.',
      ),
    },
  ];
}

/** 重大危险源备案率、重大事故隐患挂牌率及按期整改率要达到100% */
function ratesOf(requirement: string): string[] {
  const sentences = requirement.split(/[，,。；;]/).filter((one) => /率.*100%|率.*\d+%/.test(one));
  const words = sentences.flatMap((one) => one.split(/[、和及与]/));
  return words.flatMap((one) => /^(?:对\p{Script=Han}{2,6}的)?(\p{Script=Han}{2,12}率)/u.exec(one)?.[1] ?? []);
}
