/** The result of a year: computed, frozen by its content, approved, published; with what moved since the one before. */
import { z } from 'zod';
import { yearKeyShape } from './years.js';

export const RESULT_STATES = ['computed', 'frozen', 'approved', 'published'] as const;

const bothWords = { zh: z.string(), en: z.string() };
export const scoreJsonShape = z.object({ least: z.string(), most: z.string(), bound: z.enum(['exact', 'outer']) });
const vetoShape = z.object({ id: z.string(), quote: z.string(), why: z.string(), whyEn: z.string() });
export const rankShape = z.object({ least: z.number().int(), most: z.number().int() }).nullable();

/** What is not known of a unit when a result is computed. */
export const resultBlankShape = z.object({ unit: z.string(), ...bothWords, row: z.string().nullable() });
export type ResultBlank = z.infer<typeof resultBlankShape>;

export const computeShape = z.strictObject({
  /** Compute although something is open; needs the reason, and the result is provisional. */
  acceptOpen: z.boolean().optional(),
  reason: z.string().trim().min(1).max(500).optional(),
});
export type Compute = z.infer<typeof computeShape>;

export const resultUnitShape = z.object({
  unit: z.string(),
  unitEn: z.string(),
  sheet: z.string(),
  class: z.string(),
  sheetScore: scoreJsonShape,
  bonus: scoreJsonShape,
  parts: z.record(z.string(), scoreJsonShape),
  total: scoreJsonShape,
  grades: z.array(z.string()),
  rank: rankShape,
  vetoes: z.array(vetoShape),
  possibleVetoes: z.array(vetoShape),
  /** Accidents whose counts may still change. */
  provisional: z.array(z.string()),
  open: z.array(z.string()),
  openParts: z.array(z.string()),
});
export type ResultUnit = z.infer<typeof resultUnitShape>;

export const awardChoiceShape = z.object({
  award: z.string(),
  name: z.string(),
  nameEn: z.string(),
  quote: z.string(),
  eligible: z.array(z.string()),
  /** Units of the grades that may have it, and why each may not; undecided while something is open. */
  disqualified: z.array(z.object({ unit: z.string(), ...bothWords, undecided: z.boolean() })),
  chosen: z.array(z.string()),
});
export type AwardChoice = z.infer<typeof awardChoiceShape>;

export const movedUnitShape = z.object({
  unit: z.string(),
  total: z.tuple([z.string(), z.string()]),
  grades: z.tuple([z.string(), z.string()]),
  rank: z.tuple([z.string(), z.string()]),
});

export const circularShape = z.strictObject({
  /** 郑安委〔2020〕5号 */
  number: z.string().trim().min(1).max(100),
  on: z.iso.date(),
});

export const yearResultShape = z.object({
  number: z.number().int(),
  state: z.enum(RESULT_STATES),
  contentHash: z.string(),
  edition: z.string(),
  computedAt: z.string(),
  computedBy: z.string(),
  frozenAt: z.string().nullable(),
  approvedAt: z.string().nullable(),
  approvedBy: z.string().nullable(),
  publishedAt: z.string().nullable(),
  circular: circularShape.nullable(),
  /** Something was open when it was computed, or a count may still change. */
  provisional: z.boolean(),
  blanks: z.array(resultBlankShape),
  reason: z.string().nullable(),
  parts: z.array(z.object({ id: z.string(), name: z.string(), nameEn: z.string(), weight: z.string() })),
  bands: z.array(z.object({ grade: z.string(), gradeEn: z.string(), from: z.string().nullable() })),
  units: z.array(resultUnitShape),
  awards: z.array(awardChoiceShape),
  /** Against the result before; empty where nothing moved or there was none. */
  moved: z.array(movedUnitShape),
  previous: z.number().int().nullable(),
});
export type YearResult = z.infer<typeof yearResultShape>;

export const resultShape = z.object({
  version: z.number().int(),
  /** The content hash without its name: approving is over the very content that was shown. */
  content: z.string().optional(),
  result: yearResultShape.nullable(),
});
export type ResultAnswer = z.infer<typeof resultShape>;

export const awardsSentShape = z.strictObject({
  awards: z.array(z.strictObject({ award: z.string().max(100), units: z.array(z.string().max(100)).max(500) })).max(20),
});
export type AwardsSent = z.infer<typeof awardsSentShape>;

export const resultKeyShape = yearKeyShape;
