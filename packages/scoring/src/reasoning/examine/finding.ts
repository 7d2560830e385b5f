/** What the checker reads and what it reports: data for a page, a table, a program. */
import type { RawObject, RawTree } from '../../observations/raw-tree.js';
import type { Problem } from '../../problems/problem.js';
import type { Program } from '../../scheme/program.js';
import type { ReadingChoice } from '../../scheme/readings.js';
import type { Text } from '../../wording/text.js';
import type { FindingCode } from './kinds.js';

/** `defect`: the document is wrong or incomplete; `risk`: as written, an outcome may surprise; `note`: worth knowing. */
export type FindingSeverity = 'defect' | 'risk' | 'note';

export interface SchemeFinding {
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  /** Ids, from the wider to the narrower: sheet, item, row, clause, form, band… */
  readonly at: readonly string[];
  /** The words it is about, verbatim. */
  readonly quote?: string;
  readonly title: Text;
  readonly why: Text;
  /** Names of the readings the reason tells in words. */
  readonly readings?: readonly string[];
  readonly counterexample?: Counterexample;
}

export interface Counterexample {
  /** A FACTS tree that scores as it stands, under the adopted readings. */
  readonly facts: RawObject;
  readonly unit: string;
  readonly claim: Text;
  readonly outcomes: readonly Outcome[];
  /** What it is compared with: the same unit, or one of another sheet, otherwise stated. */
  readonly against?: OtherCase;
}

/** Another made-up case, scored under the adopted readings. */
export interface OtherCase {
  readonly words: Text;
  readonly unit: string;
  readonly facts: RawObject;
  readonly total: string;
  readonly grade: string;
}

/** What came out under some readings: those that differ from the adopted ones. */
export interface Outcome {
  readonly readings: ReadingChoice;
  readonly total: string;
  readonly grade: string;
  /** The vetoes that hold; absent where there is none. */
  readonly vetoes?: readonly Text[];
}

export interface Examined {
  /** Under the adopted readings. */
  readonly program: Program;
  readonly compileWith: (asked: ReadingChoice) => Program | { readonly problems: readonly Problem[] };
  /** source.md */
  readonly source?: string;
  /** coverage.yaml: what every sentence outside the rows is. */
  readonly coverage: RawTree;
}

/** A finding as a check reports it, with the readings that settle what it is about. */
export interface Report extends SchemeFinding {
  /** Readings this is the report of: they need no report of their own. */
  readonly about?: readonly string[];
}
