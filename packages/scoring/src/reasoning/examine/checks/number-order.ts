/** Printed numbers within an item that skip or go back. */
import { cellText } from '../../../scheme/check.js';
import type { AssessmentItem, Sheet } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import type { Scene } from '../scene.js';
import { shortened } from '../sentences.js';

export function checkNumberOrder({ scheme }: Scene): Report[] {
  return scheme.sheets.flatMap((sheet) => sheet.items.flatMap((item) => checkItem(sheet, item)));
}

function checkItem(sheet: Sheet, item: AssessmentItem): Report[] {
  let last = 0;
  return item.rows.flatMap((row) => {
    const criterion = cellText(row.criterion);
    const numbers = [...criterion.matchAll(/(?:^|。)\s*[(（](\d+)[)）]/g)].map((match) => Number(match[1]));
    const broken = numbers.find((number, index) => {
      const before = index === 0 ? last : (numbers[index - 1] ?? 0);
      return number !== before + 1 && number !== 1;
    });
    last = numbers[numbers.length - 1] ?? last;
    return broken === undefined ? [] : [report([sheet.id, item.id, row.id], criterion, broken)];
  });
}

function report(at: readonly string[], criterion: string, number: number): Report {
  return {
    code: 'number-order',
    severity: 'note',
    at,
    quote: shortened(criterion),
    title: text(`编号（${number}）不接上一条`, `Number (${number}) does not follow the one before`),
    why: text(
      '中间的条款可能漏印，或者这一条是从别处抄来的，文件没有说明。',
      'Clauses between may have been lost, or this one was copied from elsewhere; the document does not say.',
    ),
  };
}
