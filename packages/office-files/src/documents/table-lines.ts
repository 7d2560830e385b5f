/** A table as lines of tabbed cells: a cell over several columns or rows stands once, where it begins. */

export interface TableCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

/** Between the paragraphs of one cell: not a line of its own, and not the same sentence. */
export const PARAGRAPH_BREAK = '\u2028';

const WIDEST = 200;

export function tableLines(rows: readonly (readonly TableCell[])[]): string[] {
  /** Column → how many rows more a cell from above takes it. */
  const taken = new Map<number, number>();
  return rows.map((cells) => {
    const line: string[] = [];
    const waiting = [...cells];
    for (let column = 0; column < WIDEST && (waiting.length > 0 || hasMore(taken, column)); column += 1) {
      const above = taken.get(column) ?? 0;
      if (above > 0) {
        taken.set(column, above - 1);
        line[column] ??= '';
        continue;
      }
      const cell = waiting.shift();
      line[column] = cell?.text ?? '';
      for (let over = 0; cell && over < cell.columns; over += 1) {
        line[column + over] ??= '';
        taken.set(column + over, cell.rows - 1);
      }
      column += Math.max(0, (cell?.columns ?? 1) - 1);
    }
    return line.length === 1 ? (line[0] ?? '').split(PARAGRAPH_BREAK).join('\n') : line.join('\t');
  });
}

const hasMore = (taken: ReadonlyMap<number, number>, from: number): boolean =>
  [...taken].some(([column, rows]) => column >= from && rows > 0);
