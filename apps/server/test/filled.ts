/** A demonstration year with something of every noun in it, and the names of what is there, by whom it concerns. */
import { randomUUID } from 'node:crypto';
import { type Role, STAGES } from '@kaohe/api-contract';
import { sql } from 'kysely';
import type { Known } from './arbitrary.js';
import { TENANT, type TestOffice, YEAR } from './office.js';

/** Stands in everything that is not the first team's, so that an answer which holds it gives itself away. */
export const FOREIGN = '别组的内容';

export interface Filled {
  /** A unit of the first team, and one of another. */
  readonly own: { readonly unit: string; readonly team: string };
  readonly foreign: { readonly unit: string; readonly team: string };
  /** Names by parameter: of the first team, of the others. */
  readonly ownNames: Names;
  readonly foreignNames: Names;
}

export type Names = Known;

/** The scope a role has in the tests. */
export function scopeOf(role: Role, { own }: Filled): string {
  const scopes: Partial<Record<Role, string>> = {
    'team-leader': own.team,
    'team-member': own.team,
    'assessed-unit': own.unit,
    'rating-leader': 'leader-01',
    'rating-division': 'division-01',
    'division-head': 'division-01',
    'supplying-division': '市应急局调查评估和统计处',
    'patrol-group': '第三督导组',
  };
  return scopes[role] ?? '';
}

export async function fill(office: TestOffice): Promise<Filled> {
  const { owner } = office.database;
  const { rows: units } = await sql<{
    unit: string;
    team: string;
  }>`SELECT unit_id AS unit, team_id AS team FROM kaohe.units
    WHERE tenant_id = ${TENANT} AND year_id = ${YEAR} ORDER BY position`.execute(owner);
  const own = units[0];
  const foreign = units.find(({ team }) => team !== own?.team);
  if (!own || !foreign) throw new Error('the demonstration has teams');
  for (const place of [own, foreign]) {
    await addReportAndEvidence(office, place);
    await addStatements(office, place);
  }
  await mark(office, own);
  const names = async (place: { unit: string; team: string }): Promise<Names> => ({
    year: [YEAR],
    scheme: office.office.schemes.map(({ id }) => id),
    id: office.office.schemes.map(({ id }) => id),
    stage: STAGES,
    unit: [place.unit],
    row: ['1', '2', 'bonus'],
    line: ['county/1', 'county/1.1'],
    form: place === own ? ['leader'] : ['leader', 'division'],
    rater: place === own ? ['leader-01'] : ['leader-02', 'division-02'],
    entry: await idsOf(
      office,
      sql`SELECT entry_id AS id FROM kaohe.register_entries WHERE unit_id = ${place.unit} LIMIT 5`,
    ),
    evidence: await idsOf(office, sql`SELECT evidence_id AS id FROM kaohe.evidence WHERE unit_id = ${place.unit}`),
    upload: await idsOf(office, sql`SELECT upload_id AS id FROM kaohe.uploads WHERE unit_id = ${place.unit}`),
    draft: await idsOf(office, sql`SELECT draft_id AS id FROM kaohe.scheme_drafts`),
    export: await idsOf(office, sql`SELECT job_id AS id FROM kaohe.jobs`),
    account: await idsOf(office, sql`SELECT account_id AS id FROM kaohe.accounts WHERE login = 'victim'`),
    grant: await idsOf(office, sql`SELECT grant_id AS id FROM kaohe.grants WHERE granted_by = 'victim'`),
  });
  await addVictim(office);
  return { own, foreign, ownNames: await names(own), foreignNames: await names(foreign) };
}

async function idsOf(office: TestOffice, query: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await (query as ReturnType<typeof sql<{ id: string }>>).execute(office.database.owner);
  return rows.length > 0 ? rows.map(({ id }) => id) : [randomUUID()];
}

async function addReportAndEvidence(office: TestOffice, { unit, team }: { unit: string; team: string }): Promise<void> {
  const { owner } = office.database;
  const body = JSON.stringify({
    narrative: '年终考核',
    problems: ['台账不全'],
    suggestions: ['补齐台账'],
    noVisitReason: null,
  });
  await sql`INSERT INTO kaohe.reports (tenant_id, year_id, unit_id, team_id, state, version, body, late, changed_at, changed_by)
    VALUES (${TENANT}, ${YEAR}, ${unit}, ${team}, 'draft', 1, ${body}, false, now(), '组长') ON CONFLICT DO NOTHING`.execute(
    owner,
  );
  await sql`INSERT INTO kaohe.evidence (tenant_id, evidence_id, year_id, unit_id, team_id, purpose, name, media_type, sha256,
      bytes, content, added_at, added_by, added_role) VALUES (${TENANT}, ${randomUUID()}, ${YEAR}, ${unit}, ${team}, 'row', '台账.pdf',
    'application/pdf', ${randomUUID()}, 3, 'abc', now(), '组员', 'team-member')`.execute(owner);
  // Somebody else's file on its way: for nobody who tries is it there.
  await sql`INSERT INTO kaohe.uploads (tenant_id, upload_id, account, year_id, unit_id, team_id, purpose, name, sha256, bytes,
      received, touched_at) VALUES (${TENANT}, ${randomUUID()}, 'victim', ${YEAR}, ${unit}, ${team}, 'row', ${FOREIGN},
    ${'0'.repeat(64)}, 3, 0, now())`.execute(owner);
}

/** One of each stage, waiting for an answer. */
async function addStatements(office: TestOffice, { unit, team }: { unit: string; team: string }): Promise<void> {
  const body = JSON.stringify({ text: '说明', evidence: [], deducted: null });
  for (const [stage, line] of [
    ['self-assessment', 'county/1'],
    ['appeal', 'county/1.1'],
  ])
    await sql`INSERT INTO kaohe.statements (tenant_id, year_id, unit_id, stage, line_id, team_id, state, version, body, stated_at, stated_by)
      VALUES (${TENANT}, ${YEAR}, ${unit}, ${stage}, ${line}, ${team}, 'submitted', 1, ${body}, now(), '单位')`.execute(
      office.database.owner,
    );
}

/** An account nobody signs in with: what the administrators' acts are tried on. */
async function addVictim(office: TestOffice): Promise<void> {
  const [account, grant] = [randomUUID(), randomUUID()];
  const { owner } = office.database;
  await sql`INSERT INTO kaohe.accounts (tenant_id, account_id, family, login, display_name, state, password_hash, password_set_at,
      must_change_password, totp_confirmed, failures, version)
    VALUES (${TENANT}, ${account}, 'business', 'victim', '试用', 'active', '-', now(), false, false, 0, 1)`.execute(
    owner,
  );
  await sql`INSERT INTO kaohe.grants (tenant_id, grant_id, account_id, family, role, scope, granted_at, granted_by)
    VALUES (${TENANT}, ${grant}, ${account}, 'business', 'office', '', now(), 'victim')`.execute(owner);
}

async function mark({ database }: TestOffice, own: { unit: string; team: string }): Promise<void> {
  const statements = [
    sql`UPDATE kaohe.sheet_rows SET changed_by = ${FOREIGN} WHERE team_id <> ${own.team}`,
    sql`UPDATE kaohe.reports SET changed_by = ${FOREIGN}, body = jsonb_set(body, '{narrative}', to_jsonb(${FOREIGN}::text))
      WHERE team_id <> ${own.team}`,
    sql`UPDATE kaohe.evidence SET name = ${FOREIGN}, added_by = ${FOREIGN} WHERE team_id <> ${own.team}`,
    sql`UPDATE kaohe.statements SET stated_by = ${FOREIGN}, body = jsonb_set(body, '{text}', to_jsonb(${FOREIGN}::text))
      WHERE team_id <> ${own.team}`,
    sql`UPDATE kaohe.register_entries SET changed_by = ${FOREIGN} WHERE team_id <> ${own.team} AND also_team_id <> ${own.team}`,
    sql`UPDATE kaohe.register_versions SET changed_by = ${FOREIGN} WHERE team_id <> ${own.team} AND also_team_id <> ${own.team}`,
  ];
  for (const statement of statements) await statement.execute(database.owner);
}
