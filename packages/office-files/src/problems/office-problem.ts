/** What is wrong with a file people filled in: a cell, and a sentence for the person who filled it. */
import { type Text, text } from '@kaohe/scoring';

/** A cell by row and column, both from 1. A CSV file has no sheets: its row is the line of the text. */
export interface CellPlace {
  readonly sheet?: string | undefined;
  readonly row: number;
  readonly column: number;
}

export interface OfficeProblem {
  readonly at?: CellPlace | undefined;
  readonly text: Text;
}

/** Heads the column that says what is wrong. */
export const ERRORS_TITLE: Text = text('错误', 'What is wrong');

/** `F12` */
export function cellName({ row, column }: CellPlace): string {
  return `${columnLetters(column)}${row}`;
}

/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? `${columnLetters(Math.floor((column - 1) / 26))}${last}` : last;
}

/** A → 1, AA → 27. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
