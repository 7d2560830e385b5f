/** Trying observations out: the facts with some observations changed. The file stays as it is. */
import { isRawObject, type RawObject, type RawTree, type Scheme } from '@kaohe/scoring';

export interface Change {
  readonly unit: string;
  readonly clause: string;
  readonly observation: RawObject;
}

/** The observation a tree states for a unit's clause. */
export function statedObservation(
  scheme: Scheme,
  tree: RawTree,
  { unit, clause }: Pick<Change, 'unit' | 'clause'>,
): RawObject | undefined {
  const stated = keysTo(scheme, tree, { unit, clause }).reduce<RawTree | undefined>(childOf, tree);
  return isRawObject(stated) ? stated : undefined;
}

/** The changes with one more; a second one of a clause takes the first one's place. */
export function withChange(changes: readonly Change[], change: Change): Change[] {
  return [...changes.filter(({ unit, clause }) => unit !== change.unit || clause !== change.clause), change];
}

/** The tree with the observations that are tried in the place of those stated. */
export function withChanges(scheme: Scheme, tree: RawTree, changes: readonly Change[]): RawTree {
  return changes.reduce((changed, change) => putAt(changed, keysTo(scheme, tree, change), change.observation), tree);
}

/** A file may state a unit by an alias. */
function keysTo(scheme: Scheme, tree: RawTree, { unit, clause }: Pick<Change, 'unit' | 'clause'>): readonly string[] {
  const aliases = scheme.population.units.find(({ name }) => name === unit)?.aliases ?? [];
  const units = childOf(tree, 'units');
  const key = aliases.find((alias) => childOf(units, alias) !== undefined) ?? unit;
  return ['units', key, 'observations', clause];
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
