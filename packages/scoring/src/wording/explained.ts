/** What any node of a scheme may carry. */

/** Anything a reading may have decided lists the names of those readings. */
export interface Explained {
  readonly readings?: readonly string[] | undefined;
}
