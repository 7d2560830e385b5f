/** Rows of the codes that papers bear. */
import type { PaperStatement } from '@kaohe/scheme-files';
import type { RawTree } from '@kaohe/scoring';
import type { Trx } from '../office/office.js';

export interface CodeRow {
  readonly code: string;
  readonly unit_id: string | null;
  readonly team_id: string | null;
  readonly statement: PaperStatement;
  readonly facts: RawTree;
  readonly score: string | null;
  readonly made_at: Date;
  readonly made_by: string;
}

interface InYear {
  readonly tenant: string;
  readonly year: string;
}

/** Keeps a code; the same paper made again on the same day has the same one. */
export async function keepCode(trx: Trx, { tenant, year }: InYear, row: CodeRow): Promise<void> {
  await trx
    .insertInto('kaohe.paper_codes')
    .values({
      tenant_id: tenant,
      year_id: year,
      ...row,
      statement: JSON.stringify(row.statement),
      facts: JSON.stringify(row.facts),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'year_id', 'code']).doNothing())
    .execute();
}

export async function findCode(trx: Trx, { tenant, year }: InYear, code: string): Promise<CodeRow | undefined> {
  const row = await trx
    .selectFrom('kaohe.paper_codes')
    .select(['code', 'unit_id', 'team_id', 'statement', 'facts', 'score', 'made_at', 'made_by'])
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .where('code', '=', code)
    .executeTakeFirst();
  return row as CodeRow | undefined;
}
