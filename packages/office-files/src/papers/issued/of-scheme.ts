/** A scheme back as the document it was issued as: its own columns and words, and below the tables what holds for all of them. */
import {
  type Bonus,
  type CalendarEntry,
  type Scheme,
  type Sheet,
  type SheetColumn,
  type SheetColumnKind,
  sheetColumns,
  supplierNames,
} from '@kaohe/scoring';
import type { Cell } from '../layout/paper.js';
import { chineseDays, chineseNumber } from '../layout/words.js';
import { type PrintedItem, type PrintedSheet, printedSheet, rowsCovered, withMarks } from '../printed-sheet.js';
import { COLUMN_WEIGHTS } from './column-weights.js';
import { covering, type IssuedDocument, type IssuedPart, type IssuedTable } from './issued-document.js';

export function schemeDocument(scheme: Scheme): IssuedDocument {
  const { title, documentNumber, issuer, period, sheets } = scheme;
  return {
    title,
    madeOn: period.to,
    above: [documentNumber, issuer !== undefined && !title.includes(issuer) ? issuer : undefined].filter(
      (line): line is string => line !== undefined,
    ),
    tables: sheets.map((sheet) => tableOf(scheme, sheet)),
    below: numberedParts([
      { heading: '加分项', lines: bonusLines(scheme.bonus, sheets) },
      { heading: '否决项', lines: vetoLines(scheme) },
      { heading: '考核等次', lines: scheme.gradeBands.map(({ quote }) => quote) },
      { heading: '评先评优', lines: awardLines(scheme) },
      { heading: '考核组成', lines: compositionLines(scheme) },
      { heading: '时间安排', lines: calendarLines(scheme) },
      { heading: '提供单位', lines: supplierLines(sheets) },
    ]),
  };
}

function numberedParts(parts: readonly IssuedPart[]): IssuedPart[] {
  return parts
    .filter(({ lines }) => lines.length > 0)
    .map(({ heading, lines }, index) => ({ heading: `${chineseNumber(index + 1)}、${heading}`, lines }));
}

function tableOf(scheme: Scheme, sheet: Sheet): IssuedTable {
  const printed = printedSheet(scheme, sheet.id) as PrintedSheet;
  const columns = issuedColumns(sheet);
  return {
    annex: sheet.annex,
    title: sheet.title,
    subtitle: `满分${sheet.fullMarks}分`,
    columns: columns.map(({ head, kind }) => ({ head, weight: COLUMN_WEIGHTS[kind] })),
    rows: printed.items.flatMap((item) =>
      item.rows.map((_, index) => columns.flatMap(({ kind }) => cellOf(item, index, kind))),
    ),
    note: sheet.note,
  };
}

/** Every column as it was issued; of two for requirements the first holds the words of both. */
function issuedColumns({ columns }: Sheet): SheetColumn[] {
  const all = sheetColumns(columns);
  const first = all.findIndex(({ kind }) => kind === 'requirement');
  return withMarks(
    all.map((one, index) => (one.kind === 'requirement' && index > first ? { ...one, kind: 'blank' } : one)),
  );
}

/** What a cell above covers is left out. */
function cellOf(item: PrintedItem, index: number, kind: SheetColumnKind): Cell[] {
  const { rows } = item;
  const row = rows[index];
  if (!row) return [];
  const overItem = (cell: Cell): Cell[] => (index === 0 ? [covering(cell, rows.length)] : []);
  switch (kind) {
    case 'item':
      return overItem({ text: item.name });
    case 'marks':
      if (rows.every(({ marks }) => marks === undefined)) return overItem({ text: `${item.marks}分`, align: 'center' });
      return [{ text: row.marks ?? '', align: 'center' }];
    case 'requirement':
      if (row.requirement === undefined && index > 0) return [];
      return [covering({ text: row.requirement ?? '' }, rowsCovered(rows, index))];
    case 'number':
      return [{ text: row.number, align: 'center' }];
    case 'blank':
      return [{ text: '' }];
    default:
      return [{ text: row[kind] ?? '' }];
  }
}

/** A sentence that a note has said is pointed at, not printed twice. */
function bonusLines({ kinds, quote }: Bonus, sheets: readonly Sheet[]): string[] {
  const noted = (words: string): boolean => sheets.some(({ note }) => note?.includes(words));
  const lines = kinds.filter((kind) => !noted(kind.quote)).map((kind) => `${kind.name}：${kind.quote}`);
  const limit = kinds.length > 0 && !noted(quote) ? [quote] : [];
  return lines.length < kinds.length ? ['见各表备注。', ...lines, ...limit] : [...lines, ...limit];
}

function vetoLines({ vetoes }: Scheme): string[] {
  return vetoes.map(({ quote, effect, grade }) => {
    if (!quote.endsWith('的')) return quote;
    return effect === 'grade-fail' && grade !== undefined ? `${quote}，评定为${grade}。` : `${quote}，实行“一票否决”。`;
  });
}

function awardLines({ awards }: Scheme): string[] {
  return awards.flatMap(({ quote, disqualified }) => [
    quote,
    ...disqualified.map((one) => `${one.quote}${one.quote.endsWith('的') ? '' : '的'}，取消评先资格。`),
  ]);
}

/** A part whose sentence is the sheet's title says nothing more. */
function compositionLines({ sheets }: Scheme): string[] {
  const lines = sheets.flatMap(({ parts, title }) =>
    parts.map(({ quote }) => quote).filter((quote) => quote !== title),
  );
  return [...new Set(lines)];
}

function calendarLines({ calendar, period }: Scheme): string[] {
  return [`考核时限：${chineseDays(period)}。`, ...calendar.map(({ quote }: CalendarEntry) => quote)];
}

/** Where the table has no column for it: each supplier with the rows of each table. */
function supplierLines(sheets: readonly Sheet[]): string[] {
  const places = new Map<string, string[]>();
  for (const { annex, title, columns, items } of sheets) {
    if (sheetColumns(columns).some(({ kind }) => kind === 'supplier')) continue;
    const rows = items.flatMap((item) => item.rows.map((row) => ({ row: row.row, names: supplierNames(row) })));
    for (const name of new Set(rows.flatMap(({ names }) => names))) {
      const numbers = rows.filter(({ names }) => names.includes(name)).map(({ row }) => row);
      const place = `${sheets.length > 1 ? (annex ?? title) : ''}第${numbers.join('、')}行`;
      places.set(name, [...(places.get(name) ?? []), place]);
    }
  }
  return [...places].map(([name, lines]) => `${name}：${lines.join('；')}。`);
}
