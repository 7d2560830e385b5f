/** A paper as data: lines and tables in reading order. How they look in a file is for `document.ts`. */
import { BODY_POINTS, type Orientation, TITLE_POINTS } from './page.js';
import { sentence } from './words.js';

/** 小标宋, 黑体, 楷体, 仿宋, 宋体. */
export type Face = 'xiaobiaosong' | 'hei' | 'kai' | 'fangsong' | 'song';
export type Align = 'left' | 'center' | 'right' | 'both';

export interface Run {
  readonly text: string;
  readonly face: Face;
}

export interface Line {
  readonly kind: 'line';
  readonly runs: readonly Run[];
  readonly points: number;
  readonly align: Align;
  /** Characters before the first line. */
  readonly firstLine?: number | undefined;
  /** Characters kept free on the right. */
  readonly right?: number | undefined;
  /** Points from line to line, where they are not the body's. */
  readonly pitch?: number | undefined;
  readonly newPage?: boolean | undefined;
  /** Not the last line of a page. */
  readonly keepNext?: boolean | undefined;
}

export interface Cell {
  readonly text: string;
  /** Columns and rows it covers. */
  readonly across?: number | undefined;
  readonly down?: number | undefined;
  readonly align?: Align | undefined;
  readonly face?: Face | undefined;
}

export interface Table {
  readonly kind: 'table';
  /** In twips; they add up to the page's width of text. */
  readonly widths: readonly number[];
  readonly points: number;
  /** Rows at the head that every page repeats. */
  readonly headRows: number;
  /** The least height of a row, in points. */
  readonly rowPoints: number;
  /** Where text stands in its cell; at the top, a merged cell that a page's end cuts keeps its text whole. */
  readonly vertical: 'top' | 'center';
  /** So many of the last rows stay on the page of what follows. */
  readonly keepNext?: number | undefined;
  /** Cells that a cell above covers are left out. */
  readonly rows: readonly (readonly Cell[])[];
}

export type Block = Line | Table;

/** How anybody checks a paper against the facts it was made of. */
export interface PaperVerification {
  /** Printed at the foot of every page. */
  readonly line: string;
  /** What the code was made of; stands in the properties of a PDF. */
  readonly statement: object;
}

export interface Paper {
  readonly title: string;
  /** Stated in the file as the day it was made: `2020-01-20`. */
  readonly madeOn: string;
  readonly orientation: Orientation;
  readonly blocks: readonly Block[];
  readonly verification?: PaperVerification | undefined;
}

const BODY = { kind: 'line', points: BODY_POINTS, align: 'both' } as const;
const TITLE_PITCH = 34;

export function titleLines(lines: readonly string[]): Line[] {
  return lines.map((text) => ({
    kind: 'line',
    runs: [{ text, face: 'xiaobiaosong' }],
    points: TITLE_POINTS,
    align: 'center',
    pitch: TITLE_PITCH,
    keepNext: true,
  }));
}

/** 一、 in 黑体, （一） in 楷体: never bold. */
export function heading(face: 'hei' | 'kai', text: string): Line {
  return { ...BODY, runs: [{ text, face }], firstLine: 2, keepNext: true };
}

export function body(text: string): Line {
  return { ...BODY, runs: [{ text, face: 'fangsong' }], firstLine: 2 };
}

/** What people wrote, a paragraph for each of its lines. */
export function prose(texts: readonly string[]): Line[] {
  const lines = texts.flatMap((text) => text.split(/\r?\n/)).filter((line) => line.trim() !== '');
  return lines.map((line) => body(sentence(line.trim())));
}

/** A sentence that leads to the table below it. */
export function leading(text: string): Line {
  return { ...body(text), keepNext: true };
}

/** A paragraph that begins with words in another face. */
export function labelled(label: string, text: string): Line {
  return {
    ...BODY,
    runs: [
      { text: label, face: 'kai' },
      { text, face: 'fangsong' },
    ],
    firstLine: 2,
  };
}

/** A line without indent: whom a document is addressed to. */
export function flush(text: string): Line {
  return { ...BODY, runs: [{ text, face: 'fangsong' }] };
}

export function centered(text: string, face: Face = 'kai'): Line {
  return { ...BODY, runs: [{ text, face }], align: 'center' };
}

/** A line at the right side, so many characters from it. */
export function rightLine(text: string, right: number): Line {
  return { ...BODY, runs: [{ text, face: 'fangsong' }], align: 'right', right };
}

export function blank(): Line {
  return flush('');
}

/** Blocks and the lines that end the paper: names and dates never stand on a page alone. */
export function ended(blocks: readonly Block[], end: readonly Line[]): Block[] {
  const last = blocks[blocks.length - 1];
  const kept: Block[] = !last ? [] : last.kind === 'line' ? [{ ...last, keepNext: true }] : [{ ...last, keepNext: 1 }];
  const lines = end.map((line, index) => ({ ...line, keepNext: index < end.length - 1 }));
  return [...blocks.slice(0, -1), ...kept, ...lines];
}

/** “附件1” in 黑体, on a new page. */
export function annexMark(text: string): Line {
  return { ...BODY, runs: [{ text, face: 'hei' }], align: 'left', newPage: true };
}

export function headCells(titles: readonly string[]): Cell[] {
  return titles.map((text) => ({ text, align: 'center', face: 'hei' }));
}
