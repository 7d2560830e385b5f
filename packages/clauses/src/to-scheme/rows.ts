/** Clauses of an item → rows with ids and the text of their cells, as the document prints them. */
import type { DraftClause, SchemeDraft } from '../draft/draft.js';
import type { DraftRow } from '../draft/draft-frame.js';
import { rowOf } from '../draft/printed-place.js';
import type { PrintedCell } from '../imported.js';
import type { Span } from '../text/span.js';

export interface RowOfClauses {
  readonly id: string;
  readonly label: string;
  /** In the order in which their quotes stand in the criterion. */
  readonly clauses: readonly DraftClause[];
  readonly criterion: string | readonly string[];
  /** The parts of the document the criterion was taken from, in order. */
  readonly stretches: readonly Span[];
  /** The printed rows it stands in: one, unless the document gives several the same number. */
  readonly printed: readonly DraftRow[];
}

interface Group {
  readonly label: string;
  readonly clauses: readonly DraftClause[];
}

const ID = /^[A-Za-z0-9]{1,8}(?:\.[A-Za-z0-9]{1,4}){0,3}$/;
const CELL = /[\n\t|│┃║]/;

/** Rows of every item, their ids unique in the sheet: the printed numbers, with the item's number before them where they repeat. */
export function rowsOf(sheet: string, draft: SchemeDraft, source: string): RowOfClauses[][] {
  const groups = draft.items.map(({ clauses }) => grouped(clauses));
  const labels = groups.flat().map(({ label }) => label);
  const isUnique = labels.every((label) => ID.test(label)) && new Set(labels).size === labels.length;
  const used = new Set<string>();
  const spans = draft.items.flatMap(({ clauses }) => clauses.map(({ span }) => span));
  return groups.map((rows, item) =>
    rows.map(({ label, clauses }, index) => {
      const own = ID.test(label) ? label : `${index + 1}`;
      const isLed = isUnique || own.startsWith(`${item + 1}.`);
      const id = free(used, `${sheet}/${isLed ? own : `${item + 1}.${own}`}`);
      const printed = [...new Set(clauses.flatMap((clause) => rowOf(draft, clause) ?? []))];
      const cell = cellOf(clauses, { spans, source, cells: printed.flatMap((row) => row.cells) });
      return { id, label: label === '' ? `${index + 1}` : label, printed, ...cell };
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

interface Around {
  readonly spans: readonly Span[];
  readonly source: string;
  readonly cells: readonly PrintedCell[];
}

/** The cells the row's clauses stand in, up to the clauses of other rows; a quote inside another is printed once more. */
function cellOf(
  clauses: readonly DraftClause[],
  around: Around,
): Pick<RowOfClauses, 'clauses' | 'criterion' | 'stretches'> {
  const { source } = around;
  let end = -1;
  const apart: DraftClause[] = [];
  const inOrder: DraftClause[] = [];
  for (const clause of clauses) {
    const fits = clause.span[0] >= end && source.slice(...clause.span) === clause.quote;
    (fits ? inOrder : apart).push(clause);
    if (fits) end = clause.span[1];
  }
  const spans = inOrder.map(({ span }) => span);
  const stretches = wholeCells(spans, around) ?? contiguous(spans, around);
  const all = [...stretches.map((stretch) => source.slice(...stretch)), ...apart.map(({ quote }) => quote)];
  return { clauses: [...inOrder, ...apart], criterion: all.length === 1 ? (all[0] ?? '') : all, stretches };
}

/** Each printed cell that holds a clause; undefined where one stands in no cell of its own row, or a cell in two rows. */
function wholeCells(own: readonly Span[], { spans, cells, source }: Around): Span[] | undefined {
  const holding = cells
    .map(({ span }) => trimmed(span, source))
    .filter((cell) => own.some((span) => isWithin(span, cell)));
  const isHeld = own.every((span) => holding.some((cell) => isWithin(span, cell)));
  const isShared = spans.some((span) => !own.includes(span) && holding.some((cell) => isWithin(span, cell)));
  return own.length > 0 && isHeld && !isShared ? holding.sort((a, b) => a[0] - b[0]) : undefined;
}

function trimmed([from, to]: Span, source: string): Span {
  const text = source.slice(from, to);
  return [from + text.length - text.trimStart().length, to - text.length + text.trimEnd().length];
}

const isWithin = (inner: Span, outer: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

function contiguous(own: readonly Span[], around: Around): Span[] {
  const [first, last] = [own[0], own[own.length - 1]];
  return first && last ? [widened([first[0], last[1]], around)] : [];
}

function widened([from, to]: Span, { spans, source }: Around): Span {
  const before = Math.max(0, ...spans.filter((span) => span[1] <= from).map((span) => span[1]));
  const after = Math.min(source.length, ...spans.filter((span) => span[0] >= to).map((span) => span[0]));
  let [start, end] = [from, to];
  while (start > before && !CELL.test(source[start - 1] ?? '')) start -= 1;
  while (end < after && !CELL.test(source[end] ?? '')) end += 1;
  return [start, end];
}
