/** A place in the text as it was read: UTF-16 units, the end not included. */
export type Span = readonly [from: number, to: number];
