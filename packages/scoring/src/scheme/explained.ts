/** What every node of a scheme may carry. */

/** A decimal (`"0.5"`) or fraction (`"1/6"`) as text. */
export type DecimalText = string;

/** Anything a reading may have decided lists the names of those readings. */
export interface Explained {
  readonly readings?: readonly string[] | undefined;
}
