/** Words that papers share: dates, numbers, days to be filled in by hand. */

const DIGITS = '〇一二三四五六七八九';

/** 1–99: 12 → 十二. */
export function chineseNumber(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  if (tens === 0) return DIGITS.charAt(ones);
  return `${tens === 1 ? '' : DIGITS.charAt(tens)}十${ones === 0 ? '' : DIGITS.charAt(ones)}`;
}

/** `2020-01-05` → 2020年1月5日; any other text as it stands. */
export function chineseDate(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  return year && month && day ? `${year}年${Number(month)}月${Number(day)}日` : date;
}

export interface Days {
  readonly from: string;
  readonly to: string;
}

/** From one day to another; one day where they are the same. */
export function chineseDays({ from, to }: Days): string {
  return from === to ? chineseDate(from) : `${chineseDate(from)}至${chineseDate(to)}`;
}

/** The place of a date that is written by hand. */
export const DATE_BY_HAND = '　　　　年　　月　　日';

export function dateOr(date: string | undefined): string {
  return date === undefined ? DATE_BY_HAND : chineseDate(date);
}

/** Text that ends as a sentence does. */
export function sentence(text: string): string {
  return /[。！？；：.!?]$/.test(text) ? text : `${text}。`;
}

export function numbered(texts: readonly string[]): string[] {
  return texts.map((text, index) => `${index + 1}. ${text}`);
}

/** Characters of 22 pt that a line holds. */
const TITLE_CHARACTERS = 20;

/**
 * A title as it was printed: a space between two Chinese characters is where a line ended. A line that is too long breaks before its
 * last bracket.
 */
export function printedLines(title: string): string[] {
  return title
    .split(/(?<=[\u3000-\u9fff\uff00-\uffef]) +(?=[\u3000-\u9fff\uff00-\uffef])/)
    .flatMap((line) => (line.length > TITLE_CHARACTERS ? line.split(/(?=（[^（]*$)/) : [line]))
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
