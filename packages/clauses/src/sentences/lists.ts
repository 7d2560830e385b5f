/** Lists of things that must be there: 有方案、有总结; “甲”“乙”两项制度; 未备案、未演练. */
import { numberOf } from './vocabulary.js';

const HAS_LIST = /有[^，。；、有]{1,10}(?:[、，]有[^，。；、有]{1,10})+/g;
const QUOTED = /“([^”]{1,20})”/g;
const COUNT_WORDS = /([一两二三四五六七八九十\d]+)(?:项|个|类|种|份|条|本|落实|方面|级|讲|到位|大[^，。；、]{1,4})/g;

export interface PartsList {
  readonly parts: readonly string[];
  /** A number the text gives for the list is another one. */
  readonly disagrees: boolean;
}

/** The list in a text, the last one where there are several. */
export function partsIn(text: string): PartsList | undefined {
  const parts = hasList(text) ?? bracketedList(text) ?? quotedList(text) ?? plainList(text);
  if (parts === undefined || parts.length < 2) return undefined;
  const counts = [...text.matchAll(COUNT_WORDS)]
    .map(([, count]) => numberOf(count ?? ''))
    .filter((count) => count !== undefined && count !== '1');
  const longest = Math.max(...parts.map(({ length }) => length));
  const shortest = Math.min(...parts.map(({ length }) => length));
  const uneven = longest > 12 && longest > 3 * shortest;
  // “防汛、防火应急物资”: two things, or one with two names? A number beside the list would say so.
  const shared = counts.length === 0 && !/有|“/.test(text) && longest > 2 * shortest;
  return { parts, disagrees: uneven || shared || (counts.length > 0 && !counts.includes(String(parts.length))) };
}

function hasList(text: string): readonly string[] | undefined {
  const match = [...text.matchAll(HAS_LIST)].pop();
  if (!match) return undefined;
  const parts = match[0].split(/[、，]/).map(trimmed);
  const subjects = [...text.slice(0, match.index).matchAll(QUOTED)].map(([, name]) => name ?? '');
  if (subjects.length < 2 || !/均|都|分别/.test(text.slice(0, match.index))) return parts;
  return subjects.flatMap((subject) => parts.map((part) => `${subject}${part.replace(/^有/, '')}`));
}

function bracketedList(text: string): readonly string[] | undefined {
  const inside = /（([^（）]*、[^（）]*)）[^（）、]*$/.exec(text)?.[1];
  return inside?.split('、').map(trimmed);
}

function quotedList(text: string): readonly string[] | undefined {
  const runs = text.match(/(?:“[^”]{1,20}”[、和]?){2,}(?!未)/g);
  const last = runs?.[runs.length - 1];
  const after = last === undefined ? '' : text.slice(text.lastIndexOf(last) + last.length);
  if (last === undefined || /^[^，。；]{0,6}、/.test(after)) return undefined;
  return [...last.matchAll(QUOTED)].map(([, name]) => name ?? '');
}

/** Stands for a comma inside quotes while the list around it is split. */
const KEPT = '\ue000';

function plainList(text: string): readonly string[] | undefined {
  const chunks = text.split(/[，。；：]/).filter((chunk) => /[、]/.test(chunk.replace(/“[^”]*”|（[^）]*）/g, '')));
  const last = chunks[chunks.length - 1];
  if (last === undefined) return undefined;
  const joined = last.replace(/“([^”]*)”/g, (quoted) => quoted.replace(/、/g, KEPT)).replace(/（[^）]*）/g, '');
  const parts = joined.split(/[、]|(?<=[^，、])(?:以及|及|和)(?=[^，、]{2,12}$)/);
  return parts.map((part) => trimmed(part.replace(new RegExp(KEPT, 'g'), '、')));
}

function trimmed(part: string): string {
  return part
    .replace(/[的，]+$/, '')
    .replace(/(?<=[^\d])[二两三四五六七八九十\d]+(?:本|项|个|类|种|份|条|张|套)[^，。；]{0,6}$/, '')
    .replace(/(?<=[^\d])[二两三四五六七八九十\d]+(?:级|方|部门|环节|家)[^，。；]*$/, '')
    .replace(/(?<=.)(?:未|没有|无)(?=.)/, '')
    .replace(/^(?:(?:要|应|须)?做到|要|应当?|均)(?=有)/, '');
}
