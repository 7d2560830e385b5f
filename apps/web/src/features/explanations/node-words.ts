/** How the numbers and operations of an explanation read. */
import { compare, type Explanation, rational } from '@kaohe/scoring';
import { decimalsOf, formatScore } from '../../shared/scores/format-score';

const ZERO = rational(0n);

/** `49.00`, `−4`, `−8–0`: totals with two decimals, the rest as short as exact. */
export function valueText({ value, kind }: Pick<Explanation, 'value' | 'kind'>): string {
  const digits = decimalsOf([value], kind === 'total' ? 2 : 0);
  return formatScore(value, digits).replace(/-/g, '−');
}

/** Whether a node has anything to tell: every node but a clause that asks nothing and is closed. */
export function asksSomething(node: Explanation): boolean {
  if (node.kind !== 'clause') return true;
  return (
    node.open ||
    node.children.some((rule) => compare(rule.value.least, ZERO) !== 0 || compare(rule.value.most, ZERO) !== 0)
  );
}

/** Which way a node moves the score: marks given, nothing, or a deduction. */
export function signOf({ value: { least, most } }: Explanation): 'gained' | 'nothing' | 'lost' {
  if (compare(least, ZERO) < 0) return 'lost';
  return compare(most, ZERO) > 0 ? 'gained' : 'nothing';
}
