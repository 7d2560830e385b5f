/** Marks printed beside each row, where they make up their items; and printed rows that no clause stands in. */
import { compare, findNumber, getNumber, sum } from '@kaohe/scoring';
import type { DraftItem, SchemeDraft } from '../draft/draft.js';
import type { DraftRow } from '../draft/draft-frame.js';
import { isDecimal } from '../draft/to-rule.js';
import { type LeftOut, leftOut } from './left-out.js';
import type { RowOfClauses } from './rows.js';

/** The marks of the printed rows together; empty where one has none. */
export function marksOf(printed: readonly DraftRow[]): string {
  const [first, ...others] = printed.map(({ fullMarks }) => fullMarks);
  return first !== undefined && others.length === 0 && isDecimal(first) ? first : '';
}

export function hasRowMarks(items: readonly DraftItem[], rows: readonly (readonly RowOfClauses[])[]): boolean {
  return items.length > 0 && items.every(({ fullMarks }, index) => makeUp(rows[index] ?? [], fullMarks));
}

function makeUp(rows: readonly RowOfClauses[], fullMarks: string): boolean {
  const marks = rows.map(({ printed }) => marksOf(printed));
  if (rows.length === 0 || marks.includes('') || !isDecimal(fullMarks)) return false;
  return compare(sum(marks.map(getNumber)), findNumber(fullMarks) ?? sum([])) === 0;
}

/** Marks of rows that are not those of the item printed over its first row. */
export function hasLostMarks(items: readonly DraftItem[], rows: readonly (readonly RowOfClauses[])[]): boolean {
  return items.some(({ fullMarks }, index) =>
    (rows[index] ?? []).some(({ printed }, at) => {
      const marks = marksOf(printed);
      return marks !== '' && !(at === 0 && marks === fullMarks);
    }),
  );
}

/** Rows of the table in which nothing was read that scores. */
export function unclaimed({ rows }: SchemeDraft, groups: readonly RowOfClauses[], source: string): LeftOut[] {
  const claimed = new Set(groups.flatMap(({ printed }) => printed));
  return rowsLeftOut(
    rows.filter((row) => !claimed.has(row)),
    source,
  );
}

/** With all their cells. */
export function rowsLeftOut(rows: readonly DraftRow[], source: string): LeftOut[] {
  return rows.flatMap(({ span }) => {
    const quote = source.slice(...span).trim();
    return quote === '' ? [] : [leftOut('row', { quote })];
  });
}
