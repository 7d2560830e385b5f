/** The scheme laid out for the checks: every clause with where it stands, and its programs under other readings. */
import type { Program } from '../../scheme/program.js';
import type { RatingForm } from '../../scheme/rating-form.js';
import type { ReadingChoice } from '../../scheme/readings.js';
import type { Scheme } from '../../scheme/scheme.js';
import type { AssessmentItem, Clause, Criterion, Sheet } from '../../scheme/sheet.js';
import type { Examined } from './finding.js';

export interface Placed {
  readonly sheet: Sheet;
  readonly item: AssessmentItem;
  readonly row: Criterion;
  readonly clause: Clause;
}

export interface Scene {
  readonly examined: Examined;
  readonly program: Program;
  readonly scheme: Scheme;
  /** Every clause, in printed order. */
  readonly places: readonly Placed[];
  /** The program under other readings than the adopted; undefined where it cannot be compiled. */
  readonly programUnder: (asked: ReadingChoice) => Program | undefined;
}

export function createScene(examined: Examined): Scene {
  const { program } = examined;
  const { scheme } = program;
  const known = new Map<string, Program | undefined>([['{}', program]]);
  const programUnder = (asked: ReadingChoice): Program | undefined => {
    const key = JSON.stringify(asked);
    if (!known.has(key)) {
      const compiled = examined.compileWith({ ...program.readings, ...asked });
      known.set(key, 'problems' in compiled ? undefined : compiled);
    }
    return known.get(key);
  };
  return { examined, program, scheme, places: placesOf(scheme), programUnder };
}

function placesOf({ sheets }: Scheme): Placed[] {
  return sheets.flatMap((sheet) =>
    sheet.items.flatMap((item) =>
      item.rows.flatMap((row) => row.clauses.map((clause) => ({ sheet, item, row, clause }))),
    ),
  );
}

export type Pair = readonly [Placed, Placed];

/** Every two clauses of one sheet, in printed order. */
export function pairsOf(places: readonly Placed[]): Pair[] {
  return places.flatMap((first, index) =>
    places
      .slice(index + 1)
      .filter((second) => second.sheet.id === first.sheet.id)
      .map((second): Pair => [first, second]),
  );
}

/** The readings that decide a clause: its own, its rules', and those of the groups it is in. */
export function readingsOf({ item, clause }: Placed): string[] {
  const groups = [
    ...(item.exclusive ?? []).filter((one) => one.when === clause.id || one.drops.includes(clause.id)),
    ...(item.highestOnly ?? []).filter((one) => one.of.includes(clause.id)),
  ];
  const explained = [clause, ...clause.rules, ...groups];
  return [...new Set(explained.flatMap((one) => one.readings ?? []))];
}

/** The readings on a clause that quote some words of it. */
export function settling({ scheme }: Scene, place: Placed, words = place.clause.quote): string[] {
  return readingsOf(place).filter((name) => {
    const quoted = scheme.readings[name]?.quote ?? '';
    return quoted !== '' && words.includes(quoted);
  });
}

/** The alternatives a call may choose instead of the adopted one. */
export function alternativesOf({ scheme }: Scene, reading: string): string[] {
  const declared = scheme.readings[reading];
  return declared ? Object.keys(declared.alternatives).filter((one) => one !== declared.adopted) : [];
}

/** Values by a key, in the order of their first appearance. */
export function groupBy<Value>(values: readonly Value[], keyOf: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}

/** The readings an alternative of which changes a value of the scheme. */
export function decidersOf(scene: Scene, of: (scheme: Scheme) => unknown): string[] {
  const now = JSON.stringify(of(scene.scheme));
  return Object.keys(scene.scheme.readings).filter((name) =>
    alternativesOf(scene, name).some((taken) => {
      const other = scene.programUnder({ [name]: taken });
      return other !== undefined && JSON.stringify(of(other.scheme)) !== now;
    }),
  );
}

/** The readings that decide some values of a rating form. */
export function formDeciders(scene: Scene, id: string, keys: readonly (keyof RatingForm)[]): string[] {
  return decidersOf(scene, (scheme) => keys.map((key) => scheme.forms.find((form) => form.id === id)?.[key] ?? ''));
}
