/** Exact numbers over one scale as JSON text of one width, ready to be copied word by word. */
import { decimalPlaces, formatExact } from '../exact/decimal.js';
import { rational } from '../exact/rational.js';
import { FORFEIT } from './plan.js';
import type { Range } from './range.js';
import { paddedWords } from './template.js';

/** Numbers up to this many units either way are kept ready. */
const READY = 4096;

/** How a number is written: over which scale, in how many 32-bit words; amounts are decimal strings, counts plain numbers. */
export interface NumberForm {
  readonly scale: number;
  readonly words: number;
  readonly quoted: boolean;
  /** The numbers kept ready: 0 is among them. */
  readonly ready: Range;
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
  const words = Math.ceil((width + sign + (quoted ? 2 : 0)) / 4);
  const ready = { least: Math.min(0, Math.max(range.least, -READY)), most: Math.max(0, Math.min(range.most, READY)) };
  return { scale, words, quoted, ready };
}

/** The words of one number's text. */
export function numberWords(units: number, { scale, words, quoted }: NumberForm): Int32Array {
  const value = units <= FORFEIT ? '-∞' : formatExact(rational(BigInt(units), BigInt(scale)));
  return paddedWords(quoted ? `"${value}"` : value, words);
}

/** The ready numbers of several forms, in one row of words. */
export class NumberTable {
  private readonly from = new Map<string, number>();
  private readonly rows: number[] = [];

  /** Where the text of 0 stands; that of so many units stands `units × words` further. */
  add(form: NumberForm): number {
    const { least, most } = form.ready;
    const key = [form.scale, form.words, form.quoted, least, most].join('/');
    const known = this.from.get(key);
    if (known !== undefined) return known;
    const zero = this.rows.length - least * form.words;
    for (let units = least; units <= most; units += 1) this.rows.push(...numberWords(units, form));
    this.from.set(key, zero);
    return zero;
  }

  finish(): Int32Array {
    return Int32Array.from(this.rows);
  }
}
