/** Lines, tables and page numbers with the library that writes documents. */
import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  HeightRule,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  Table as WordTable,
} from 'docx';
import { fontsOf, OFF_GRID_STYLE } from './document-parts.js';
import {
  BODY_POINTS,
  BODY_SPACING,
  FOOTER_FROM_EDGE,
  GRID,
  LINE_TWIPS,
  PAGE_NUMBER_POINTS,
  PAGES,
  twips,
} from './page.js';
import type { Align, Block, Cell, Face, Line, Paper, Table } from './paper.js';

const ALIGNMENT = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
} as const;
/** What a cell keeps free at its left and right, in twips. */
const CELL_SIDE = 57;
const CELL_TOP = 20;
const TABLE_PITCH = 1.35;

export function packDocument(paper: Paper): Promise<ArrayBuffer> {
  const { width, height, margin } = PAGES[paper.orientation];
  const isLandscape = paper.orientation === 'landscape';
  return Packer.toArrayBuffer(
    new Document({
      evenAndOddHeaderAndFooters: true,
      defaultTabStop: twips(BODY_POINTS),
      sections: [
        {
          properties: {
            page: {
              // The library takes the sides of the upright page and turns them.
              size: {
                width: isLandscape ? height : width,
                height: isLandscape ? width : height,
                orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
              },
              margin: { ...margin, header: twips(42), footer: FOOTER_FROM_EDGE, gutter: 0 },
            },
            grid: { type: DocumentGridType.LINES_AND_CHARS, ...GRID },
          },
          footers: { default: pageFoot('right', paper), even: pageFoot('left', paper) },
          children: paper.blocks.map(packBlock),
        },
      ],
    }),
  );
}

function packBlock(block: Block): Paragraph | WordTable {
  return block.kind === 'line' ? packLine(block) : packTable(block);
}

function runOf(face: Face, points: number, more: IRunOptions): TextRun {
  return new TextRun({
    ...more,
    snapToGrid: false,
    font: fontsOf(face),
    size: points * 2,
    sizeComplexScript: points * 2,
  });
}

function packLine(line: Line): Paragraph {
  const { runs, points, align, pitch, firstLine, right, newPage, keepNext } = line;
  const indent = {
    ...(firstLine !== undefined && {
      firstLineChars: firstLine * 100,
      firstLine: firstLine * (twips(points) + BODY_SPACING),
    }),
    ...(right !== undefined && { right: twips(right * points) }),
  };
  const closer = points === BODY_POINTS ? { characterSpacing: BODY_SPACING } : {};
  return new Paragraph({
    style: OFF_GRID_STYLE,
    alignment: ALIGNMENT[align],
    indent,
    spacing: { line: pitch === undefined ? LINE_TWIPS : twips(pitch), lineRule: LineRuleType.EXACT },
    ...(newPage && { pageBreakBefore: true }),
    ...(keepNext && { keepNext: true }),
    children: runs.map(({ text, face }) => runOf(face, points, { text, ...closer })),
  });
}

function packTable(table: Table): WordTable {
  const width = table.widths.reduce((sum, one) => sum + one, 0);
  return new WordTable({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: width, type: WidthType.DXA },
    columnWidths: [...table.widths],
    margins: { marginUnitType: WidthType.DXA, left: CELL_SIDE, right: CELL_SIDE, top: CELL_TOP, bottom: CELL_TOP },
    rows: packRows(table),
  });
}

/** Goes down the rows and keeps count of the columns that a cell above still covers. */
function packRows(table: Table): TableRow[] {
  const { rows, widths, headRows, rowPoints, keepNext = 0 } = table;
  const covered = widths.map(() => 0);
  return rows.map((cells, index) => {
    let column = 0;
    const packed = cells.map((cell) => {
      while ((covered[column] ?? 0) > 0) column += 1;
      const end = column + (cell.across ?? 1);
      const width = widths.slice(column, end).reduce((sum, one) => sum + one, 0);
      covered.fill(cell.down ?? 1, column, end);
      column = end;
      return packCell(cell, width, table);
    });
    for (const [at, left] of covered.entries()) covered[at] = Math.max(0, left - 1);
    return new TableRow({
      ...(index < headRows && { tableHeader: true }),
      // A page's end inside a merged cell loses lines in some programs.
      cantSplit: true,
      ...(index >= rows.length - keepNext && { keepNext: true }),
      height: { value: twips(rowPoints), rule: HeightRule.ATLEAST },
      children: packed,
    });
  });
}

function packCell({ text, across, down, align = 'left', face = 'fangsong' }: Cell, width: number, table: Table) {
  const { points, vertical } = table;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(across !== undefined && { columnSpan: across }),
    ...(down !== undefined && { rowSpan: down }),
    verticalAlign: vertical === 'top' ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
    children: text.split('\n').map(
      (line) =>
        new Paragraph({
          style: OFF_GRID_STYLE,
          alignment: ALIGNMENT[align],
          spacing: { line: twips(points * TABLE_PITCH), lineRule: LineRuleType.EXACT },
          children: [runOf(face, points, { text: line })],
        }),
    ),
  });
}

/** “— 1 —” one character from the outer side; the number is the paper's only field. How to check the paper stands below. */
function pageFoot(align: Extract<Align, 'left' | 'right'>, { verification }: Paper): Footer {
  const gap = twips(PAGE_NUMBER_POINTS);
  const run = (more: IRunOptions) => runOf('song', PAGE_NUMBER_POINTS, more);
  return new Footer({
    children: [
      new Paragraph({
        style: OFF_GRID_STYLE,
        alignment: ALIGNMENT[align],
        indent: { [align]: gap },
        children: [run({ text: '— ' }), run({ children: [PageNumber.CURRENT] }), run({ text: ' —' })],
      }),
      ...(verification ? [checkLine(verification.line)] : []),
    ],
  });
}

function checkLine(text: string): Paragraph {
  return new Paragraph({ style: OFF_GRID_STYLE, alignment: ALIGNMENT.center, children: [runOf('song', 9, { text })] });
}
