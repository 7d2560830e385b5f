/** Lines, tables and page numbers with the library that writes PDF. It reaches no file and no network: the fonts are handed in. */
import pdfmake from 'pdfmake';
import { PAGES } from './page.js';
import type { Block, Paper, Table } from './paper.js';
import { footerNode, lineNode, type Node, type PdfFonts, points, tableNode } from './pdf-parts.js';

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

/** Where a node of the layout begins: what the library tells of it before each page is settled. */
interface Placed {
  readonly id?: string;
  readonly pageNumbers: readonly number[];
}
interface Around {
  getFollowingNodesOnPage(): readonly Placed[];
}

export async function packPdf(paper: Paper, packing: Packing): Promise<Uint8Array> {
  handOverFonts(packing.fonts);
  const pages = new Map<string, number>();
  const bytes = await write(paper, packing, { pages, split: new Set() });
  const torn = tornTables(paper.blocks, pages);
  return torn.size === 0 ? bytes : await write(paper, packing, { pages, split: torn });
}

function handOverFonts({ regular, bold }: PdfFonts): void {
  if (maker.virtualfs.existsSync(REGULAR)) return;
  maker.virtualfs.writeFileSync(REGULAR, regular);
  maker.virtualfs.writeFileSync(BOLD, bold);
  maker.setFonts({ [FONT]: { normal: REGULAR, bold: BOLD } });
  maker.setUrlAccessPolicy(() => false);
  maker.setLocalAccessPolicy(() => false);
}

interface Layout {
  /** The page each block and each kept row begins on; written while laying out. */
  readonly pages: Map<string, number>;
  /** Tables whose last rows begin a page, as what follows would stand alone. */
  readonly split: ReadonlySet<number>;
}

async function write(paper: Paper, { properties }: Packing, { pages, split }: Layout): Promise<Uint8Array> {
  const { width, height, margin } = PAGES[paper.orientation];
  const { left, top, right, bottom } = margin;
  const bytes = await maker
    .createPdf({
      pageSize: { width: points(width), height: points(height) },
      pageMargins: [left, top, right, bottom].map(points),
      info: properties,
      language: 'zh-CN',
      displayTitle: true,
      version: '1.7',
      defaultStyle: { font: FONT },
      content: paper.blocks.flatMap((block, at) => blockNodes(block, { at, isSplit: split.has(at) })),
      footer: (page: number) => footerNode(page, paper),
      pageBreakBefore: (node: Placed, around: Around) => {
        const [page] = node.pageNumbers;
        if (node.id === undefined || node.id === '' || page === undefined) return false;
        pages.set(node.id, page);
        return isTorn(paper.blocks, { id: node.id, page: node.pageNumbers.slice(-1)[0] ?? page, around });
      },
    })
    .getBuffer();
  return new Uint8Array(bytes);
}

const nodeId = (at: number): string => `b${at}`;

function blockNodes(block: Block, { at, isSplit }: { readonly at: number; readonly isSplit: boolean }): Node[] {
  const id = nodeId(at);
  if (block.kind === 'line') return [lineNode(block, id)];
  const { rows, headRows, keepNext = 0 } = block;
  if (!isSplit) return [tableNode(block, { id, from: headRows, to: rows.length })];
  const cut = rows.length - keepNext;
  return [
    tableNode(block, { id, from: headRows, to: cut }),
    { text: '', pageBreak: 'after' },
    tableNode(block, { id: `${id}end`, from: cut, to: rows.length }),
  ];
}

/** Whether what a line has to stand with begins on a later page. */
function isTorn(
  blocks: readonly Block[],
  { id, page, around }: { readonly id: string; readonly page: number; readonly around: Around },
): boolean {
  const at = Number(/^b(\d+)$/.exec(id)?.[1] ?? Number.NaN);
  const kept = keptWith(blocks, at);
  if (kept.length === 0) return false;
  const here = new Set(
    around.getFollowingNodesOnPage().flatMap((node) => (node.pageNumbers[0] === page ? node.id : [])),
  );
  return kept.some((one) => !here.has(nodeId(one)));
}

/** The blocks that stay on the page of a line: as long as each is kept with the next. */
function keptWith(blocks: readonly Block[], at: number): number[] {
  const block = blocks[at];
  const next = at + 1;
  if (block?.kind !== 'line' || !block.keepNext || next >= blocks.length) return [];
  return [next, ...keptWith(blocks, next)];
}

/** Tables whose kept rows and what follows them do not all begin on one page. */
function tornTables(blocks: readonly Block[], pages: ReadonlyMap<string, number>): Set<number> {
  const torn = blocks.flatMap((block, at) => {
    if (block.kind !== 'table' || !block.keepNext) return [];
    const ids = [...keptRows(block).map((row) => `${nodeId(at)}r${row}`), ...(blocks[at + 1] ? [nodeId(at + 1)] : [])];
    return new Set(ids.map((id) => pages.get(id))).size > 1 ? [at] : [];
  });
  return new Set(torn);
}

function keptRows({ rows, keepNext = 0 }: Table): number[] {
  return Array.from({ length: keepNext }, (_, index) => rows.length - keepNext + index);
}
