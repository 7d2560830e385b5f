/** The stages of a year in their order. Those the notice does not have are the office's choice, off by default and labelled so. */
import type { Role } from './roles.js';

export const STAGES = [
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
export type Stage = (typeof STAGES)[number];

export const STAGE_STATES = ['off', 'waiting', 'open', 'closed'] as const;
export type StageState = (typeof STAGE_STATES)[number];

interface StageDescription {
  /** 中文名。 */
  readonly name: string;
  readonly nameEn: string;
  /** Who has to act while it is open. */
  readonly holders: readonly Role[];
  /** Whether the notice of 2019 has it; others start `off`. */
  readonly inNotice: boolean;
  /** Stages that must be closed (or off) before this one opens. */
  readonly after: readonly Stage[];
}

export const STAGE_DESCRIPTIONS: Readonly<Record<Stage, StageDescription>> = {
  'self-assessment': {
    name: '自评',
    nameEn: 'Self-assessment',
    holders: ['assessed-unit'],
    inNotice: false,
    after: [],
  },
  routine: {
    name: '平时考核',
    nameEn: 'Routine assessment',
    holders: ['rating-division', 'division-head', 'supplying-division', 'patrol-group'],
    inNotice: true,
    after: [],
  },
  leaders: { name: '领导考核', nameEn: 'Leader rating', holders: ['rating-leader'], inNotice: true, after: [] },
  'year-end': {
    name: '年终考核',
    nameEn: 'Year-end assessment',
    holders: ['team-leader', 'team-member'],
    inNotice: true,
    after: [],
  },
  review: { name: '材料审核', nameEn: 'Material review', holders: ['office'], inNotice: false, after: [] },
  appeal: {
    name: '申诉复核',
    nameEn: 'Appeal and review',
    holders: ['assessed-unit'],
    inNotice: false,
    after: ['year-end'],
  },
  composite: {
    name: '汇总',
    nameEn: 'Composite',
    holders: ['office'],
    inNotice: true,
    after: ['self-assessment', 'routine', 'leaders', 'year-end', 'review', 'appeal'],
  },
  // Chosen among the grades of the frozen result, and approved with it.
  awards: { name: '评先', nameEn: 'Awards', holders: ['office'], inNotice: true, after: ['composite'] },
  approval: { name: '审定', nameEn: 'Approval', holders: ['approver'], inNotice: true, after: ['composite', 'awards'] },
  circular: { name: '通报', nameEn: 'Circular', holders: ['office'], inNotice: true, after: ['approval'] },
};
