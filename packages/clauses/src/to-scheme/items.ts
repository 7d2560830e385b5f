/** Items of a draft as the files of one sheet, each clause under the id it has from now on. */
import { cellPieces, type RawObject, type RawTree, type Rule } from '@kaohe/scoring';
import type { DraftClause, DraftItem, SchemeDraft } from '../draft/draft.js';
import { type Gap, gap } from '../draft/gaps.js';
import { supplierOf } from '../draft/printed-place.js';
import { stateOf } from '../draft/state.js';
import { isDecimal } from '../draft/to-rule.js';
import { type LeftOut, leftOut } from './left-out.js';
import { carries, endsByRow } from './notes.js';
import { hasLostMarks, hasRowMarks, marksOf, rowsLeftOut, unclaimed } from './row-marks.js';
import { cellTree, type RowTexts, textsOf, textTree } from './row-texts.js';
import { type RowOfClauses, rowsOf } from './rows.js';
import { ownSupplier, supplierGaps, supplierOfClause, supplierTree } from './suppliers.js';

export interface SheetItems {
  readonly items: readonly RawObject[];
  /** The id of each clause that scores, by its name in the draft. */
  readonly ids: Readonly<Record<string, string>>;
  readonly gaps: readonly Gap[];
  readonly leftOut: readonly LeftOut[];
  readonly covered: readonly RawObject[];
}

interface Sink {
  readonly ids: Record<string, string>;
  readonly gaps: Gap[];
  readonly leftOut: LeftOut[];
  readonly covered: RawObject[];
}

/** What every row of the sheet is made with. */
interface Ground {
  readonly draft: SchemeDraft;
  readonly source: string;
  readonly sink: Sink;
  /** Every row has marks of its own, and they make up its item. */
  readonly rowMarks: boolean;
}

export function itemsOf(draft: SchemeDraft, sheet: string, source: string): SheetItems {
  const { items } = draft;
  const sink: Sink = { ids: {}, gaps: [], leftOut: [], covered: [] };
  const rows = rowsOf(sheet, draft, source);
  const ground: Ground = { draft, source, sink, rowMarks: hasRowMarks(items, rows) };
  const trees = items.map((item, index) => {
    const at = `item-${index + 1}`;
    if (item.name.trim() === '') sink.gaps.push(gap('item-name', at));
    if (!isDecimal(item.fullMarks)) sink.gaps.push(gap('item-marks', at));
    return itemTree(item, { id: `${sheet}/i${index + 1}`, rows: rows[index] ?? [] }, ground);
  });
  if (!ground.rowMarks && hasLostMarks(items, rows)) sink.leftOut.push(leftOut('row-marks'));
  sink.gaps.push(...supplierGaps(draft));
  sink.leftOut.push(...unclaimed(draft, rows.flat(), source));
  return { items: trees, ...sink };
}

interface ItemRows {
  readonly id: string;
  readonly rows: readonly RowOfClauses[];
}

function itemTree({ name, fullMarks, start }: DraftItem, { id, rows }: ItemRows, ground: Ground): RawObject {
  const named = name.trim() || id;
  const { draft, sink, rowMarks } = ground;
  // A requirement printed over several rows stands in the first of them, which may not score.
  let above: readonly string[] = [];
  const trees = rows.flatMap((row) => {
    const texts = textsOf(row, (one) => supplierOf(draft, one), ground.source);
    sink.leftOut.push(...texts.blank.map((quote) => leftOut('cell', { quote })));
    sink.leftOut.push(...texts.replaced.map((quote) => leftOut('supplier', { quote })));
    const requirement = texts.requirement.length > 0 ? texts.requirement : above;
    const made = rowTree(row, { ...texts, requirement }, ground);
    // A row with something open is among what is still to be done.
    const isDropped = made.length === 0 && row.clauses.every((clause) => stateOf(clause).kind !== 'open');
    above = isDropped ? requirement : [];
    if (isDropped) sink.leftOut.push(...rowsLeftOut(row.printed, ground.source));
    return made;
  });
  return {
    id,
    name: named,
    nameEn: named,
    fullMarks: isDecimal(fullMarks) ? fullMarks : '0',
    marksQuote: marksQuote(named, fullMarks, rowMarks),
    ...(start === 'zero' && { start }),
    ...(carries(draft) && { floor: 'carry' }),
    rows: trees,
    ...groupsOf(rows, sink.ids, endsByRow(draft) && start === 'full'),
  };
}

/** Where rows have marks, the item's own are printed with its name. */
function marksQuote(name: string, fullMarks: string, rowMarks: boolean): string {
  const own = /[（(]\s*\d+(?:\.\d+)?\s*分\s*[)）]/.exec(name)?.[0];
  if (rowMarks) return own === undefined ? `${name}（${fullMarks}分）` : name;
  return own ?? `${fullMarks}分`;
}

function rowTree(row: RowOfClauses, texts: RowTexts, { draft, sink, rowMarks }: Ground): RawObject[] {
  const { id, label, clauses, printed } = row;
  const unscored: RawObject[] = [];
  const scoring: RawObject[] = [];
  const supplier = supplierOfClause(draft, clauses[0]);
  for (const clause of clauses) {
    const { key, quote } = clause;
    const state = stateOf(clause);
    if (state.kind === 'open') sink.gaps.push(...state.gaps.map((code) => gap(code, key)));
    else if (state.kind === 'scores') {
      sink.ids[key] = `${id}.${scoring.length + 1}`;
      const own = ownSupplier(draft, clause, supplier);
      scoring.push({ id: `${id}.${scoring.length + 1}`, quote, ...own, rules: [ruleTree(state.rule)] });
    } else {
      const told = leftOut(state.kind, { key, quote });
      sink.leftOut.push(told);
      unscored.push({ text: quote, reason: told.text.zh });
    }
  }
  if (scoring.length === 0) {
    sink.covered.push(...unscored.map(({ text = '', reason = '' }) => ({ text, notScoring: reason })));
    return [];
  }
  const notScoring = unscored.length === 0 ? {} : { notScoring: unscored };
  const criterion = [...texts.before, ...cellPieces(row.criterion), ...texts.after];
  const marks = rowMarks ? { fullMarks: marksOf(printed) } : {};
  const cells = { ...textTree(texts), criterion: cellTree(criterion), ...marks };
  return [{ id, row: label, ...cells, supplier: supplierTree(supplier), ...notScoring, clauses: scoring }];
}

/** A rule holds texts and lists of them only; what is not stated is not there. */
function ruleTree(rule: Rule): RawTree {
  return JSON.parse(JSON.stringify(rule)) as RawTree;
}

/** “只取一档” among neighbours, and limits that hold for several sentences of a row. */
function groupsOf(rows: readonly RowOfClauses[], ids: Readonly<Record<string, string>>, byRow: boolean): RawObject {
  const highestOnly = rows.flatMap(({ clauses }) => runsOf(clauses, ids)).map((of) => ({ of }));
  const caps = rows.flatMap((row) => {
    const stated = capsOf(row.clauses, ids);
    return byRow && stated.length === 0 ? rowCap(row, ids) : stated;
  });
  return { ...(highestOnly.length > 0 && { highestOnly }), ...(caps.length > 0 && { caps }) };
}

/** A sentence marked alone shares with the one before it, the first of a row with the one behind. */
function runsOf(clauses: readonly DraftClause[], ids: Readonly<Record<string, string>>): string[][] {
  const scoring = clauses.filter(({ key }) => ids[key] !== undefined);
  const marked = scoring.map(({ largestOnly }) => largestOnly === true);
  const joined = scoring.map((_, index) => {
    if (marked[index]) return true;
    const startsAlone = marked[index + 1] === true && marked[index + 2] !== true;
    return startsAlone || (index === 1 && marked[0] === true);
  });
  const runs: string[][] = [[]];
  scoring.forEach(({ key }, index) => {
    const run = runs[runs.length - 1];
    if (joined[index]) run?.push(ids[key] ?? '');
    else runs.push([]);
  });
  return runs.filter((run) => run.length > 1);
}

function capsOf(clauses: readonly DraftClause[], ids: Readonly<Record<string, string>>): RawObject[] {
  let of: string[] = [];
  return clauses.flatMap(({ key, rule }) => {
    const id = ids[key];
    if (id !== undefined) of.push(id);
    const { cap, capScope } = rule?.said ?? {};
    if (capScope !== 'group' || id === undefined || !isDecimal(cap)) return [];
    const group = { of, cap };
    of = [];
    return [group];
  });
}

/** A row loses no more than its own marks; what forfeits more than the row is no part of it. */
function rowCap({ clauses, printed }: RowOfClauses, ids: Readonly<Record<string, string>>): RawObject[] {
  const cap = marksOf(printed);
  const of = clauses.flatMap(({ key, rule }) => (rule?.said.kind === 'forfeit' ? [] : (ids[key] ?? [])));
  return cap === '' || of.length === 0 ? [] : [{ of, cap }];
}
