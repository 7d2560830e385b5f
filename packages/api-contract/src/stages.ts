/** The stages a year can have, in their order: their names and who acts in each. Which a year has, its scheme states. */
import { STAGE_IDS, type StageId } from '@kaohe/scoring';
import type { Role } from './roles.js';

export const STAGES = STAGE_IDS;
export type Stage = StageId;

export const STAGE_STATES = ['off', 'waiting', 'open', 'closed'] as const;
export type StageState = (typeof STAGE_STATES)[number];

interface StageDescription {
  /** 中文名。 */
  readonly name: string;
  readonly nameEn: string;
  /** Who has to act while it is open. */
  readonly holders: readonly Role[];
}

export const STAGE_DESCRIPTIONS: Readonly<Record<Stage, StageDescription>> = {
  'self-assessment': {
    name: '自评',
    nameEn: 'Self-assessment',
    holders: ['assessed-unit'],
  },
  routine: {
    name: '平时考核',
    nameEn: 'Routine assessment',
    holders: ['rating-division', 'division-head', 'supplying-division', 'patrol-group'],
  },
  leaders: { name: '领导考核', nameEn: 'Leader rating', holders: ['rating-leader'] },
  'year-end': {
    name: '年终考核',
    nameEn: 'Year-end assessment',
    holders: ['team-leader', 'team-member'],
  },
  review: { name: '材料审核', nameEn: 'Material review', holders: ['office'] },
  appeal: {
    name: '申诉复核',
    nameEn: 'Appeal and review',
    holders: ['assessed-unit'],
  },
  composite: {
    name: '汇总',
    nameEn: 'Composite',
    holders: ['office'],
  },
  awards: { name: '评先', nameEn: 'Awards', holders: ['office'] },
  approval: { name: '审定', nameEn: 'Approval', holders: ['approver'] },
  circular: { name: '通报', nameEn: 'Circular', holders: ['office'] },
};
