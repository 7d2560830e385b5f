// Nothing in the tree knows the machine or the registry it was made with.
import { matches } from './violations.mjs';

// Put together from parts, so that this file does not hold what it looks for.
const FOLDERS = ['work', 'farm', 'root', 'home/[a-z][\\w-]*', 'Users/[A-Za-z][\\w-]*'];
const MACHINE_PATH = new RegExp(`(?<![\\w.)*-])/(?:${FOLDERS.join('|')})/`, 'g');
const REGISTRY = new RegExp(['registry', 'npm'].join('\\.'), 'g');

/** Absolute paths of somebody's machine, and hosts of package registries. */
export function checkMachinePaths(files) {
  return files.flatMap((file) => [
    ...matches(file, MACHINE_PATH, ([found]) => `${found} exists on one machine only`),
    ...matches(file, REGISTRY, 'do not name a registry: everybody has their own'),
  ]);
}
