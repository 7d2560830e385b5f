/** The way from the root of an explanation to the node an address names. */
import type { Explanation } from '@kaohe/scoring';

/** `item:county/i1` → the nodes from the root to it; only the root where there is no such node. */
export function pathTo(root: Explanation, at: string | undefined): ReadonlySet<Explanation> {
  const [kind = '', ...rest] = (at ?? '').split(':');
  const id = rest.join(':');
  return new Set(search(root, (node) => node.kind === kind && node.id === id) ?? [root]);
}

function search(node: Explanation, isSought: (node: Explanation) => boolean): Explanation[] | undefined {
  if (isSought(node)) return [node];
  for (const child of node.children) {
    const found = search(child, isSought);
    if (found) return [node, ...found];
  }
  return undefined;
}
