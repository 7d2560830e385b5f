// Every act that the table of acts binds to a state, tried on its thing in every state there is.
import { ACTS, type ActName, actOf, type Role, STAGES } from '@kaohe/api-contract';
import { type RawBuilder, sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { closeSheets, rateAll } from '../../test/filled-year.js';
import { type Client, TENANT, testOffice, YEAR } from '../../test/office.js';

const office = testOffice();
const UNIT = '巩义市';
const AT = encodeURIComponent(UNIT);
const BASE = `/api/years/${YEAR}`;
const CLAUSE = 'county/1.1';
const CLAUSE_AT = encodeURIComponent(CLAUSE);
const ROW_AT = encodeURIComponent('county/2');
/** One for every rated unit, once they are known. */
const MARKS: Record<string, string> = {};
const REASON = { reason: '理由' };

interface Tried {
  readonly thing: keyof typeof THINGS;
  readonly as: readonly [Role, scope?: string];
  readonly method: 'POST' | 'PUT';
  /** The thing itself, read for its version; left out where the act makes something new beneath it. */
  readonly at?: string;
  readonly to: string;
  readonly payload?: object;
}

/** What is put into a state, and the states there are of it. */
const THINGS = {
  leaderForm: { states: ['draft', 'submitted', 'signed'], put: putForm('leader') },
  divisionForm: { states: ['draft', 'submitted', 'signed'], put: putForm('division') },
  paperForm: { states: ['draft', 'submitted', 'signed'], put: putForm('leader', true) },
  report: { states: ['draft', 'signed', 'received'], put: putReport },
  selfAssessment: {
    states: ['none', 'submitted', 'returned', 'accepted'],
    put: putStatement('self-assessment', 'county/2'),
  },
  appeal: { states: ['none', 'submitted', 'withdrawn', 'upheld', 'rejected'], put: putStatement('appeal', CLAUSE) },
  result: { states: ['computed', 'frozen', 'approved', 'published'], put: putResult },
} as const;

const FORM = `${BASE}/ratings/leader/leader-01`;
const DIVISION = `${BASE}/ratings/division/division-01`;
const REPORT = `${BASE}/reports/${AT}`;
const SELF = `${BASE}/statements/self-assessment/${AT}/${ROW_AT}`;
const APPEAL = `${BASE}/statements/appeal/${AT}/${CLAUSE_AT}`;
const RESULT = `${BASE}/result`;
const RATER = ['rating-leader', 'leader-01'] as const;

const form = (step: string, also: Partial<Tried> = {}): Tried => ({
  ...{ thing: 'leaderForm', as: RATER, method: 'POST', at: FORM, to: `${also.at ?? FORM}${step}` },
  ...also,
});
const report = (step: string, role: Role, payload?: object): Tried => ({
  ...{ thing: 'report', as: [role], method: 'POST', at: REPORT, to: `${REPORT}${step}`, ...(payload && { payload }) },
});
const result = (step: string, role: Role, payload?: object): Tried => ({
  ...{ thing: 'result', as: [role], method: 'POST', at: RESULT, to: `${RESULT}${step}`, ...(payload && { payload }) },
});
const BODY = { narrative: '情况', problems: ['台账不全'], suggestions: ['补齐台账'] };
const STATED = { text: '说明', evidence: [] };

const TRIED: Partial<Record<ActName, Tried>> = {
  'rating.fill': form('', { method: 'PUT', payload: { marks: MARKS } }),
  'rating.submit': form('/submit'),
  'rating.withdraw': form('/withdraw'),
  'rating.sign': form('/sign', { thing: 'divisionForm', as: ['division-head', 'division-01'], at: DIVISION }),
  'rating.check': form('/check', { thing: 'paperForm', as: ['counting-clerk'] }),
  'report.write': { ...report('', 'team-leader', BODY), method: 'PUT' },
  'report.sign': report('/sign', 'team-leader', { noVisitReason: '没有去' }),
  'report.receive': report('/receive', 'office'),
  'report.reopen': report('/reopen', 'office', REASON),
  'suggestion.answer': {
    ...{ thing: 'report', as: ['assessed-unit'], method: 'PUT' },
    ...{ to: `${REPORT}/answers/1`, payload: { answer: '已补' } },
  },
  'self-assessment.write': {
    ...{ thing: 'selfAssessment', as: ['assessed-unit'], method: 'PUT', at: SELF },
    ...{ to: `${BASE}/self-assessments/${AT}/${ROW_AT}`, payload: { ...STATED, deducted: '1' } },
  },
  'self-assessment.review': {
    ...{ thing: 'selfAssessment', as: ['office'], method: 'POST', at: SELF },
    ...{ to: `${BASE}/self-assessments/${AT}/${ROW_AT}/review`, payload: { outcome: 'returned', ...REASON } },
  },
  'appeal.write': {
    ...{ thing: 'appeal', as: ['assessed-unit'], method: 'PUT', at: APPEAL },
    ...{ to: `${BASE}/appeals/${AT}/${CLAUSE_AT}`, payload: STATED },
  },
  'appeal.withdraw': {
    ...{ thing: 'appeal', as: ['assessed-unit'], method: 'POST', at: APPEAL },
    ...{ to: `${BASE}/appeals/${AT}/${CLAUSE_AT}/withdrawal` },
  },
  'appeal.decide': {
    ...{ thing: 'appeal', as: ['office'], method: 'POST', at: APPEAL },
    ...{ to: `${BASE}/appeals/${AT}/${CLAUSE_AT}/decision`, payload: { outcome: 'rejected', ...REASON } },
  },
  'result.freeze': result('/freeze', 'office'),
  'result.approve': result('/approve', 'approver'),
  'result.publish': result('/publish', 'office', { number: '郑安委〔2020〕5号', on: '2020-03-02' }),
  'award.choose': { ...result('', 'office', { awards: [] }), method: 'PUT', to: `${BASE}/awards` },
};

let team = '';
const write = async (query: RawBuilder<unknown>) => await query.execute(office.database.owner);

function putForm(of: string, fromPaper = false) {
  return async (state: string) => {
    await write(sql`UPDATE kaohe.rating_forms SET state = ${state}, entered_from_paper = ${fromPaper}, checked_by = NULL
      WHERE tenant_id = ${TENANT} AND form = ${of} AND rater_id = ${`${of}-01`}`);
  };
}

async function putReport(state: string): Promise<void> {
  await write(sql`DELETE FROM kaohe.suggestion_answers WHERE tenant_id = ${TENANT}`);
  await write(sql`UPDATE kaohe.reports SET state = ${state} WHERE tenant_id = ${TENANT} AND unit_id = ${UNIT}`);
}

function putStatement(stage: string, line: string) {
  return async (state: string) => {
    await write(sql`DELETE FROM kaohe.statements WHERE tenant_id = ${TENANT} AND stage = ${stage}`);
    if (state === 'none') return;
    const body = JSON.stringify({ text: '说明', evidence: [], deducted: stage === 'appeal' ? null : '1' });
    const answer =
      state === 'submitted' || state === 'withdrawn' ? null : JSON.stringify({ reason: '理由', finding: null });
    await write(sql`INSERT INTO kaohe.statements (tenant_id, year_id, unit_id, stage, line_id, team_id, state, version, body,
        stated_at, stated_by, answer, answered_at, answered_by)
      SELECT ${TENANT}, ${YEAR}, ${UNIT}, ${stage}, ${line}, ${team}, ${state}, 1, ${body}::json, now(), '单位',
        ${answer}::json, one.at, one.by FROM (SELECT CASE WHEN ${answer}::text IS NULL THEN NULL ELSE now() END AS at,
          CASE WHEN ${answer}::text IS NULL THEN NULL ELSE '安委办' END AS by) one`);
  };
}

async function putResult(state: string): Promise<void> {
  await write(sql`UPDATE kaohe.results SET state = ${state} WHERE tenant_id = ${TENANT}`);
}

beforeAll(async () => {
  const { rows } = await sql<{ team: string }>`SELECT team_id AS team FROM kaohe.units
    WHERE tenant_id = ${TENANT} AND year_id = ${YEAR} AND unit_id = ${UNIT}`.execute(office.database.owner);
  team = rows[0]?.team ?? '';
  await closeSheets(office);
  const observations = { 'county/1': { [CLAUSE]: { breached: 'true', note: '没有台账' } } };
  await closeSheets(office, { units: [UNIT], observations });
  await rateAll(office);
  await office.stages(Object.fromEntries(STAGES.map((stage) => [stage, 'open'])));
  const clerk = await office.as('office');
  const leader = await office.as('team-leader', team);
  const { units } = (await (await office.as(...RATER))('GET', FORM)).json();
  for (const unit of units) MARKS[unit] = '9';
  expect((await leader('PUT', REPORT, { payload: BODY })).statusCode).toBe(200);
  expect((await clerk('POST', RESULT, { payload: { acceptOpen: true, ...REASON } })).statusCode).toBe(200);
  await settleGrades();
}, 120_000);

/** A circular names one grade a unit, and in this year a few could still have another. */
async function settleGrades(): Promise<void> {
  const { database } = office;
  const { result } = await database.owner
    .selectFrom('kaohe.results')
    .select('result')
    .where('tenant_id', '=', TENANT)
    .executeTakeFirstOrThrow();
  const stored = result as { readonly result: { readonly units: { grades: string[] }[] } };
  for (const unit of stored.result.units) unit.grades.splice(1);
  await write(sql`UPDATE kaohe.results SET result = ${JSON.stringify(stored)}::json WHERE tenant_id = ${TENANT}`);
}

function clientFor([role, scope]: Tried['as']): Promise<Client> {
  const own = role === 'team-leader' ? team : role === 'assessed-unit' ? UNIT : '';
  return office.as(role, scope ?? own);
}

/** The act over the thing as it is now. */
async function act(client: Client, { method, at, to, payload }: Tried) {
  const { etag = '"0"' } = at === undefined ? {} : (await client('GET', at)).headers;
  const headers = at === undefined ? {} : { 'if-match': String(etag) };
  return await client(method, to, { headers, ...(payload && { payload }) });
}

describe('权限表里的状态', () => {
  const stateful = (Object.keys(ACTS) as ActName[]).filter((name) => actOf(name).states !== undefined);

  it('表里要求状态的事，这里都试', () => {
    expect(Object.keys(TRIED).sort()).toEqual([...stateful].sort());
  });

  it.each(stateful)('%s：状态不对一律 409，对了就办成', async (name) => {
    const tried = TRIED[name] as Tried;
    const { states, put } = THINGS[tried.thing];
    const client = await clientFor(tried.as);
    const outcomes = [];
    for (const state of states) {
      await put(state);
      const answer = await act(client, tried);
      const done = answer.statusCode < 300;
      outcomes.push([state, done ? 'done' : `${answer.statusCode} ${answer.json().code}`]);
    }
    const allowed = actOf(name).states as readonly string[];
    // What was never stated is not there to be answered.
    const refused = (state: string) => (state === 'none' ? '404 not-found' : '409 wrong-state');
    expect(outcomes).toEqual(states.map((state) => [state, allowed.includes(state) ? 'done' : refused(state)]));
  });
});
