/** The bytes of a file as text: UTF-8, or what Chinese office programs save as “ANSI”. */

/** GBK and its successor; the decoder of the one reads the other. */
export type Encoding = 'GB 18030';

export type Decoded =
  | { readonly text: string; readonly encoding?: Encoding }
  /** The first line that is not UTF-8. */
  | { readonly unreadableFrom: number };

export function decodeBytes(bytes: Uint8Array): Decoded {
  const text = decodeAs('utf-8', bytes);
  if (text !== undefined) return { text };
  // The strict decoder does not say where; the lenient one marks the place.
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const chinese = decodeAs('gb18030', bytes);
  if (chinese !== undefined && isChinese(chinese) && !isMostlyUtf8(lenient))
    return { text: chinese, encoding: 'GB 18030' };
  return { unreadableFrom: (lenient.split('\uFFFD')[0] ?? '').split('\n').length };
}

function decodeAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What is beyond ASCII in a Chinese text: characters and its punctuation. */
const COMMON = /^[\u4e00-\u9fff\u3000-\u303f\uff01-\uff5e\u2010-\u2026\u2160-\u217f\u2460-\u24ff±·×÷≤≥]$/;

/** Two characters at least: any two bytes make one, and a single one may be a broken one of UTF-8. */
function isChinese(text: string): boolean {
  const beyond = [...text].filter((character) => character > '\u007f');
  return beyond.length > 1 && beyond.every((character) => COMMON.test(character));
}

/** Whether most of what is beyond ASCII is right as UTF-8: then the file is a damaged one, not one in another encoding. */
function isMostlyUtf8(lenient: string): boolean {
  const beyond = [...lenient].filter((character) => character > '\u007f');
  return beyond.filter((character) => character !== '\uFFFD').length * 2 > beyond.length;
}
