/** A statement as the pages get it. */
import type { StatementDetail, StatementJson, StatementState } from '@kaohe/api-contract';
import { type ActName, actOf } from '@kaohe/api-contract';
import type { Work } from '../office/office.js';
import type { PlacedUnit } from '../sheets/placed-unit.js';
import { stagesOf } from '../years/service.js';
import { getLine } from './line.js';
import type { StatementAt, StatementRow } from './repo.js';
import { hasScored } from './scored-it.js';
import { stakeOf } from './stake.js';

/** The acts on a statement, by its stage. */
export const ACTS_OF = {
  'self-assessment': { write: 'self-assessment.write', withdraw: undefined, answer: 'self-assessment.review' },
  appeal: { write: 'appeal.write', withdraw: 'appeal.withdraw', answer: 'appeal.decide' },
} as const;

export interface Shown {
  readonly at: StatementAt;
  readonly row: StatementRow | undefined;
  readonly placed: PlacedUnit;
  /** Names of the files of the unit, by id. */
  readonly files: ReadonlyMap<string, string>;
  /** Whether the role acting may do one thing and the other, in this year's stages. */
  readonly open: { readonly write: boolean; readonly withdraw: boolean; readonly answer: boolean };
}

export function statementJson({ at, row, placed, files, open }: Shown): StatementJson {
  const { unit, sheet } = placed;
  const state: StatementState = row?.state ?? 'none';
  const { write, withdraw, answer } = ACTS_OF[at.stage];
  const inState = (act: ActName | undefined) => act !== undefined && (actOf(act).states?.includes(state) ?? true);
  return {
    version: row?.version ?? 0,
    stage: at.stage,
    unit: unit.unit_id,
    unitEn: unit.name_en,
    line: at.line,
    row: getLine(sheet, at).row,
    state,
    text: row?.body.text ?? '',
    deducted: row?.body.deducted ?? null,
    evidence: (row?.body.evidence ?? []).map((id) => ({ id, name: files.get(id) ?? id })),
    statedAt: row?.stated_at.toISOString() ?? null,
    reason: row?.answer?.reason ?? null,
    finding: row?.answer?.finding ?? null,
    answeredAt: row?.answered_at?.toISOString() ?? null,
    answeredBy: row?.answered_by ?? null,
    may: {
      write: open.write && inState(write),
      withdraw: open.withdraw && inState(withdraw),
      answer: open.answer && inState(answer),
    },
  };
}

export async function statementDetail(work: Work, shown: Shown): Promise<StatementDetail> {
  const { at, placed } = shown;
  const { entered, register } = getLine(placed.sheet, at);
  const json = statementJson(shown);
  if (at.stage !== 'appeal') return { ...json, stake: null, scoredIt: false };
  const scored = { year: at.year, unit: at.unit, team: placed.unit.team_id, line: entered?.id ?? at.line };
  const scoredIt = work.acting.role === 'office' && (await hasScored(work, scored));
  return {
    ...json,
    may: { ...json.may, answer: json.may.answer && !scoredIt },
    stake: register ? null : await stakeOf(work, { year: at.year, unit: at.unit, clause: at.line }),
    scoredIt,
  };
}

/** What the stages of a year let the role acting do to statements of a stage. */
export async function openActs(
  work: Work,
  { year, stage }: Pick<StatementAt, 'year' | 'stage'>,
): Promise<Shown['open']> {
  const stages = await stagesOf(work, year);
  const allows = (name: ActName) => {
    const { roles, stage: needed, before } = actOf(name);
    const inTime = needed === undefined || stages.get(needed) === 'open';
    return roles.includes(work.acting.role) && inTime && (before === undefined || stages.get(before) !== 'closed');
  };
  const { write, withdraw, answer } = ACTS_OF[stage];
  return { write: allows(write), withdraw: withdraw !== undefined && allows(withdraw), answer: allows(answer) };
}
