/** The table of patterns: in this order, the first that fits reads; where a later one of the same rank fits too, a person is asked. */
import type { At, Pattern, Reading } from '../reading.js';
import { BY_COUNT, FIRST_AND_MORE } from './count-ladders.js';
import { MISSING_PARTS, PER_STEP, PER_UNIT } from './counted.js';
import { FORFEIT } from './forfeits.js';
import { SEQUENCES } from './joined.js';
import { LADDERS } from './ladders.js';
import { ONE_OF } from './one-of.js';
import { BARE_POINTS, DISTRIBUTED, EACH_PART, FIXED, FORMULA, THRESHOLD } from './single.js';
import { UNREADABLE } from './unreadable.js';

/** What takes several phrases comes before what takes one. */
const JOINED: readonly Pattern[] = [...SEQUENCES, FIRST_AND_MORE, BY_COUNT, ...LADDERS];

const SINGLE: readonly Pattern[] = [
  FORMULA,
  FORFEIT,
  BARE_POINTS,
  DISTRIBUTED,
  EACH_PART,
  MISSING_PARTS,
  ONE_OF,
  PER_STEP,
  PER_UNIT,
  THRESHOLD,
  FIXED,
];

/** The names of all patterns in their order. */
export const PATTERN_NAMES: readonly string[] = [...UNREADABLE, ...JOINED, ...SINGLE].map(({ name }) => name);

export interface NamedReading extends Reading {
  readonly pattern: string;
}

/** What the first phrase says, and the name of the pattern that says so. */
export function readPhrase(at: At): NamedReading | undefined {
  for (const { name, read } of [...UNREADABLE, ...JOINED]) {
    const found = read(at);
    if (found) return { ...found, pattern: name };
  }
  const found = SINGLE.flatMap(({ name, read }) => {
    const one = read(at);
    return one ? [{ ...one, pattern: name }] : [];
  });
  const [first, second] = found;
  if (first === undefined || second === undefined) return first;
  return { ...first, asks: [...first.asks, 'two-readings'] };
}
