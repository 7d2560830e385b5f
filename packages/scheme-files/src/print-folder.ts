/** Trees of a scheme's files → the files' texts, as a folder holds them. */
import type { RawTree } from '@kaohe/scoring';
import { printTree } from './print-tree.js';
import { SOURCE_FILE } from './scheme-folder.js';

export function printFolder(trees: Readonly<Record<string, RawTree>>, source: string): Record<string, string> {
  const texts = Object.entries(trees).map(([path, tree]) => [path, printTree(tree)] as const);
  return { ...Object.fromEntries(texts), [SOURCE_FILE]: source };
}
