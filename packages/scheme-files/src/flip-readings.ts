/** Which readings decide: every other alternative of every reading, and what it would change for a facts file. */
import { type Assessment, formatInterval, isRawObject, type RawTree } from '@kaohe/scoring';
import type { SchemeFolder } from './scheme-folder.js';
import { assessTree } from './score-file.js';

export interface Flip {
  readonly reading: string;
  readonly alternative: string;
  /** The units it moves; empty where it moves nobody. */
  readonly units: readonly FlippedUnit[];
}

export interface FlippedUnit {
  readonly unit: string;
  readonly total: readonly [string, string];
  readonly grades: readonly [string, string];
  readonly rank: readonly [string, string];
}

/** Every alternative not in force, with the units whose total, grade or rank it would change. A reading the facts cannot be read under is left out. */
export function flipReadings(folder: SchemeFolder, facts: RawTree): Flip[] {
  const before = assessTree(folder, facts);
  if ('problems' in before || !isRawObject(facts)) return [];
  const { scheme, readings } = before.program;
  return Object.entries(scheme.readings).flatMap(([reading, { alternatives }]) =>
    Object.keys(alternatives)
      .filter((alternative) => alternative !== readings[reading])
      .flatMap((alternative): Flip[] => {
        const asked = { ...readings, [reading]: alternative };
        const after = assessTree(folder, { ...facts, readings: asked });
        return 'problems' in after ? [] : [{ reading, alternative, units: movedUnits(before, after) }];
      }),
  );
}

/** The units that two assessments of the same facts tell apart, as before and after. */
export function movedUnits(before: Assessment, after: Assessment): FlippedUnit[] {
  return before.units.flatMap((unit, index) => {
    const now = after.units[index];
    if (!now) return [];
    const shown = (one: typeof unit) => ({
      total: formatInterval(one.scored.total),
      grades: one.decision.grades.join(' / '),
      rank: one.rank
        ? one.rank.least === one.rank.most
          ? `${one.rank.least}`
          : `${one.rank.least}–${one.rank.most}`
        : '–',
    });
    const [was, is] = [shown(unit), shown(now)];
    if (was.total === is.total && was.grades === is.grades && was.rank === is.rank) return [];
    return [
      {
        unit: unit.scored.facts.unit,
        total: [was.total, is.total],
        grades: [was.grades, is.grades],
        rank: [was.rank, is.rank],
      },
    ];
  });
}
