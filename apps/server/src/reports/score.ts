/** Where a unit stands on its sheet as its report says it, and the team's rows that are still open. */
import type { ReportVisits } from '@kaohe/api-contract';
import { hashOf } from '../database/content-hash.js';
import { programOf, sheetOf } from '../facts/compiled.js';
import { assessFacts, resultOfUnit, yearFacts } from '../facts/service.js';
import type { Work } from '../office/office.js';
import { isOfTeam, linesOf, type SheetLine } from '../sheets/lines.js';
import { rowsOf } from '../sheets/rows.js';
import type { ReportAt, SignedRow, SignedScore } from './repo.js';

export interface ReportScore {
  readonly score: SignedScore;
  readonly rows: readonly (SignedRow & { readonly changedBy: string })[];
  /** Rows the team supplies that nobody closed and that are not settled. */
  readonly openRows: readonly string[];
  /** Lines of other suppliers that are open: the team signs without them, and the score is an interval because of them. */
  readonly foreignOpen: readonly SheetLine[];
}

/**
 * The mark of what a report says beside its text: it moves when a row, the score or a visit does, so that nobody signs what was
 * changed since it was shown. A signed report keeps its score; what others supply after it moves the mark too.
 */
export function reportContent(
  { signed, now }: { signed: SignedScore | null | undefined; now: ReportScore | undefined },
  visits: ReportVisits,
): string {
  const rows = now?.rows.map(({ row, closed, observations }) => ({ row, closed, observations }));
  return hashOf({ signed: signed ?? null, score: now?.score ?? null, rows: rows ?? [], visits });
}

export async function reportScore(work: Work, at: ReportAt, sheetId: string): Promise<ReportScore> {
  const sheet = sheetOf(await programOf(work, at.year), sheetId);
  const unit = resultOfUnit(await assessFacts(work, at.year, await yearFacts(work, at.year, [at.unit])), at.unit);
  const entered = await rowsOf(work, { year: at.year, units: [at.unit] });
  const closed = new Set(entered.filter((row) => row.closed).map(({ row_id }) => row_id));
  const open = linesOf(sheet).filter(({ id, row = id }) => unit.open.includes(row) && !closed.has(id));
  return {
    score: { sheetScore: unit.sheetScore, fullMarks: sheet.sheet.fullMarks, items: unit.items },
    rows: entered.map((row) => ({
      row: row.row_id,
      closed: row.closed,
      observations: row.observations,
      changedBy: row.changed_by,
    })),
    openRows: open.filter(isOfTeam).map(({ id, row = id }) => row),
    foreignOpen: open.filter((line) => !isOfTeam(line)),
  };
}
