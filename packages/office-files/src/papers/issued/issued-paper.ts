/** An issued document as a paper: across where its table is wide, the table's head on every page. */

import { fitted } from '../layout/fitted.js';
import { type Orientation, PAGES } from '../layout/page.js';
import { type Block, headCells, type Line, type Paper, type Table, titleLines } from '../layout/paper.js';
import type { IssuedDocument, IssuedPart, IssuedTable } from './issued-document.js';

const POINTS = 9;
/** So many columns stand beside each other on an upright page. */
const NARROW = 3;

export function issuedPaper(document: IssuedDocument): Paper {
  const { title, madeOn, above, tables, below } = document;
  const orientation = tables.every(({ columns }) => columns.length <= NARROW) ? 'portrait' : 'landscape';
  return {
    title,
    madeOn,
    orientation,
    blocks: [
      ...titleLines([title]),
      ...above.map((text) => line(text)),
      ...tables.flatMap((table, index) => tableBlocks(table, { document, orientation, newPage: index > 0 })),
      ...below.flatMap(partBlocks),
    ],
  };
}

interface Around {
  readonly document: IssuedDocument;
  readonly orientation: Orientation;
  readonly newPage: boolean;
}

function tableBlocks(table: IssuedTable, { document, orientation, newPage }: Around): Block[] {
  const { annex, title, subtitle, note } = table;
  const own = title === document.title ? undefined : title;
  const heads: Line[] = [
    ...(annex ? [{ ...line(annex, 'hei'), keepNext: true }] : []),
    ...(own ? titleLines([own]) : []),
    ...(subtitle ? [{ ...line(subtitle), align: 'right' as const, keepNext: true }] : []),
  ];
  return [
    ...heads.map((one, index) => (newPage && index === 0 ? { ...one, newPage } : one)),
    wordTable(table, orientation),
    ...(note ? [line(note)] : []),
  ];
}

function wordTable({ columns, rows }: IssuedTable, orientation: Orientation): Table {
  return {
    kind: 'table',
    widths: fitted(
      columns.map(({ weight }) => weight),
      PAGES[orientation].textWidth,
    ),
    points: POINTS,
    headRows: 1,
    vertical: 'top',
    rowPoints: 18,
    rows: [headCells(columns.map(({ head }) => head)), ...rows],
  };
}

function partBlocks({ heading, lines }: IssuedPart): Line[] {
  return [...(heading ? [{ ...line(heading, 'hei'), keepNext: true }] : []), ...lines.map((text) => line(text))];
}

function line(text: string, face: 'hei' | 'fangsong' = 'fangsong'): Line {
  return { kind: 'line', runs: [{ text, face }], points: 12, align: 'left', pitch: 22 };
}
