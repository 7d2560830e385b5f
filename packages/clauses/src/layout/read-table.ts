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

const isNumbered = (text: string): boolean => headingOf(text)?.level === 1;
/** What is no name of an item: a department, or the end of a sentence. */
const STRAY = /[。；]\s*$|(?:局|办|委|科|处|室|支队|大队|中心)(?:、|\s*$)/;

/** What a table has shown so far. */
export interface TableState {
  columns: readonly Column[];
  /** The same columns with their heads as printed. */
  heads: readonly SheetColumn[];
  /** Items of this table carry a number of their own, so a cell without one is none. */
  numbered: boolean;
  /** Items of this table print their marks behind their names. */
  marked: boolean;
}

export function readTableRow(outline: OutlineBuilder, state: TableState, cells: readonly Cell[]): ImportProblem[] {
  const problems: ImportProblem[] = [];
  const at = (column: Column): Cell | undefined => cells[state.columns.indexOf(column)];
  const heading = itemCell(state, cells);
  if (heading) startItem(outline, state, { heading, cells });
  if (heading && groupCell(state, cells) === heading) return problems;
  if (!heading && needsItem(outline, state)) outline.openItem('item', '', undefined);
  const stray = strayIn(state, heading, at);
  if (stray) problems.push(problemAt('displaced-text', stray.text.trim(), stray.span));
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

/** Words in the column of the items that name none. */
function strayIn(
  { columns, numbered, marked }: TableState,
  heading: Cell | undefined,
  at: (column: Column) => Cell | undefined,
): Cell | undefined {
  const item = at('item');
  const name = item?.text.trim() ?? '';
  if (heading || !item || name === '' || at('number')?.text.trim() === '') return undefined;
  if (marked && STRAY.test(name)) return item;
  const isLong = name.length > 6 && !/[率度量数]$/.test(name);
  return numbered && isLong && columns.filter((one) => one === 'text').length > 1 ? item : undefined;
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
    ({ text }, index) => isNumbered(text) && (state.columns[index] ?? 'text') !== 'aside' && text.length < 60,
  );
  if (numbered) {
    state.numbered = true;
    return numbered;
  }
  const group = groupCell(state, cells);
  const item = cells[state.columns.indexOf('item')];
  const name = item?.text.trim() ?? '';
  const aside = item && name !== '' && item.text.length < 16 && partOfHeading(name) !== 'item';
  if (state.numbered) return group ?? (aside ? item : undefined);
  if (name === '') return group;
  return state.marked && !aside && STRAY.test(name) ? undefined : item;
}

/** A row without a number that holds nothing but a name and marks. */
function groupCell({ columns }: TableState, cells: readonly Cell[]): Cell | undefined {
  if (!columns.includes('number') || !columns.includes('marks')) return undefined;
  const [name, ...others] = cells.filter(({ text }, index) => text.trim() !== '' && columns[index] !== 'marks');
  const marks = marksInCell(cells[columns.indexOf('marks')]?.text ?? '');
  const isName = name !== undefined && others.length === 0 && cells.indexOf(name) !== columns.indexOf('number');
  return isName && marks !== undefined && name.text.trim().length < 24 ? name : undefined;
}

/** Marks of an item stand in its name, or beside it where the row holds nothing else. */
function startItem(
  outline: OutlineBuilder,
  state: TableState,
  { heading, cells }: { heading: Cell; cells: readonly Cell[] },
): void {
  const name = heading.text.trim();
  const printed = marksInHeading(name);
  const isAlone = cells.every(
    (cell, index) => cell === heading || cell.text.trim() === '' || state.columns[index] === 'marks',
  );
  const beside = isAlone ? marksInCell(cells[state.columns.indexOf('marks')]?.text ?? '') : undefined;
  const part = partOfHeading(name);
  if (part === 'item' && printed !== undefined) state.marked = true;
  outline.openItem(part, name, printed ?? beside);
}

/** A row starts where its number (or, without numbers, its part) or its marks are printed; other rows go on with the one above. */
function startRow(outline: OutlineBuilder, { columns }: TableState, cells: readonly Cell[]): void {
  const text = (column: Column): string => cells[columns.indexOf(column)]?.text.trim() ?? '';
  const key = columns.includes('number') ? 'number' : columns.includes('part') ? 'part' : 'item';
  const label = text(key);
  const marks = marksInCell(text('marks'));
  if (label === '' && outline.item.rows.length > 0 && marks === undefined) return;
  const heading = headingOf(label === '' ? text('text') : label);
  outline.openRow(heading?.level === 3 ? heading.label : label, marks);
}
