/** Rating forms (评价表): one rater, every rated unit, a mark each. */
import { z } from 'zod';
import { STAGES } from './stages.js';

export const RATING_STATES = ['draft', 'submitted', 'signed'] as const;
export type RatingState = (typeof RATING_STATES)[number];

/** A mark as exact decimal text; the scheme's scale and decimals are checked by the server. */
const mark = z.string().regex(/^\d{1,4}(\.\d{1,4})?$/);

export const ratingKeyShape = z.object({ year: z.string(), form: z.string().max(50), rater: z.string().max(100) });

/** Mark by unit; a unit left out has not been rated. */
export const ratingFillShape = z.strictObject({ marks: z.record(z.string().max(100), mark) });

/** Entered by the counting clerk from signed paper. */
export const ratingPaperShape = z.strictObject({ marks: z.record(z.string().max(100), mark), scan: z.uuid() });

export const ratingFormShape = z.object({
  form: z.string(),
  rater: z.string(),
  raterName: z.string(),
  state: z.enum(RATING_STATES),
  version: z.number().int(),
  units: z.array(z.string()),
  marks: z.record(z.string(), z.string()),
  fromPaper: z.boolean(),
  scan: z.string().nullable(),
  /** Whether a second person has checked what was entered from paper. */
  checked: z.boolean(),
  /** Whether the form counts towards the totals as it is. */
  counts: z.boolean(),
  /** Whether the role acting may change it now. */
  mayFill: z.boolean(),
});
export type RatingFormJson = z.infer<typeof ratingFormShape>;

export const ratingProgressShape = z.object({
  forms: z.array(
    z.object({
      form: z.string(),
      title: z.string(),
      titleEn: z.string(),
      /** The stage in which it is filled. */
      stage: z.enum(STAGES),
      counted: z.number().int(),
      raters: z.array(
        z.object({
          rater: z.string(),
          name: z.string(),
          state: z.enum([...RATING_STATES, 'none']),
          fromPaper: z.boolean(),
          checked: z.boolean(),
          counts: z.boolean(),
          /** Past the last day of its stage, and it does not count yet. */
          late: z.boolean(),
        }),
      ),
      /** Text to paste that reminds those who have not rated; null when nobody is late. */
      reminder: z.string().nullable(),
    }),
  ),
});
export type RatingProgress = z.infer<typeof ratingProgressShape>;

export const ratingTotalsShape = z.object({
  forms: z.array(
    z.object({
      form: z.string(),
      ballots: z.number().int(),
      totals: z.array(z.object({ unit: z.string(), sum: z.string(), ballots: z.number().int() })),
    }),
  ),
});
export type RatingTotals = z.infer<typeof ratingTotalsShape>;
