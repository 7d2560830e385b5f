/** One character for each: full width to half, traditional to simplified, the many dashes and marks to one of each. */
/// <reference path="./opencc-js.d.ts" />
import TRADITIONAL from 'opencc-js/dict/TSCharacters';

const FULL_WIDTH_FIRST = 0xff10;
/** Pairs: a mark and the one it stands for. */
const MARKS = '．.％%＋+－-—-–-―-～-~-〜-‐-‑-−-＝=＞>＜<／/＊*:：;；,，(（)）[（]）［（］）•·﹪%﹢+';

const SAME = new Map<string, string>([
  ...(MARKS.match(/../g) ?? []).map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
  ...TRADITIONAL.split('|').map((pair): [string, string] => [pair.charAt(0), pair.charAt(2)]),
]);

/** The character scoring words are written with; every result is one UTF-16 unit, as its source is. */
export function normalCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= FULL_WIDTH_FIRST && code <= 0xff5a && /[0-9A-Za-z]/.test(String.fromCharCode(code - 0xfee0))) {
    return String.fromCharCode(code - 0xfee0);
  }
  return SAME.get(character) ?? character;
}

/** A text of the same length in normal characters, for looking things up by place. */
export function normalCharacters(text: string): string {
  let normal = '';
  for (let index = 0; index < text.length; index += 1) normal += normalCharacter(text.charAt(index));
  return normal;
}
