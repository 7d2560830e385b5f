/** Two editions of a scheme: what was added, taken away or changed, node by node; and who moves when facts are scored under the other. */
import {
  type AssessedUnit,
  type Assessment,
  formatInterval,
  isRawObject,
  type Problem,
  type RawObject,
  type RawTree,
} from '@kaohe/scoring';
import { type FlippedUnit, movedUnits } from './flip-readings.js';
import type { SchemeFolder } from './scheme-folder.js';
import { assessTree } from './score-file.js';

export interface Difference {
  readonly change: 'added' | 'removed' | 'changed';
  /** What kind of node: item, row, clause, band, form, veto, award, bonus, reading, unit, scheme. */
  readonly node: string;
  readonly id: string;
  /** The fields that differ, as stated before and after; all of them where the node is new or gone. */
  readonly fields: readonly { readonly field: string; readonly before?: string; readonly after?: string }[];
}

interface Node {
  readonly node: string;
  readonly id: string;
  readonly fields: RawObject;
}

/** The differences, in the order of the later edition, what is gone last. */
export function diffEditions(before: SchemeFolder, after: SchemeFolder): Difference[] {
  const [was, is] = [nodesOf(before.tree), nodesOf(after.tree)];
  const key = ({ node, id }: Node) => `${node} ${id}`;
  const known = new Map(was.map((one) => [key(one), one]));
  const kept = new Set(is.map(key));
  const changes = is.flatMap((one) => differenceOf(known.get(key(one)), one) ?? []);
  const gone = was.filter((one) => !kept.has(key(one))).flatMap((one) => differenceOf(one, undefined) ?? []);
  return [...changes, ...gone];
}

function differenceOf(was: Node | undefined, is: Node | undefined): Difference | undefined {
  const either = is ?? was;
  if (!either) return undefined;
  const names = [...new Set([...Object.keys(was?.fields ?? {}), ...Object.keys(is?.fields ?? {})])];
  const fields = names.flatMap((field) => {
    const [before, after] = [shown(was?.fields[field]), shown(is?.fields[field])];
    if (before === after) return [];
    return [{ field, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
  });
  const change = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
  return fields.length === 0 && change === 'changed' ? undefined : { change, node: either.node, id: either.id, fields };
}

function shown(tree: RawTree | undefined): string | undefined {
  return tree === undefined || typeof tree === 'string' ? tree : JSON.stringify(tree);
}

const list = (tree: RawTree | undefined): readonly RawObject[] =>
  typeof tree === 'object' && !isRawObject(tree) ? tree.filter(isRawObject) : [];
const object = (tree: RawTree | undefined): RawObject => (isRawObject(tree) ? tree : {});

/** Every node of a scheme that a sentence, a number or a name hangs on, without its children. */
function nodesOf(tree: RawObject): Node[] {
  const { sheets, forms, population, readings, gradeBands, bonus, vetoes, awards, calendar, ...own } = tree;
  const items = list(sheets).flatMap((sheet) => list(sheet.items));
  const rows = items.flatMap((item) => list(item.rows));
  const { kinds, ...bonusOwn } = object(bonus);
  return [
    { node: 'scheme', id: `${tree.id ?? ''}`, fields: own },
    ...nodes('sheet', list(sheets), { children: ['items'] }),
    ...nodes('item', items, { children: ['rows'] }),
    ...nodes('row', rows, { children: ['clauses'] }),
    ...nodes(
      'clause',
      rows.flatMap((row) => list(row.clauses)),
    ),
    ...nodes('form', list(forms)),
    ...nodes('band', list(gradeBands), { key: 'grade' }),
    ...(bonus === undefined ? [] : [{ node: 'bonus', id: 'bonus', fields: bonusOwn }]),
    ...nodes('bonus kind', list(kinds), { key: 'kind' }),
    ...nodes('veto', list(vetoes)),
    ...nodes('award', list(awards)),
    ...nodes('date', list(calendar), { key: 'stage' }),
    ...Object.entries(object(readings)).map(([id, reading]) => ({ node: 'reading', id, fields: object(reading) })),
    ...nodes('unit', list(object(population).units), { key: 'name' }),
    ...nodes('team', list(object(population).teams)),
  ];
}

interface Shape {
  /** Fields that are nodes of their own. */
  readonly children?: readonly string[];
  /** The field that names a node. */
  readonly key?: string;
}

function nodes(node: string, trees: readonly RawObject[], { children = [], key = 'id' }: Shape = {}): Node[] {
  return trees.map((tree) => ({
    node,
    id: `${tree[key] ?? ''}`,
    fields: Object.fromEntries(Object.entries(tree).filter(([field]) => field !== key && !children.includes(field))),
  }));
}

/** A unit that scores otherwise under the other edition, and the clauses that move it. */
export interface MovedUnit extends FlippedUnit {
  readonly clauses: readonly { readonly clause: string; readonly before: string; readonly after: string }[];
}

/** The same facts under both editions: who moves, by which clause. */
export function rescore(
  before: SchemeFolder,
  after: SchemeFolder,
  facts: RawTree,
): readonly MovedUnit[] | { readonly problems: readonly Problem[] } {
  const renamed = isRawObject(facts) ? { ...facts, scheme: after.id } : facts;
  const [was, is] = [assessTree(before, facts), assessTree(after, renamed)];
  if ('problems' in was) return was;
  return 'problems' in is ? is : movedByClause(was, is);
}

/** The units two assessments tell apart, each with the clauses whose applied points differ. */
export function movedByClause(before: Assessment, after: Assessment): MovedUnit[] {
  const find = ({ units }: Assessment, name: string) => units.find((one) => one.scored.facts.unit === name);
  return movedUnits(before, after).map((moved) => ({
    ...moved,
    clauses: movedClauses(find(before, moved.unit), find(after, moved.unit)),
  }));
}

function movedClauses(before: AssessedUnit | undefined, after: AssessedUnit | undefined): MovedUnit['clauses'] {
  const applied = (unit: AssessedUnit | undefined) =>
    new Map(
      unit?.scored.items.flatMap((item) =>
        item.clauses.map((clause) => [clause.compiled.clause.id, formatInterval(clause.applied)] as const),
      ),
    );
  const [was, is] = [applied(before), applied(after)];
  const ids = new Set([...was.keys(), ...is.keys()]);
  return [...ids]
    .filter((clause) => (was.get(clause) ?? '0') !== (is.get(clause) ?? '0'))
    .map((clause) => ({ clause, before: was.get(clause) ?? '–', after: is.get(clause) ?? '–' }));
}
