/**
 * The explanation of a score: the computation's own steps as a tree. Every node's value follows from its children by its
 * operation alone (`reEvaluate` is the proof); how it reads is decided elsewhere.
 */
import { addIntervals, type Interval, mapInterval, point, scaleInterval } from '../exact/interval.js';
import { most as larger, type Rational, least as smaller, ZERO } from '../exact/rational.js';
import { roundHalfUp } from '../exact/round.js';
import { type Taken, takenOf } from '../score/groups.js';
import { assertNever } from '../wording/assert-never.js';
import type { Text } from '../wording/text.js';

export type Operation =
  /** A leaf: the number stands. */
  | { readonly kind: 'given' }
  | { readonly kind: 'sum' }
  /** The sum, held between a floor and a ceiling: an item, a group with a cap. */
  | { readonly kind: 'hold'; readonly floor?: Rational; readonly ceiling?: Rational }
  | { readonly kind: 'times'; readonly factor: Rational }
  | { readonly kind: 'round'; readonly digits: number }
  /** What of the sum counts in each extreme world: a clause of a group. */
  | { readonly kind: 'take'; readonly taken: Taken };

export type ExplanationKind =
  | 'total'
  | 'part'
  | 'sheet'
  | 'bonus'
  | 'deed'
  | 'ballots'
  | 'item'
  | 'full-marks'
  | 'carried'
  | 'group'
  | 'clause'
  | 'rule';

export interface Explanation {
  readonly kind: ExplanationKind;
  /** Id of what it explains: a unit's name, a part, an item, a clause. */
  readonly id: string;
  readonly title: Text;
  /** The sentence of the document that decides it, verbatim. */
  readonly quote?: string;
  /** Observation and arithmetic, or what else a reader needs. */
  readonly detail?: Text;
  readonly operation: Operation;
  readonly value: Interval;
  /** What was really taken under the item's floor, where that differs from what was asked. */
  readonly applied?: Interval;
  /** Readings in force that decided it. */
  readonly readings: readonly string[];
  readonly open: boolean;
  readonly children: readonly Explanation[];
}

/** A node's value worked out from its children alone. */
export function reEvaluate(node: Explanation): Interval {
  const { operation } = node;
  const below = node.children.map(reEvaluate).reduce(addIntervals, point(ZERO));
  switch (operation.kind) {
    case 'given':
      return node.value;
    case 'sum':
      return below;
    case 'hold':
      return mapInterval(below, (end) => hold(operation, end));
    case 'times':
      return scaleInterval(below, operation.factor);
    case 'round':
      return mapInterval(below, (end) => roundHalfUp(end, operation.digits));
    case 'take':
      return takenOf(below, operation.taken);
    default:
      return assertNever(operation);
  }
}

function hold(
  { floor, ceiling }: { readonly floor?: Rational; readonly ceiling?: Rational },
  value: Rational,
): Rational {
  const raised = floor ? larger(value, floor) : value;
  return ceiling ? smaller(raised, ceiling) : raised;
}

/** The first node with this kind and id, or undefined. */
export function findNode(node: Explanation, kind: ExplanationKind, id: string): Explanation | undefined {
  if (node.kind === kind && node.id === id) return node;
  for (const child of node.children) {
    const found = findNode(child, kind, id);
    if (found) return found;
  }
  return undefined;
}
