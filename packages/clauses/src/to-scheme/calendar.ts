/** Days as a scheme states them, and the stages they end. What has no day stays in words. */
import { type RawObject, STAGE_IDS, type StageId } from '@kaohe/scoring';
import { isDay } from '../draft/days.js';
import type { SchemeDraft } from '../draft/draft.js';
import type { DraftDay, DraftDayKind } from '../draft/draft-frame.js';
import { type Gap, gap } from '../draft/gaps.js';
import { type LeftOut, leftOut } from './left-out.js';

export interface Dated {
  readonly calendar: readonly RawObject[];
  /** Only where the document gives a stage its last day. */
  readonly stages: RawObject;
  readonly gaps: readonly Gap[];
  readonly leftOut: readonly LeftOut[];
}

/** The stage an entry ends; the visits to units end the year-end assessment. */
const ENDS: Readonly<Partial<Record<DraftDayKind, StageId>>> = {
  'self-assessment': 'self-assessment',
  routine: 'routine',
  leaders: 'leaders',
  'on-site': 'year-end',
  'reports-due': 'composite',
  review: 'review',
  appeal: 'appeal',
  approval: 'approval',
  circular: 'circular',
};
/** Without them there is no result. */
const ALWAYS: readonly StageId[] = ['year-end', 'composite', 'approval', 'circular'];

export function datedOf({ calendar }: Pick<SchemeDraft, 'calendar'>, rated: readonly StageId[]): Dated {
  const isKept = ({ kind, from, to }: DraftDay) => kind !== 'left-out' && `${from}${to}` !== '';
  const kept = calendar.filter(isKept);
  const whole = kept.filter(({ from, to }) => isDay(to) && (from === '' || (isDay(from) && from <= to)));
  const entries = whole.map((day, index) => {
    const isFirst = whole.findIndex(({ kind }) => kind === day.kind) === index;
    return { day, id: isFirst && day.kind !== 'other' ? day.kind : `day-${index + 1}` };
  });
  return {
    calendar: entries.map(({ day, id }) => entryTree(day, id)),
    stages: stagesTree(
      entries.map(({ id }) => id),
      rated,
    ),
    gaps: whole.length < kept.length ? [gap('calendar', 'frame')] : [],
    leftOut: calendar.filter((day) => !isKept(day)).map(({ quote, name }) => leftOut('day', { quote: quote || name })),
  };
}

function entryTree({ name, from, to, quote }: DraftDay, stage: string): RawObject {
  const named = name.trim() || quote || stage;
  return { stage, name: named, nameEn: named, ...(from !== '' && { from }), to, quote: quote || named };
}

function stagesTree(ids: readonly string[], rated: readonly StageId[]): RawObject {
  const dues = new Map(
    ids.flatMap((id) => {
      const stage = ENDS[id as DraftDayKind];
      return stage === undefined ? [] : [[stage, id] as const];
    }),
  );
  if (dues.size === 0) return {};
  const present = STAGE_IDS.filter((stage) => ALWAYS.includes(stage) || rated.includes(stage) || dues.has(stage));
  const stages = present.map((stage): RawObject => {
    const [after, due] = [before(stage, present), dues.get(stage)];
    return { stage, ...(after.length > 0 && { after }), ...(due !== undefined && { due }) };
  });
  return { stages };
}

/** What is over before a stage opens: for the composite all that is put together in it. */
function before(stage: StageId, present: readonly StageId[]): readonly StageId[] {
  switch (stage) {
    case 'composite':
      return present.slice(0, present.indexOf('composite'));
    case 'appeal':
      return ['year-end'];
    case 'approval':
      return ['composite'];
    case 'circular':
      return ['approval'];
    default:
      return [];
  }
}
