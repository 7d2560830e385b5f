/** An imported document on its way to a scheme: every clause with what a person has decided about it. Plain data, kept as JSON. */
import type { Severity } from '@kaohe/scoring';
import type { ClauseStatus, ImportedRule, VetoEffect } from '../imported.js';
import type { Span } from '../text/span.js';
import type { DraftDay, DraftNote, DraftPart, DraftRow, DraftSupplier } from './draft-frame.js';

/** `open`: a person has not decided yet, where there is something to decide. */
export type Decision = 'open' | 'accepted' | 'changed' | 'not-scoring' | 'left-out';

/** A measured quantity of a formula: points for each unit of it. */
export interface DraftTerm {
  readonly name: string;
  readonly unit: string;
  readonly times: string;
  readonly numerator?: string | undefined;
  readonly denominator?: string | undefined;
}

/** What a scheme needs beside the sentence: stated here, never taken for granted by the converter. */
export interface Pinned {
  readonly quantity?: string | undefined;
  /** What a series counts. */
  readonly unit?: string | undefined;
  readonly after?: 'repeat-last' | 'continue' | 'nothing' | undefined;
  /** Beyond the line of a piecewise rule: every one (`yes`), or only those beyond it. */
  readonly replacing?: 'no' | 'yes' | undefined;
  /** The line of a piecewise rule: a number, or `baseline`, stated each year. */
  readonly line?: string | undefined;
  /** Marks a forfeited sentence or row is worth. */
  readonly marks?: string | undefined;
  /** Levels of the accident ledger for each rung; left out: each rung is counted by hand. */
  readonly levels?: readonly (readonly Severity[])[] | undefined;
  readonly terms?: readonly DraftTerm[] | undefined;
  readonly plus?: string | undefined;
}

export interface DraftRule {
  /** As the sentence states it. */
  readonly said: ImportedRule;
  readonly pinned: Pinned;
}

/** What is asked about a clause, in words of both languages. */
export interface DraftQuestion {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

export interface DraftClause {
  /** Names the clause in the draft. */
  readonly key: string;
  readonly quote: string;
  readonly span: Span;
  readonly row: string;
  readonly status: ClauseStatus;
  readonly questions: readonly DraftQuestion[];
  /** Codes of the questions a person has answered. */
  readonly answered: readonly string[];
  readonly decision: Decision;
  readonly rule: DraftRule | null;
  /** Of this and its neighbours of the row said to be so only the largest deduction counts. */
  readonly largestOnly?: boolean | undefined;
}

export interface DraftItem {
  readonly name: string;
  readonly fullMarks: string;
  readonly start: 'full' | 'zero';
  readonly clauses: readonly DraftClause[];
}

export type DraftCondition =
  | { readonly kind: 'accidents'; readonly atLeast: Severity; readonly count: string }
  | { readonly kind: 'talks'; readonly by: string; readonly count: string }
  | { readonly kind: 'score-below'; readonly value: string };

export interface DraftVeto {
  readonly quote: string;
  readonly span: Span;
  readonly effect: VetoEffect;
  /** Null: nothing the program can look up; it must be left out in words. */
  readonly when: DraftCondition | null;
  readonly decision: Decision;
}

export interface DraftBand {
  readonly grade: string;
  /** Empty: everything below the band above. */
  readonly from: string;
  readonly quote: string;
  /** Absent: a person wrote it. */
  readonly span?: Span | undefined;
  readonly decision: 'open' | 'accepted';
}

export interface DraftHead {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly documentNumber: string;
  readonly issuer: string;
  readonly from: string;
  readonly to: string;
  readonly fullMarks: string;
}

export type DraftClass = 'district' | 'development-zone' | 'department' | 'city';

export interface DraftUnit {
  readonly name: string;
  readonly class: DraftClass;
}

export interface SchemeDraft {
  readonly head: DraftHead;
  /** Heads of the table, as printed; none: the document is no table. */
  readonly columns: readonly string[];
  /** Every printed row in the order of the document, whichever item it stands in. */
  readonly rows: readonly DraftRow[];
  /** Of every row that names no other. */
  readonly supplier: DraftSupplier;
  /** Empty: the total is the sheet. */
  readonly composition: readonly DraftPart[];
  readonly calendar: readonly DraftDay[];
  readonly notes: readonly DraftNote[];
  readonly items: readonly DraftItem[];
  readonly bonus: {
    readonly cap: string;
    readonly highestOnly: boolean;
    readonly withinFullMarks: boolean;
    readonly clauses: readonly DraftClause[];
  };
  readonly vetoes: readonly DraftVeto[];
  readonly bands: readonly DraftBand[];
  /** Classes the sheet is for, where no unit is named yet. */
  readonly classes: readonly DraftClass[];
  readonly units: readonly DraftUnit[];
  /** Findings of the checker that stand in the document itself and were seen: `code quote`. */
  readonly seen: readonly string[];
}
