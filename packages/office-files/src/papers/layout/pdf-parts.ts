/** How a paper's lines and tables stand on a page of a PDF: measures in points, faces as the fonts that stand for them. */
import { gridOf, type TablePart } from './merged-cells.js';
import { BODY_POINTS, BODY_SPACING, LINE_TWIPS, PAGES } from './page.js';
import type { Cell, Face, Line, Paper, Table } from './paper.js';
import { withoutControls } from './settle.js';

/** Noto Serif SC, regular and bold: whole TrueType files. */
export interface PdfFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

/** Said in the properties of every file, since the named fonts may not be passed on. */
export const PDF_FONTS_STATED =
  '字体：思源宋体（Noto Serif SC）代仿宋、楷体、宋体，其粗体代小标宋、黑体 / Fonts: Noto Serif SC in place of FangSong, KaiTi and SimSun, its bold in place of XiaoBiaoSong and SimHei';

const TWIPS_A_POINT = 20;
/** From the top of a line of Noto Serif SC to its bottom, in sizes. */
const NATURAL_PITCH = 1.437;
const CELL_SIDE = 2.85;
const CELL_TOP = 1;
const CELL_PITCH = 1.35;
const RULE = 0.5;
/** What a row is higher than its text. */
const ROW_EXTRA = 2 * CELL_TOP + RULE;
/** A line of nothing keeps its height by a space that is not one to break at. */
const NOTHING = '\u00a0';

/** What the library lays out; its own types describe far more. */
export type Node = Readonly<Record<string, unknown>>;

export const points = (twips: number): number => twips / TWIPS_A_POINT;

const isBold = (face: Face): boolean => face === 'hei' || face === 'xiaobiaosong';

/** How many characters of room a text begins and ends with: the library cuts off spaces at the ends of a line. */
function roomAround(text: string): readonly [before: number, after: number] {
  const count = (pattern: RegExp) => pattern.exec(text)?.[0].length ?? 0;
  return text.trim() === '' ? [0, 0] : [count(/^\u3000+/), count(/\u3000+$/)];
}

export function lineNode(line: Line, id: string): Node {
  const { points: size, align, pitch = points(LINE_TWIPS), firstLine = 0, right = 0, newPage } = line;
  const spacing = size === BODY_POINTS ? points(BODY_SPACING) : 0;
  const whole = line.runs.map(({ text }) => text).join('');
  const [before, after] = roomAround(whole);
  return {
    id,
    text: whole.trim() === '' ? NOTHING : line.runs.map(({ text, face }) => run(text, face)),
    fontSize: size,
    alignment: align === 'both' ? 'justify' : align,
    lineHeight: pitch / (size * NATURAL_PITCH),
    characterSpacing: spacing,
    leadingIndent: (firstLine + before) * (size + spacing),
    margin: [0, 0, (right + after) * size, 0],
    ...(newPage && { pageBreak: 'before' }),
  };
}

function run(text: string, face: Face): Node {
  return { text: withoutControls(text), bold: isBold(face) };
}

/**
 * A table, or a part of one. A part whose heights are known is on one page for certain: the library is then asked for nothing that
 * it does wrong with merged cells.
 */
export function tableNode(table: Table, { id, part }: { readonly id: string; readonly part: TablePart }): Node {
  const { widths, headRows, rowPoints, rows } = table;
  const { from, heights } = part;
  const repeated = {
    headerRows: headRows,
    keepWithHeaderRows: Math.min(1, rows.length - headRows),
    dontBreakRows: true,
    heights: rowPoints - ROW_EXTRA,
  };
  const grid = gridOf(table);
  return {
    id,
    table: {
      widths: widths.map((width) => points(width) - 2 * CELL_SIDE - RULE),
      ...(heights ? { heights: heights.map((height) => height - ROW_EXTRA) } : repeated),
      body: grid.map((line, row) =>
        line.map((placed, column) => {
          const begins = placed?.row === row && placed.column === column;
          const name = column === 0 && row >= headRows ? rowId(id, row - headRows + from) : '';
          return cellNode(begins ? placed.cell : undefined, { table, id: name });
        }),
      ),
    },
    layout: {
      hLineWidth: () => RULE,
      vLineWidth: () => RULE,
      paddingLeft: () => CELL_SIDE,
      paddingRight: () => CELL_SIDE,
      paddingTop: () => CELL_TOP,
      paddingBottom: () => CELL_TOP,
    },
  };
}

export const rowId = (table: string, row: number): string => `${table}r${row}`;

function cellNode(cell: Cell | undefined, { table, id }: { readonly table: Table; readonly id: string }): Node {
  if (!cell) return { text: '' };
  const { text, across, down, align = 'left', face = 'fangsong' } = cell;
  return {
    ...run(text === '' && id !== '' ? NOTHING : text, face),
    ...(id !== '' && { id }),
    fontSize: table.points,
    alignment: align === 'both' ? 'justify' : align,
    lineHeight: CELL_PITCH / NATURAL_PITCH,
    ...(across !== undefined && { colSpan: across }),
    ...(down !== undefined && { rowSpan: down }),
    verticalAlignment: table.vertical === 'center' ? 'middle' : 'top',
  };
}

/** “— 1 —” one character from the outer side, and on the other side how to check the paper. */
export function footerNode(page: number, { orientation, verification }: Paper): Node {
  const { margin } = PAGES[orientation];
  const [left, right] = [points(margin.left), points(margin.right)];
  const odd = page % 2 === 1;
  const number: Node = {
    text: `—\u00a0${page}\u00a0—`,
    fontSize: 14,
    width: 90,
    alignment: odd ? 'right' : 'left',
    margin: [14, 0, 14, 0],
  };
  const check: Node = { text: verification?.line ?? '', fontSize: 9, width: '*', margin: [0, 5, 0, 0] };
  return {
    margin: [left, 8, right, 0],
    columns: odd ? [check, number] : [number, { ...check, alignment: 'right' }],
  };
}
