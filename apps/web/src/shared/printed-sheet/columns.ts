/** What each printed column of a sheet holds, told by its heading: the documents head the same thing differently. */
import type { AssessmentItem, Sheet } from '@kaohe/scoring';

export type ColumnKind = 'number' | 'item' | 'name' | 'requirement' | 'criterion' | 'marks' | 'method';

export interface SheetColumn {
  readonly head: string;
  readonly kind: ColumnKind;
}

const HEADS: Readonly<Record<string, ColumnKind>> = {
  序号: 'number',
  考核项目: 'item',
  一级指标: 'item',
  二级指标: 'name',
  考核内容: 'requirement',
  考核要点: 'requirement',
  考核标准: 'criterion',
  评分细则: 'criterion',
  分值: 'marks',
  考核方法: 'method',
};
/** Where a heading is not known: the order of the six columns that most sheets have. */
const USUAL: readonly ColumnKind[] = ['number', 'item', 'requirement', 'criterion', 'marks', 'method'];

export function columnsOf({ columns }: Sheet): SheetColumn[] {
  return columns.map((head, index) => ({ head, kind: HEADS[head] ?? USUAL[index] ?? 'method' }));
}

/** Whether the marks stand beside each row; then the item's stand with its name. */
export function hasRowMarks({ items }: Sheet): boolean {
  return items.some(({ rows }) => rows.some((row) => row.fullMarks !== undefined));
}

/** How many rows a merged cell covers: down to the next row that has its own. */
export function rowSpan({ rows }: AssessmentItem, from: number): number {
  const next = rows.findIndex((row, index) => index > from && row.requirement !== undefined);
  return (next < 0 ? rows.length : next) - from;
}
