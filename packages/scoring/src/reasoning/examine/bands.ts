/** The limits that grade sentences state: 得分80（含）—95分的, 60分以下的. */
import type { GradeBand } from '../../scheme/outcome.js';
import { squeezed } from './sentences.js';

export interface StatedBand {
  readonly band: GradeBand;
  readonly from?: Bound;
  readonly to?: Bound;
}

/** `included` is undefined where the sentence does not say. */
export interface Bound {
  readonly value: number;
  readonly included?: boolean;
}

const NUMBER = String.raw`(\d+(?:\.\d+)?)分?`;
const SAID = '([（(](?:不?含)(?:本数)?[)）])?';
const RANGE = new RegExp(`${NUMBER}${SAID}分?(?:—|–|-|－|至|到|~|～)${NUMBER}${SAID}`);
const ABOVE = new RegExp(`${NUMBER}${SAID}分?(?:及?以上|[（(]含[)）]以上)`);
const BELOW = new RegExp(`(?:低于|不足|不满)?${NUMBER}${SAID}分?(?:及?以下)?`);

/** The bounds as the band's own sentence states them; a document's note on 以上 and 以下 goes for all. */
export function statedBand(band: GradeBand, note: string): StatedBand {
  const quote = squeezed(band.quote);
  const range = RANGE.exec(quote);
  if (range) return { band, from: bound(range[1], range[2]), to: bound(range[3], range[4]) };
  const above = ABOVE.exec(quote);
  if (above) return { band, from: bound(above[1], above[2], /及以上/.test(quote) || noted(note, '以上')) };
  const below = BELOW.exec(quote);
  if (!below) return { band };
  const short = /低于|不足|不满/.test(quote) ? false : /及以下/.test(quote) || noted(note, '以下');
  return { band, to: bound(below[1], below[2], short) };
}

function bound(value: string | undefined, said: string | undefined, otherwise?: boolean): Bound {
  const included = said === undefined ? otherwise : !said.includes('不');
  return { value: Number(value), ...(included !== undefined && { included }) };
}

/** “以上”含本数; “以下”不含本数. */
function noted(note: string, word: string): boolean | undefined {
  const found = new RegExp(`[“"']?${word}[”"']?(不?)(?:包?[含括])`).exec(squeezed(note));
  return found ? found[1] === '' : undefined;
}
