/** A document applied to the units an office named: it stays the edition it is, and is compiled once. */
import type { SchemeFolder } from '@kaohe/scheme-files';
import type { Population, RawTree } from '@kaohe/scoring';

const derived = new WeakMap<SchemeFolder, Map<string, SchemeFolder>>();

/** The same object each time, for the same units. */
export function appliedTo(folder: SchemeFolder, population: Population | undefined): SchemeFolder {
  if (!population) return folder;
  const known = derived.get(folder) ?? new Map<string, SchemeFolder>();
  derived.set(folder, known);
  const name = JSON.stringify(population);
  const applied = known.get(name) ?? {
    ...folder,
    tree: { ...folder.tree, population: JSON.parse(name) as RawTree },
  };
  known.set(name, applied);
  return applied;
}
