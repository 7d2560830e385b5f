/**
 * Which forms count, and what they add up to. Only sums leave this file: of so many ballots that none of them can be told, and only
 * from the composite on, when no form can come or go any more (ADR 0019), so that two sums never differ by one ballot.
 */
import type { RatingState, RatingTotals } from '@kaohe/api-contract';
import { formatExact, getNumber, sum } from '@kaohe/scoring';
import { asSystem } from '../database/transaction.js';
import type { Work } from '../office/office.js';
import { stagesOf, unitsOf } from '../years/service.js';
import { stagesByForm } from './check-marks.js';
import { listBallots, listRaters, type RaterRow } from './repo.js';

/** A leader's form counts when submitted (the leader signs by it), a division's when signed, paper when checked; withdrawn, none. */
export function counts(row: RaterRow): boolean {
  if (row.entered_from_paper) return row.checked_by !== null && row.state !== 'draft';
  const needed: RatingState = row.form === 'leader' ? 'submitted' : 'signed';
  return row.state === needed;
}

/** One ballot is its own sum, and whoever gave one of two knows the other. A form with fewer raters waits for all of them. */
const FEWEST = 3;

/** Whether sums of ballots are told at all: from the composite on. */
export async function areSumsShown(work: Work, year: string): Promise<boolean> {
  const composite = (await stagesOf(work, year)).get('composite');
  return composite === 'open' || composite === 'closed';
}

/** Sums by form and unit of the forms that count; nothing before the composite is open. */
export async function totals(work: Work, year: string): Promise<RatingTotals> {
  if (!(await areSumsShown(work, year))) return { forms: [] };
  const stages = await stagesOf(work, year);
  const raters = await listRaters(work.trx, work.acting.tenant, year);
  const stageOf = await stagesByForm(work, year);
  const closed = raters.filter((row) => counts(row) && stages.get(stageOf(row.form)) === 'closed');
  const counted = new Set(closed.map(({ form, rater_id }) => `${form} ${rater_id}`));
  const ballots = await asSystem(work.trx, work.acting, () => listBallots(work.trx, work.acting.tenant, year));
  const of = (rows: readonly RaterRow[], form: string) => rows.filter((row) => row.form === form).length;
  const forms = [...new Set(closed.map(({ form }) => form))].filter(
    (form) => of(closed, form) >= Math.min(FEWEST, of(raters, form)),
  );
  const order = (await unitsOf(work, year)).map(({ unit_id }) => unit_id);
  return {
    forms: forms.map((form) => {
      const own = ballots.filter((one) => one.form === form && counted.has(`${form} ${one.rater_id}`));
      return {
        form,
        ballots: own.length,
        totals: sumByUnit(
          order,
          own.map(({ marks }) => marks),
        ),
      };
    }),
  };
}

/** Sums in administrative order, of the units that have marks. */
function sumByUnit(
  order: readonly string[],
  marks: readonly Record<string, string>[],
): { unit: string; sum: string; ballots: number }[] {
  return order.flatMap((unit) => {
    const given = marks.flatMap((one) => one[unit] ?? []);
    return given.length > 0 ? [{ unit, sum: formatExact(sum(given.map(getNumber))), ballots: given.length }] : [];
  });
}
