/** A scheme compiled: every clause a function of the facts, every number at the scheme's own scale. */
import type { Rational } from '../exact/rational.js';
import type { CompiledRule, RegisterName } from '../rules/compiled.js';
import type { UnitClass } from './population.js';
import type { RatingForm } from './rating-form.js';
import type { ReadingChoice } from './readings.js';
import type { Scheme } from './scheme.js';
import type {
  AssessmentItem,
  AssessmentPart,
  Clause,
  Criterion,
  Exclusion,
  GroupCap,
  HighestOnly,
  Sheet,
} from './sheet.js';

export interface Program {
  readonly scheme: Scheme;
  /** The readings in force. */
  readonly readings: ReadingChoice;
  /** The denominator every score of the scheme can be written over. */
  readonly scale: bigint;
  readonly fullMarks: Rational;
  readonly sheets: ReadonlyMap<string, SheetProgram>;
  readonly clauses: ReadonlyMap<string, ClauseProgram>;
  readonly forms: ReadonlyMap<string, FormProgram>;
  readonly bonus: BonusProgram;
  readonly bands: readonly { readonly grade: string; readonly from?: Rational; readonly quota?: string }[];
}

export interface SheetProgram {
  readonly fullMarks: Rational;
  readonly sheet: Sheet;
  readonly items: readonly ItemProgram[];
  readonly parts: readonly PartProgram[];
}

export interface PartProgram {
  readonly part: AssessmentPart;
  /** weight ÷ full marks: what the sheet's score is multiplied by. */
  readonly factor: Rational;
}

export interface ItemProgram {
  readonly item: AssessmentItem;
  readonly fullMarks: Rational;
  readonly clauses: readonly ClauseProgram[];
  readonly exclusive: readonly Exclusion[];
  readonly highestOnly: readonly HighestOnly[];
  readonly caps: readonly { readonly group: GroupCap; readonly cap: Rational }[];
  /** Rows with marks of their own. */
  readonly rowMarks: readonly { readonly id: string; readonly marks: Rational }[];
  readonly notApplicable: 'nothing-to-deduct' | 'rescale';
  /** Whether the item can gain marks: it starts from zero, or a clause may award. */
  readonly awards: boolean;
  /** Whether every interval of the item is reached at both ends. */
  readonly exact: boolean;
}

export interface ClauseProgram {
  readonly clause: Clause;
  readonly row: Criterion;
  readonly sheet: string;
  readonly rules: readonly CompiledRule[];
  readonly register?: RegisterName | undefined;
  readonly classes: readonly UnitClass[];
  readonly units?: readonly string[] | undefined;
}

export interface FormProgram {
  readonly form: RatingForm;
  readonly scale: Rational;
  readonly coefficient: Rational;
  readonly raters: bigint;
  readonly decimals: number;
  /** Ballots left out at each end. */
  readonly trim: number;
}

export interface BonusProgram {
  readonly cap: Rational;
  /** kind → level → points; a kind with one amount has it under every level and under none. */
  readonly points: (kind: string, level: string | undefined) => Rational | undefined;
  /** The kind whose points are a mark with a reason, where there is one. */
  readonly judged?: string | undefined;
  /** Whether any kind of deed earns points: enough deeds of it reach the cap. */
  readonly earns: boolean;
}
