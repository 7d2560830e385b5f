/** Printed numbers within an item that skip or go back. */
import { cellPieces, cellText } from '../../../scheme/check.js';
import type { AssessmentItem, Sheet } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import type { Scene } from '../scene.js';
import { shortened } from '../sentences.js';

export function checkNumberOrder({ scheme }: Scene): Report[] {
  return scheme.sheets.flatMap((sheet) =>
    sheet.items.flatMap((item) => [...checkItem(sheet, item), ...checkRequirements(sheet, item)]),
  );
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

/** Where the requirements of an item are numbered, one without a number has lost its beginning. */
function checkRequirements(sheet: Sheet, item: AssessmentItem): Report[] {
  const cells = item.rows.flatMap((row) => {
    const [requirement] = cellPieces(row.requirement);
    return requirement === undefined ? [] : [{ row, requirement, numbers: numbersIn(requirement) }];
  });
  if (cells.every(({ numbers }) => numbers.length === 0)) return [];
  let last = 0;
  return cells.flatMap(({ row, requirement, numbers }) => {
    const [first] = numbers;
    const follows = first === last + 1;
    last = numbers[numbers.length - 1] ?? last + 1;
    if (follows) return [];
    const at = [sheet.id, item.id, row.id];
    return [first === undefined ? reportLost(at, requirement) : report(at, requirement, first)];
  });
}

/** “1. …。 2. …” */
function numbersIn(requirement: string): number[] {
  return [...requirement.matchAll(/(?:^|[。；;]\s*)(\d+)[.．](?!\d)/g)].map((match) => Number(match[1]));
}

function reportLost(at: readonly string[], requirement: string): Report {
  return {
    code: 'number-order',
    severity: 'note',
    at,
    quote: shortened(requirement),
    title: text('没有编号，前半截可能丢失', 'No number: its beginning may be lost'),
    why: text(
      '同一项的其他内容都有编号；这一格从半句开始，多半是换页时丢了前面的字。',
      'The other requirements of the item are numbered; this cell begins mid-sentence, probably cut by a page break.',
    ),
  };
}
