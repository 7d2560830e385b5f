/** A cell a person fills in: where its value stands in a clause's observation, and what may be typed. */
import type { Place } from '@kaohe/scoring';

export type FieldType =
  | { readonly kind: 'yes-no' | 'count' | 'text' }
  | { readonly kind: 'amount'; readonly least?: string | undefined; readonly most?: string | undefined }
  /** A share: the cell shows percent, so what it holds is a hundredth. */
  | { readonly kind: 'percent' }
  | { readonly kind: 'choice'; readonly names: readonly string[] }
  /** One part of a list: 有 or 缺. All parts together are one list of what is absent. */
  | { readonly kind: 'part'; readonly part: string }
  /** Which parts are absent on one occasion: their names in one cell, or 无. */
  | { readonly kind: 'absent'; readonly parts: readonly string[] };

export interface Field {
  /** From the observation down. */
  readonly path: Place;
  readonly label: string;
  readonly type: FieldType;
  /** Shown beside the cell, and taken off what was typed. */
  readonly unit?: string | undefined;
}

/** How many zones and occasions a clause has lines for. */
export interface Repeats {
  readonly zones: number;
  readonly occasions: number;
}

export const FEWEST_REPEATS: Repeats = { zones: 2, occasions: 2 };
