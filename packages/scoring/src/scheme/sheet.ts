/** The printed table as data: sheet → item → criterion (a row) → clause → rules. */

import type { DecimalText } from '../exact/decimal.js';
import type { Rule } from '../rules/rule.js';
import type { Explained } from '../wording/explained.js';
import type { UnitClass } from './population.js';

export interface Sheet {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly annex: string;
  readonly fullMarks: DecimalText;
  readonly classes: readonly UnitClass[];
  readonly columns: readonly string[];
  readonly note: string;
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
  readonly rows: readonly Criterion[];
  /** One finding rules the others out. */
  readonly exclusive?: readonly Exclusion[] | undefined;
  /** One fact stated twice: only the largest deduction counts. */
  readonly highestOnly?: readonly HighestOnly[] | undefined;
}

export interface Exclusion extends Explained {
  readonly when: string;
  readonly drops: readonly string[];
}

export interface HighestOnly extends Explained {
  readonly of: readonly string[];
}

/** Cell text; a cell that a page break cut is the list of its pieces. */
export type CellText = string | readonly string[];

export interface Criterion {
  readonly id: string;
  /** The row number as printed. */
  readonly row: string;
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
}

export interface Clause extends Explained {
  readonly id: string;
  /** The scoring sentence, verbatim. */
  readonly quote: string;
  /** Unit classes it applies to; left out: every unit of the sheet. */
  readonly classes?: readonly UnitClass[] | undefined;
  readonly supplier?: Supplier | undefined;
  readonly rules: readonly Rule[];
}
