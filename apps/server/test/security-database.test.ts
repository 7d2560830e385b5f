// Lines between teams, units and raters that the database itself draws, whatever the services above it forget: every attempt is SQL of the application's role.
import { randomUUID } from 'node:crypto';
import type { Role } from '@kaohe/api-contract';
import { type RawBuilder, sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { inSystem } from '../src/database/transaction.js';
import { attempt } from './attempt.js';
import { TENANT, testOffice, YEAR } from './office.js';

const office = testOffice();
/** A row of what everybody tries to write: own in one column, somebody else's in the other. */
const AT = new Date('2020-01-16T00:00:00Z');

interface Unit {
  readonly unit: string;
  readonly team: string;
}
let own: Unit;
let foreign: Unit;
/** Another unit of the foreign team, of which there is nothing yet. */
let untouched: Unit;
const visit = randomUUID();

const reaches = (role: Role, scope: string, statement: RawBuilder<unknown>) =>
  expect(attempt(office.database, { role, scope }, statement)).resolves;

const insertRow = ({ unit, team }: Unit) => sql`INSERT INTO kaohe.sheet_rows
  VALUES (${TENANT}, ${YEAR}, ${unit}, ${`county/${randomUUID()}`}, ${team}, 1, true, '{}', ${AT}, 'x', 'x')`;
const insertReport = ({ unit, team }: Unit) => sql`INSERT INTO kaohe.reports
  VALUES (${TENANT}, ${YEAR}, ${unit}, ${team}, 'draft', 1, '{"suggestions":["a"]}', NULL, NULL, NULL, NULL, false, ${AT}, 'x')`;
const insertAnswer = ({ unit, team }: Unit, n = 1) => sql`INSERT INTO kaohe.suggestion_answers
  VALUES (${TENANT}, ${YEAR}, ${unit}, ${team}, ${n}, 1, 'a', ${AT}, 'x')`;
const insertEvidence = ({ unit, team }: Unit) => sql`INSERT INTO kaohe.evidence
  VALUES (${TENANT}, ${randomUUID()}, ${YEAR}, ${unit}, ${team}, 'row', 'a', 'text/plain', '0', 1, '\\x00', ${AT}, 'x', 'x')`;
const insertEntry = ({ unit, team }: Unit, also = '') => sql`INSERT INTO kaohe.register_entries
  VALUES (${TENANT}, ${YEAR}, 'visits', ${randomUUID()}, ${unit}, ${team}, '', ${also}, 1, false, '{}', ${AT}, 'x', 'x')`;

beforeAll(async () => {
  await inSystem(office.database, TENANT, async (trx) => {
    const units = await trx.selectFrom('kaohe.units').select(['unit_id as unit', 'team_id as team']).execute();
    const [first] = units;
    const other = units.find(({ team }) => team !== first?.team);
    const third = units.find(({ unit, team }) => team === other?.team && unit !== other.unit);
    if (!first || !other || !third) throw new Error('the year has one team');
    [own, foreign, untouched] = [first, other, third];
    for (const one of [own, foreign]) {
      await insertRow(one).execute(trx);
      await insertReport(one).execute(trx);
      await insertEvidence(one).execute(trx);
      await insertAnswer(one, 7).execute(trx);
      await insertEntry(one).execute(trx);
    }
    await sql`INSERT INTO kaohe.register_entries VALUES
      (${TENANT}, ${YEAR}, 'visits', ${visit}, ${own.unit}, ${own.team}, '', '', 1, false, '{}', ${AT}, 'x', 'x')`.execute(
      trx,
    );
    for (const rater of ['leader-01', 'leader-02']) {
      await sql`INSERT INTO kaohe.rating_forms VALUES
        (${TENANT}, ${YEAR}, 'leader', ${rater}, 'submitted', 1, false, NULL, NULL, NULL, ${AT})`.execute(trx);
      await sql`INSERT INTO kaohe.ballots VALUES (${TENANT}, ${YEAR}, 'leader', ${rater}, '{}')`.execute(trx);
    }
  });
});

describe('考核组', () => {
  it.each(['sheet_rows', 'reports', 'evidence', 'suggestion_answers', 'register_entries'])(
    '在 %s 里看不到、改不到别的组的行',
    async (table) => {
      const rows = sql.table(`kaohe.${table}`);
      for (const role of ['team-leader', 'team-member'] as const) {
        await reaches(role, own.team, sql`SELECT 1 FROM ${rows} WHERE unit_id = ${foreign.unit}`).toBe(0);
        await reaches(role, 'no-such-team', sql`SELECT 1 FROM ${rows}`).toBe(0);
      }
    },
  );

  it('不能给别的组的单位写行、写报告，即使写上自己的组号', async () => {
    const disguised = { unit: untouched.unit, team: own.team };
    for (const insert of [insertRow, insertReport, insertEntry, insertEvidence]) {
      await reaches('team-leader', own.team, insert(untouched)).toBe('refused');
      await reaches('team-leader', own.team, insert(disguised)).toBe('refused');
    }
    await reaches('team-leader', own.team, insertRow(own)).toBe(1);
  });

  it('不能把自己的行挪给别的组或别的单位', async () => {
    for (const table of ['sheet_rows', 'reports'])
      for (const change of [sql`team_id = ${untouched.team}`, sql`unit_id = ${untouched.unit}`])
        await reaches(
          'team-leader',
          own.team,
          sql`UPDATE ${sql.table(`kaohe.${table}`)} SET ${change} WHERE unit_id = ${own.unit}`,
        ).toBe('refused');
    for (const change of [sql`team_id = ${untouched.team}`, sql`unit_id = ${untouched.unit}`, sql`also_team_id = '3'`])
      await reaches(
        'team-leader',
        own.team,
        sql`UPDATE kaohe.register_entries SET ${change} WHERE entry_id = ${visit}`,
      ).toBe('refused');
  });

  it('只登记现场考核和抽取，也不把一条记录同时记到别的组', async () => {
    await reaches('team-leader', own.team, insertEntry(own)).toBe(1);
    await reaches('team-leader', own.team, insertEntry(own, foreign.team)).toBe('refused');
    await reaches(
      'team-leader',
      own.team,
      sql`UPDATE kaohe.register_entries SET register = 'accidents' WHERE entry_id = ${visit}`,
    ).toBe('refused');
  });

  it('成员签不了名，谁也写不了退回的记录', async () => {
    const signature = sql`INSERT INTO kaohe.report_signatures
      VALUES (${TENANT}, ${YEAR}, ${own.unit}, ${own.team}, 2, '{}', '[]', '{}', ${AT}, 'x')`;
    const reopening = sql`INSERT INTO kaohe.report_reopenings
      VALUES (${TENANT}, ${YEAR}, ${own.unit}, ${own.team}, 2, 'x', ${AT}, 'x')`;
    await reaches('team-member', own.team, signature).toBe('refused');
    await reaches('team-leader', own.team, reopening).toBe('refused');
  });
});

describe('被考核单位', () => {
  it('接收以前看不到报告，始终看不到别的单位', async () => {
    await reaches('assessed-unit', own.unit, sql`SELECT 1 FROM kaohe.reports`).toBe(0);
    for (const table of ['sheet_rows', 'evidence', 'suggestion_answers'])
      await reaches(
        'assessed-unit',
        own.unit,
        sql`SELECT 1 FROM ${sql.table(`kaohe.${table}`)} WHERE unit_id <> ${own.unit}`,
      ).toBe(0);
  });

  it('只写自己的答复，写不到别的单位、别的组名下', async () => {
    await reaches('assessed-unit', own.unit, insertAnswer(foreign)).toBe('refused');
    await reaches('assessed-unit', own.unit, insertAnswer({ unit: own.unit, team: foreign.team })).toBe('refused');
    await reaches('assessed-unit', own.unit, insertRow(own)).toBe('refused');
    await reaches('assessed-unit', own.unit, sql`UPDATE kaohe.sheet_rows SET closed = false`).toBe('refused');
    await reaches('assessed-unit', own.unit, insertAnswer(own)).toBe(1);
  });
});

describe('处室和督导组', () => {
  const STATISTICS = '市应急局调查评估和统计处';
  const RULES = '市应急局法规处';
  const rowOf = (line: string, division: string | null) => sql`INSERT INTO kaohe.sheet_rows
    VALUES (${TENANT}, ${YEAR}, ${own.unit}, ${line}, ${own.team}, 1, true, '{}', ${AT}, 'x', 'x', ${division})`;
  const entryOf = (register: string, { division = null, group }: { division?: string | null; group?: string }) =>
    sql`INSERT INTO kaohe.register_entries VALUES (${TENANT}, ${YEAR}, ${register}, ${randomUUID()}, ${own.unit}, ${own.team},
      '', '', 1, false, ${JSON.stringify(group ? { group } : {})}, ${AT}, 'x', 'x', ${division})`;

  it('处室只看到、只写自己提供的行；写不到别的处室、考核组名下，也提不了不归它的行', async () => {
    const division = 'supplying-division';
    await reaches(division, STATISTICS, sql`SELECT 1 FROM kaohe.sheet_rows`).toBe(0);
    for (const [line, name] of [
      ['county/55', null],
      ['county/56', RULES],
      ['county/56', STATISTICS],
      ['county/1', STATISTICS],
      ['bonus', STATISTICS],
    ] as const)
      await reaches(division, STATISTICS, rowOf(line, name)).toBe('refused');
    await reaches(division, STATISTICS, rowOf('county/55', STATISTICS)).toBe(1);
    await reaches(division, STATISTICS, sql`SELECT 1 FROM kaohe.sheet_rows`).toBe(1);
    await reaches(division, RULES, sql`SELECT 1 FROM kaohe.sheet_rows`).toBe(0);
    await reaches(division, RULES, sql`UPDATE kaohe.sheet_rows SET closed = false`).toBe(0);
    await reaches(division, '', sql`SELECT 1 FROM kaohe.sheet_rows`).toBe(0);
    const own55 = sql`UPDATE kaohe.sheet_rows SET closed = false WHERE row_id = 'county/55'`;
    await reaches('team-leader', own.team, own55).toBe('refused');
    await reaches('team-leader', own.team, rowOf('county/48', STATISTICS)).toBe('refused');
  });

  it('处室的佐证是它自己的，别的处室看不到', async () => {
    await reaches('supplying-division', STATISTICS, insertEvidence(own)).toBe(1);
    await reaches('supplying-division', STATISTICS, sql`SELECT 1 FROM kaohe.evidence`).toBe(1);
    await reaches('supplying-division', RULES, sql`SELECT 1 FROM kaohe.evidence`).toBe(0);
    await reaches('team-leader', own.team, sql`SELECT 1 FROM kaohe.evidence WHERE division IS NOT NULL`).toBe(1);
  });

  it('处室只进自己提供的台账，改不了别人的记录', async () => {
    const division = 'supplying-division';
    await reaches(division, STATISTICS, sql`SELECT 1 FROM kaohe.register_entries`).toBe(0);
    await reaches(division, STATISTICS, entryOf('talks', { division: STATISTICS })).toBe('refused');
    await reaches(division, STATISTICS, entryOf('accidents', {})).toBe('refused');
    await reaches(division, RULES, entryOf('accidents', { division: RULES })).toBe('refused');
    await reaches(division, RULES, entryOf('accidents', { division: STATISTICS })).toBe('refused');
    await reaches(division, STATISTICS, entryOf('accidents', { division: STATISTICS })).toBe(1);
    await reaches(division, STATISTICS, sql`SELECT 1 FROM kaohe.register_entries`).toBe(1);
    await reaches(division, RULES, sql`UPDATE kaohe.register_entries SET withdrawn = true`).toBe(0);
    const moved = sql`UPDATE kaohe.register_entries SET register = 'talks'`;
    await reaches(division, STATISTICS, moved).toBe('refused');
  });

  it('点了名的督导组只看到、只写本组的发现；没点名的看到全部', async () => {
    const [third, fourth] = ['第三督导组', '第四督导组'];
    await reaches('patrol-group', third, entryOf('patrol-findings', { group: fourth })).toBe('refused');
    await reaches('patrol-group', third, entryOf('patrol-findings', { group: third })).toBe(1);
    await reaches('patrol-group', third, sql`SELECT 1 FROM kaohe.register_entries`).toBe(1);
    await reaches('patrol-group', fourth, sql`SELECT 1 FROM kaohe.register_entries`).toBe(0);
    await reaches('patrol-group', fourth, sql`UPDATE kaohe.register_entries SET withdrawn = true`).toBe(0);
    const taken = sql`UPDATE kaohe.register_entries SET body = ${JSON.stringify({ group: fourth })}`;
    await reaches('patrol-group', third, taken).toBe('refused');
    await reaches('patrol-group', '', sql`SELECT 1 FROM kaohe.register_entries`).toBe(1);
  });
});

describe('选票', () => {
  const OTHERS = [
    'office',
    'approver',
    'auditor',
    'system-administrator',
    'security-administrator',
    'team-leader',
    'supplying-division',
    'patrol-group',
    'assessed-unit',
  ] as const;
  it.each(OTHERS)('%s 一张也看不到、写不了', async (role) => {
    await reaches(role, '', sql`SELECT 1 FROM kaohe.ballots`).toBe(0);
    await reaches(role, '', sql`UPDATE kaohe.ballots SET marks = '{}'`).toBe(0);
    await reaches(
      role,
      '',
      sql`INSERT INTO kaohe.ballots VALUES (${TENANT}, ${YEAR}, 'leader', 'leader-02', '{}')`,
    ).toBe('refused');
  });

  it('评分人只有自己的一张，也换不成别人的；分管领导只看', async () => {
    await reaches('rating-leader', 'leader-01', sql`SELECT 1 FROM kaohe.ballots`).toBe(1);
    const steal = sql`UPDATE kaohe.ballots SET rater_id = 'leader-03'`;
    await reaches('rating-leader', 'leader-01', steal).toBe('refused');
    await reaches('rating-leader', 'leader-01', sql`UPDATE kaohe.rating_forms SET rater_id = 'leader-03'`).toBe(
      'refused',
    );
    await reaches('division-head', 'leader-01', sql`UPDATE kaohe.ballots SET marks = '{}'`).toBe('refused');
  });
});
