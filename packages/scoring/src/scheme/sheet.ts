/** The printed table as data: sheet → item → criterion (a row) → clause → rules. */

import type { DecimalText } from '../exact/decimal.js';
import type { Rule } from '../rules/rule.js';
import type { Explained } from '../wording/explained.js';
import type { UnitClass } from './population.js';

export interface Sheet {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly annex?: string | undefined;
  readonly fullMarks: DecimalText;
  readonly classes: readonly UnitClass[];
  readonly columns: readonly string[];
  readonly note?: string | undefined;
  /** What a row that does not apply means: nothing to deduct (the default), or its marks leave the denominator. */
  readonly notApplicable?: 'nothing-to-deduct' | 'rescale' | undefined;
  readonly parts: readonly AssessmentPart[];
  readonly items: readonly AssessmentItem[];
}

/** A part of the total: a rating form's converted score, or the sheet times weight ÷ full marks of the scheme. */
export interface AssessmentPart {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly weight: DecimalText;
  readonly form?: string | undefined;
  readonly quote: string;
}

export interface AssessmentItem {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly fullMarks: DecimalText;
  readonly marksQuote: string;
  /** `full` (the default): marks are deducted from full marks. `zero`: marks are awarded from nothing. */
  readonly start?: 'full' | 'zero' | undefined;
  /** `zero` (the default); `carry`: what lies below zero is taken from the sheet; `none`: the item may go below zero. */
  readonly floor?: 'zero' | 'carry' | 'none' | undefined;
  /** `full-marks` (the default): what is awarded never lifts the item above its full marks; `none`: it is open-ended. */
  readonly ceiling?: 'full-marks' | 'none' | undefined;
  readonly rows: readonly Criterion[];
  /** One finding rules the others out. */
  readonly exclusive?: readonly Exclusion[] | undefined;
  /** One fact stated twice: only the largest deduction counts. */
  readonly highestOnly?: readonly HighestOnly[] | undefined;
  /** Several clauses share one cap. */
  readonly caps?: readonly GroupCap[] | undefined;
}

export interface Exclusion extends Explained {
  readonly when: string;
  readonly drops: readonly string[];
}

export interface HighestOnly extends Explained {
  readonly of: readonly string[];
}

export interface GroupCap extends Explained {
  readonly of: readonly string[];
  readonly cap: DecimalText;
}

/** Cell text; a cell that a page break cut is the list of its pieces. */
export type CellText = string | readonly string[];

export interface Criterion {
  readonly id: string;
  /** The row number as printed. */
  readonly row: string;
  /** A printed name of the row, where it has one (二级指标). */
  readonly name?: string | undefined;
  /** Marks of its own, where the document gives them. */
  readonly fullMarks?: DecimalText | undefined;
  readonly requirement?: CellText | undefined;
  readonly criterion: CellText;
  readonly method?: CellText | undefined;
  readonly supplier: Supplier;
  readonly notScoring?: readonly { readonly text: string; readonly reason: string }[] | undefined;
  readonly clauses: readonly Clause[];
}

export interface Supplier {
  readonly by: 'team' | 'office' | 'division';
  readonly name?: string | undefined;
  readonly nameEn?: string | undefined;
}

export interface Clause extends Explained {
  readonly id: string;
  /** The scoring sentence, verbatim. */
  readonly quote: string;
  /** Unit classes it applies to; left out: every unit of the sheet. */
  readonly classes?: readonly UnitClass[] | undefined;
  /** Units it applies to by name (市公安局、市交通运输局等相关单位). */
  readonly units?: readonly string[] | undefined;
  readonly supplier?: Supplier | undefined;
  readonly rules: readonly Rule[];
}
