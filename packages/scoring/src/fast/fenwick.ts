/** How many units stand on each possible total, and how many above one: both in the logarithm of the number of totals. */
export class Fenwick {
  private readonly tree: Int32Array;
  private readonly high: number;

  /** Positions 0 to size−1. */
  constructor(size: number) {
    this.tree = new Int32Array(size + 1);
    this.high = size;
  }

  add(position: number, count: number): void {
    const { tree, high } = this;
    for (let index = position + 1; index <= high; index += index & -index) tree[index] = (tree[index] ?? 0) + count;
  }

  /** How many stand on this position or below it. */
  upTo(position: number): number {
    const { tree } = this;
    let count = 0;
    for (let index = position + 1; index > 0; index -= index & -index) count += tree[index] ?? 0;
    return count;
  }
}
