/** What an imported document is: the shape `import --json` prints. All numbers are decimal text. */
import type { SheetColumnKind } from '@kaohe/scoring';
import type { Span } from './text/span.js';

export type Effect = 'deduct' | 'award';

interface Scored {
  readonly effect: Effect;
  readonly cap?: string;
  readonly capScope?: 'clause' | 'group';
}

export interface Rung {
  readonly when: string;
  readonly amount: string;
  readonly unit?: string;
}

export interface RequiredCount {
  readonly count: string;
  readonly period?: string;
}

export type Direction = 'below' | 'above';
export type Comparison = '<' | '<=' | '>' | '>=';
export type PartialStep = 'drop' | 'round-up' | 'prorate';
export type Forfeits = 'clause' | 'criterion' | 'item' | 'sheet';

export interface PerUnitImport extends Scored {
  readonly kind: 'per-unit';
  readonly amount: string;
  readonly unit: string;
  readonly basis: 'occurrence' | 'missing';
  readonly required?: RequiredCount;
}

export interface PerStepImport extends Scored {
  readonly kind: 'per-step';
  readonly amount: string;
  readonly step: string;
  readonly unit: string;
  readonly from?: string;
  readonly direction: Direction;
  readonly partialStep?: PartialStep;
}

export interface ThresholdImport extends Scored {
  readonly kind: 'threshold';
  readonly amount: string;
  readonly comparison: Comparison;
  readonly value?: string;
  readonly unit?: string;
}

export interface SeriesImport extends Scored {
  readonly kind: 'series';
  readonly amounts: readonly string[];
  /** What follows the last amount; absent where the text is silent. */
  readonly then?: '+1' | 'repeat-last';
}

/** A rule as a document states it (the vocabulary of rules); the scheme's own rules have readings pinned besides. */
export type ImportedRule =
  | (Scored & { readonly kind: 'fixed'; readonly amount: string })
  | PerUnitImport
  | PerStepImport
  | ThresholdImport
  | (Scored & { readonly kind: 'parts'; readonly amount: string; readonly parts: readonly string[] })
  | (Scored & { readonly kind: 'ladder'; readonly rungs: readonly Rung[] })
  | (Scored & { readonly kind: 'per-event-ladder'; readonly rungs: readonly Rung[] })
  | SeriesImport
  | (Scored & { readonly kind: 'piecewise'; readonly slopes: readonly Rung[] })
  | (Scored & { readonly kind: 'forfeit'; readonly forfeits: Forfeits })
  | (Scored & { readonly kind: 'judgement'; readonly range: readonly [least: string, most: string] })
  | (Scored & { readonly kind: 'formula'; readonly expression: string; readonly floor?: string });

export type ClauseStatus = 'read' | 'confirm' | 'unreadable';

/** A problem of the document, or a question a person must answer; both name what the text leaves open. */
export interface ImportProblem {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly quote?: string;
  readonly span?: Span;
}

export interface ImportedClause {
  readonly quote: string;
  readonly span: Span;
  readonly row: string;
  readonly pattern: string;
  readonly status: ClauseStatus;
  readonly rules: readonly ImportedRule[];
  readonly problems: readonly ImportProblem[];
}

/** A cell of a table by what its column holds. */
export interface PrintedCell {
  readonly kind: SheetColumnKind;
  readonly span: Span;
}

/** A row as it is printed: its cells that hold text, in order. `inner`: its number stands in brackets. */
export interface ImportedRow {
  readonly label: string;
  readonly fullMarks: string | null;
  readonly inner: boolean;
  readonly cells: readonly string[];
  /** Where it begins and ends; nothing where it holds no text. */
  readonly span: Span | null;
  /** Its cells with their places, method, supplier and what is left blank among them; none of a paragraph. */
  readonly printed: readonly PrintedCell[];
}

export interface ImportedItem {
  readonly name: string;
  readonly fullMarks: string | null;
  readonly start: 'full' | 'zero';
  readonly rows: readonly ImportedRow[];
  readonly clauses: readonly ImportedClause[];
}

/** What stands above, between and below the items: the notice, notes that hold for all, bonus, vetoes, grades, composition. */
export interface ImportedPart {
  readonly place: 'above' | 'below';
  /** Its heading; empty where its text begins with it. */
  readonly name: string;
  readonly rows: readonly ImportedRow[];
}

export type VetoEffect = 'fail-grade' | 'total-zero' | 'item-zero' | 'grade-down' | 'no-awards' | 'deduct';

export interface ImportedVeto {
  readonly quote: string;
  readonly span: Span;
  readonly status: ClauseStatus;
  readonly when: string;
  readonly effect: VetoEffect;
  readonly amount?: string;
}

export interface ImportedBand {
  readonly quote: string;
  readonly span: Span;
  readonly status: ClauseStatus;
  readonly grade: string;
  readonly from: string | null;
  readonly fromInclusive: boolean | null;
  readonly to: string | null;
  readonly toInclusive: boolean | null;
}

export type NoteKind =
  | 'inclusive'
  | 'floor'
  | 'highest-only'
  | 'no-repeat'
  | 'accumulate'
  | 'bonus-cap'
  | 'not-applicable'
  | 'carry';

/** A sentence that governs scoring without being a scoring effect. */
export interface ImportedNote {
  readonly kind: NoteKind;
  readonly quote: string;
  readonly span: Span;
}

/** A part of the result with its weight in percent. */
export interface ImportedWeight {
  readonly name: string;
  readonly weight: string;
  readonly quote: string;
  readonly span: Span;
}

/** A day and what is done on it. */
export interface ImportedDate {
  readonly quote: string;
  readonly span: Span;
}

export interface ImportedScheme {
  readonly title: string;
  readonly fullMarks: string | null;
  /** The heads of the table most rows stand in, as printed; none where the document is no table. */
  readonly columns: readonly string[];
  readonly items: readonly ImportedItem[];
  readonly bonus: readonly ImportedClause[];
  readonly vetoes: readonly ImportedVeto[];
  readonly gradeBands: readonly ImportedBand[];
  readonly notes: readonly ImportedNote[];
  readonly composition: readonly ImportedWeight[];
  readonly calendar: readonly ImportedDate[];
  readonly parts: readonly ImportedPart[];
  readonly problems: readonly ImportProblem[];
}
