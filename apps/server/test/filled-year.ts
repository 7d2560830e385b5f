/** A year filled past every rule, straight into its tables: the state a test of its end starts from. */
import type { RawObject } from '@kaohe/scoring';
import { inSystem } from '../src/database/transaction.js';
import { programOf, sheetOf } from '../src/facts/compiled.js';
import type { Trx, Work } from '../src/office/office.js';
import { divisionOf, linesOf } from '../src/sheets/lines.js';
import { unitsOf } from '../src/years/service.js';
import { TENANT, type TestOffice, YEAR } from './office.js';

interface Filled {
  /** Left out: every unit. */
  readonly units?: readonly string[];
  /** Lines left open. */
  readonly except?: readonly string[];
  /** Observations by line. */
  readonly observations?: Readonly<Record<string, RawObject>>;
}

/** Closes the lines of sheets, the office's own too. */
export async function closeSheets(
  office: TestOffice,
  { units, except = [], observations = {} }: Filled = {},
): Promise<void> {
  await asWork(office, async (work) => {
    const program = await programOf(work, YEAR);
    for (const unit of await unitsOf(work, YEAR)) {
      if (!(units?.includes(unit.unit_id) ?? true)) continue;
      const lines = linesOf(sheetOf(program, unit.sheet)).filter(({ id }) => !except.includes(id));
      const rows = lines.map((line) => ({
        tenant_id: TENANT,
        year_id: YEAR,
        unit_id: unit.unit_id,
        row_id: line.id,
        team_id: unit.team_id,
        version: 1,
        closed: true,
        observations: JSON.stringify(observations[line.id] ?? {}),
        changed_at: work.now,
        changed_by: '第一组成员',
        changed_role: 'team-member',
        division: divisionOf(line),
      }));
      await work.trx
        .insertInto('kaohe.sheet_rows')
        .values(rows)
        .onConflict((conflict) =>
          conflict.columns(['tenant_id', 'year_id', 'unit_id', 'row_id']).doUpdateSet((row) => ({
            closed: row.ref('excluded.closed'),
            observations: row.ref('excluded.observations'),
          })),
        )
        .execute();
    }
  });
}

/** Every rater gives every rated unit the same mark; the forms count. */
export async function rateAll(office: TestOffice, mark = '9'): Promise<void> {
  await asWork(office, async (work) => {
    const rated = (await unitsOf(work, YEAR)).filter(({ sheet }) => sheet === 'county').map(({ unit_id }) => unit_id);
    const marks = JSON.stringify(Object.fromEntries(rated.map((unit) => [unit, mark])));
    for (const { form, rater_id } of await ratersOf(work.trx)) {
      const key = { tenant_id: TENANT, year_id: YEAR, form, rater_id };
      const state = form === 'leader' ? 'submitted' : 'signed';
      await work.trx
        .insertInto('kaohe.rating_forms')
        .values({
          ...key,
          state,
          version: 1,
          entered_from_paper: false,
          scan_id: null,
          entered_by: 'test',
          checked_by: null,
          changed_at: work.now,
        })
        .execute();
      await work.trx
        .insertInto('kaohe.ballots')
        .values({ ...key, marks })
        .execute();
    }
  });
}

async function ratersOf(trx: Trx) {
  return await trx
    .selectFrom('kaohe.raters')
    .select(['form', 'rater_id'])
    .where('tenant_id', '=', TENANT)
    .where('year_id', '=', YEAR)
    .execute();
}

/** Something done in one transaction as the system. */
export async function asWork(office: TestOffice, perform: (work: Work) => Promise<void>): Promise<void> {
  const { office: made, database } = office;
  await inSystem(database, TENANT, async (trx) => {
    const acting = { tenant: TENANT, accountId: '', role: 'system', scope: '' };
    await perform({
      trx,
      acting,
      now: made.now(),
      schemes: made.schemes,
      note: () => undefined,
    } as unknown as Work);
  });
}

/** Sets the day the office believes it is. */
export async function setToday(office: TestOffice, day: string): Promise<void> {
  await inSystem(office.database, TENANT, async (trx) => {
    await trx.updateTable('plat.tenants').set({ own_date: day }).where('tenant_id', '=', TENANT).execute();
  });
}
