/** Items of a draft as the files of one sheet, each clause under the id it has from now on. */
import type { RawObject, RawTree, Rule } from '@kaohe/scoring';
import type { DraftClause, DraftItem, SchemeDraft } from '../draft/draft.js';
import { type Gap, gap } from '../draft/gaps.js';
import { stateOf } from '../draft/state.js';
import { isDecimal } from '../draft/to-rule.js';
import { type LeftOut, leftOut } from './left-out.js';
import { type RowOfClauses, rowsOf } from './rows.js';

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

export function itemsOf({ items }: SchemeDraft, sheet: string, source: string): SheetItems {
  const sink: Sink = { ids: {}, gaps: [], leftOut: [], covered: [] };
  const rows = rowsOf(
    sheet,
    items.map(({ clauses }) => clauses),
    source,
  );
  const trees = items.map((item, index) => {
    const at = `item-${index + 1}`;
    if (item.name.trim() === '') sink.gaps.push(gap('item-name', at));
    if (!isDecimal(item.fullMarks)) sink.gaps.push(gap('item-marks', at));
    return itemTree(item, { id: `${sheet}/i${index + 1}`, rows: rows[index] ?? [], sink });
  });
  return { items: trees, ...sink };
}

function itemTree(
  { name, fullMarks, start }: DraftItem,
  { id, rows, sink }: { id: string; rows: readonly RowOfClauses[]; sink: Sink },
): RawObject {
  const named = name.trim() || id;
  const trees = rows.flatMap((row) => rowTree(row, sink));
  return {
    id,
    name: named,
    nameEn: named,
    fullMarks: isDecimal(fullMarks) ? fullMarks : '0',
    marksQuote: /[（(]\s*\d+(?:\.\d+)?\s*分\s*[)）]/.exec(name)?.[0] ?? `${fullMarks}分`,
    ...(start === 'zero' && { start }),
    rows: trees,
    ...groupsOf(rows, sink.ids),
  };
}

function rowTree({ id, label, clauses, criterion }: RowOfClauses, sink: Sink): RawObject[] {
  const unscored: RawObject[] = [];
  const scoring: RawObject[] = [];
  for (const clause of clauses) {
    const { key, quote } = clause;
    const state = stateOf(clause);
    if (state.kind === 'open') sink.gaps.push(...state.gaps.map((code) => gap(code, key)));
    else if (state.kind === 'scores') {
      sink.ids[key] = `${id}.${scoring.length + 1}`;
      scoring.push({ id: `${id}.${scoring.length + 1}`, quote, rules: [ruleTree(state.rule)] });
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
  return [{ id, row: label, criterion, supplier: { by: 'team' }, ...notScoring, clauses: scoring }];
}

/** A rule holds texts and lists of them only; what is not stated is not there. */
function ruleTree(rule: Rule): RawTree {
  return JSON.parse(JSON.stringify(rule)) as RawTree;
}

/** “只取一档” among neighbours, and limits that hold for several sentences of a row. */
function groupsOf(rows: readonly RowOfClauses[], ids: Readonly<Record<string, string>>): RawObject {
  const highestOnly = rows.flatMap(({ clauses }) => runsOf(clauses, ids)).map((of) => ({ of }));
  const caps = rows.flatMap(({ clauses }) => capsOf(clauses, ids));
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
