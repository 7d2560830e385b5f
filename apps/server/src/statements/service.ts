/** Statements: made by a unit about single lines while the stage is open, answered one by one by the office. */
import type {
  ActName,
  AppealSent,
  SelfAssessmentSent,
  StatementAnswer,
  StatementDetail,
  StatementList,
  StatementStage,
} from '@kaohe/api-contract';
import { checkCited, evidenceOf } from '../evidence/service.js';
import { assessFacts, resultOfUnit, yearFacts } from '../facts/service.js';
import { invalid, noSuch, notAllowed, staleEdit, staleSight, wrongState } from '../http/refusal.js';
import { requireState } from '../http/require-state.js';
import type { Work } from '../office/office.js';
import { officeTime } from '../office/today.js';
import { isTold } from '../reports/state.js';
import { type PlacedUnit, placedUnit, placedUnits } from '../sheets/placed-unit.js';
import { checkDeducted, getLine } from './line.js';
import {
  findStatement,
  listStatements,
  type StatementAt,
  type StatementBody,
  type StatementRow,
  takeBack,
  writeAnswer,
  writeStatement,
} from './repo.js';
import { hasScored } from './scored-it.js';
import { openActs, statementDetail, statementJson } from './statement-json.js';

/** The statements of a stage that concern the role acting; the one that waits longest first. */
export async function statementsOf(work: Work, at: { year: string; stage: StatementStage }): Promise<StatementList> {
  const rows = await listStatements(work.trx, work.acting.tenant, at);
  if (rows.length === 0) return { statements: [] };
  const units = await placedUnits(work, at.year);
  const open = await openActs(work, at);
  return {
    statements: rows.flatMap((row) => {
      const placed = units.find(({ unit }) => unit.unit_id === row.unit_id);
      const own = { ...at, unit: row.unit_id, line: row.line_id };
      return placed ? [statementJson({ at: own, row, placed, files: new Map(), open })] : [];
    }),
  };
}

/** One line with what is at stake, also before anything was stated. */
export async function readStatement(work: Work, at: StatementAt): Promise<StatementDetail> {
  const placed = await placedUnit(work, at);
  getLine(placed.sheet, at);
  if (at.stage === 'appeal') await requireTold(work, at);
  return await detail(work, at, placed);
}

async function detail(work: Work, at: StatementAt, placed: PlacedUnit): Promise<StatementDetail> {
  const row = await findStatement(work.trx, work.acting.tenant, at);
  const cited = row?.body.evidence ?? [];
  const listed = cited.length > 0 ? await evidenceOf(work, { ...at, purpose: 'statement' }) : [];
  const files = new Map(listed.map(({ id, name }) => [id, name]));
  return await statementDetail(work, { at, row, placed, files, open: await openActs(work, at) });
}

/** What a unit says of one of its rows: the points it takes off itself, and why. */
export async function assessOneself(
  work: Work,
  key: Omit<StatementAt, 'stage'>,
  { deducted, text, evidence }: SelfAssessmentSent,
): Promise<StatementDetail> {
  const at: StatementAt = { ...key, stage: 'self-assessment' };
  const placed = await placedUnit(work, at);
  checkDeducted(deducted, getLine(placed.sheet, at));
  if (Number(deducted) > 0 && text === '')
    throw invalid('自己扣了分，请写明为什么。', 'Points are taken off: say why.', { needs: 'text' });
  return await state(work, { at, placed, body: { deducted, text, evidence } });
}

/** A unit's objection to one deduction it was told. */
export async function appeal(
  work: Work,
  key: Omit<StatementAt, 'stage'>,
  { text, evidence }: AppealSent,
): Promise<StatementDetail> {
  const at: StatementAt = { ...key, stage: 'appeal' };
  const placed = await placedUnit(work, at);
  const { row } = getLine(placed.sheet, at);
  await requireTold(work, at);
  const { items } = resultOfUnit(await assessFacts(work, at.year, await yearFacts(work, at.year, [at.unit])), at.unit);
  if (!items.some(({ lost }) => lost.some(({ clause }) => clause === at.line)))
    throw invalid(
      `第 ${row} 行的这一条没有扣分，不用申诉。`,
      `Nothing was deducted there, in row ${row}: no appeal is needed.`,
    );
  return await state(work, { at, placed, body: { deducted: null, text, evidence } });
}

async function requireTold(work: Work, at: StatementAt): Promise<void> {
  if (!(await isTold(work, at)))
    throw wrongState(
      '考核报告由安委办接收后才能申诉：那时才知道扣了什么、为什么。',
      'An appeal follows the report: what was deducted and why is told once the office has received it.',
    );
}

async function state(
  work: Work,
  { at, placed, body }: { at: StatementAt; placed: PlacedUnit; body: StatementBody },
): Promise<StatementDetail> {
  const { trx, acting } = work;
  const row = await findStatement(trx, acting.tenant, at);
  if (row) requireStatementState(at.stage === 'appeal' ? 'appeal.write' : 'self-assessment.write', row);
  await checkCited(work, { ...at, ids: body.evidence, purpose: 'statement' });
  const seen = row?.version ?? 0;
  const stated = { at, team: placed.unit.team_id, seen, body, when: officeTime(work), by: acting.displayName };
  if ((work.ifMatch ?? 0) !== seen || !(await writeStatement(trx, acting.tenant, stated)))
    throw staleEdit(await detail(work, at, placed), body);
  work.note({
    subject: subjectOf(at),
    before: row && { state: row.state, deducted: row.body.deducted },
    after: { state: 'submitted', deducted: body.deducted, evidence: body.evidence.length },
    reason: body.text,
  });
  return await detail(work, at, placed);
}

/** An appeal its unit takes back before it is answered; while the stage is open the unit may appeal again. */
export async function withdrawAppeal(work: Work, key: Omit<StatementAt, 'stage'>): Promise<StatementDetail> {
  const at: StatementAt = { ...key, stage: 'appeal' };
  const placed = await placedUnit(work, at);
  getLine(placed.sheet, at);
  const { trx, acting, ifMatch } = work;
  const row = await getStatement(work, at);
  requireStatementState('appeal.withdraw', row);
  if (ifMatch !== row.version || !(await takeBack(trx, acting.tenant, { at, seen: row.version })))
    throw staleSight(await detail(work, at, placed), { version: ifMatch });
  work.note({ subject: subjectOf(at), before: { state: row.state }, after: { state: 'withdrawn' } });
  return await detail(work, at, placed);
}

async function getStatement({ trx, acting }: Work, at: StatementAt): Promise<StatementRow> {
  const row = await findStatement(trx, acting.tenant, at);
  if (!row) throw noSuch(`${at.unit}对这一行的陈述`, 'statement on this line');
  return row;
}

/** The office's answer to one statement: this line alone, whatever the others are. */
export async function answerStatement(work: Work, at: StatementAt, sent: StatementAnswer): Promise<StatementDetail> {
  const placed = await placedUnit(work, at);
  const line = getLine(placed.sheet, at);
  const { trx, acting } = work;
  const row = await getStatement(work, at);
  requireStatementState(at.stage === 'appeal' ? 'appeal.decide' : 'self-assessment.review', row);
  const scored = { year: at.year, unit: at.unit, team: placed.unit.team_id, line: line.entered?.id ?? at.line };
  if (at.stage === 'appeal' && (await hasScored(work, scored)))
    throw notAllowed(
      '复核自己评过的分：请换一位没有参加考核的人',
      'decide on a score of your own: somebody who did not assess the unit does',
    );
  const answer = { reason: sent.reason, finding: sent.outcome === 'upheld' ? sent.finding : null };
  const answered = {
    at,
    seen: row.version,
    state: sent.outcome,
    answer,
    when: officeTime(work),
    by: acting.displayName,
  };
  if (work.ifMatch !== row.version || !(await writeAnswer(trx, acting.tenant, answered)))
    throw staleEdit(await detail(work, at, placed), sent);
  work.note({
    subject: subjectOf(at),
    before: { state: row.state },
    after: { state: sent.outcome, ...(answer.finding !== null && { finding: answer.finding }) },
    reason: sent.reason,
  });
  return await detail(work, at, placed);
}

function requireStatementState(act: ActName, { state }: StatementRow): void {
  requireState(act, { zh: '这一条', en: 'This statement', state });
}

const subjectOf = ({ year, unit, stage, line }: StatementAt): string => `${year}/${unit}/${stage}/${line}`;
