/**
 * A part of the document as scoring words are looked for: normal characters, no spaces, no tags, no page numbers, lines joined.
 * Every character knows where it came from; what was damaged is said, never put right in silence.
 */
import { normalCharacter } from './characters.js';
import type { Span } from './span.js';

/** A sentence of more characters is none, and a row of more is no row; what comes after is not read. */
const LONGEST_SENTENCE = 800;
export const LONGEST_ROW = 20_000;

export type DamageCode =
  | 'sentence-too-long'
  | 'number-split'
  | 'decimal-split'
  | 'amount-garbled'
  | 'page-number-in-text';

/** A place of the normal text that was not printed as it is read. */
export interface Damage {
  readonly code: DamageCode;
  readonly at: number;
}

export interface NormalText {
  readonly text: string;
  /** The same with Chinese characters as they are printed, one for each of the text. */
  readonly printed: string;
  readonly damages: readonly Damage[];
  /** The place in the document of a part of this text. */
  spanOf(from: number, to: number): Span;
}

/** Ends a paragraph inside a cell. */
const PARAGRAPH = '\u2028';
const SPACE = /\s|\u200b|\ufeff/;
const TAG = /<\/?[a-z][^<>\n]{0,80}>/iy;
const PAGE_NUMBER = /[-—–－―]\s?\d{1,3}\s?[-—–－―](?![\d０-９])/y;
const STOP_AS_POINT = /[。，,]\s*[\d０-９]{1,2}\s*[分%％]/y;
/** “扣O.5分”: a letter where the number begins. */
const LETTER_AS_DIGIT = /[Ool][.．][\d０-９]\s*分/y;

interface Building {
  readonly raw: string;
  readonly characters: string[];
  readonly starts: number[];
  readonly ends: number[];
  readonly damages: Damage[];
}

/** Cells of the document, one after the other, as one normal text: a cell ends like a sentence. */
export function normalText(raw: string, cells: readonly (readonly Span[])[]): NormalText {
  const building: Building = { raw, characters: [], starts: [], ends: [], damages: [] };
  const { characters, starts, ends, damages } = building;
  for (const ranges of cells) {
    if (characters.length > LONGEST_ROW) break;
    const end = ends[ends.length - 1] ?? 0;
    if (characters.length > 0 && !/[。；]/.test(last(building))) push(building, '。', [end, end]);
    for (const range of ranges) addRange(building, range);
  }
  return {
    text: withDigits(characters.join('')),
    printed: characters.map((one, at) => (isHan(one) ? raw.charAt(starts[at] ?? 0) : one)).join(''),
    damages,
    spanOf: (from, to) => [
      starts[from] ?? ends[ends.length - 1] ?? 0,
      ends[Math.max(from, to - 1)] ?? starts[from] ?? 0,
    ],
  };
}

function addRange(building: Building, [from, to]: Span): void {
  const { characters, damages } = building;
  let since = Math.max(characters.lastIndexOf('。'), characters.lastIndexOf('；')) + 1;
  for (let at = from; at < to && characters.length <= LONGEST_ROW; ) {
    at = addNext(building, at, to);
    if (/[。；]/.test(last(building))) since = characters.length;
    if (characters.length - since < LONGEST_SENTENCE) continue;
    damages.push({ code: 'sentence-too-long', at: characters.length });
    push(building, '。', [at, at]);
    since = characters.length;
  }
}

/** Takes what stands at a place; the place after it. */
function addNext(building: Building, at: number, to: number): number {
  const { raw, characters, damages } = building;
  const tag = lengthAt(TAG, raw, at);
  if (tag > 0) {
    if (characters.length > 0 && !/[。；]/.test(last(building))) push(building, '。', [at, at + tag]);
    return at + tag;
  }
  if (raw.charAt(at) === PARAGRAPH) {
    if (characters.length > 0 && !/[。；，、：]/.test(last(building))) push(building, '。', [at, at + 1]);
    return at + 1;
  }
  const page = /[\d%分]/.test(last(building)) ? 0 : lengthAt(PAGE_NUMBER, raw, at);
  if (page > 0) {
    damages.push({ code: 'page-number-in-text', at: characters.length });
    return at + page;
  }
  if (SPACE.test(raw.charAt(at))) return addGap(building, at, to);
  if (
    /[。，,]/.test(raw.charAt(at)) &&
    /(?:^|\D)0$/.test(characters.slice(-2).join('')) &&
    lengthAt(STOP_AS_POINT, raw, at) > 0
  ) {
    damages.push({ code: 'amount-garbled', at: characters.length });
    push(building, '.', [at, at + 1]);
    return skipSpaces(raw, at + 1, to);
  }
  if (/[扣加减得罚除计记]/.test(last(building)) && lengthAt(LETTER_AS_DIGIT, raw, at) > 0) {
    damages.push({ code: 'amount-garbled', at: characters.length });
    push(building, raw.charAt(at) === 'l' ? '1' : '0', [at, at + 1]);
    return at + 1;
  }
  const character = normalCharacter(raw.charAt(at));
  const stop = character === '.' && isHan(last(building)) && !/\w/.test(raw.charAt(at + 1));
  push(building, stop ? '。' : character, [at, at + 1]);
  return at + 1;
}

const NUMERALS = '零一二三四五六七八九';
const digitOf = (numeral: string): string => String(numeral === '两' ? 2 : NUMERALS.indexOf(numeral));

/** Marks and measures written out, in as many characters: 扣一分, 九十分, 五万元. */
function withDigits(text: string): string {
  return text
    .replace(/([一二三四五六七八九])十(?=分)/g, (_, tens: string) => `${digitOf(tens)}0`)
    .replace(/(?<=[扣加得减计记至])([一二两三四五六七八九])(?=分(?![别之]))/g, digitOf)
    .replace(/([一二两三四五六七八九])(?=万元|亿元|个百分点|千元)/g, digitOf);
}

const isHan = (character: string): boolean => /[\u4e00-\u9fa5）]/.test(character);

/** A gap inside a number stays (a space: the point may be lost) or is joined and told (a line end). */
function addGap(building: Building, at: number, to: number): number {
  const { raw, characters, damages } = building;
  const next = skipSpaces(raw, at, to);
  const before = last(building);
  const after = next < to ? normalCharacter(raw.charAt(next)) : '';
  if (!/[\d.]/.test(before) || !/[\d.]/.test(after)) return next;
  if (raw.slice(at, next).includes('\n') || before === '.' || after === '.') {
    damages.push({ code: before === '.' || after === '.' ? 'decimal-split' : 'number-split', at: characters.length });
  } else push(building, ' ', [at, next]);
  return next;
}

function last({ characters }: Building): string {
  return characters[characters.length - 1] ?? '';
}

function push({ characters, starts, ends }: Building, character: string, [from, to]: Span): void {
  characters.push(character);
  starts.push(from);
  ends.push(to);
}

function skipSpaces(raw: string, at: number, to: number): number {
  let next = at;
  while (next < to && SPACE.test(raw.charAt(next))) next += 1;
  return next;
}

function lengthAt(pattern: RegExp, raw: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(raw)?.[0].length ?? 0;
}
