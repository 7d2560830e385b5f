/** Reports: written by the team, signed by its leader, received by the office, reopened with a reason, answered by the unit. */
import { type ActName, askedIn, type ReportBody, type ReportJson, type ReportList } from '@kaohe/api-contract';
import { noSuch, staleEdit, staleSight, wrongState } from '../http/refusal.js';
import { requireState } from '../http/require-state.js';
import type { Work } from '../office/office.js';
import { officeTime } from '../office/today.js';
import { getUnit, teamsOf, type UnitRow, unitsOf } from '../years/service.js';
import { listAnswers, writeAnswer } from './answers-repo.js';
import { isLate, reportsDueOn } from './due.js';
import {
  findReport,
  holdReport,
  insertReopening,
  insertReport,
  insertSignature,
  listReports,
  type ReportAt,
  type ReportRow,
  updateReport,
} from './repo.js';
import { checkConcerned, reportJson } from './report-json.js';
import { type ReportScore, reportContent, reportScore } from './score.js';
import { requireClosed, requireVisited, requireWritten, type Signing } from './signing.js';
import { visitsOf } from './visits.js';

/** Every unit that concerns the role acting, with how far its report is. */
export async function listOfReports(work: Work, year: string): Promise<ReportList> {
  const { trx, acting } = work;
  const rows = await listReports(trx, acting.tenant, year);
  const answers = await listAnswers(trx, acting.tenant, { year });
  const teams = await teamsOf(work, year);
  const units = (await unitsOf(work, year)).filter((unit) => concerns(work, unit));
  const dueOn = await reportsDueOn(work, year);
  return {
    dueOn,
    reports: units.map((unit) => {
      const row = rows.find(({ unit_id }) => unit_id === unit.unit_id);
      const team = teams.find(({ team_id }) => team_id === unit.team_id);
      return {
        unit: unit.unit_id,
        unitEn: unit.name_en,
        team: team?.name ?? unit.team_id,
        teamEn: team?.name_en ?? unit.team_id,
        state: row?.state ?? 'none',
        signedAt: row?.signed_at?.toISOString() ?? null,
        receivedAt: row?.received_at?.toISOString() ?? null,
        late: isLate(row, { dueOn, today: work.today }),
        suggestions: row ? askedIn(row.body).length : 0,
        answered: answers.filter(({ unit_id }) => unit_id === unit.unit_id).length,
      };
    }),
  };
}

function concerns(work: Work, unit: UnitRow): boolean {
  try {
    checkConcerned(work, unit);
    return true;
  } catch {
    return false;
  }
}

async function ownUnit(work: Work, at: ReportAt): Promise<UnitRow> {
  const unit = await getUnit(work, at);
  checkConcerned(work, unit);
  return unit;
}

export async function readReport(work: Work, at: ReportAt): Promise<ReportJson> {
  return await reportJson(work, at, await ownUnit(work, at));
}

/** The team's draft, over the version seen. */
export async function writeReport(work: Work, at: ReportAt, body: ReportBody): Promise<ReportJson> {
  const unit = await ownUnit(work, at);
  const { trx, acting } = work;
  const now = officeTime(work);
  const row = await findReport(trx, acting.tenant, at);
  if (row) requireReportState('report.write', row);
  const seen = row?.version ?? 0;
  const by = { at: now, by: acting.displayName };
  const fresh = (work.ifMatch ?? 0) === seen;
  const written =
    fresh &&
    (row
      ? await updateReport(trx, acting.tenant, {
          at,
          seen,
          values: { body: JSON.stringify({ ...row.body, ...body }), changed_at: now, changed_by: acting.displayName },
        })
      : await insertReport(trx, acting.tenant, { ...at, team: unit.team_id, body, ...by }));
  if (!written) throw staleEdit(await reportJson(work, at, unit), body);
  work.note({
    subject: subjectOf(at),
    after: { problems: body.problems.length, suggestions: body.suggestions.length },
  });
  return await reportJson(work, at, unit);
}

/** Signed by the leader of the team: what the report, the rows and the score were is kept, and the sheet is locked. */
export async function signReport(work: Work, at: ReportAt, signing: Signing): Promise<ReportJson> {
  const unit = await ownUnit(work, at);
  const { trx, acting } = work;
  const row = await holdReport(trx, acting.tenant, at);
  if (!row) throw wrongState('还没有写考核报告，请先写好再签署。', 'There is no report yet; write it first.');
  requireReportState('report.sign', row);
  const now = await reportScore(work, at, unit.sheet);
  await requireFresh(work, { at, row, unit, now });
  const { score, rows, openRows } = now;
  requireClosed(openRows);
  requireWritten(row.body);
  const visits = await visitsOf(work, at);
  requireVisited(visits, signing);
  const body = {
    ...row.body,
    noVisitReason: (visits.days.length === 0 && signing.noVisitReason) || null,
    visitReason: (visits.warnings.length > 0 && signing.visitReason) || null,
  };
  const signature = { version: row.version + 1, body, rows: rows.map(withoutName), score };
  const signed_at = officeTime(work);
  await update(
    work,
    { at, row, unit },
    {
      state: 'signed',
      body: JSON.stringify(body),
      score: JSON.stringify(score),
      signed_at,
      signed_by: acting.displayName,
    },
  );
  await insertSignature(trx, acting.tenant, {
    at,
    team: row.team_id,
    signature: { ...signature, signed_at, signed_by: acting.displayName },
  });
  work.note({
    subject: subjectOf(at),
    before: { state: 'draft' },
    after: { state: 'signed', score: score.sheetScore },
  });
  return await reportJson(work, at, unit);
}

const withoutName = ({
  changedBy: _post,
  ...row
}: {
  changedBy: string;
  row: string;
  closed: boolean;
  observations: unknown;
}) => row;

/** Received by the office; late where the last day for reports is over. */
export async function receiveReport(work: Work, at: ReportAt): Promise<ReportJson> {
  const unit = await ownUnit(work, at);
  const row = await requireReport(work, at);
  requireReportState('report.receive', row);
  await requireFresh(work, { at, row, unit });
  const dueOn = await reportsDueOn(work, at.year);
  const late = dueOn !== null && work.today > dueOn;
  await update(work, { at, row, unit }, { state: 'received', received_at: officeTime(work), late });
  work.note({ subject: subjectOf(at), before: { state: 'signed' }, after: { state: 'received', late } });
  return await reportJson(work, at, unit);
}

/** Sent back to the team with a reason; what was signed stays to be compared with. */
export async function reopenReport(work: Work, at: ReportAt, reason: string): Promise<ReportJson> {
  const unit = await ownUnit(work, at);
  const row = await requireReport(work, at);
  requireReportState('report.reopen', row);
  await requireFresh(work, { at, row, unit });
  await update(
    work,
    { at, row, unit },
    {
      state: 'draft',
      score: null,
      signed_at: null,
      signed_by: null,
      received_at: null,
      late: false,
    },
  );
  const { acting } = work;
  const why = { version: row.version + 1, reason, when: officeTime(work), by: acting.displayName };
  await insertReopening(work.trx, acting.tenant, { at, team: row.team_id, ...why });
  work.note({ subject: subjectOf(at), before: { state: row.state }, after: { state: 'draft' }, reason });
  return await reportJson(work, at, unit);
}

/** The unit's answer to one suggestion of its report. */
export async function answerSuggestion(
  work: Work,
  { n, ...at }: ReportAt & { n: number },
  answer: string,
): Promise<ReportJson> {
  const unit = await ownUnit(work, at);
  const row = await requireReport(work, at);
  requireReportState('suggestion.answer', row);
  if (n > askedIn(row.body).length) throw noSuch(`第 ${n} 条意见和建议`, `suggestion ${n}`);
  const { trx, acting } = work;
  const now = officeTime(work);
  const before = (await listAnswers(trx, acting.tenant, at)).find(({ suggestion }) => suggestion === n);
  const seen = before?.version ?? 0;
  const one = { ...at, team: row.team_id, n, seen, answer, at: now, by: acting.displayName };
  const fresh = (work.ifMatch ?? 0) === seen;
  if (!fresh || !(await writeAnswer(trx, acting.tenant, { ...one, year: at.year, unit: at.unit })))
    throw staleEdit(before?.answer ?? '', answer);
  work.note({ subject: `${subjectOf(at)}/${n}`, before: before?.answer, after: answer });
  return await reportJson(work, at, unit);
}

async function requireReport(work: Work, at: ReportAt): Promise<ReportRow> {
  const row = await findReport(work.trx, work.acting.tenant, at);
  if (!row)
    throw wrongState(`${at.unit}还没有可以办理的考核报告。`, `There is no report on this unit to act on yet.`, {
      state: 'none',
    });
  return row;
}

interface Acted {
  readonly at: ReportAt;
  readonly row: ReportRow;
  readonly unit: UnitRow;
  /** The score as it is in this transaction; left out: it is computed. */
  readonly now?: ReportScore;
}

/** Refuses to act on what is not as it was seen: the text and the state by the version, the score, rows and visits by their mark. */
async function requireFresh(work: Work, { at, row, unit, now }: Acted): Promise<void> {
  // The demonstration is made without anybody looking; a request always says what was seen.
  if (work.ifMatch === undefined) return;
  const standing = now ?? (await reportScore(work, at, unit.sheet));
  const content = reportContent({ signed: row.score, now: standing }, await visitsOf(work, at));
  if (work.ifMatch === row.version && work.contentSeen === content) return;
  throw staleSight(await reportJson(work, at, unit), { version: work.ifMatch, content: work.contentSeen ?? null });
}

function requireReportState(act: ActName, { state }: ReportRow): void {
  requireState(act, { zh: '考核报告', en: 'The report', state });
}

async function update(
  work: Work,
  { at, row, unit }: { at: ReportAt; row: ReportRow; unit: UnitRow },
  values: Parameters<typeof updateReport>[2]['values'],
): Promise<void> {
  const { trx, acting } = work;
  const now = officeTime(work);
  const changed = { ...values, changed_at: now, changed_by: acting.displayName };
  if (!(await updateReport(trx, acting.tenant, { at, seen: row.version, values: changed })))
    throw staleEdit(await reportJson(work, at, unit), {});
}

const subjectOf = ({ year, unit }: ReportAt): string => `${year}/${unit}`;
