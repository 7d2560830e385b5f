/** Rows of the units' answers to suggestions, and the posts that both rated a unit and belong to its team. */
import type { Trx } from '../office/office.js';

/** Answers of a year, of one unit or of all the role acting may read. */
export async function listAnswers(trx: Trx, tenant: string, { year, unit }: { year: string; unit?: string }) {
  return await trx
    .selectFrom('kaohe.suggestion_answers')
    .select(['unit_id', 'suggestion', 'answer', 'answered_at', 'version'])
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .$if(unit !== undefined, (query) => query.where('unit_id', '=', unit ?? ''))
    .orderBy('suggestion')
    .execute();
}

interface AnswerWritten {
  readonly year: string;
  readonly unit: string;
  readonly team: string;
  readonly n: number;
  /** 0: there was none. */
  readonly seen: number;
  readonly answer: string;
  readonly at: Date;
  readonly by: string;
}

/** Writes an answer over the version seen; false where somebody was quicker. */
export async function writeAnswer(trx: Trx, tenant: string, one: AnswerWritten): Promise<boolean> {
  const values = { version: one.seen + 1, answer: one.answer, answered_at: one.at, answered_by: one.by };
  const key = { tenant_id: tenant, year_id: one.year, unit_id: one.unit, suggestion: one.n };
  if (one.seen === 0) {
    const inserted = await trx
      .insertInto('kaohe.suggestion_answers')
      .values({ ...key, team_id: one.team, ...values })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'year_id', 'unit_id', 'suggestion']).doNothing())
      .executeTakeFirst();
    return inserted.numInsertedOrUpdatedRows === 1n;
  }
  const updated = await trx
    .updateTable('kaohe.suggestion_answers')
    .set(values)
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', one.year)
    .where('unit_id', '=', one.unit)
    .where('suggestion', '=', one.n)
    .where('version', '=', one.seen)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

/** Rating leaders of the year whose account also holds a role in the team: as the system alone. */
export async function listRatersInTeam(trx: Trx, tenant: string, { year, team }: { year: string; team: string }) {
  return await trx
    .selectFrom('kaohe.grants as rating')
    .innerJoin('kaohe.grants as seat', (join) =>
      join
        .onRef('seat.tenant_id', '=', 'rating.tenant_id')
        .onRef('seat.account_id', '=', 'rating.account_id')
        .on('seat.role', 'in', ['team-leader', 'team-member'])
        .on('seat.scope', '=', team)
        .on('seat.revoked_at', 'is', null),
    )
    .innerJoin('kaohe.raters as rater', (join) =>
      join
        .onRef('rater.tenant_id', '=', 'rating.tenant_id')
        .onRef('rater.rater_id', '=', 'rating.scope')
        .on('rater.year_id', '=', year),
    )
    .select(['rater.name', 'seat.role'])
    .where('rating.tenant_id', '=', tenant)
    .where('rating.role', '=', 'rating-leader')
    .where('rating.revoked_at', 'is', null)
    .orderBy('rater.name')
    .orderBy('seat.role')
    .execute();
}
