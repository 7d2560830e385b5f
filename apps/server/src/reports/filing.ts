/** A report with the score it was signed over, for the papers made of it. */
import type { ReportJson } from '@kaohe/api-contract';
import type { UnitJson } from '@kaohe/scoring';
import { assessFacts, resultOfUnit, yearFacts } from '../facts/service.js';
import { noSuch } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { rowsOf } from '../sheets/rows.js';
import { notesOf } from './notes.js';
import { findReport, type ReportAt } from './repo.js';
import { readReport } from './service.js';

export interface ReportFiling {
  readonly report: ReportJson;
  /** The unit's result; its sheet as it was signed, where it was. */
  readonly unit: UnitJson;
  /** The same as it stands today. */
  readonly unitNow: UnitJson;
  /** What assessors wrote, by clause. */
  readonly notes: Readonly<Record<string, string>>;
}

/** Refuses a unit that has not been told of its report yet. */
export async function reportFiling(work: Work, at: ReportAt): Promise<ReportFiling> {
  const report = await readReport(work, at);
  if (work.acting.role === 'assessed-unit' && report.state !== 'received')
    throw noSuch('已接收的考核报告', 'received report');
  const row = await findReport(work.trx, work.acting.tenant, at);
  const now = resultOfUnit(await assessFacts(work, at.year, await yearFacts(work, at.year, [at.unit])), at.unit);
  const signed = row?.score;
  return {
    report,
    unitNow: now,
    unit: signed ? { ...now, items: signed.items, sheetScore: signed.sheetScore } : now,
    notes: notesOf(await rowsOf(work, { year: at.year, units: [at.unit] })),
  };
}
