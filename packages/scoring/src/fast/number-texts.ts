/** Exact numbers over one scale as JSON text of one width, ready to be copied word by word. */
import { formatExact } from '../exact/decimal.js';
import { rational } from '../exact/rational.js';
import { FORFEIT } from './plan.js';
import { utf8 } from './utf8.js';

/** Every number field of a template is so many 32-bit words wide. */
export const FIELD_WORDS = 4;
const FIELD_BYTES = FIELD_WORDS * 4;
/** Numbers up to this many units either way are kept ready. */
const READY = 4096;

export class NumberTexts {
  private readonly words: Int32Array;
  private readonly known: Uint8Array;
  private readonly other = new Int32Array(FIELD_WORDS);

  /** Decimal strings over `scale`, as everywhere; counts (scale 1) are plain numbers. */
  constructor(
    private readonly scale: number,
    private readonly quoted: boolean,
  ) {
    this.words = new Int32Array((2 * READY + 1) * FIELD_WORDS);
    this.known = new Uint8Array(2 * READY + 1);
  }

  /** Writes the number's text at a word position of the bytes. */
  write(units: number, target: Int32Array, at: number): void {
    const ready = units >= -READY && units <= READY;
    const from = ready ? this.ready(units + READY, units) : 0;
    const source = ready ? this.words : this.make(units, this.other, 0);
    target[at] = source[from] ?? 0;
    target[at + 1] = source[from + 1] ?? 0;
    target[at + 2] = source[from + 2] ?? 0;
    target[at + 3] = source[from + 3] ?? 0;
  }

  private ready(index: number, units: number): number {
    const from = index * FIELD_WORDS;
    if (this.known[index] === 0) {
      this.make(units, this.words, from);
      this.known[index] = 1;
    }
    return from;
  }

  private make(units: number, into: Int32Array, from: number): Int32Array {
    const bytes = new Uint8Array(into.buffer, from * 4, FIELD_BYTES).fill(0x20);
    bytes.set(utf8(this.text(units)));
    return into;
  }

  private text(units: number): string {
    const value = units <= FORFEIT ? '-∞' : formatExact(rational(BigInt(units), BigInt(this.scale)));
    const text = this.quoted ? `"${value}"` : value;
    if (text.length > FIELD_BYTES) throw new RangeError(`wider than its field: ${text}`);
    return text;
  }
}
