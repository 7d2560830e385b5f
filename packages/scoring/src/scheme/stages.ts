/** The stages a year can have. A document names those it has, in what order they follow, and the entry of its calendar that ends them. */
export const STAGE_IDS = [
  'self-assessment',
  'routine',
  'leaders',
  'year-end',
  'review',
  'appeal',
  'composite',
  'awards',
  'approval',
  'circular',
] as const;
export type StageId = (typeof STAGE_IDS)[number];

export interface SchemeStage {
  readonly stage: StageId;
  /** Stages that are over before this one opens; left out: none. */
  readonly after?: readonly StageId[] | undefined;
  /** The entry of the calendar whose last day is this stage's; left out: the document states none. */
  readonly due?: string | undefined;
}
