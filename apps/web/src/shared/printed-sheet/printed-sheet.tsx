/** A sheet as printed: six columns, cells merged as in the document. What stands in and beside the sentences is the page's. */
import { type AssessmentItem, type Criterion, cellText, type Sheet } from '@kaohe/scoring';
import type { ReactNode } from 'react';
import type { Span } from './clause-spans';
import { clauseSpans } from './clause-spans';
import './printed-sheet.css';

export interface SheetSlots {
  readonly caption: string;
  /** A scoring sentence in its place. */
  readonly renderClause: (span: Span, row: Criterion) => ReactNode;
  /** A line across the table above an item. */
  readonly renderItemHead?: (item: AssessmentItem) => ReactNode;
  /** What stands under a criterion's text. */
  readonly renderBelow?: (row: Criterion) => ReactNode;
  /** A seventh column. */
  readonly lastColumn?: { readonly head: string; readonly render: (row: Criterion) => ReactNode };
  readonly classOfRow?: (row: Criterion) => string;
}

interface PrintedSheetProps {
  readonly sheet: Sheet;
  readonly slots: SheetSlots;
}

export function PrintedSheet({ sheet, slots }: PrintedSheetProps) {
  const columns = sheet.columns.length + (slots.lastColumn ? 1 : 0);
  return (
    <div className="paper printed" lang="zh-CN">
      <table className="printed-sheet">
        <caption className="visually-hidden">{slots.caption}</caption>
        <thead>
          <tr>
            {sheet.columns.map((column, index) => (
              <th key={column} scope="col" className={`column-${index}`}>
                {column}
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
                <td colSpan={columns}>{slots.renderItemHead(item)}</td>
              </tr>
            )}
            {item.rows.map((row, index) => (
              <SheetRow key={row.id} item={item} index={index} slots={slots} />
            ))}
          </tbody>
        ))}
      </table>
      <p className="sheet-note">{sheet.note}</p>
    </div>
  );
}

interface SheetRowProps {
  readonly item: AssessmentItem;
  readonly index: number;
  readonly slots: SheetSlots;
}

function SheetRow({ item, index, slots }: SheetRowProps) {
  const row = item.rows[index];
  if (!row) return null;
  const requirementRows = index === 0 || row.requirement !== undefined ? requirementSpan(item, index) : 0;
  return (
    <tr id={row.id} data-show={row.id} tabIndex={-1} className={slots.classOfRow?.(row)}>
      <td className="row-number">{row.row}</td>
      {index === 0 && (
        <td rowSpan={item.rows.length} className="item-name">
          <span className="stays">{item.name}</span>
        </td>
      )}
      {requirementRows > 0 && (
        <td rowSpan={requirementRows} className="requirement">
          <span className="stays">{cellText(row.requirement)}</span>
        </td>
      )}
      <td className="criterion">
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
      {index === 0 && (
        <td rowSpan={item.rows.length} className="marks">
          <span className="stays">{item.marksQuote}</span>
        </td>
      )}
      <td className="method">{cellText(row.method)}</td>
      {slots.lastColumn && <td className="column-last">{slots.lastColumn.render(row)}</td>}
    </tr>
  );
}

/** How many rows a cell of 考核内容 covers: down to the next row that has its own. */
function requirementSpan({ rows }: AssessmentItem, from: number): number {
  const next = rows.findIndex((row, index) => index > from && row.requirement !== undefined);
  return (next < 0 ? rows.length : next) - from;
}
