/** One report as the role acting may see it: an assessed unit sees its own once the office has received it. */
import { isDeepStrictEqual } from 'node:util';
import type { ReportJson } from '@kaohe/api-contract';
import { asSystem } from '../database/transaction.js';
import { programOf, sheetOf } from '../facts/compiled.js';
import { noSuch } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { stagesOf, type TeamRow, teamsOf, type UnitRow } from '../years/service.js';
import { listAnswers, listRatersInTeam } from './answers-repo.js';
import { differenceOf } from './difference.js';
import { isLate, reportsDueOn } from './due.js';
import { notesOf } from './notes.js';
import { findReport, lastSignature, listReopenings, type ReportAt, type ReportRow } from './repo.js';
import { type ReportScore, reportContent, reportScore } from './score.js';
import { visitsOf } from './visits.js';

const TEAM = ['team-leader', 'team-member'];

/** Refuses a unit that is not the role's to see. */
export function checkConcerned(work: Work, unit: UnitRow): void {
  const { role, scope } = work.acting;
  const foreign =
    (TEAM.includes(role) && unit.team_id !== scope) || (role === 'assessed-unit' && unit.unit_id !== scope);
  if (foreign) throw noSuch(`单位“${unit.unit_id}”`, `unit “${unit.unit_id}”`);
}

export async function reportJson(work: Work, at: ReportAt, unit: UnitRow): Promise<ReportJson> {
  const { trx, acting } = work;
  const row = await findReport(trx, acting.tenant, at);
  const team = (await teamsOf(work, at.year)).find(({ team_id }) => team_id === unit.team_id);
  if (!team) throw new Error(`the unit ${at.unit} has no team`);
  const told = acting.role !== 'assessed-unit' || row?.state === 'received';
  const now = told ? await reportScore(work, at, unit.sheet) : undefined;
  const score = row?.score ?? now?.score;
  const notes = notesOf(now?.rows ?? []);
  const visits = told ? await visitsOf(work, at) : NO_VISITS;
  const dueOn = await reportsDueOn(work, at.year);
  return {
    ...headOf(row, unit, team),
    content: reportContent({ signed: row?.score, now }, visits),
    visits,
    score: score
      ? {
          sheetScore: score.sheetScore,
          fullMarks: score.fullMarks,
          items: score.items.map(({ lost, ...item }) => ({
            ...item,
            lost: lost.map((one) => ({ ...one, note: notes[one.clause] ?? null })),
          })),
        }
      : null,
    scoreNow:
      row?.score && now && !isDeepStrictEqual(row.score.sheetScore, now.score.sheetScore) ? now.score.sheetScore : null,
    openRows: [...(now?.openRows ?? [])],
    foreignOpen: (now?.foreignOpen ?? []).map(({ id, row: printed = id, supplier: { name = '', nameEn = '' } }) => ({
      line: id,
      row: printed,
      supplier: { zh: name, en: nameEn },
    })),
    dueOn,
    late: isLate(row, { dueOn, today: work.today }),
    alsoRated: told ? await alsoRated(work, at.year, team) : [],
    answers: (await listAnswers(trx, acting.tenant, at)).map((one) => ({
      n: one.suggestion,
      answer: one.answer,
      answeredAt: one.answered_at.toISOString(),
      version: one.version,
    })),
    reopenings: (await reopenings(work, at)).map((one) => ({
      reason: one.reason,
      at: one.reopened_at.toISOString(),
      by: one.reopened_by,
    })),
    difference: now && row?.state === 'draft' ? await difference(work, at, { row, now, sheet: unit.sheet }) : null,
    may: await mayDo(work, at.year, row),
  };
}

const NO_VISITS: ReportJson['visits'] = { days: [], halfDays: 0, warnings: [], methods: [], places: [], draws: [] };

function headOf(row: ReportRow | undefined, unit: UnitRow, team: TeamRow) {
  return {
    version: row?.version ?? 0,
    unit: unit.unit_id,
    unitEn: unit.name_en,
    team: { id: team.team_id, name: team.name, nameEn: team.name_en, leader: team.leader },
    state: row?.state ?? ('none' as const),
    body: row
      ? { ...row.body, noVisitReason: row.body.noVisitReason ?? null, visitReason: row.body.visitReason ?? null }
      : null,
    signedAt: row?.signed_at?.toISOString() ?? null,
    signedBy: row?.signed_by ?? null,
    receivedAt: row?.received_at?.toISOString() ?? null,
  };
}

async function reopenings(work: Work, at: ReportAt) {
  return work.acting.role === 'assessed-unit' ? [] : await listReopenings(work.trx, work.acting.tenant, at);
}

/** Posts that rated the unit as leaders and sit in its team. */
async function alsoRated(work: Work, year: string, team: TeamRow): Promise<string[]> {
  const { trx, acting } = work;
  const found = await asSystem(trx, acting, () => listRatersInTeam(trx, acting.tenant, { year, team: team.team_id }));
  return found.map(({ name, role }) => `${name}（${role === 'team-leader' ? team.leader : `${team.name}成员`}）`);
}

async function difference(
  work: Work,
  at: ReportAt,
  { row, now, sheet }: { row: ReportRow; now: ReportScore; sheet: string },
): Promise<ReportJson['difference']> {
  const signed = await lastSignature(work.trx, work.acting.tenant, at);
  if (!signed) return null;
  const { items } = sheetOf(await programOf(work, at.year), sheet);
  const rows = items.flatMap(({ item }) => item.rows);
  const clausesOf = (id: string) => rows.find((one) => one.id === id)?.clauses.map((clause) => clause.id) ?? [id];
  return differenceOf(signed, { score: now, body: row.body, clausesOf });
}

async function mayDo(work: Work, year: string, row: ReportRow | undefined): Promise<ReportJson['may']> {
  const { role } = work.acting;
  const stages = await stagesOf(work, year);
  const open = stages.get('year-end') === 'open';
  const state = row?.state;
  const draft = state === undefined || state === 'draft';
  return {
    write: TEAM.includes(role) && open && draft,
    sign: role === 'team-leader' && open && state === 'draft',
    receive: role === 'office' && state === 'signed',
    reopen: role === 'office' && !draft && stages.get('composite') !== 'closed',
    answer: role === 'assessed-unit' && state === 'received',
  };
}
