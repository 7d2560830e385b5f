/** How the rows of a sheet share cells. */
import type { AssessmentItem, Sheet } from '@kaohe/scoring';

/** Whether the marks stand beside each row; then the item's stand with its name. */
export function hasRowMarks({ items }: Sheet): boolean {
  return items.some(({ rows }) => rows.some((row) => row.fullMarks !== undefined));
}

/** How many rows a merged cell covers: down to the next row that has its own. */
export function rowSpan({ rows }: AssessmentItem, from: number): number {
  const next = rows.findIndex((row, index) => index > from && row.requirement !== undefined);
  return (next < 0 ? rows.length : next) - from;
}
