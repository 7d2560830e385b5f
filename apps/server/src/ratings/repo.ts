/** Rows of rating forms and, apart from them, of ballots. */
import type { RatingState } from '@kaohe/api-contract';
import type { Trx } from '../office/office.js';

export interface FormKey {
  readonly year: string;
  readonly form: string;
  readonly rater: string;
}

export interface RaterRow {
  readonly form: string;
  readonly rater_id: string;
  readonly name: string;
  readonly state: RatingState | null;
  readonly version: number | null;
  readonly entered_from_paper: boolean | null;
  readonly scan_id: string | null;
  readonly entered_by: string | null;
  readonly checked_by: string | null;
}

/** Every rater of a year with the state of the form, in printed order. */
export async function listRaters(trx: Trx, tenant: string, year: string): Promise<RaterRow[]> {
  return await raterQuery(trx, tenant, year).orderBy('r.position').execute();
}

export async function findRater(
  trx: Trx,
  tenant: string,
  { year, form, rater }: FormKey,
): Promise<RaterRow | undefined> {
  return await raterQuery(trx, tenant, year)
    .where('r.form', '=', form)
    .where('r.rater_id', '=', rater)
    .executeTakeFirst();
}

function raterQuery(trx: Trx, tenant: string, year: string) {
  return trx
    .selectFrom('kaohe.raters as r')
    .leftJoin('kaohe.rating_forms as f', (join) =>
      join
        .onRef('f.tenant_id', '=', 'r.tenant_id')
        .onRef('f.year_id', '=', 'r.year_id')
        .onRef('f.form', '=', 'r.form')
        .onRef('f.rater_id', '=', 'r.rater_id'),
    )
    .select([
      'r.form',
      'r.rater_id',
      'r.name',
      'f.state',
      'f.version',
      'f.entered_from_paper',
      'f.scan_id',
      'f.entered_by',
      'f.checked_by',
    ])
    .where('r.tenant_id', '=', tenant)
    .where('r.year_id', '=', year);
}

export async function findMarks(
  trx: Trx,
  tenant: string,
  { year, form, rater }: FormKey,
): Promise<Record<string, string>> {
  const row = await trx
    .selectFrom('kaohe.ballots')
    .select('marks')
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .where('form', '=', form)
    .where('rater_id', '=', rater)
    .executeTakeFirst();
  return row?.marks ?? {};
}

/** Every ballot of a year: as the system alone. */
export async function listBallots(
  trx: Trx,
  tenant: string,
  year: string,
): Promise<{ form: string; rater_id: string; marks: Record<string, string> }[]> {
  return await trx
    .selectFrom('kaohe.ballots')
    .select(['form', 'rater_id', 'marks'])
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .execute();
}

export interface FormWritten {
  readonly state: RatingState;
  readonly fromPaper: boolean;
  readonly scan: string | null;
  readonly enteredBy: string;
  readonly at: Date;
}

/** Writes a form over the version seen (0: there was none); false where somebody was quicker. */
export async function writeForm(
  trx: Trx,
  tenant: string,
  { key, seen, form }: { key: FormKey; seen: number; form: FormWritten },
): Promise<boolean> {
  const values = {
    state: form.state,
    version: seen + 1,
    entered_from_paper: form.fromPaper,
    scan_id: form.scan,
    entered_by: form.enteredBy,
    checked_by: null,
    changed_at: form.at,
  };
  if (seen === 0) {
    const inserted = await trx
      .insertInto('kaohe.rating_forms')
      .values({ tenant_id: tenant, year_id: key.year, form: key.form, rater_id: key.rater, ...values })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'year_id', 'form', 'rater_id']).doNothing())
      .executeTakeFirst();
    return inserted.numInsertedOrUpdatedRows === 1n;
  }
  return await updateForm(trx, tenant, { key, seen, values });
}

/** Changes the state of a form over the version seen. */
export async function moveForm(
  trx: Trx,
  tenant: string,
  { key, seen, to }: { key: FormKey; seen: number; to: { state?: RatingState; checkedBy?: string; at: Date } },
): Promise<boolean> {
  const values = {
    version: seen + 1,
    changed_at: to.at,
    ...(to.state && { state: to.state }),
    ...(to.checkedBy && { checked_by: to.checkedBy }),
  };
  return await updateForm(trx, tenant, { key, seen, values });
}

async function updateForm(
  trx: Trx,
  tenant: string,
  { key, seen, values }: { key: FormKey; seen: number; values: Readonly<Record<string, unknown>> },
): Promise<boolean> {
  const updated = await trx
    .updateTable('kaohe.rating_forms')
    .set(values)
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', key.year)
    .where('form', '=', key.form)
    .where('rater_id', '=', key.rater)
    .where('version', '=', seen)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

export async function writeMarks(
  trx: Trx,
  tenant: string,
  { key, marks }: { key: FormKey; marks: Readonly<Record<string, string>> },
): Promise<void> {
  await trx
    .insertInto('kaohe.ballots')
    .values({
      tenant_id: tenant,
      year_id: key.year,
      form: key.form,
      rater_id: key.rater,
      marks: JSON.stringify(marks),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'year_id', 'form', 'rater_id'])
        .doUpdateSet((excluded) => ({ marks: excluded.ref('excluded.marks') })),
    )
    .execute();
}
