/** Accidents over time: the same facts on two days, and what moved between them. */
import { type Assessment, isRawObject, type Problem, type RawTree } from '@kaohe/scoring';
import { type MovedUnit, movedByClause } from './diff-editions.js';
import type { SchemeFolder } from './scheme-folder.js';
import { assessTree } from './score-file.js';

/** The facts as they stood on a day. */
export function asOf(facts: RawTree, day: string): RawTree {
  return isRawObject(facts) ? { ...facts, asOf: day } : facts;
}

export interface AccidentChange {
  readonly id: string;
  /** The level, or empty where the accident was not known yet. */
  readonly before: string;
  readonly after: string;
  /** Whether the count could still change on each of the days. */
  readonly open: readonly [boolean, boolean];
}

export interface Movement {
  readonly accidents: readonly AccidentChange[];
  readonly units: readonly MovedUnit[];
}

/** What moved between two days: accidents that changed level or closed, units that changed score, grade or rank. */
export function movedBetween(
  folder: SchemeFolder,
  facts: RawTree,
  { from, to }: { readonly from: string; readonly to: string },
): Movement | { readonly problems: readonly Problem[] } {
  const before = assessTree(folder, asOf(facts, from));
  if ('problems' in before) return before;
  const after = assessTree(folder, asOf(facts, to));
  if ('problems' in after) return after;
  return { accidents: changedAccidents(before, after), units: movedByClause(before, after) };
}

function changedAccidents(before: Assessment, after: Assessment): AccidentChange[] {
  const was = new Map(before.facts.accidents.map((one) => [one.id, one]));
  return after.facts.accidents.flatMap((is) => {
    const earlier = was.get(is.id);
    if (earlier && earlier.severity === is.severity && earlier.final === is.final) return [];
    return [
      { id: is.id, before: earlier?.severity ?? '', after: is.severity, open: [!(earlier?.final ?? false), !is.final] },
    ];
  });
}
