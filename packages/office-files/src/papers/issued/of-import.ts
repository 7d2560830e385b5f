/** What an importer read of a document, back as that document: `kaohe import --json`, the parts of it that are printed. */
import type { Cell } from '../layout/paper.js';
import { COLUMN_WEIGHTS } from './column-weights.js';
import { covering, type IssuedColumn, type IssuedDocument } from './issued-document.js';

export interface ReadRow {
  readonly label: string;
  readonly fullMarks: string | null;
  readonly inner: boolean;
  readonly cells: readonly string[];
}

export interface ReadItem {
  readonly name: string;
  readonly fullMarks: string | null;
  readonly rows: readonly ReadRow[];
}

export interface ReadPart {
  readonly place: 'above' | 'below';
  readonly name: string;
  readonly rows: readonly ReadRow[];
}

export interface ReadScheme {
  readonly title: string;
  readonly items: readonly ReadItem[];
  readonly parts: readonly ReadPart[];
}

/** The value where it is what `kaohe import --json` prints; anything may stand in a file. */
export function readImported(value: unknown): ReadScheme | undefined {
  if (!isRecord(value)) return undefined;
  const { title, items, parts } = value;
  if (typeof title !== 'string' || !Array.isArray(items) || !Array.isArray(parts)) return undefined;
  const isPart = (one: unknown): boolean =>
    isRecord(one) && typeof one.name === 'string' && Array.isArray(one.rows) && one.rows.every(isRow);
  const isItem = (one: unknown): boolean => isPart(one) && isRecord(one) && isMarks(one.fullMarks);
  const isPlaced = (one: unknown): boolean =>
    isPart(one) && isRecord(one) && /^(?:above|below)$/.test(String(one.place));
  // Checked above: the rest of what the importer prints is not needed here.
  return items.every(isItem) && parts.every(isPlaced) ? (value as unknown as ReadScheme) : undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isMarks = (value: unknown): boolean => value === null || typeof value === 'string';

function isRow(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { label, fullMarks, inner, cells } = value;
  const areTexts = Array.isArray(cells) && cells.every((cell) => typeof cell === 'string');
  return typeof label === 'string' && isMarks(fullMarks) && typeof inner === 'boolean' && areTexts;
}

export function importedDocument(scheme: ReadScheme, madeOn: string): IssuedDocument {
  const { title, items, parts } = scheme;
  const lines = (place: ReadPart['place']) => parts.filter((part) => part.place === place).map(partLines);
  const below = lines('below').filter((one) => one.length > 0);
  const columns = columnsOf(items);
  return {
    title,
    madeOn,
    above: lines('above')
      .flat()
      .filter((line) => line !== title),
    tables: [
      {
        columns: columns.map(({ head, weight }) => ({ head, weight })),
        rows: items.flatMap((item) => item.rows.map((_, index) => columns.flatMap(({ cell }) => cell(item, index)))),
      },
    ],
    below: below.map((one) => ({ lines: one })),
  };
}

/** A part's heading, then its rows, each behind its number; outside a table a cell ends as a sentence does. */
function partLines({ name, rows }: ReadPart): string[] {
  const texts = rows.flatMap(({ label, inner, cells }) => {
    const text = cells.map((cell, index) => (index < cells.length - 1 ? closed(cell) : cell)).join('');
    if (label === '' || text.startsWith(label)) return text.split('\n');
    return `${inner ? `（${label}）` : /\d$/.test(label) ? `${label}.` : `${label}：`}${text}`.split('\n');
  });
  const printed = texts.filter((text) => text !== '');
  return name === '' ? printed : [name, ...printed];
}

/** A name goes on with its sentence; what ends has its own line. */
function closed(cell: string): string {
  return /[。；：，、]$/.test(cell) ? `${cell}\n` : `${cell}。`;
}

interface TableColumn extends IssuedColumn {
  readonly cell: (item: ReadItem, index: number) => Cell[];
}

/** As many columns as the document needs; an item's marks have their own where rows have marks too. */
function columnsOf(items: readonly ReadItem[]): TableColumn[] {
  const rows = items.flatMap((item) => item.rows);
  const marksOverItem = items.every(isMarkedOnce);
  const hasRowMarks = rows.some(({ fullMarks }) => fullMarks !== null);
  const namesRows = rows.length > 0 && rows.every(({ label, cells }) => label !== '' && cells[0] === label);
  const hasNumbers =
    !namesRows && items.some(({ name, rows: own }) => own.some(({ label }) => label !== '' && label !== name));
  const isMarked = (item: ReadItem): boolean => item.fullMarks !== null && !namesMarks(item, item.fullMarks);
  const textsOf = ({ cells }: ReadRow): readonly string[] => (namesRows ? cells.slice(1) : cells);
  const width = rows.reduce((most, row) => Math.max(most, textsOf(row).length), 1);
  const texts = TEXT_HEADS.slice(-Math.min(width, TEXT_HEADS.length));
  return [
    ...(hasNumbers ? [column('序号', 'number', ({ rows: own }, index) => [centred(numberOf(own[index]))])] : []),
    column(
      '考核项目',
      'item',
      overItem(({ name }) => ({ text: name })),
    ),
    ...(!marksOverItem && items.some(isMarked)
      ? [
          column(
            '项目分值',
            'marks',
            overItem((item) => centred(isMarked(item) ? `${item.fullMarks}分` : '')),
          ),
        ]
      : []),
    ...(namesRows ? [column('二级指标', 'name', ({ rows: own }, index) => [{ text: own[index]?.label ?? '' }])] : []),
    ...texts.map((head, place) =>
      column(head, place === texts.length - 1 ? 'criterion' : 'requirement', ({ rows: own }, index) => {
        const row = own[index];
        return [{ text: row ? textAt(textsOf(row), place - texts.length) : '' }];
      }),
    ),
    ...(marksOverItem
      ? [
          column(
            '分值',
            'marks',
            overItem(({ fullMarks }) => centred(`${fullMarks}分`)),
          ),
        ]
      : []),
    ...(hasRowMarks && !marksOverItem
      ? [column('分值', 'marks', ({ rows: own }, index) => [centred(own[index]?.fullMarks ?? '')])]
      : []),
  ];
}

const TEXT_HEADS = ['考核要点', '考核内容', '评分标准'];

function column(head: string, kind: keyof typeof COLUMN_WEIGHTS, cell: TableColumn['cell']): TableColumn {
  return { head, weight: COLUMN_WEIGHTS[kind], cell };
}

const centred = (text: string): Cell => ({ text, align: 'center' });

function overItem(cellOf: (item: ReadItem) => Cell): TableColumn['cell'] {
  return (item, index) => (index === 0 ? [covering(cellOf(item), item.rows.length)] : []);
}

/** The marks of the item stand in its first row and nowhere else. */
function isMarkedOnce({ fullMarks, rows }: ReadItem): boolean {
  return fullMarks !== null && rows.every((row, index) => row.fullMarks === (index === 0 ? fullMarks : null));
}

/** The name ends with the marks: “一、组织领导（20分）”. */
function namesMarks({ name }: ReadItem, marks: string): boolean {
  return new RegExp(`${marks.replace('.', '\\.')}\\s*分?\\s*[）)]?$`).test(name.trim());
}

function numberOf(row: ReadRow | undefined): string {
  return row === undefined ? '' : row.inner ? `（${row.label}）` : row.label;
}

/** Texts stand at the right: the criteria are last. What is more than the columns goes before the first. */
function textAt(texts: readonly string[], fromRight: number): string {
  const at = texts.length + fromRight;
  const isFirst = fromRight === -TEXT_HEADS.length;
  return isFirst ? texts.slice(0, Math.max(0, at + 1)).join('\n') : (texts[at] ?? '');
}
