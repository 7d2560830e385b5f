/** Rows of statements; who may read and write which, row-level security draws. */
import type { StatementStage } from '@kaohe/api-contract';
import type { Trx } from '../office/office.js';

export interface StatementAt {
  readonly year: string;
  readonly unit: string;
  readonly stage: StatementStage;
  readonly line: string;
}

export interface StatementBody {
  readonly text: string;
  readonly evidence: readonly string[];
  readonly deducted: string | null;
}

export interface Answer {
  readonly reason: string;
  readonly finding: string | null;
}

export interface StatementRow {
  readonly unit_id: string;
  readonly stage: StatementStage;
  readonly line_id: string;
  readonly state: 'submitted' | 'withdrawn' | 'returned' | 'accepted' | 'upheld' | 'rejected';
  readonly version: number;
  readonly body: StatementBody;
  readonly stated_at: Date;
  readonly stated_by: string;
  readonly answer: Answer | null;
  readonly answered_at: Date | null;
  readonly answered_by: string | null;
}

const COLUMNS = [
  'unit_id',
  'stage',
  'line_id',
  'state',
  'version',
  'body',
  'stated_at',
  'stated_by',
  'answer',
  'answered_at',
  'answered_by',
] as const;

/** The statements of a stage the role acting may read, of one unit or of all; the one that waits longest first. */
export async function listStatements(
  trx: Trx,
  tenant: string,
  { year, stage, unit }: { year: string; stage: StatementStage; unit?: string },
): Promise<StatementRow[]> {
  const rows = await trx
    .selectFrom('kaohe.statements')
    .select(COLUMNS)
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .where('stage', '=', stage)
    .$if(unit !== undefined, (query) => query.where('unit_id', '=', unit ?? ''))
    .orderBy('stated_at')
    .orderBy('unit_id')
    .orderBy('line_id')
    .execute();
  return rows as unknown as StatementRow[];
}

export async function findStatement(trx: Trx, tenant: string, at: StatementAt): Promise<StatementRow | undefined> {
  const row = await trx
    .selectFrom('kaohe.statements')
    .select(COLUMNS)
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', at.year)
    .where('unit_id', '=', at.unit)
    .where('stage', '=', at.stage)
    .where('line_id', '=', at.line)
    .executeTakeFirst();
  return row as unknown as StatementRow | undefined;
}

export interface Stated {
  readonly at: StatementAt;
  readonly team: string;
  /** 0: there was none. */
  readonly seen: number;
  readonly body: StatementBody;
  readonly when: Date;
  readonly by: string;
}

/** States a line over the version seen; false where somebody was quicker. The last answer stays beside it. */
export async function writeStatement(trx: Trx, tenant: string, one: Stated): Promise<boolean> {
  const { at, seen, when, by } = one;
  const values = {
    state: 'submitted' as const,
    version: seen + 1,
    body: JSON.stringify(one.body),
    stated_at: when,
    stated_by: by,
  };
  if (seen > 0) return await update(trx, tenant, { at, seen, values });
  const key = { tenant_id: tenant, year_id: at.year, unit_id: at.unit, stage: at.stage, line_id: at.line };
  const unanswered = { answer: null, answered_at: null, answered_by: null };
  const inserted = await trx
    .insertInto('kaohe.statements')
    .values({ ...key, team_id: one.team, ...values, ...unanswered })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'year_id', 'unit_id', 'stage', 'line_id']).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

export interface Answered {
  readonly at: StatementAt;
  readonly seen: number;
  readonly state: Exclude<StatementRow['state'], 'submitted' | 'withdrawn'>;
  readonly answer: Answer;
  readonly when: Date;
  readonly by: string;
}

/** Answers a line over the version seen; false where somebody was quicker. */
export async function writeAnswer(trx: Trx, tenant: string, one: Answered): Promise<boolean> {
  const { at, seen, state, answer, when, by } = one;
  const values = {
    state,
    version: seen + 1,
    answer: JSON.stringify(answer),
    answered_at: when,
    answered_by: by,
  };
  return await update(trx, tenant, { at, seen, values });
}

/** Takes a statement back over the version seen; false where somebody was quicker. What was stated stays. */
export async function takeBack(trx: Trx, tenant: string, { at, seen }: Pick<Stated, 'at' | 'seen'>): Promise<boolean> {
  return await update(trx, tenant, { at, seen, values: { state: 'withdrawn', version: seen + 1 } });
}

type Values = { state: StatementRow['state']; version: number } & Record<string, unknown>;

async function update(
  trx: Trx,
  tenant: string,
  { at, seen, values }: { at: StatementAt; seen: number; values: Values },
): Promise<boolean> {
  const updated = await trx
    .updateTable('kaohe.statements')
    .set(values)
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', at.year)
    .where('unit_id', '=', at.unit)
    .where('stage', '=', at.stage)
    .where('line_id', '=', at.line)
    .where('version', '=', seen)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

/** Whether an account holds, or ever held, a seat in a team of the year: as the system alone. */
export async function hasSeat(
  trx: Trx,
  tenant: string,
  { account, year, team }: { account: string; year: string; team: string },
): Promise<boolean> {
  const seat = await trx
    .selectFrom('kaohe.grants')
    .select('grant_id')
    .where('tenant_id', '=', tenant)
    .where('account_id', '=', account)
    .where('role', 'in', ['team-leader', 'team-member'])
    .where('year_id', '=', year)
    .where('scope', '=', team)
    .limit(1)
    .executeTakeFirst();
  return seat !== undefined;
}
