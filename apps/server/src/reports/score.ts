/** Where a unit stands on its sheet as its report says it, and the team's rows that are still open. */
import type { ReportVisits } from '@kaohe/api-contract';
import { hashOf } from '../database/content-hash.js';
import { programOf, sheetOf } from '../facts/compiled.js';
import { assessFacts, resultOfUnit, yearFacts } from '../facts/service.js';
import type { Work } from '../office/office.js';
import { linesOf } from '../sheets/lines.js';
import { rowsOf } from '../sheets/rows.js';
import type { ReportAt, SignedRow, SignedScore } from './repo.js';

export interface ReportScore {
  readonly score: SignedScore;
  readonly rows: readonly (SignedRow & { readonly changedBy: string })[];
  /** Rows the team supplies that nobody closed and that are not settled. */
  readonly openRows: readonly string[];
}

/**
 * The mark of what a report says beside its text: it moves when a row, the score or a visit does, so that nobody signs what was
 * changed since it was shown. A signed report keeps its score.
 */
export function reportContent(
  { score, rows }: { score: SignedScore | undefined; rows: readonly SignedRow[] },
  visits: ReportVisits,
): string {
  const shown = rows.map(({ row, closed, observations }) => ({ row, closed, observations }));
  return hashOf({ score, rows: shown, visits });
}

export async function reportScore(work: Work, at: ReportAt, sheetId: string): Promise<ReportScore> {
  const sheet = sheetOf(await programOf(work, at.year), sheetId);
  const unit = resultOfUnit(await assessFacts(work, at.year, await yearFacts(work, at.year, [at.unit])), at.unit);
  const entered = await rowsOf(work, { year: at.year, units: [at.unit] });
  const closed = new Set(entered.filter((row) => row.closed).map(({ row_id }) => row_id));
  const ofTeam = linesOf(sheet).filter(({ supplier }) => supplier.by === 'team');
  return {
    score: { sheetScore: unit.sheetScore, fullMarks: sheet.sheet.fullMarks, items: unit.items },
    rows: entered.map((row) => ({
      row: row.row_id,
      closed: row.closed,
      observations: row.observations,
      changedBy: row.changed_by,
    })),
    openRows: ofTeam.flatMap(({ id, row = id }) => (unit.open.includes(row) && !closed.has(id) ? [row] : [])),
  };
}
