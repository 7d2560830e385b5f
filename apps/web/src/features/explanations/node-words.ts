/** How the numbers and operations of an explanation read. */
import { compare, type Explanation, type Language, operationText, type Rational, rational } from '@kaohe/scoring';
import { decimalsOf, formatScore } from '../../shared/scores/format-score';

const ZERO = rational(0n);

/** `49.00`, `−4`, `−8–0`: totals with two decimals, the rest as short as exact. */
export function valueText({ value, kind }: Pick<Explanation, 'value' | 'kind'>): string {
  const digits = decimalsOf([value], kind === 'total' ? 2 : 0);
  return formatScore(value, digits).replace(/-/g, '−');
}

/** What a node does with its steps, in words. That nothing goes below zero holds for every item and is said once, at the sheet. */
export function stepText({ kind, operation }: Explanation, language: Language): string {
  if (kind !== 'item' || operation.kind !== 'hold' || !isFloored(operation)) return operationText(operation, language);
  const { floor: _, ...rest } = operation;
  return operationText(rest, language);
}

/** Whether every item of a sheet stops at zero. */
export function stopsAtZero({ kind, children }: Explanation): boolean {
  const items = children.filter((child) => child.kind === 'item');
  return (
    kind === 'sheet' &&
    items.length > 0 &&
    items.every(({ operation }) => operation.kind === 'hold' && isFloored(operation))
  );
}

function isFloored({ floor }: { readonly floor?: Rational }): boolean {
  return floor !== undefined && compare(floor, ZERO) === 0;
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
