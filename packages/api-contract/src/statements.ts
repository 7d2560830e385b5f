/**
 * 陈述: what a unit states about one line of its sheet, and what it is answered. A self-assessed row is reviewed; an appeal
 * against one deduction is decided. Either is answered by itself: never the whole.
 */
import { z } from 'zod';
import { scoreJsonShape } from './results.js';
import { yearKeyShape } from './years.js';

export const STATEMENT_STAGES = ['self-assessment', 'appeal'] as const;
export type StatementStage = (typeof STATEMENT_STAGES)[number];
export const STATEMENT_STATES = [
  'none',
  'submitted',
  'withdrawn',
  'returned',
  'accepted',
  'upheld',
  'rejected',
] as const;
export type StatementState = (typeof STATEMENT_STATES)[number];

export const statementsKeyShape = yearKeyShape.extend({ stage: z.enum(STATEMENT_STAGES) });
/** `line`: a printed row's id where it is self-assessed, a clause's where a deduction is appealed. */
export const statementKeyShape = yearKeyShape.extend({ unit: z.string().max(100), line: z.string().max(100) });
export const statementOfStageShape = statementKeyShape.extend({ stage: z.enum(STATEMENT_STAGES) });

const text = z.string().trim().max(2000);
const evidence = z.array(z.uuid()).max(20);
const points = z.string().regex(/^\d{1,4}(\.\d{1,4})?$/);

export const selfAssessmentSentShape = z.strictObject({
  /** What the unit deducts itself; with nothing deducted the text may stay empty. */
  deducted: points,
  text,
  evidence,
});
export type SelfAssessmentSent = z.infer<typeof selfAssessmentSentShape>;

export const appealSentShape = z.strictObject({ text: text.min(1), evidence });
export type AppealSent = z.infer<typeof appealSentShape>;

const reason = z.string().trim().max(1000);
export const reviewSentShape = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('returned'), reason: reason.min(1) }),
  z.strictObject({ outcome: z.literal('accepted'), reason }),
]);
export const decisionSentShape = z.discriminatedUnion('outcome', [
  /** `finding`: what in the sheet is to change; it changes only when the team changes it in its reopened report. */
  z.strictObject({ outcome: z.literal('upheld'), reason: reason.min(1), finding: reason.min(1) }),
  z.strictObject({ outcome: z.literal('rejected'), reason: reason.min(1) }),
]);
export type StatementAnswer = z.infer<typeof reviewSentShape> | z.infer<typeof decisionSentShape>;

const sideShape = z.object({
  sheetScore: scoreJsonShape,
  /** Null where the role acting is not told sums of ratings yet. */
  whole: z
    .object({
      total: scoreJsonShape,
      grades: z.array(z.string()),
      rank: z.object({ least: z.number().int(), most: z.number().int() }).nullable(),
    })
    .nullable(),
});
/** What is at stake: where the unit stands now, and where it would with the deduction taken back. */
export const stakeShape = z.object({ now: sideShape, ifUpheld: sideShape });
export type Stake = z.infer<typeof stakeShape>;

export const statementShape = z.object({
  /** 0: nothing was stated yet. */
  version: z.number().int(),
  stage: z.enum(STATEMENT_STAGES),
  unit: z.string(),
  unitEn: z.string(),
  line: z.string(),
  /** The number of the printed row. */
  row: z.string(),
  state: z.enum(STATEMENT_STATES),
  text: z.string(),
  deducted: z.string().nullable(),
  evidence: z.array(z.object({ id: z.string(), name: z.string() })),
  statedAt: z.string().nullable(),
  /** The last answer; one before the last resubmission still stands here. */
  reason: z.string().nullable(),
  finding: z.string().nullable(),
  answeredAt: z.string().nullable(),
  answeredBy: z.string().nullable(),
  /** What the role acting may do now. */
  may: z.object({ write: z.boolean(), withdraw: z.boolean(), answer: z.boolean() }),
});
export type StatementJson = z.infer<typeof statementShape>;

export const statementListShape = z.object({ statements: z.array(statementShape) });
export type StatementList = z.infer<typeof statementListShape>;

export const statementDetailShape = statementShape.extend({
  /** Null for a self-assessment, and where a register decides the deduction: there it follows from correcting the register. */
  stake: stakeShape.nullable(),
  /** Whoever scored the line, or sat in the unit's team, does not decide the appeal. */
  scoredIt: z.boolean(),
});
export type StatementDetail = z.infer<typeof statementDetailShape>;
