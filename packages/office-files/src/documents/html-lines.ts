/** The HTML a Word file is turned into → lines of text: paragraphs, numbered lists, tables as tabbed rows. */
import { type Attributes, walkXml } from '../ooxml/walk-xml.js';
import { PARAGRAPH_BREAK, type TableCell, tableLines } from './table-lines.js';

interface OpenCell {
  readonly columns: number;
  readonly rows: number;
  paragraphs: string[];
}

interface OpenTable {
  readonly rows: TableCell[][];
  cell: OpenCell | undefined;
}

const BLOCKS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li']);

/** Goes through the HTML once; what is inside a table of a table belongs to the outer cell. */
class LineWriter {
  readonly lines: string[] = [];
  private text = '';
  private readonly tables: OpenTable[] = [];
  private readonly lists: { readonly ordered: boolean; count: number }[] = [];

  open(name: string, attributes: Attributes): void {
    if (BLOCKS.has(name)) this.endParagraph();
    if (name === 'ol' || name === 'ul') this.lists.push({ ordered: name === 'ol', count: 0 });
    if (name === 'li') this.text = this.numbering();
    if (name === 'br') this.endParagraph();
    if (name === 'table') {
      this.endParagraph();
      this.tables.push({ rows: [], cell: undefined });
    }
    if (name === 'tr') this.table?.rows.push([]);
    if ((name === 'td' || name === 'th') && this.table)
      this.table.cell = { columns: spanOf(attributes.colspan), rows: spanOf(attributes.rowspan), paragraphs: [] };
  }

  close(name: string): void {
    if (BLOCKS.has(name)) this.endParagraph();
    if (name === 'ol' || name === 'ul') this.lists.pop();
    if (name === 'td' || name === 'th') this.endCell();
    if (name === 'table') this.endTable();
  }

  add(text: string): void {
    this.text += text.replace(/[\t\n\r]+/g, ' ');
  }

  private get table(): OpenTable | undefined {
    return this.tables[this.tables.length - 1];
  }

  private numbering(): string {
    const list = this.lists[this.lists.length - 1];
    if (!list?.ordered) return '';
    list.count += 1;
    return this.lists.length === 1 ? `${list.count}.` : `（${list.count}）`;
  }

  private endParagraph(): void {
    const text = this.text.trim();
    this.text = '';
    if (text === '') return;
    const cell = this.table?.cell;
    if (cell) cell.paragraphs.push(text);
    else this.lines.push(text);
  }

  private endCell(): void {
    this.endParagraph();
    const { table } = this;
    if (!table?.cell) return;
    const { columns, rows, paragraphs } = table.cell;
    table.rows[table.rows.length - 1]?.push({ columns, rows, text: paragraphs.join(PARAGRAPH_BREAK) });
    table.cell = undefined;
  }

  private endTable(): void {
    const table = this.tables.pop();
    if (!table) return;
    const lines = tableLines(table.rows);
    const outer = this.table?.cell;
    if (outer) outer.paragraphs.push(...lines.map((line) => line.replace(/\t+/g, ' ')));
    else this.lines.push(...lines);
  }
}

export function htmlLines(html: string): string[] {
  const writer = new LineWriter();
  walkXml(`<root>${html}</root>`, {
    open: (name, attributes) => writer.open(name, attributes),
    text: (text) => writer.add(text),
    close: (name) => writer.close(name),
  });
  return writer.lines;
}

function spanOf(attribute: string | undefined): number {
  const span = Number(attribute ?? '1');
  return Number.isInteger(span) && span > 0 && span < 1000 ? span : 1;
}
