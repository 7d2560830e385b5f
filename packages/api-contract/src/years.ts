/** A year as the pages see it. */
import { z } from 'zod';
import { STAGE_STATES, STAGES } from './stages.js';

export const yearSummaryShape = z.object({
  year: z.string(),
  title: z.string(),
  scheme: z.string(),
  edition: z.string(),
});
export type YearSummary = z.infer<typeof yearSummaryShape>;

export const yearListShape = z.object({ years: z.array(yearSummaryShape) });

export const stageShape = z.object({
  stage: z.enum(STAGES),
  state: z.enum(STAGE_STATES),
  since: z.string(),
  dueOn: z.string().nullable(),
  reason: z.string().nullable(),
  version: z.number().int(),
});
export type StageJson = z.infer<typeof stageShape>;
