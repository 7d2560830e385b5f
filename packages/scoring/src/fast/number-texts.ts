/** Exact numbers over one scale as JSON text of one width, ready to be copied word by word. */
import { decimalPlaces, formatExact } from '../exact/decimal.js';
import { rational } from '../exact/rational.js';
import { FORFEIT } from './plan.js';
import type { Range } from './range.js';
import { utf8 } from './utf8.js';

/** Numbers up to this many units either way are kept ready. */
const READY = 1024;

/** How a number is written: over which scale, in how many 32-bit words; amounts are decimal strings, counts plain numbers. */
export interface NumberForm {
  readonly scale: number;
  readonly words: number;
  readonly quoted: boolean;
}

/** The form that holds every number of a range. */
export function formFor(range: Range, scale: number, quoted: boolean): NumberForm {
  const largest = Math.max(Math.abs(range.least), Math.abs(range.most));
  const places = decimalPlaces(rational(1n, BigInt(scale)));
  const digits = (value: number) => `${Math.floor(value)}`.length;
  const width =
    places === undefined
      ? digits(largest) + 1 + digits(scale)
      : digits(largest / scale) + (places === 0 ? 0 : 1 + places);
  const sign = range.least < 0 ? 1 : 0;
  return { scale, words: Math.ceil((width + sign + (quoted ? 2 : 0)) / 4), quoted };
}

export class NumberTexts {
  private readonly words: Int32Array;
  private readonly known: Uint8Array;
  private readonly other: Int32Array;

  constructor(private readonly form: NumberForm) {
    this.words = new Int32Array((2 * READY + 1) * form.words);
    this.known = new Uint8Array(2 * READY + 1);
    this.other = new Int32Array(form.words);
  }

  /** Writes the number's text at a word position of the bytes. */
  write(units: number, target: Int32Array, at: number): void {
    const ready = units >= -READY && units <= READY;
    const from = ready ? this.ready(units + READY, units) : 0;
    const source = ready ? this.words : this.make(units, this.other, 0);
    for (let word = 0; word < this.form.words; word += 1) target[at + word] = source[from + word] ?? 0;
  }

  private ready(index: number, units: number): number {
    const from = index * this.form.words;
    if (this.known[index] === 0) {
      this.make(units, this.words, from);
      this.known[index] = 1;
    }
    return from;
  }

  private make(units: number, into: Int32Array, from: number): Int32Array {
    const bytes = new Uint8Array(into.buffer, from * 4, this.form.words * 4).fill(0x20);
    bytes.set(utf8(this.text(units)));
    return into;
  }

  private text(units: number): string {
    const value = units <= FORFEIT ? '-∞' : formatExact(rational(BigInt(units), BigInt(this.form.scale)));
    return this.form.quoted ? `"${value}"` : value;
  }
}
