/** What a scheme makes of scores: grade bands, bonus, vetoes, awards. */
import type { Severity } from '../accidents/severity.js';
import type { DecimalText } from '../exact/decimal.js';
import type { Explained } from '../wording/explained.js';

/** Half-open: from this score (included) up to the band above (excluded). */
export interface GradeBand extends Explained {
  readonly grade: string;
  readonly gradeEn: string;
  readonly from?: DecimalText | undefined;
  /** The most units of a sheet that may have the grade: a share of those ranked (`"30%"`), or a count. */
  readonly quota?: string | undefined;
  readonly quote: string;
}

export interface Bonus extends Explained {
  readonly base: 'sheet' | 'composite';
  readonly ceiling?: 'full-marks' | undefined;
  readonly cap: DecimalText;
  /** One deed counts once, at its highest; left out: every entry counts. */
  readonly perDeed?: 'highest-only' | undefined;
  readonly quote: string;
  readonly kinds: readonly BonusKind[];
}

/** A kind of deed: points by level, or one amount at any level. */
export interface BonusKind {
  readonly kind: string;
  readonly name: string;
  readonly nameEn: string;
  readonly quote: string;
  readonly levels?: Readonly<Record<string, DecimalText>> | undefined;
  readonly amount?: DecimalText | undefined;
  /** `yes`: the assessor gives a mark with a reason. */
  readonly judgement?: 'yes' | undefined;
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
  readonly nameEn: string;
  readonly quote: string;
  readonly when: OutcomeCondition;
  /** `flag` leaves the computed grade standing beside the veto; `grade-fail` replaces it by the lowest band. */
  readonly effect: 'flag' | 'grade-fail';
  /** The grade a failing veto puts in place; left out: the lowest band. */
  readonly grade?: string | undefined;
  readonly gradeEn?: string | undefined;
}

export interface Award extends Explained {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly quote: string;
  readonly grades: readonly string[];
  readonly disqualified: readonly Disqualification[];
}

export interface Disqualification {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly quote: string;
  readonly when: OutcomeCondition;
}
