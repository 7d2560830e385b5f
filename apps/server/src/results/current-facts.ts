/** Whether a result still stands on the facts of the year as they are today; where it does not, what moved, in words. */
import { parseText, printTree } from '@kaohe/scheme-files';
import { isRawObject, type RawObject, type RawTree } from '@kaohe/scoring';
import { yearFacts } from '../facts/service.js';
import { wrongState } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import type { ResultRow } from './repo.js';

/** A fact that is not as it was computed. */
interface MovedFact {
  readonly zh: string;
  readonly en: string;
}

interface Standing {
  readonly row: ResultRow;
  /** What the person refused can do about it. */
  readonly todo: { readonly zh: string; readonly en: string };
}

/** Refuses a result whose facts have changed since it was computed: naming what changed, and what to do. */
export async function requireCurrentFacts(work: Work, year: string, { row, todo }: Standing): Promise<void> {
  const moved = movedFacts(keptFacts(row), await yearFacts(work, year));
  if (moved.length === 0) return;
  const [zh, en] = [moved.slice(0, MOST_NAMED).map((one) => one.zh), moved.slice(0, MOST_NAMED).map((one) => one.en)];
  const rest = moved.length - zh.length;
  throw wrongState(
    `这个结果算出以后，有 ${moved.length} 处事实改动：${zh.join('；')}${rest > 0 ? `；另有 ${rest} 处` : ''}。${todo.zh}`,
    `Since this result was computed, ${moved.length} facts have changed: ${en.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}. ${todo.en}`,
    { moved },
  );
}

const MOST_NAMED = 8;

/** The facts a result was computed from, parsed back. */
export function keptFacts({ facts }: Pick<ResultRow, 'facts'>): RawTree {
  const parsed = parseText(facts);
  if ('problems' in parsed) throw new Error('the kept facts do not parse');
  return parsed.tree;
}

/** What is not the same in both; a new day alone changes no fact. */
function movedFacts(before: RawTree, after: RawTree): MovedFact[] {
  const [then, now] = [objectOf(before), objectOf(after)];
  return differing(withoutDay(then), withoutDay(now)).flatMap((part) => {
    const [was, is] = [then[part], now[part]];
    if (part === 'units')
      return differing(objectOf(was), objectOf(is)).flatMap((unit) =>
        unitMoves(unit, objectOf(objectOf(was)[unit]), objectOf(objectOf(is)[unit])),
      );
    if (part === 'accidents')
      return differing(byId(was), byId(is)).map((id) => ({ zh: `事故 ${id}`, en: `accident ${id}` }));
    if (part === 'ratings')
      return differing(objectOf(was), objectOf(is)).map((form) => ({
        zh: `评价表“${form}”的合计`,
        en: `sums of the form “${form}”`,
      }));
    return [{ zh: part, en: part }];
  });
}

function unitMoves(unit: string, was: RawObject, is: RawObject): MovedFact[] {
  return differing(was, is).map((part) => {
    if (part === 'observations') {
      const clauses = differing(objectOf(was[part]), objectOf(is[part]));
      return { zh: `${unit}：细则表 ${clauses.join('、')}`, en: `${unit}: sheet ${clauses.join(', ')}` };
    }
    const [zh, en] = PARTS[part] ?? [part, part];
    return { zh: `${unit}：${zh}`, en: `${unit}: ${en}` };
  });
}

/** Parts of a unit's facts, as the office calls them. */
const PARTS: Readonly<Record<string, readonly [zh: string, en: string] | undefined>> = {
  closed: ['细则表已核的行', 'rows closed on the sheet'],
  talks: ['约谈台账', 'register of talks'],
  bonus: ['表彰台账', 'register of commendations'],
  indicators: ['指标台账', 'register of indicators'],
};

const objectOf = (tree: RawTree | undefined): RawObject => (isRawObject(tree) ? tree : {});

function withoutDay({ asOf: _day, ...rest }: RawObject): RawObject {
  return rest;
}

function byId(accidents: RawTree | undefined): RawObject {
  const lines = Array.isArray(accidents) ? (accidents as readonly RawTree[]) : [];
  return Object.fromEntries(lines.map((line) => [String(objectOf(line).id), line]));
}

/** Names whose values are not the same in both. */
function differing(one: RawObject, other: RawObject): string[] {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names.filter((name) => print(one[name]) !== print(other[name]));
}

const print = (tree: RawTree | undefined): string => (tree === undefined ? '' : printTree(tree));
