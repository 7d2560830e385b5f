/** The page of official documents (GB/T 9704-2012), in twips: 22 lines of 28 characters on A4. */

const SHORT_SIDE = 11906;
const LONG_SIDE = 16838;
/** Margins of the page held upright; the block of text is 156 × 225 mm. */
const MARGIN = { top: 2098, bottom: 1984, left: 1588, right: 1474 } as const;

export type Orientation = 'portrait' | 'landscape';

export interface PageMeasures {
  /** The sides as they lie. */
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  /** What every table's columns add up to. */
  readonly textWidth: number;
}

/** Turned a quarter to the left, the page keeps its block of text: what was its head is now its left side. */
export const PAGES: { readonly [Key in Orientation]: PageMeasures } = {
  portrait: {
    width: SHORT_SIDE,
    height: LONG_SIDE,
    margin: MARGIN,
    textWidth: SHORT_SIDE - MARGIN.left - MARGIN.right,
  },
  landscape: {
    width: LONG_SIDE,
    height: SHORT_SIDE,
    margin: { top: MARGIN.right, bottom: MARGIN.left, left: MARGIN.top, right: MARGIN.bottom },
    textWidth: LONG_SIDE - MARGIN.top - MARGIN.bottom,
  },
};

/** `charSpace` is in 1/4096 point: 28 characters of 16 pt need a little less than they would take. */
export const GRID = { linePitch: 579, charSpace: -848 } as const;

/**
 * Programs differ in how they hold a line to the grid (one gives a character that is wider than its square two squares). So the
 * lines carry the grid's measures themselves: 22 × 579 twips, and 28 × (320 − 6) twips ≤ 8844, with room for rounding.
 */
export const LINE_TWIPS = GRID.linePitch;
export const BODY_SPACING = -6;

/** The number's dash stands 7 mm below the block of text. */
export const FOOTER_FROM_EDGE = 1418;

export const BODY_POINTS = 16;
export const TITLE_POINTS = 22;
export const PAGE_NUMBER_POINTS = 14;
const TWIPS_A_POINT = 20;

export function twips(points: number): number {
  return Math.round(points * TWIPS_A_POINT);
}
