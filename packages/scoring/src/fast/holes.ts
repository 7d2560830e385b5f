/** The holes of a template and the numbers that stand in them: only a number that changes is written. */
import type { Hole } from './explanation-template.js';
import { type NumberTable, numberWords } from './number-texts.js';
import type { Lane } from './scorer.js';

/** Where holes are filled, and from what. */
export interface Filling {
  readonly words: Int32Array;
  readonly table: Int32Array;
}

const MOST_RARE = 1000;

export class Holes {
  private readonly at: Int32Array;
  private readonly shown: Int32Array;
  private readonly zero: Int32Array;
  private readonly least: Int32Array;
  private readonly most: Int32Array;
  private readonly changed: Int32Array;
  private readonly width: number;
  /** Numbers that are not kept ready, by hole and number: few, and the same ones again. */
  private readonly rare = new Map<number, Int32Array>();

  /** One hole for each number of a row of them, in order. */
  constructor(
    private readonly holes: readonly Hole[],
    table: NumberTable,
  ) {
    this.at = Int32Array.from(holes, (hole) => hole.at);
    this.zero = Int32Array.from(holes, ({ form }) => table.add(form));
    this.least = Int32Array.from(holes, ({ form }) => form.ready.least);
    this.most = Int32Array.from(holes, ({ form }) => form.ready.most);
    this.shown = new Int32Array(holes.length);
    this.changed = new Int32Array(holes.length + 1);
    this.width = holes[0]?.form.words ?? 0;
  }

  /** Writes 0 into all of them. */
  clear({ words }: Filling): void {
    for (const { at, form } of this.holes) words.set(numberWords(0, form), at);
    this.shown.fill(0);
  }

  /** Writes those whose number is not the one shown. */
  show(values: Lane, from: number, filling: Filling): void {
    const { shown, changed } = this;
    let count = 0;
    for (let index = 0; index < shown.length; index += 1) {
      // The place is written either way and kept only where the number differs: nothing for the processor to guess.
      changed[count] = index;
      count += values[from + index] === shown[index] ? 0 : 1;
    }
    for (let place = 0; place < count; place += 1) {
      const index = changed[place] ?? 0;
      this.write(index, values[from + index] ?? 0, filling);
    }
  }

  private write(index: number, value: number, { words, table }: Filling): void {
    this.shown[index] = value;
    const { width } = this;
    const target = this.at[index] ?? 0;
    if (value < (this.least[index] ?? 0) || value > (this.most[index] ?? 0)) {
      words.set(this.rareWords(index, value), target);
      return;
    }
    const source = (this.zero[index] ?? 0) + value * width;
    for (let word = 0; word < width; word += 1) words[target + word] = table[source + word] ?? 0;
  }

  private rareWords(index: number, value: number): Int32Array {
    const key = value * this.holes.length + index;
    const known = this.rare.get(key);
    if (known) return known;
    const hole = this.holes[index];
    const made = hole ? numberWords(value, hole.form) : new Int32Array(0);
    if (this.rare.size >= MOST_RARE) this.rare.clear();
    this.rare.set(key, made);
    return made;
  }
}
