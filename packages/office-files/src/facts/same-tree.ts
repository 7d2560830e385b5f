/** Whether two trees hold the same: keys in any order, lists in theirs. */
import { isRawObject, type RawTree } from '@kaohe/scoring';

export function isSameTree(a: RawTree | undefined, b: RawTree | undefined): boolean {
  if (a === undefined || b === undefined || typeof a === 'string' || typeof b === 'string') return a === b;
  if (isRawObject(a) !== isRawObject(b)) return false;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return left.length === right.size && left.every(([key, value]) => isSameTree(value, right.get(key)));
}
