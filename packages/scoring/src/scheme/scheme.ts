/**
 * An assessment scheme as data, readings already chosen. Numbers are decimal strings; Chinese is quoted verbatim.
 * Format: docs/scheme-files.md.
 */
import type { Severity } from '../accidents/severity.js';
import type { Sheet } from './sheet.js';

/** A decimal (`"0.5"`) or fraction (`"1/6"`) as text. */
export type DecimalText = string;

/** Anything a reading may have decided lists the names of those readings. */
export interface Explained {
  readonly readings?: readonly string[] | undefined;
}

export interface Scheme {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly documentNumber: string;
  readonly issuer: string;
  readonly fullMarks: DecimalText;
  readonly period: { readonly from: string; readonly to: string };
  readonly calendar: readonly CalendarEntry[];
  readonly gradeBands: readonly GradeBand[];
  readonly bonus: Bonus;
  readonly vetoes: readonly Veto[];
  readonly awards: readonly Award[];
  readonly readings: Readonly<Record<string, Reading>>;
  readonly sheets: readonly Sheet[];
  readonly forms: readonly RatingForm[];
  readonly population: Population;
}

export interface CalendarEntry {
  readonly stage: string;
  readonly name: string;
  readonly from?: string | undefined;
  readonly to: string;
  readonly quote: string;
}

/** Half-open: from this score (included) up to the band above (excluded). */
export interface GradeBand {
  readonly grade: string;
  readonly gradeEn: string;
  readonly from?: DecimalText | undefined;
  readonly quote: string;
}

export interface Bonus extends Explained {
  readonly base: 'sheet' | 'composite';
  readonly ceiling?: 'full-marks' | undefined;
  readonly cap: DecimalText;
  readonly perDeed: 'highest-only';
  readonly quote: string;
  readonly kinds: readonly BonusKind[];
}

/** A kind of deed: points by level, or one amount at any level. */
export interface BonusKind {
  readonly kind: string;
  readonly name: string;
  readonly quote: string;
  readonly levels?: Readonly<Record<string, DecimalText>> | undefined;
  readonly amount?: DecimalText | undefined;
}

export interface AccidentCondition {
  readonly kind: 'accidents';
  readonly atLeast: Severity;
  readonly count: DecimalText;
}

export interface TalksCondition {
  readonly kind: 'talks';
  readonly by: readonly string[];
  readonly count: DecimalText;
}

export interface ScoreCondition extends Explained {
  readonly kind: 'score-below';
  readonly value: DecimalText;
  readonly of: 'composite' | 'sheet';
}

export type OutcomeCondition = AccidentCondition | TalksCondition | ScoreCondition;

export interface Veto extends Explained {
  readonly id: string;
  readonly name: string;
  readonly quote: string;
  readonly when: OutcomeCondition;
  /** `flag` leaves the computed grade standing beside the veto; `grade-fail` replaces it by the lowest band. */
  readonly effect: 'flag' | 'grade-fail';
}

export interface Award extends Explained {
  readonly id: string;
  readonly name: string;
  readonly quote: string;
  readonly grades: readonly string[];
  readonly disqualified: readonly Disqualification[];
}

export interface Disqualification {
  readonly id: string;
  readonly name: string;
  readonly quote: string;
  readonly when: OutcomeCondition;
}

export interface Reading {
  readonly question: string;
  readonly questionEn: string;
  readonly quote?: string | undefined;
  readonly adopted: string;
  readonly alternatives: Readonly<Record<string, { readonly text: string; readonly textEn: string }>>;
  readonly reason: string;
  readonly reasonEn: string;
}

export interface RatingForm extends Explained {
  readonly id: string;
  readonly annex: string;
  readonly title: string;
  readonly titleEn: string;
  /** Each ballot gives 0 to this. */
  readonly scale: DecimalText;
  /** Decimals a ballot may have. */
  readonly decimals: DecimalText;
  readonly raters: DecimalText;
  readonly raterName: string;
  readonly raterNameEn: string;
  readonly coefficient: DecimalText;
  /** Digits the converted total is rounded to; left out: not rounded. */
  readonly rounding?: DecimalText | undefined;
  readonly missing: 'plain-sum' | 'over-received';
  readonly columns: readonly string[];
  readonly notes: readonly string[];
  readonly signature: string;
}

export type UnitClass = 'district' | 'development-zone' | 'department' | 'city';

export interface Unit {
  readonly name: string;
  readonly nameEn: string;
  readonly sheet: string;
  readonly class: UnitClass;
  readonly aliases?: readonly string[] | undefined;
}

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  /** The leader by role, never by name. */
  readonly leader: string;
  readonly units: readonly string[];
}

export interface Population {
  /** In printed order. */
  readonly units: readonly Unit[];
  readonly teams: readonly Team[];
}
