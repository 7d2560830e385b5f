/** A row with fewer cells than its table has heads: cells of the item and the marks that go on from above are often not there at all. */
import type { SheetColumn } from '@kaohe/scoring';
import { marksInCell } from './marks.js';
import type { Cell } from './table-rows.js';

const SCORES = /\d\s*分|[不零]得?分|酌情/;

export function alignedHeads(heads: readonly SheetColumn[], cells: readonly Cell[]): readonly SheetColumn[] {
  if (cells.length >= heads.length) return heads;
  const without = (...kinds: readonly SheetColumn['kind'][]) => heads.filter(({ kind }) => !kinds.includes(kind));
  const candidates = [heads, without('item'), without('marks'), without('item', 'marks')];
  const possible = candidates.filter(({ length }) => length >= cells.length);
  const scores = possible.map((one) => suits(one, cells));
  return possible[scores.indexOf(Math.max(...scores))] ?? heads;
}

/** Sentences that score stand in the criterion, marks or nothing in the marks. */
function suits(heads: readonly SheetColumn[], cells: readonly Cell[]): number {
  const textOf = (kind: SheetColumn['kind']): string =>
    cells[heads.findIndex((one) => one.kind === kind)]?.text.trim() ?? '';
  const marks = textOf('marks');
  return (SCORES.test(textOf('criterion')) ? 2 : 0) + (marks === '' || marksInCell(marks) !== undefined ? 1 : 0);
}
