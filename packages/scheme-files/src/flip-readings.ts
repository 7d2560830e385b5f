/** Which readings decide: every other alternative of every reading, and what it would change for a facts file. */
import {
  type Assessment,
  type Facts,
  formatInterval,
  isRawObject,
  type Program,
  type RankRange,
  type RawObject,
  type RawTree,
  type Scheme,
} from '@kaohe/scoring';
import { LoweredRows, standingOf, standingsOf, type UnitStanding } from '@kaohe/scoring/fast';
import type { SchemeFolder } from './scheme-folder.js';
import { programUnder, readTree, readUnder } from './score-file.js';

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
export function flipReadings(folder: SchemeFolder, tree: RawTree): Flip[] {
  const before = readTree(folder, tree);
  if ('problems' in before || !isRawObject(tree)) return [];
  const { scheme, readings } = before.program;
  const rows = new LoweredRows();
  const was = standingsOf(before.program, before.facts, rows);
  const factsUnder = rereader(before);
  return Object.entries(scheme.readings).flatMap(([reading, { alternatives }]) =>
    Object.keys(alternatives)
      .filter((alternative) => alternative !== readings[reading])
      .flatMap((alternative): Flip[] => {
        const asked = { ...readings, [reading]: alternative };
        const program = programUnder(folder, asked);
        const facts = 'problems' in program ? program : factsUnder(program, { ...tree, readings: asked });
        if ('problems' in program || 'problems' in facts) return [];
        return [{ reading, alternative, units: movedStandings(was, standingsOf(program, facts, rows)) }];
      }),
  );
}

/** What scoring alone asks for: a scheme that differs only here reads the same facts out of a file. */
const SCORING_ONLY: ReadonlySet<string> = new Set([
  'readings',
  'gradeBands',
  'base',
  'ceiling',
  'effect',
  'exclusive',
  'highestOnly',
  'caps',
  'coefficient',
  'rounding',
  'missing',
]);

function readingKey(scheme: Scheme): string {
  return JSON.stringify(scheme, (key, value: unknown) => (SCORING_ONLY.has(key) ? undefined : value));
}

/** Reads the facts under another program, or gives back those already read where it would read the same. */
function rereader({ program, facts }: { readonly program: Program; readonly facts: Facts }) {
  const own = readingKey(program.scheme);
  return (other: Program, tree: RawObject) => (readingKey(other.scheme) === own ? facts : readUnder(other, tree));
}

/** The units that two assessments of the same facts tell apart, as before and after. */
export function movedUnits(before: Assessment, after: Assessment): FlippedUnit[] {
  return movedStandings(before.units.map(standingOf), after.units.map(standingOf));
}

function movedStandings(before: readonly UnitStanding[], after: readonly UnitStanding[]): FlippedUnit[] {
  return before.flatMap((unit, index) => {
    const now = after[index];
    if (!now) return [];
    const [was, is] = [shown(unit), shown(now)];
    if (was.total === is.total && was.grades === is.grades && was.rank === is.rank) return [];
    return [
      { unit: unit.unit, total: [was.total, is.total], grades: [was.grades, is.grades], rank: [was.rank, is.rank] },
    ];
  });
}

function shown({ total, grades, rank }: UnitStanding) {
  return { total: formatInterval(total), grades: grades.join(' / '), rank: rank ? rankText(rank) : '–' };
}

function rankText({ least, most }: RankRange): string {
  return least === most ? `${least}` : `${least}–${most}`;
}
