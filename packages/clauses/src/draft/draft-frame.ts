/** What frames the clauses of a draft: printed rows and who supplies them, the parts of the total, days, and notes that hold for all. */
import type { NoteKind, PrintedCell } from '../imported.js';
import type { Span } from '../text/span.js';

/** Who enters what is found. */
export interface DraftSupplier {
  readonly by: 'team' | 'office' | 'division';
  /** As printed; of a division never empty. */
  readonly name: string;
}

/** A row as it is printed: its words are the document's and stay there. */
export interface DraftRow {
  readonly label: string;
  /** Empty: no marks of its own. */
  readonly fullMarks: string;
  readonly span: Span;
  readonly cells: readonly PrintedCell[];
  /** Left out: as all rows. */
  readonly supplier?: DraftSupplier | undefined;
}

/** `sheet`: the table; `rating`: a form several raters fill; `mark`: one mark for each unit; `left-out`: in words only. */
export type DraftPartKind = 'open' | 'sheet' | 'rating' | 'mark' | 'left-out';

export interface DraftForm {
  /** A ballot gives 0 to this. */
  readonly scale: string;
  readonly decimals: string;
  readonly raters: string;
  readonly raterName: string;
  readonly stage: 'routine' | 'leaders';
  /** Empty: full ballots make the weight. */
  readonly coefficient: string;
  /** Digits; empty: not rounded. */
  readonly rounding: string;
  /** What missing ballots mean; empty: not chosen yet. */
  readonly missing: '' | 'plain-sum' | 'over-received';
}

export interface DraftPart {
  readonly name: string;
  /** In percent, as printed. */
  readonly weight: string;
  readonly quote: string;
  readonly kind: DraftPartKind;
  readonly form: DraftForm;
}

export const DAY_KINDS = [
  'self-assessment',
  'routine',
  'leaders',
  'on-site',
  'reports-due',
  'review',
  'appeal',
  'approval',
  'circular',
  'other',
  'left-out',
] as const;
export type DraftDayKind = (typeof DAY_KINDS)[number];

/** An entry of the calendar; without a last day it stays in words. */
export interface DraftDay {
  readonly quote: string;
  readonly kind: DraftDayKind;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** What a note becomes in the scheme; `left-out`: it stays in words. */
export type NotePin =
  | 'limits'
  | 'item-floor'
  | 'row-floor'
  | 'carry'
  | 'bonus'
  | 'adds-up'
  | 'full-marks'
  | 'rescale'
  | 'left-out';

export interface DraftNote {
  readonly kind: NoteKind;
  readonly quote: string;
  readonly span: Span;
  readonly pin: NotePin;
}
