/** A sheet as printed: its own columns, cells merged as in the document. What stands in and beside the sentences is the page's. */
import {
  type AssessmentItem,
  type Criterion,
  cellText,
  type Sheet,
  type SheetColumn,
  shownColumns,
  supplierNames,
} from '@kaohe/scoring';
import type { ReactNode } from 'react';
import type { Span } from './clause-spans';
import { clauseSpans } from './clause-spans';
import { hasRowMarks, rowSpan } from './columns';
import './printed-sheet.css';

export interface SheetSlots {
  readonly caption: string;
  /** A scoring sentence in its place. */
  readonly renderClause: (span: Span, row: Criterion) => ReactNode;
  /** A line across the table above an item. */
  readonly renderItemHead?: (item: AssessmentItem) => ReactNode;
  /** What stands under a criterion's text. */
  readonly renderBelow?: (row: Criterion) => ReactNode;
  /** A sign beside the row's text, in the margin. */
  readonly renderMargin?: (row: Criterion) => ReactNode;
  /** One column more than printed. */
  readonly lastColumn?: { readonly head: string; readonly render: (row: Criterion) => ReactNode };
  readonly classOfRow?: (row: Criterion) => string;
}

interface PrintedSheetProps {
  readonly sheet: Sheet;
  readonly slots: SheetSlots;
}

export function PrintedSheet({ sheet, slots }: PrintedSheetProps) {
  const columns = shownColumns(sheet.columns);
  const rowMarks = hasRowMarks(sheet);
  return (
    <div className="paper printed" lang="zh-CN">
      <table className="printed-sheet">
        <caption className="visually-hidden">{slots.caption}</caption>
        <thead>
          <tr>
            {columns.map(({ head, kind }) => (
              <th key={head} scope="col" className={`column-${kind}`}>
                {head}
              </th>
            ))}
            {slots.lastColumn && (
              <th scope="col" className="column-last">
                {slots.lastColumn.head}
              </th>
            )}
          </tr>
        </thead>
        {sheet.items.map((item) => (
          <tbody key={item.id} data-show={item.id}>
            {slots.renderItemHead && (
              <tr className="item-head">
                <td colSpan={columns.length + (slots.lastColumn ? 1 : 0)}>{slots.renderItemHead(item)}</td>
              </tr>
            )}
            {item.rows.map((row, index) => (
              <SheetRow key={row.id} place={{ item, row, index, rowMarks }} columns={columns} slots={slots} />
            ))}
          </tbody>
        ))}
      </table>
      {sheet.note && <p className="sheet-note">{sheet.note}</p>}
    </div>
  );
}

/** A row where it stands in its item. */
interface RowPlace {
  readonly item: AssessmentItem;
  readonly row: Criterion;
  readonly index: number;
  /** The marks of each row are printed beside it; those of the item stand with its name. */
  readonly rowMarks: boolean;
}

interface SheetRowProps {
  readonly place: RowPlace;
  readonly columns: readonly SheetColumn[];
  readonly slots: SheetSlots;
}

function SheetRow({ place, columns, slots }: SheetRowProps) {
  const { row } = place;
  return (
    <tr id={row.id} data-show={row.id} tabIndex={-1} className={slots.classOfRow?.(row)}>
      {columns.map((column) => (
        <Cell key={column.head} place={place} column={column} slots={slots} />
      ))}
      {slots.lastColumn && <td className="column-last">{slots.lastColumn.render(row)}</td>}
    </tr>
  );
}

interface CellProps {
  readonly place: RowPlace;
  readonly column: SheetColumn;
  readonly slots: SheetSlots;
}

function Cell({ place: { item, row, index, rowMarks }, column: { kind }, slots }: CellProps) {
  switch (kind) {
    case 'number':
      return <td className="row-number">{row.row}</td>;
    case 'item':
      return index > 0 ? null : (
        <Merged rows={item.rows.length} kind="item-name" text={rowMarks ? item.marksQuote : item.name} />
      );
    case 'name':
      return <td className="row-name">{row.name}</td>;
    case 'requirement':
      if (index > 0 && row.requirement === undefined) return null;
      return <Merged rows={rowSpan(item, index)} kind="requirement" text={cellText(row.requirement)} />;
    case 'criterion':
      return <CriterionCell row={row} slots={slots} />;
    case 'marks':
      if (rowMarks) return <td className="marks">{row.fullMarks}</td>;
      return index > 0 ? null : <Merged rows={item.rows.length} kind="marks" text={item.marksQuote} />;
    case 'method':
      return <td className="method">{cellText(row.method)}</td>;
    case 'supplier':
      return <td className="method">{supplierNames(row).join('、')}</td>;
    case 'blank':
      return null;
  }
}

/** A cell over several rows; its text stays in view while they pass. */
function Merged({ rows, kind, text }: { readonly rows: number; readonly kind: string; readonly text: string }) {
  if (rows === 1) return <td className={kind}>{text}</td>;
  return (
    <td rowSpan={rows} className={kind}>
      <span className="stays">{text}</span>
    </td>
  );
}

function CriterionCell({ row, slots }: { readonly row: Criterion; readonly slots: SheetSlots }) {
  return (
    <td className="criterion">
      {slots.renderMargin?.(row)}
      <div className="sentences">
        {clauseSpans(row).map((span, at) =>
          span.clause || span.notScoring ? (
            // The pieces of one fixed text never change their order.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <span key={at}>{slots.renderClause(span, row)}</span>
          ) : (
            span.text
          ),
        )}
      </div>
      {slots.renderBelow?.(row)}
    </td>
  );
}
