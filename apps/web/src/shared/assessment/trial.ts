/** Trying observations out: the facts with some observations changed. The file stays as it is. */
import { isRawObject, type RawObject, type RawTree } from '@kaohe/scoring';

export interface Change {
  readonly unit: string;
  readonly clause: string;
  readonly observation: RawObject;
}

/** The observation a tree states for a unit's clause. */
export function statedObservation(tree: RawTree, unit: string, clause: string): RawObject | undefined {
  const stated = childOf(childOf(childOf(childOf(tree, 'units'), unit), 'observations'), clause);
  return isRawObject(stated) ? stated : undefined;
}

/** The changes with one more; a second one of a clause takes the first one's place. */
export function withChange(changes: readonly Change[], change: Change): Change[] {
  return [...changes.filter(({ unit, clause }) => unit !== change.unit || clause !== change.clause), change];
}

/** The tree with the observations that are tried in the place of those stated. */
export function withChanges(tree: RawTree, changes: readonly Change[]): RawTree {
  return changes.reduce(
    (changed, { unit, clause, observation }) => putAt(changed, ['units', unit, 'observations', clause], observation),
    tree,
  );
}

function childOf(tree: RawTree | undefined, key: string): RawTree | undefined {
  return isRawObject(tree) ? tree[key] : undefined;
}

function putAt(tree: RawTree | undefined, path: readonly string[], value: RawTree): RawTree {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const own = isRawObject(tree) ? tree : {};
  return { ...own, [key]: putAt(own[key], rest, value) };
}
