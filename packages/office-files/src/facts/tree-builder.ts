/**
 * Builds a FACTS tree value by value and remembers the cell each came from. Entries of a list go by the number people gave them:
 * numbers order the entries and need not be without gaps.
 */
import type { Place, RawTree } from '@kaohe/scoring';
import type { CellPlace } from '../problems/office-problem.js';

type Key = string | number;
type Node =
  | { readonly kind: 'leaf'; readonly at: CellPlace; readonly value: RawTree }
  | { readonly kind: 'object' | 'list'; readonly at: CellPlace; readonly entries: Map<Key, Node> };

export class TreeBuilder {
  private root: Node | undefined;

  /** Puts a value at a path; false where something else was stated there. */
  put(path: Place, value: RawTree, at: CellPlace): boolean {
    const leaf: Node = { kind: 'leaf', at, value };
    const [last, holder] = this.reach(path, at);
    if (holder === undefined) return false;
    if (last === undefined) {
      if (this.root) return false;
      this.root = leaf;
      return true;
    }
    if (holder.entries.has(last)) return false;
    holder.entries.set(last, leaf);
    return true;
  }

  /** Makes sure that a mapping stands at a path; false where something else does. */
  open(path: Place, at: CellPlace): boolean {
    return this.reach([...path, ''], at)[1] !== undefined;
  }

  /** Makes sure that a list stands at a path; false where something else does. */
  openList(path: Place, at: CellPlace): boolean {
    return this.reach([...path, 0], at)[1] !== undefined;
  }

  /** Adds to the list at a path. */
  append(path: Place, value: RawTree, at: CellPlace): boolean {
    const holder = this.reach([...path, 0], at)[1];
    return holder !== undefined && this.put([...path, holder.entries.size], value, at);
  }

  get(path: Place): RawTree | undefined {
    const found = this.find(path, false);
    return found.rest === 0 && found.node ? treeOf(found.node) : undefined;
  }

  /** The cell of a value of the finished tree, or of the nearest value above it. */
  locate(path: Place): CellPlace | undefined {
    return this.find(path, true).node?.at;
  }

  tree(): RawTree {
    return this.root ? treeOf(this.root) : {};
  }

  /** The mapping or list that holds the last step of a path, made where there is nothing. */
  private reach(path: Place, at: CellPlace): [Key | undefined, Exclude<Node, { kind: 'leaf' }> | undefined] {
    let holder: Node | undefined;
    for (const [depth, key] of path.entries()) {
      const kind = typeof key === 'number' ? 'list' : 'object';
      const before: Key | undefined = path[depth - 1];
      const found: Node | undefined = depth === 0 ? this.root : childOf(holder, before);
      const node: Node = found ?? { kind, at, entries: new Map() };
      if (node.kind !== kind) return [undefined, undefined];
      if (!found && depth === 0) this.root = node;
      else if (!found && holder?.kind !== 'leaf') holder?.entries.set(before as Key, node);
      holder = node;
    }
    const last = path[path.length - 1];
    return [last, holder?.kind === 'leaf' ? undefined : holder];
  }

  private find(path: Place, byOrder: boolean): { readonly node: Node | undefined; readonly rest: number } {
    let node = this.root;
    for (const [depth, key] of path.entries()) {
      const next = node && (byOrder ? nthOf(node, key) : childOf(node, key));
      if (!next) return { node, rest: path.length - depth };
      node = next;
    }
    return { node, rest: 0 };
  }
}

function childOf(node: Node | undefined, key: Key | undefined): Node | undefined {
  return node === undefined || node.kind === 'leaf' || key === undefined ? undefined : node.entries.get(key);
}

/** A step of the finished tree: an index there is the order of the number here. */
function nthOf(node: Node, key: Key): Node | undefined {
  if (node.kind === 'list' && typeof key === 'number') return inOrder(node.entries)[key]?.[1];
  return childOf(node, key);
}

/** Sorted once: a list does not shrink, so its size says whether it has changed. */
const sorted = new WeakMap<ReadonlyMap<Key, Node>, [Key, Node][]>();

function inOrder(entries: ReadonlyMap<Key, Node>): [Key, Node][] {
  const before = sorted.get(entries);
  if (before?.length === entries.size) return before;
  const now = [...entries].sort(([a], [b]) => Number(a) - Number(b));
  sorted.set(entries, now);
  return now;
}

function treeOf(node: Node): RawTree {
  if (node.kind === 'leaf') return node.value;
  if (node.kind === 'list') return inOrder(node.entries).map(([, entry]) => treeOf(entry));
  return Object.fromEntries([...node.entries].map(([key, entry]) => [key, treeOf(entry)]));
}
