/** The stages of a year as its scheme states them, and where the office's own choices stand among them. */
import type { RatingForm, Scheme, SchemeStage } from '@kaohe/scoring';
import { STAGE_DESCRIPTIONS, type Stage } from './stages.js';

type OfScheme = Pick<Scheme, 'stages' | 'forms' | 'awards'>;

/** Stages no document has to have: what is over before them, and what waits for them. */
const CHOSEN: Readonly<
  Partial<Record<Stage, { readonly after: readonly Stage[]; readonly before: readonly Stage[] }>>
> = {
  'self-assessment': { after: [], before: ['composite'] },
  review: { after: [], before: ['composite'] },
  appeal: { after: ['year-end'], before: ['composite'] },
};

/** The stages the document has; where it names none, those without which it comes to no result. */
export function stagesIn({ stages, forms, awards }: OfScheme): readonly SchemeStage[] {
  if (stages) return stages;
  const rated = [...new Set(forms.map(stageOfForm))];
  const chosen: SchemeStage[] = awards.length > 0 ? [{ stage: 'awards', after: ['composite'] }] : [];
  return [
    ...rated.map((stage): SchemeStage => ({ stage })),
    { stage: 'year-end' },
    { stage: 'composite', after: [...rated, 'year-end'] },
    ...chosen,
    { stage: 'approval', after: ['composite', ...chosen.map(({ stage }) => stage)] },
    { stage: 'circular', after: ['approval'] },
  ];
}

/** What is over before a stage opens, the office's own choices among it. */
export function stagesBefore(scheme: OfScheme, stage: Stage): Stage[] {
  const stages = stagesIn(scheme);
  const stated = stages.find((one) => one.stage === stage);
  // Where the document has such a stage itself, it also says what waits for it.
  const isChosen = (one: Stage) => CHOSEN[one]?.before.includes(stage) && !stages.some((own) => own.stage === one);
  const chosen = (Object.keys(CHOSEN) as Stage[]).filter(isChosen);
  const after = stated ? (stated.after ?? []) : (CHOSEN[stage]?.after ?? DEFAULT[stage] ?? []);
  return [...new Set([...after, ...chosen])];
}

/** Of a stage the document does not have and the office chose all the same. */
const DEFAULT: Readonly<Partial<Record<Stage, readonly Stage[]>>> = {
  awards: ['composite'],
  approval: ['composite', 'awards'],
  circular: ['approval'],
};

/** The stage in which a form is filled. */
export function stageOfForm({ stage }: Pick<RatingForm, 'stage'>): Stage {
  return stage ?? 'routine';
}

/** Whether a form is signed by the head of its division before it counts: so it is where heads act in the form's stage. */
export function isSignedByHead(form: Pick<RatingForm, 'stage'>): boolean {
  return STAGE_DESCRIPTIONS[stageOfForm(form)].holders.includes('division-head');
}

/** What a rater of a form is called beside a number: a post, never a name. */
export function postOfForm({ post }: Pick<RatingForm, 'post'>): string {
  return post ?? '评分人';
}
