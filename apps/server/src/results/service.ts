/**
 * The result of a year: computed from the facts as they are, frozen by its content, approved, published. Nothing closes with a
 * silent blank, and a frozen result is scored from the very facts it is kept with.
 */
import type { ActName, AwardsSent, Compute, ResultAnswer } from '@kaohe/api-contract';
import { printTree } from '@kaohe/scheme-files';
import { resultJson } from '@kaohe/scoring';
import { programOf } from '../facts/compiled.js';
import { assessFacts, yearFacts } from '../facts/service.js';
import { noSuch, staleEdit, staleSight, wrongState } from '../http/refusal.js';
import { requireState } from '../http/require-state.js';
import type { Work } from '../office/office.js';
import { officeTime } from '../office/today.js';
import { schemeOf, unitsOf } from '../years/service.js';
import { checkChosen } from './awards.js';
import { resultBlanks } from './blanks.js';
import { bareHash, contentHash } from './content-hash.js';
import { requireCurrentFacts } from './current-facts.js';
import { insertResult, listResults, type ResultRow, updateResult } from './repo.js';
import { yearResultJson } from './result-json.js';

export { keptFacts } from './current-facts.js';
export type { ResultRow } from './repo.js';

/** The latest result with what moved since the one before; null where none was computed. */
export async function latestResult(work: Work, year: string): Promise<ResultAnswer> {
  const [row, before] = await listResults(work.trx, work.acting.tenant, { year, most: 2 });
  const program = await programOf(work, year);
  if (!row) return { version: 0, result: null };
  return {
    version: row.version,
    content: bareHash(row.content_hash),
    result: yearResultJson(row, { program, before, units: await unitsOf(work, year) }),
  };
}

/** The latest result as it is kept, or a refusal. */
export async function getResult(work: Work, year: string): Promise<ResultRow> {
  const [row] = await listResults(work.trx, work.acting.tenant, { year, most: 1 });
  if (!row) throw noSuch('计算过的结果', 'computed result');
  return row;
}

/** Scores the year and keeps the result with its facts. What is open is refused, or accepted with a reason. */
export async function computeResult(work: Work, year: string, { acceptOpen, reason }: Compute): Promise<ResultAnswer> {
  const program = await programOf(work, year);
  const facts = await yearFacts(work, year);
  const result = resultJson(await assessFacts(work, year, facts), (await schemeOf(work, year)).edition);
  const blanks = await resultBlanks(work, year, { program, units: result.units });
  if (blanks.length > 0 && (!acceptOpen || reason === undefined))
    throw wrongState(
      `还有 ${blanks.length} 项没有核清，不能当作没有问题来算。请补齐；确要先算，请写明理由，结果标为暂定。`,
      `${blanks.length} things are open and cannot be counted as nothing found. Complete them; or give a reason, and the result is provisional.`,
      { blanks },
    );
  const [before] = await listResults(work.trx, work.acting.tenant, { year, most: 1 });
  const text = printTree(facts);
  const one = {
    year,
    number: (before?.result_number ?? 0) + 1,
    // Counted on from the result before: a version seen names one result of the year.
    version: (before?.version ?? 0) + 1,
    facts: text,
    stored: { result, blanks, reason: blanks.length > 0 ? (reason ?? null) : null },
    hash: contentHash(text, result),
    at: officeTime(work),
    by: work.acting.displayName,
  };
  if (!(await insertResult(work.trx, work.acting.tenant, one))) throw staleEdit(await latestResult(work, year), {});
  work.note({
    subject: `${year}/${one.number}`,
    after: { hash: one.hash, blanks: blanks.length },
    ...(reason !== undefined && { reason }),
  });
  return await latestResult(work, year);
}

/** What was frozen no longer stands on the facts: only a new computation does. */
const FREEZE_AGAIN = {
  zh: '请安委办重新打开“汇总”，重新计算、冻结，再审定。',
  en: 'The office opens Composite again, computes and freezes anew, and it is approved again.',
};

/** Freezes the latest result, unless a fact has changed since it was computed. */
export async function freezeResult(work: Work, year: string): Promise<ResultAnswer> {
  const row = await resultFor('result.freeze', work, year);
  await requireCurrentFacts(work, year, { row, todo: { zh: '请重新计算。', en: 'Compute it again.' } });
  return await move(work, year, { row, values: { state: 'frozen', frozen_at: officeTime(work) } });
}

export async function approveResult(work: Work, year: string): Promise<ResultAnswer> {
  const row = await resultFor('result.approve', work, year);
  await requireCurrentFacts(work, year, { row, todo: FREEZE_AGAIN });
  const values = { state: 'approved', approved_at: officeTime(work), approved_by: work.acting.displayName } as const;
  return await move(work, year, { row, values });
}

/** The circular names one grade a unit; while a unit could still have two, there is nothing to name. */
export async function publishResult(
  work: Work,
  year: string,
  circular: { number: string; on: string },
): Promise<ResultAnswer> {
  const row = await resultFor('result.publish', work, year);
  await requireCurrentFacts(work, year, { row, todo: FREEZE_AGAIN });
  const undecided = row.result.result.units.filter(({ grades }) => grades.length > 1).map(({ unit }) => unit);
  if (undecided.length > 0)
    throw wrongState(
      `这些单位的等次还没有定：${undecided.join('、')}。请核清后重新计算、审定。`,
      'Some units can still have more than one grade; settle them, compute and approve again.',
      { undecided },
    );
  const values = { state: 'published', published_at: officeTime(work), circular: JSON.stringify(circular) } as const;
  return await move(work, year, { row, values });
}

/** The awards chosen. What was approved is approved anew: nobody changes it unseen. */
export async function chooseAwards(work: Work, year: string, sent: AwardsSent): Promise<ResultAnswer> {
  const row = await resultFor('award.choose', work, year);
  await checkChosen(work, year, { row, sent });
  const again = { state: 'frozen', approved_at: null, approved_by: null } as const;
  const values = { awards: JSON.stringify(sent.awards), ...(row.state === 'approved' && again) };
  return await move(work, year, { row, values });
}

/** The latest result, where it is the very one that was seen and in a state the act takes. */
async function resultFor(act: ActName, work: Work, year: string): Promise<ResultRow> {
  const row = await getResult(work, year);
  const { ifMatch: version, contentSeen: content } = work;
  if (version !== row.version || content !== bareHash(row.content_hash))
    throw staleSight(await latestResult(work, year), { version, content });
  requireState(act, { zh: '结果', en: 'The result', state: row.state });
  return row;
}

async function move(
  work: Work,
  year: string,
  { row, values }: { row: ResultRow; values: Parameters<typeof updateResult>[2]['values'] },
): Promise<ResultAnswer> {
  if (!(await updateResult(work.trx, work.acting.tenant, { year, row, values })))
    throw staleEdit(await latestResult(work, year), {});
  const { state = row.state, awards, circular } = values;
  work.note({
    subject: `${year}/${row.result_number}`,
    before: { state: row.state, hash: row.content_hash },
    after: { state, ...(awards !== undefined && { awards }), ...(circular !== undefined && { circular }) },
  });
  return await latestResult(work, year);
}
