/** JSON text with holes of fixed width, each on a word boundary: spaces around a value change nothing in JSON. */
import { utf8 } from './utf8.js';

export class Template {
  private readonly bytes: number[] = [];

  text(text: string): this {
    for (const byte of utf8(text)) this.bytes.push(byte);
    return this;
  }

  /** A hole so many words wide; gives its word position. */
  hole(words: number): number {
    while (this.bytes.length % 4 !== 0) this.bytes.push(0x20);
    const at = this.bytes.length / 4;
    for (let byte = 0; byte < words * 4; byte += 1) this.bytes.push(0x20);
    return at;
  }

  /** The bytes so far, whole words of them. */
  finish(): Uint8Array {
    while (this.bytes.length % 4 !== 0) this.bytes.push(0x20);
    return Uint8Array.from(this.bytes);
  }
}

/** The text's words, filled up with spaces to a width. */
export function paddedWords(text: string, words: number): Int32Array {
  const bytes = new Uint8Array(words * 4).fill(0x20);
  bytes.set(utf8(text));
  return new Int32Array(bytes.buffer);
}

/** How many words a text needs. */
export function wordsOf(text: string): number {
  return Math.ceil(utf8(text).length / 4);
}
