/** Rows of a table → items and rows of the outline, by what their columns hold. */
import type { SheetColumn } from '@kaohe/scoring';
import type { ImportProblem } from '../imported.js';
import { problemAt } from '../problems.js';
import { alignedHeads } from './align-cells.js';
import type { Column } from './columns.js';
import { headingOf, partOfHeading, REMARK } from './headings.js';
import { marksInCell, marksInHeading } from './marks.js';
import type { OutlineBuilder } from './outline.js';
import type { Cell } from './table-rows.js';

const NUMBERED = /^\s*[一二三四五六七八九十]{1,3}、/;

/** What a table has shown so far. */
export interface TableState {
  columns: readonly Column[];
  /** The same columns with their heads as printed. */
  heads: readonly SheetColumn[];
  /** Items of this table carry a number of their own, so a cell without one is none. */
  numbered: boolean;
}

export function readTableRow(outline: OutlineBuilder, state: TableState, cells: readonly Cell[]): ImportProblem[] {
  const problems: ImportProblem[] = [];
  const at = (column: Column): Cell | undefined => cells[state.columns.indexOf(column)];
  const heading = itemCell(state, cells);
  if (heading) startItem(outline, heading, cells);
  else if (needsItem(outline, state)) outline.openItem('item', '', undefined);
  const item = at('item');
  if (!heading && item && state.numbered && item.text.trim().length > 1 && at('number')?.text.trim() !== '') {
    if (
      item.text.length > 6 &&
      !/[率度量数]$/.test(item.text.trim()) &&
      state.columns.filter((one) => one === 'text').length > 1
    )
      problems.push(problemAt('displaced-text', item.text.trim(), item.span));
  }
  startRow(outline, state, cells);
  const heads = alignedHeads(state.heads, cells);
  for (const [index, cell] of cells.entries()) {
    const column = state.columns[index] ?? 'text';
    const wanted = column === 'text' || column === 'part' || (column === 'item' && state.numbered && cell !== heading);
    const isMarks = marksInCell(cell.text) !== undefined;
    if (wanted && !isMarks) outline.add(cell.span, index);
    const kind = kindOf(heads[index]?.kind, state.numbered);
    if (kind && cell !== heading && cell.text.trim() !== '' && !(isMarks && kind === 'criterion'))
      outline.print({ kind, span: cell.span }, state.heads);
  }
  return problems;
}

/** What a cell is beside the number and marks of its row; under numbered items the rest of their column names rows. */
function kindOf(kind: SheetColumn['kind'] | undefined, numbered: boolean): SheetColumn['kind'] | undefined {
  if (kind === 'item') return numbered ? 'name' : undefined;
  return kind === 'number' || kind === 'marks' ? undefined : kind;
}

/** Marked rows below what frames the document, in a table that names no items. */
function needsItem({ item }: OutlineBuilder, { columns }: TableState): boolean {
  const scores = columns.includes('marks') && columns.includes('text') && !columns.includes('item');
  return item.part === 'preamble' || (item.part === 'frame' && scores && !REMARK.test(item.name));
}

function itemCell(state: TableState, cells: readonly Cell[]): Cell | undefined {
  const numbered = cells.find(
    ({ text }, index) => NUMBERED.test(text) && (state.columns[index] ?? 'text') !== 'aside' && text.length < 60,
  );
  if (numbered) {
    state.numbered = true;
    return numbered;
  }
  const item = cells[state.columns.indexOf('item')];
  const aside = item && item.text.trim() !== '' && item.text.length < 16 && partOfHeading(item.text) !== 'item';
  if (state.numbered) return aside ? item : undefined;
  return item && item.text.trim() !== '' ? item : undefined;
}

function startItem(outline: OutlineBuilder, heading: Cell, cells: readonly Cell[]): void {
  const name = heading.text.trim();
  const marks =
    marksInHeading(name) ??
    cells
      .map(({ text }) => marksInCell(text))
      .slice(1)
      .find((one) => one !== undefined);
  outline.openItem(partOfHeading(name), name, marks);
}

/** A row starts where its number (or, without numbers, its part) is printed; other rows go on with the one above. */
function startRow(outline: OutlineBuilder, { columns }: TableState, cells: readonly Cell[]): void {
  const text = (column: Column): string => cells[columns.indexOf(column)]?.text.trim() ?? '';
  const key = columns.includes('number') ? 'number' : columns.includes('part') ? 'part' : 'item';
  const label = text(key);
  if (label === '' && outline.item.rows.length > 0) return;
  const heading = headingOf(label);
  outline.openRow(heading?.level === 3 ? heading.label : label, marksInCell(text('marks')));
}
