/** How far the reports are, for nouns that must know it and roles that may not read a report: the state, and nothing of what it says. */
import type { ReportState } from '@kaohe/api-contract';
import { asSystem } from '../database/transaction.js';
import type { Work } from '../office/office.js';

/** The state of each unit's report; a unit without one is not among them. */
export async function reportStates(work: Work, year: string): Promise<ReadonlyMap<string, ReportState>> {
  return new Map((await states(work, { year })).map(({ unit_id, state }) => [unit_id, state]));
}

/** An assessed unit is told what was found with its report, once the office has received it; everybody else at any time. */
export async function isTold(work: Work, at: { year: string; unit: string }): Promise<boolean> {
  if (work.acting.role !== 'assessed-unit') return true;
  return (await reportStates(work, at.year)).get(at.unit) === 'received';
}

/** The state of one report, held until the transaction ends: whoever signs at the same moment waits. */
export async function reportStateHeld(work: Work, at: { year: string; unit: string }): Promise<ReportState> {
  const [row] = await states(work, at);
  return row?.state ?? 'none';
}

/** The post that signed a report; null where nobody has. */
export async function signerOf({ trx, acting }: Work, { year, unit }: { year: string; unit: string }) {
  const row = await trx
    .selectFrom('kaohe.reports')
    .select('signed_by')
    .where('tenant_id', '=', acting.tenant)
    .where('year_id', '=', year)
    .where('unit_id', '=', unit)
    .executeTakeFirst();
  return row?.signed_by ?? null;
}

async function states(work: Work, { year, unit }: { year: string; unit?: string }) {
  const { trx, acting } = work;
  return await asSystem(trx, acting, async () => {
    const query = trx
      .selectFrom('kaohe.reports')
      .select(['unit_id', 'state'])
      .where('tenant_id', '=', acting.tenant)
      .where('year_id', '=', year);
    return await (unit === undefined ? query : query.where('unit_id', '=', unit).forShare()).execute();
  });
}
