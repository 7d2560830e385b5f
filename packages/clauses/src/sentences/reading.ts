/** What a pattern makes of phrases: rules, and everything that keeps them from being certain. */
import type { ClauseStatus, ImportedRule } from '../imported.js';
import type { Phrase } from './phrases.js';

export interface Reading {
  readonly rules: readonly ImportedRule[];
  /** Codes of questions and defects; with any of them the clause is not certain. */
  readonly asks: readonly string[];
  /** It scores something, but no rule can be given honestly. */
  readonly unreadable?: boolean;
  /** How many phrases it takes, when more than one. */
  readonly phrases?: number;
}

/** What a phrase stands in. */
export interface Surroundings {
  readonly start: 'full' | 'zero';
  readonly rowMarks: string | undefined;
  readonly part: 'item' | 'bonus' | 'frame' | 'preamble';
  /** “以上” is said to include the number. */
  readonly inclusive: boolean;
  /** Of several levels only the highest counts, says the document. */
  readonly highestOnly: boolean;
  /** Every amount of the row, to see what is out of line. */
  readonly amounts: readonly string[];
  /** Bare marks of the row add up to what the column prints. */
  readonly marksAddUp: boolean;
}

export interface At {
  readonly phrase: Phrase;
  /** The phrases from this one on. */
  readonly rest: readonly Phrase[];
  readonly around: Surroundings;
}

/** A pattern has a name, by which a reading says how it was made. */
export interface Pattern {
  readonly name: string;
  readonly read: (at: At) => Reading | undefined;
}

/** The remark on an award that only says where the deductions behind it start from. */
export const START = 'start';

export const reading = (rules: readonly ImportedRule[], asks: readonly string[] = []): Reading => ({ rules, asks });
export const unreadable = (...asks: readonly string[]): Reading => ({ rules: [], asks, unreadable: true });
export const when = (condition: boolean, ...asks: readonly string[]): readonly string[] => (condition ? asks : []);

/** A clause of a row: what its phrases were read as, its place in the row's text, and what is open. */
export interface RowClause {
  readonly pattern: string;
  readonly status: ClauseStatus;
  readonly rules: readonly ImportedRule[];
  readonly asks: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly phrases: readonly Phrase[];
}
