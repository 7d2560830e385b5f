/** Stages opened, closed and opened again by the office, in their order; what stays blank is listed, and the reason for it kept. */
import {
  STAGE_DESCRIPTIONS,
  type Stage,
  type StageChange,
  type StageOfYear,
  type StageState,
  stageOfForm,
  stagesBefore,
  stagesIn,
} from '@kaohe/api-contract';
import type { Scheme } from '@kaohe/scoring';
import { programOf } from '../facts/compiled.js';
import { invalid, noSuch, staleEdit, wrongState } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { officeTime } from '../office/today.js';
import { blanksOf } from './blanks.js';
import { stagesOfYear } from './overview.js';
import { listStages, lockStages, type StageRow, updateStage } from './repo.js';

interface Moving {
  readonly work: Work;
  readonly year: string;
  readonly row: StageRow;
  readonly all: readonly StageRow[];
  readonly reason: string | undefined;
  readonly scheme: Scheme;
}

/** Changes a stage's state, its last day, or both. */
export async function changeStage(
  work: Work,
  at: { year: string; stage: Stage },
  change: StageChange,
): Promise<StageOfYear> {
  await lockStages(work.trx, work.acting.tenant, at.year);
  const all = await listStages(work.trx, work.acting.tenant, at.year);
  const row = all.find(({ stage }) => stage === at.stage);
  if (!row) throw noSuch(`年度“${at.year}”`, `year “${at.year}”`);
  if (work.ifMatch !== row.version) throw staleEdit(await stageNow(work, at), change);
  const { scheme } = await programOf(work, at.year);
  const moving: Moving = { work, year: at.year, row, all, reason: change.reason, scheme };
  const state = change.state ?? row.state;
  if (state !== row.state) await checkMove(moving, state);
  await write(moving, { ...row, ...change, state });
  return await stageNow(work, at);
}

async function stageNow(work: Work, { year, stage }: { year: string; stage: Stage }): Promise<StageOfYear> {
  const found = (await stagesOfYear(work, year)).find((one) => one.stage === stage);
  if (!found) throw new Error(`the year ${year} has no stage ${stage}`);
  return found;
}

async function checkMove(moving: Moving, to: StageState): Promise<void> {
  const { row } = moving;
  const move = `${row.state}→${to}`;
  // A stage of the office's own choice is chosen and opened in one step, where nothing is to be over before.
  if (move === 'waiting→open' || move === 'off→open') return checkOrder(moving);
  if (move === 'open→closed') return await checkBlanks(moving);
  if (move === 'closed→open') return await checkReopening(moving);
  if (move === 'open→waiting') return needReason(moving, '收回已打开的环节', 'to take an open stage back');
  if (move === 'waiting→off' || move === 'off→waiting') return checkChosen(moving);
  throw wrongState(
    `“${STAGE_DESCRIPTIONS[row.stage].name}”不能从“${STATE_WORDS[row.state][0]}”直接变为“${STATE_WORDS[to][0]}”。`,
    `The stage cannot go from ${row.state} to ${to}.`,
    { state: row.state },
  );
}

const STATE_WORDS: Readonly<Record<StageState, readonly [string]>> = {
  off: ['未启用'],
  waiting: ['未开始'],
  open: ['进行中'],
  closed: ['已结束'],
};

function checkOrder({ row, all, scheme }: Moving): void {
  const { name, nameEn } = STAGE_DESCRIPTIONS[row.stage];
  const after = stagesBefore(scheme, row.stage);
  const before = all.filter(({ stage, state }) => after.includes(stage) && state !== 'closed' && state !== 'off');
  if (before.length === 0) return;
  const names = before.map(({ stage }) => STAGE_DESCRIPTIONS[stage].name).join('、');
  const namesEn = before.map(({ stage }) => STAGE_DESCRIPTIONS[stage].nameEn).join(', ');
  throw wrongState(
    `“${name}”要等这些环节结束才能打开：${names}。`,
    `“${nameEn}” opens when these stages are closed: ${namesEn}.`,
    { before: before.map(({ stage }) => stage) },
  );
}

async function checkBlanks({ work, year, row, reason }: Moving): Promise<void> {
  const missing = await blanksOf(work, year, row.stage);
  if (missing.length === 0 || reason !== undefined) return;
  throw wrongState(
    `还有 ${missing.length} 项没有完成；确要结束，请写明理由（理由会保留并显示）。`,
    `${missing.length} things are not done; to close all the same, give a reason, which is kept and shown.`,
    { missing },
  );
}

/** What follows must not be over; what follows and is open waits again. */
async function checkReopening(moving: Moving): Promise<void> {
  const { row, all, scheme } = moving;
  needReason(moving, '重新打开环节', 'to open a stage again');
  checkSumsUnread(moving);
  const following = all.filter(({ stage }) => stagesBefore(scheme, stage).includes(row.stage));
  const over = following.filter(({ state }) => state === 'closed');
  if (over.length > 0)
    throw wrongState(
      `后面的环节已经结束：${over.map(({ stage }) => STAGE_DESCRIPTIONS[stage].name).join('、')}。请从后往前依次重新打开。`,
      'A later stage is closed already; open the stages again from the last to the first.',
      { after: over.map(({ stage }) => stage) },
    );
  for (const one of following.filter(({ state }) => state === 'open'))
    await write({ ...moving, row: one }, { ...one, state: 'waiting' });
}

/**
 * Sums of ballots are shown once the composite is open. A stage of ratings opened again after that would let one form in or out,
 * and the difference of two sums would be that ballot.
 */
function checkSumsUnread({ row, all, scheme }: Moving): void {
  const composite = all.find(({ stage }) => stage === 'composite');
  const isRated = scheme.forms.some((form) => stageOfForm(form) === row.stage);
  if (!isRated || !composite?.opened_at) return;
  const { name, nameEn } = STAGE_DESCRIPTIONS[row.stage];
  throw wrongState(
    `“汇总”已经打开过，评分合计看得到了：再打开“${name}”补交或撤回一份，前后两次合计相减就是那一份的分数，所以不再打开。没有交齐的按没有评分处理，计算时写明理由。`,
    `“Composite” has been open, so the sums of the ratings have been shown: if “${nameEn}” opened again for one more form, or one less, the difference of the two sums would be that ballot. What is missing stays missing; the reason is given when computing.`,
    { stage: row.stage },
  );
}

function needReason({ reason }: Moving, zh: string, en: string): void {
  if (reason === undefined) throw invalid(`${zh}要写明理由。`, `A reason is needed ${en}.`, { missing: [] });
}

function checkChosen({ row, scheme }: Moving): void {
  if (stagesIn(scheme).some(({ stage }) => stage === row.stage))
    throw wrongState('通知规定的环节不能停用。', 'A stage of the notice cannot be switched off.');
}

async function write(
  { work, year, row, reason }: Moving,
  { state, dueOn }: { state: StageState; dueOn?: string | null | undefined },
): Promise<void> {
  const moved = state !== row.state;
  const after: StageRow = {
    ...row,
    state,
    since: moved ? officeTime(work) : row.since,
    due_on: dueOn === undefined ? row.due_on : dueOn,
    reason: moved ? (reason ?? null) : (reason ?? row.reason),
    opened_at: row.opened_at ?? (state === 'open' ? officeTime(work) : null),
  };
  const written = await updateStage(work.trx, work.acting.tenant, { year, ...after });
  if (!written) throw staleEdit(await stageNow(work, { year, stage: row.stage }), { state, dueOn });
  work.note({
    subject: `${year}/${row.stage}`,
    before: { state: row.state, dueOn: row.due_on },
    after: { state: after.state, dueOn: after.due_on },
    ...(reason !== undefined && { reason }),
  });
}
