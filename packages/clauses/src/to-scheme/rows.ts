/** Clauses of an item → rows with ids and the text of their cells, as the document prints them. */
import type { DraftClause } from '../draft/draft.js';
import type { Span } from '../text/span.js';

export interface RowOfClauses {
  readonly id: string;
  readonly label: string;
  /** In the order in which their quotes stand in the criterion. */
  readonly clauses: readonly DraftClause[];
  readonly criterion: string | readonly string[];
}

interface Group {
  readonly label: string;
  readonly clauses: readonly DraftClause[];
}

const ID = /^[A-Za-z0-9]{1,8}(?:\.[A-Za-z0-9]{1,4}){0,3}$/;
const CELL = /[\n\t|│┃║]/;

/** Rows of every item, their ids unique in the sheet: the printed numbers, with the item's number before them where they repeat. */
export function rowsOf(sheet: string, items: readonly (readonly DraftClause[])[], source: string): RowOfClauses[][] {
  const groups = items.map(grouped);
  const labels = groups.flat().map(({ label }) => label);
  const isUnique = labels.every((label) => ID.test(label)) && new Set(labels).size === labels.length;
  const used = new Set<string>();
  const spans = items.flat().map(({ span }) => span);
  return groups.map((rows, item) =>
    rows.map(({ label, clauses }, index) => {
      const own = ID.test(label) ? label : `${index + 1}`;
      const isLed = isUnique || own.startsWith(`${item + 1}.`);
      const id = free(used, `${sheet}/${isLed ? own : `${item + 1}.${own}`}`);
      return { id, label: label === '' ? `${index + 1}` : label, ...cellOf(clauses, { spans, source }) };
    }),
  );
}

/** Neighbours of one printed row. */
function grouped(clauses: readonly DraftClause[]): Group[] {
  const rows: { label: string; clauses: DraftClause[] }[] = [];
  for (const clause of [...clauses].sort((a, b) => a.span[0] - b.span[0])) {
    const last = rows[rows.length - 1];
    if (last && last.label === clause.row) last.clauses.push(clause);
    else rows.push({ label: clause.row, clauses: [clause] });
  }
  return rows;
}

/** 38, 38a, 38b … */
function free(used: Set<string>, id: string): string {
  let candidate = id;
  for (let again = 0; used.has(candidate); again += 1)
    candidate = `${id}${again < 26 ? String.fromCharCode(97 + again) : `x${again}`}`;
  used.add(candidate);
  return candidate;
}

/** The cell the row's clauses stand in, up to the clauses of other rows; a quote inside another is printed once more. */
function cellOf(
  clauses: readonly DraftClause[],
  { spans, source }: { spans: readonly Span[]; source: string },
): Pick<RowOfClauses, 'clauses' | 'criterion'> {
  let end = -1;
  const apart: DraftClause[] = [];
  const inOrder: DraftClause[] = [];
  for (const clause of clauses) {
    const fits = clause.span[0] >= end && source.slice(...clause.span) === clause.quote;
    (fits ? inOrder : apart).push(clause);
    if (fits) end = clause.span[1];
  }
  const [first, last] = [inOrder[0], inOrder[inOrder.length - 1]];
  const pieces = first && last ? [source.slice(...widened([first.span[0], last.span[1]], { spans, source }))] : [];
  const all = [...pieces, ...apart.map(({ quote }) => quote)];
  return { clauses: [...inOrder, ...apart], criterion: all.length === 1 ? (all[0] ?? '') : all };
}

function widened([from, to]: Span, { spans, source }: { spans: readonly Span[]; source: string }): Span {
  const before = Math.max(0, ...spans.filter((span) => span[1] <= from).map((span) => span[1]));
  const after = Math.min(source.length, ...spans.filter((span) => span[0] >= to).map((span) => span[0]));
  let [start, end] = [from, to];
  while (start > before && !CELL.test(source[start - 1] ?? '')) start -= 1;
  while (end < after && !CELL.test(source[end] ?? '')) end += 1;
  return [start, end];
}
