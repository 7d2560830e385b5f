/**
 * One sheet of a program as integers only: which slot holds which fact, and what is done with it. Data, no functions,
 * so that closures, generated text and SQL are all made of the same thing.
 * Sheet amounts stand over `sheetScale`, totals over `scale` (the program's, or finer where marks are given); every number
 * is proved to fit 32 bits (range.ts).
 */

/** One small whole number of a unit's facts. */
export interface Slot {
  /** `county/2.2#1`: clause and rule; `bonus`, `rating/leader`, `veto/accidents` for what stands beside the sheet. */
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** The item that reads it; absent where the outcome does. */
  readonly item?: number | undefined;
}

/** What a rule asks: the sum of its terms, or what its table holds; FORFEIT where one of `forfeits` is above zero. */
export interface PlanRule {
  readonly terms: readonly PlanTerm[];
  readonly table?: { readonly slot: number; readonly values: readonly number[] } | undefined;
  readonly forfeits: readonly number[];
  /** The sum is held within this, either way. */
  readonly cap?: number | undefined;
}

export interface PlanTerm {
  readonly slot: number;
  /** Signed points for each one: negative for a deduction. */
  readonly points: number;
}

export interface PlanClause {
  readonly id: string;
  /** Position among the clauses of the sheet. */
  readonly index: number;
  readonly rules: readonly PlanRule[];
  readonly canForfeit: boolean;
}

/** Members are positions in the item's own clauses. */
export interface PlanItem {
  readonly id: string;
  readonly start: number;
  readonly floor: boolean;
  readonly ceiling?: number | undefined;
  /** What lies below zero is taken from the sheet. */
  readonly carry: boolean;
  readonly clauses: readonly PlanClause[];
  readonly exclusive: readonly { readonly when: number; readonly drops: readonly number[] }[];
  readonly highestOnly: readonly (readonly number[])[];
  readonly caps: readonly { readonly of: readonly number[]; readonly cap: number }[];
}

export interface PlanBonus {
  readonly slot: number;
  readonly cap: number;
  /** `sheet`: over `sheetScale`, added to the sheet; `composite`: over `scale`, added to the total. */
  readonly base: 'sheet' | 'composite';
  readonly ceiling?: number | undefined;
}

/** A part of the total: a rating's slot (over `scale`), or so many times the sheet. */
export interface PlanPart {
  readonly id: string;
  readonly slot?: number | undefined;
  readonly times: number;
}

export interface PlanVeto {
  readonly id: string;
  /** A register's count reaches `count`, or a score lies below `below`. */
  readonly when:
    | { readonly kind: 'count'; readonly slot: number; readonly count: number }
    | { readonly kind: 'below'; readonly of: 'sheet' | 'composite'; readonly below: number };
  /** The grade it puts in place of every better one, where it fails the grade. */
  readonly grade?: number | undefined;
}

export interface SheetPlan {
  readonly sheet: string;
  readonly scale: number;
  readonly sheetScale: number;
  readonly slots: readonly Slot[];
  readonly items: readonly PlanItem[];
  readonly clauses: number;
  /** Whether what the items carry below zero holds the sheet at zero. */
  readonly carries: boolean;
  readonly bonus: PlanBonus;
  readonly parts: readonly PlanPart[];
  /** The least total of each band that has one, best first. */
  readonly bands: readonly number[];
  /** Best first: the bands' grades, `''` for none where the last band too has a least total, then those only a veto gives. */
  readonly grades: readonly string[];
  readonly vetoes: readonly PlanVeto[];
  /** Every total lies within. */
  readonly totals: { readonly least: number; readonly most: number };
}

/** What stands for a deduction without bound: larger than all an item can hold, several of them still within 32 bits. */
export const FORFEIT = -(2 ** 26);

/** A state word: the grade's index in the low byte, one bit for each veto above it. */
export const VETO_SHIFT = 8;

export function gradeOf(state: number): number {
  return state & 0xff;
}

/** The bits of the vetoes that hold, the first veto lowest. */
export function vetoesOf(state: number): number {
  return state >>> VETO_SHIFT;
}
