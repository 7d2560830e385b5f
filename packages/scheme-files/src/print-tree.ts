/** A tree of strings as YAML text: `parseText` gives the same tree back. */
import type { RawTree } from '@kaohe/scoring';
import { stringify } from 'yaml';

export function printTree(tree: RawTree): string {
  return stringify(tree, { schema: 'failsafe', lineWidth: 0, aliasDuplicateObjects: false });
}
