/** Lines, tables and page numbers with the library that writes PDF. It reaches no file and no network: the fonts are handed in. */
import pdfmake from 'pdfmake';
import { cutTable, type Heights, mergedCells, pageParts, type TablePart, withoutMerged } from './merged-cells.js';
import { PAGES } from './page.js';
import type { Block, Paper, Table } from './paper.js';
import { footerNode, lineNode, type Node, type PdfFonts, points, rowId, tableNode } from './pdf-parts.js';

interface Packing {
  readonly fonts: PdfFonts;
  readonly properties: Node;
}

/** What is used of the library; its published types know neither the store of files nor bytes without Node. */
interface PdfMaker {
  readonly virtualfs: { existsSync(name: string): boolean; writeFileSync(name: string, bytes: Uint8Array): void };
  setFonts(fonts: object): void;
  setUrlAccessPolicy(allow: (url: string) => boolean): void;
  setLocalAccessPolicy(allow: (path: string) => boolean): void;
  createPdf(document: Node): { getBuffer(): Promise<Uint8Array> };
}
const maker = pdfmake as unknown as PdfMaker;

const FONT = 'NotoSerifSC';
const REGULAR = 'regular.ttf';
const BOLD = 'bold.ttf';
/** A page that never ends: where things lie on it says how high they are. */
const ENDLESS = 1_000_000;
/** Lines of a table and rounding. */
const SLACK = 4;
const ONE_ROW: TablePart = { from: 0, to: 1 };

/** What the library tells of a node once it knows where it lies. */
interface Placed {
  readonly id?: string;
  readonly startPosition: { readonly top: number };
  readonly pageNumbers: readonly number[];
}
interface Around {
  getFollowingNodesOnPage(): readonly Placed[];
}
type BreakBefore = (node: Placed, around: Around) => boolean;

/** For each table what is on its pages; a table that is not named flows. */
type Cuts = ReadonlyMap<number, readonly TablePart[]>;

export async function packPdf(paper: Paper, packing: Packing): Promise<Uint8Array> {
  handOverFonts(packing.fonts);
  const cuts = await mergedCuts(paper);
  const pages = new Map<string, number>();
  const bytes = await write(paper, { packing, cuts, pages });
  const torn = tornTables(paper.blocks, { pages, cuts });
  return torn.size === 0 ? bytes : await write(paper, { packing, cuts: new Map([...cuts, ...torn]), pages });
}

function handOverFonts({ regular, bold }: PdfFonts): void {
  if (maker.virtualfs.existsSync(REGULAR)) return;
  maker.virtualfs.writeFileSync(REGULAR, regular);
  maker.virtualfs.writeFileSync(BOLD, bold);
  maker.setFonts({ [FONT]: { normal: REGULAR, bold: BOLD } });
  maker.setUrlAccessPolicy(() => false);
  maker.setLocalAccessPolicy(() => false);
}

interface Writing {
  readonly packing: Packing;
  readonly cuts: Cuts;
  /** The page each block and each row begins on; written while laying out. */
  readonly pages: Map<string, number>;
}

async function write(paper: Paper, { packing, cuts, pages }: Writing): Promise<Uint8Array> {
  const { width, height } = PAGES[paper.orientation];
  const bytes = await maker
    .createPdf({
      ...pageOf(paper, points(height)),
      pageSize: { width: points(width), height: points(height) },
      info: packing.properties,
      language: 'zh-CN',
      displayTitle: true,
      version: '1.7',
      content: paper.blocks.flatMap((block, at) => blockNodes(block, at, cuts.get(at))),
      footer: (page: number) => footerNode(page, paper),
      pageBreakBefore: breakBefore(paper.blocks, pages),
    })
    .getBuffer();
  return new Uint8Array(bytes);
}

function pageOf({ orientation }: Paper, height: number): Node {
  const { width, margin } = PAGES[orientation];
  return {
    pageSize: { width: points(width), height },
    pageMargins: [margin.left, margin.top, margin.right, margin.bottom].map(points),
    defaultStyle: { font: FONT },
  };
}

const nodeId = (at: number): string => `b${at}`;

function blockNodes(block: Block, at: number, parts: readonly TablePart[] | undefined): Node[] {
  const id = nodeId(at);
  if (block.kind === 'line') return [lineNode(block, id)];
  if (!parts) return [tableNode(block, { id, part: wholeOf(block) })];
  return parts.map((part, index) => ({
    ...tableNode(cutTable(block, part.from, part.to), { id: index === 0 ? id : `${id}p${index}`, part }),
    ...(index > 0 && { pageBreak: 'before' }),
  }));
}

const wholeOf = ({ headRows, rows }: Table): TablePart => ({ from: headRows, to: rows.length });

/** Notes where everything begins, and breaks before a line that would part from what it has to stand with. */
function breakBefore(blocks: readonly Block[], pages: Map<string, number>): BreakBefore {
  return ({ id = '', pageNumbers }, around) => {
    if (id === '') return false;
    const page = Math.min(...pageNumbers);
    const kept = keptWith(blocks, Number(/^b(\d+)$/.exec(id)?.[1] ?? Number.NaN));
    const here = kept.length === 0 ? [] : beginningOn(Math.max(...pageNumbers), around);
    const isTorn = kept.some((one) => !here.includes(nodeId(one)));
    pages.set(id, isTorn ? page + 1 : page);
    return isTorn;
  };
}

function beginningOn(page: number, around: Around): string[] {
  return around
    .getFollowingNodesOnPage()
    .flatMap(({ id = '', pageNumbers }) => (Math.min(...pageNumbers) === page ? [id] : []));
}

/** The blocks that stay on the page of a line: as long as each is kept with the next. */
function keptWith(blocks: readonly Block[], at: number): number[] {
  const block = blocks[at];
  const next = at + 1;
  if (block?.kind !== 'line' || !block.keepNext || next >= blocks.length) return [];
  return [next, ...keptWith(blocks, next)];
}

/** Tables whose last rows have to begin a page, as what follows them would stand there alone. */
function tornTables(
  blocks: readonly Block[],
  { pages, cuts }: { readonly pages: ReadonlyMap<string, number>; readonly cuts: Cuts },
): Map<number, TablePart[]> {
  const torn = blocks.flatMap((block, at): [number, TablePart[]][] => {
    if (block.kind !== 'table' || !block.keepNext || cuts.has(at)) return [];
    const { headRows, rows, keepNext } = block;
    const first = rows.length - keepNext;
    const kept = Array.from({ length: keepNext }, (_, index) => rowId(nodeId(at), first + index));
    const ids = [...kept, ...(blocks[at + 1] ? [nodeId(at + 1)] : [])];
    const isTorn = new Set(ids.map((id) => pages.get(id))).size > 1 && first > headRows;
    const parts = [
      { from: headRows, to: first },
      { from: first, to: rows.length },
    ];
    return isTorn ? [[at, parts]] : [];
  });
  return new Map(torn);
}

/** The library loses borders and text of a merged cell that a page's end cuts: such tables are cut here, page by page. */
async function mergedCuts(paper: Paper): Promise<Cuts> {
  const cuts = new Map<number, readonly TablePart[]>();
  for (const [at, block] of paper.blocks.entries())
    if (block.kind === 'table' && mergedCells(block).length > 0)
      cuts.set(at, pageParts(block, await measure(paper, block, at)));
  return cuts;
}

/** How high rows and merged cells are, and how much of its first page is left for the table. */
async function measure(paper: Paper, table: Table, at: number): Promise<Heights> {
  const tops = new Map<string, number>();
  const merged = mergedCells(table);
  const single = withoutMerged(table);
  const bare = { ...table, headRows: 0 };
  const probe = (cell: Node, id: string): Node[] => [cell, { id, text: ' ', fontSize: 1 }];
  await maker
    .createPdf({
      ...pageOf(paper, ENDLESS),
      content: [
        ...paper.blocks.slice(0, at).flatMap((block, before) => blockNodes(block, before, undefined)),
        { id: 'top', text: ' ', fontSize: 1 },
        ...single.rows.flatMap((row, index) =>
          probe(tableNode({ ...bare, rows: [row] }, { id: `m${index}`, part: ONE_ROW }), `row${index}`),
        ),
        { id: 'cells', text: ' ', fontSize: 1 },
        ...merged.flatMap(({ cell, column }, index) => {
          const { down: _down, across = 1, ...one } = cell;
          const width = table.widths.slice(column, column + across).reduce((sum, part) => sum + part, 0);
          return probe(
            tableNode({ ...bare, widths: [width], rows: [[one]] }, { id: `n${index}`, part: ONE_ROW }),
            `cell${index}`,
          );
        }),
      ],
      pageBreakBefore: (node: Placed) => {
        if (node.id) tops.set(node.id, node.startPosition.top);
        return false;
      },
    })
    .getBuffer();
  const top = (id: string) => tops.get(id) ?? 0;
  const gap = top('cells') - top(`row${single.rows.length - 1}`);
  const between = (id: string, before: string) => top(id) - top(before) - gap;
  const heights = single.rows.map((_, index) => between(`row${index}`, index === 0 ? 'top' : `row${index - 1}`));
  const { height, margin } = PAGES[paper.orientation];
  const room = points(height - margin.top - margin.bottom) - SLACK;
  const head = heights.slice(0, table.headRows).reduce((sum, one) => sum + one, 0);
  return {
    rows: heights,
    merged: merged.map((one, index) => ({
      at: one,
      height: between(`cell${index}`, index === 0 ? 'cells' : `cell${index - 1}`),
    })),
    first: room - head - ((top('top') - points(margin.top)) % room),
    others: room - head,
  };
}
