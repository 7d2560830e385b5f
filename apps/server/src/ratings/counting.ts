/**
 * Which forms count, and what they add up to. Only sums leave this file: of so many ballots that none of them can be told, and only
 * from the composite on, when no form can come or go any more (ADR 0019), so that two sums never differ by one ballot.
 */
import { isSignedByHead, type RatingTotals, stageOfForm } from '@kaohe/api-contract';
import { formatExact, getNumber, type RatingForm, sum } from '@kaohe/scoring';
import { asSystem } from '../database/transaction.js';
import type { Work } from '../office/office.js';
import { stagesOf, unitsOf } from '../years/service.js';
import { formsById } from './check-marks.js';
import { listBallots, listRaters, type RaterRow } from './repo.js';

type Counted = Pick<RaterRow, 'entered_from_paper' | 'checked_by' | 'state'>;

/** A form counts when submitted (its rater signs by it), one its division's head signs when signed, paper when checked; withdrawn, none. */
export function counts(row: Counted, form: Pick<RatingForm, 'stage'>): boolean {
  if (row.entered_from_paper) return row.checked_by !== null && row.state !== 'draft';
  return row.state === (isSignedByHead(form) ? 'signed' : 'submitted');
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
  const formOf = await formsById(work, year);
  const closed = raters.filter((row) => {
    const form = formOf(row.form);
    return counts(row, form) && stages.get(stageOfForm(form)) === 'closed';
  });
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
