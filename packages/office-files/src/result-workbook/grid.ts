/** Sheets of cells before any file: typed facts, words and formulas, each with its address. */
import { columnLetters } from '../problems/office-problem.js';
import { type CellContent, type CellLook, expression, type GridCell, type Operand } from './expression.js';

export class Grid {
  readonly cells: GridCell[] = [];
  readonly widths: number[] = [];
  readonly merged: (readonly [top: number, left: number, bottom: number, right: number])[] = [];
  /** Rows and columns that stay in sight. */
  frozen: readonly [rows: number, columns: number] = [0, 0];
  /** Columns folded away until somebody opens them. */
  readonly folded: number[] = [];
  orientation: 'portrait' | 'landscape' = 'landscape';

  constructor(readonly name: string) {}

  words(at: readonly [number, number], text: string, look: CellLook = 'body'): GridCell {
    return this.put(at, { kind: 'words', text }, look);
  }

  fact(at: readonly [number, number], value: number | string): GridCell {
    return this.put(at, { kind: 'fact', value }, 'input');
  }

  parameter(at: readonly [number, number], value: number, look: CellLook = 'scaled'): GridCell {
    return this.put(at, { kind: 'parameter', value }, look);
  }

  formula(at: readonly [number, number], operand: Operand, look: CellLook = 'scaled'): GridCell {
    return this.put(at, { kind: 'formula', formula: expression(operand) }, look);
  }

  private put([row, column]: readonly [number, number], content: CellContent, look: CellLook): GridCell {
    const address = `${columnLetters(column)}${row}`;
    const cell: GridCell = { sheet: this.name, row, column, address, look, content, value: undefined };
    this.cells.push(cell);
    return cell;
  }
}
