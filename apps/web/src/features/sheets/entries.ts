/** What is entered on the lines of a sheet, and the facts that follow: put together as the server does it. */
import type { SheetRowJson } from '@kaohe/api-contract';
import { isRawObject, type RawObject, type RawTree } from '@kaohe/scoring';

/** What one line holds. */
export interface Entry {
  readonly closed: boolean;
  /** By clause id. */
  readonly observations: RawObject;
}

export interface Line extends Entry {
  readonly line: string;
  /** The printed row it stands in; null where it is closed by name. */
  readonly row: string | null;
}

export function entryOf({ closed, observations }: SheetRowJson): Entry {
  return { closed, observations: observations as RawObject };
}

/** The rows of FACTS' `closed`: those all of whose lines are closed, and what was closed by name. */
function closedOf(lines: readonly Line[]): string[] {
  const open = new Set(lines.filter(({ closed }) => !closed).map(({ row }) => row));
  return lines
    .filter(({ line, row, closed }) => closed && (row === null || (line === row && !open.has(row))))
    .map(({ line }) => line);
}

/** The facts of the unit with the lines as they are on the page; the registers stay as the server gave them. */
export function factsWith(facts: RawTree, unit: string, lines: readonly Line[]): RawTree {
  const units = isRawObject(facts) && isRawObject(facts.units) ? facts.units : {};
  const own = isRawObject(units[unit]) ? units[unit] : {};
  const observations: RawObject = Object.assign({}, ...lines.map((line) => line.observations));
  return { ...(isRawObject(facts) && facts), units: { [unit]: { ...own, observations, closed: closedOf(lines) } } };
}

/** Whether two entries say the same, in whatever order their keys come. */
export function isSameEntry(one: Entry, other: Entry): boolean {
  return one.closed === other.closed && textOf(one.observations) === textOf(other.observations);
}

function textOf(tree: RawTree): string {
  if (typeof tree === 'string') return JSON.stringify(tree);
  if (!isRawObject(tree)) return `[${tree.map(textOf).join()}]`;
  const keys = Object.keys(tree).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${textOf(tree[key] ?? '')}`).join()}}`;
}
