import { describe, expect, it } from 'vitest';
import { checkMigrations } from './migrations.mjs';
import { checkQueries } from './migrations-queries.mjs';

const TABLE = `CREATE TABLE kaohe.notes (
  tenant_id bigint NOT NULL,
  note_id uuid NOT NULL,
  text text NOT NULL DEFAULT '未完, now() (待续',
  CONSTRAINT notes_pkey PRIMARY KEY (tenant_id, note_id)
);`;
const MAKE = "CALL plat.make_tenant_table('kaohe.notes');";
const POLICY = 'CREATE POLICY notes_read ON kaohe.notes FOR SELECT USING (tenant_id = plat.tenant());';
const GRANT = 'GRANT SELECT, INSERT ON kaohe.notes TO kaohe_app;';
const LINK = `ALTER TABLE kaohe.notes ADD CONSTRAINT notes_unit_fkey
  FOREIGN KEY (tenant_id, note_id) REFERENCES kaohe.units (tenant_id, unit_id);`;
const REFERENCE = `CREATE TABLE plat.codes (code text NOT NULL, CONSTRAINT codes_pkey PRIMARY KEY (code));
CALL plat.make_reference('plat.codes');
GRANT SELECT ON plat.codes TO kaohe_app;`;

const WHOLE = [TABLE, MAKE, POLICY, GRANT, LINK];
const messages = (statements: string[], name = '0007-notes.sql') =>
  checkMigrations([{ path: `apps/server/migrations/${name}`, text: statements.join('\n') }]).map(
    ({ message }: { message: string }) => message,
  );
const created = (change: [string, string]) => [TABLE.replace(...change), MAKE, POLICY, GRANT];

describe('a migration', () => {
  it.each([
    ['a tenant table in order', WHOLE],
    ['a reference table', [REFERENCE]],
    [
      'a key into a reference table',
      [...WHOLE, 'ALTER TABLE kaohe.notes ADD CONSTRAINT c_fkey FOREIGN KEY (code) REFERENCES plat.codes (code);'],
    ],
    ['comments that name what is banned', ['-- no SET NULL; no now()\n/* CREATE TRIGGER; */', ...WHOLE]],
    [
      'a stored column',
      created([
        'note_id uuid NOT NULL,',
        'note_id uuid NOT NULL,\n size int GENERATED ALWAYS AS (length((text))) STORED,',
      ]),
    ],
    [
      'one grant on two tables',
      [TABLE, MAKE, POLICY, REFERENCE, 'GRANT SELECT ON plat.codes, kaohe.notes TO kaohe_app;'],
    ],
    ['a column added', [...WHOLE, 'ALTER TABLE kaohe.notes ADD COLUMN more text;']],
    [
      'a unique index',
      [...WHOLE, 'CREATE UNIQUE INDEX notes_open ON kaohe.notes (tenant_id, text) WHERE text IS NOT NULL;'],
    ],
  ])('passes with %s', (_, statements) => expect(messages(statements)).toEqual([]));

  it.each([
    [
      'no tenant_id',
      created(['tenant_id bigint NOT NULL', 'tenant bigint NOT NULL']),
      'needs tenant_id bigint NOT NULL',
    ],
    ['tenant_id of another type', created(['bigint', 'integer']), 'needs tenant_id bigint NOT NULL'],
    [
      'no primary key',
      created([',\n  CONSTRAINT notes_pkey PRIMARY KEY (tenant_id, note_id)', '']),
      'needs a primary key',
    ],
    [
      'another column first in its key',
      created(['(tenant_id, note_id)', '(note_id, tenant_id)']),
      'tenant_id comes first in PRIMARY KEY',
    ],
    ['a constraint without a name', created(['CONSTRAINT notes_pkey PRIMARY', 'PRIMARY']), 'name every constraint'],
    [
      'a constraint beside its column',
      created(['note_id uuid NOT NULL', 'note_id uuid NOT NULL UNIQUE']),
      'apart from their column',
    ],
    [
      'a global unique constraint',
      [...WHOLE, 'ALTER TABLE kaohe.notes ADD CONSTRAINT n_key UNIQUE (text);'],
      'tenant_id comes first in UNIQUE',
    ],
    [
      'a global unique index',
      [...WHOLE, 'CREATE UNIQUE INDEX n ON kaohe.notes (text);'],
      'tenant_id comes first in a unique index',
    ],
    [
      'an unnamed key added',
      [...WHOLE, 'ALTER TABLE kaohe.notes ADD UNIQUE (tenant_id, text);'],
      'name every constraint',
    ],
    [
      'a key across tenants',
      [TABLE, MAKE, POLICY, GRANT, LINK.replace('(tenant_id, note_id)', '(note_id)')],
      'a foreign key begins with tenant_id',
    ],
    [
      'a key to another column',
      [TABLE, MAKE, POLICY, GRANT, LINK.replace('(tenant_id, unit_id)', '(unit_id, tenant_id)')],
      'referenced by tenant_id first',
    ],
    ['SET NULL', [TABLE, MAKE, POLICY, GRANT, LINK.replace(');', ') ON DELETE SET NULL;')], 'no SET NULL'],
    ['a table that is not distributed', [TABLE, POLICY, GRANT], "CALL plat.make_tenant_table('kaohe.notes')"],
    [
      'a reference table that is not made one',
      [REFERENCE.replace(/CALL.*\n/, '')],
      "CALL plat.make_reference('plat.codes')",
    ],
    ['a table elsewhere', ['CREATE TABLE notes (text text);'], 'a table lies in the schema'],
    ['policies before it is distributed', [TABLE, POLICY, MAKE, GRANT], 'policies and grants come after'],
    ['keys before policies', [TABLE, MAKE, LINK, POLICY, GRANT], 'foreign keys come after policies and grants'],
    ['keys before grants', [TABLE, MAKE, POLICY, LINK, GRANT], 'foreign keys come after policies and grants'],
    ['no policy', [TABLE, MAKE, GRANT], 'a tenant table needs a policy'],
    ['no grants', [TABLE, MAKE, POLICY], 'a table needs grants'],
    [
      'a sub-query in a policy',
      [TABLE, MAKE, POLICY.replace('plat.tenant()', '(SELECT 1)'), GRANT],
      'no sub-query in a policy',
    ],
    ['now() as a default', created(["DEFAULT '未完, now() (待续'", 'DEFAULT now()']), 'no volatile default'],
    [
      'a random default',
      [...WHOLE, 'ALTER TABLE kaohe.notes ADD COLUMN a uuid DEFAULT (gen_random_uuid());'],
      'no volatile default',
    ],
    ['uuidv7()', ['UPDATE kaohe.notes SET note_id = uuidv7();'], 'no uuidv7()'],
    [
      'a virtual column',
      created(['text text', 'size int GENERATED ALWAYS AS (length(text)) VIRTUAL, text text']),
      'no virtual columns',
    ],
    [
      'a trigger',
      [...WHOLE, 'CREATE TRIGGER t BEFORE UPDATE ON kaohe.notes EXECUTE FUNCTION plat.refuse();'],
      'no triggers',
    ],
    [
      'an identity column added',
      [...WHOLE, 'ALTER TABLE kaohe.notes ADD COLUMN n int GENERATED BY DEFAULT AS IDENTITY;'],
      'no ADD COLUMN with identity',
    ],
    [
      'another type for tenant_id',
      ['ALTER TABLE kaohe.notes ALTER COLUMN tenant_id TYPE text;'],
      'the type of tenant_id never changes',
    ],
    ['set_config', ["SELECT set_config('kaohe.tenant', '1', true);"], 'set_config() does not reach'],
    ['IF NOT EXISTS', [WHOLE.join('\n').replace('CREATE TABLE', 'CREATE TABLE IF NOT EXISTS')], 'no conditional SQL'],
    ['a block', ['DO $$ BEGIN PERFORM 1; PERFORM 2; END $$;'], 'no conditional SQL'],
  ])('is refused with %s', (_, statements, message) =>
    expect(messages(statements)).toEqual([expect.stringContaining(message)]),
  );

  it('may look at its server in 0001 only, and only migrations are read', () => {
    const block = ['DO $$ BEGIN PERFORM 1; END $$;'];
    expect(messages(block, '0001-platform.sql')).toEqual([]);
    expect(messages(block, '0011-more.sql')).toHaveLength(1);
    expect(checkMigrations([{ path: 'docs/example.sql', text: block[0] }])).toEqual([]);
  });

  it('is refused with the line of the statement', () => {
    const text = `-- first\n\n${TABLE}\n${MAKE}\n${POLICY}\n${GRANT}\n\nDO $$ BEGIN END $$;`;
    expect(checkMigrations([{ path: 'apps/server/migrations/0007-a.sql', text }])).toMatchObject([{ line: 13 }]);
    expect(
      checkMigrations([{ path: 'apps/server/migrations/0007-a.sql', text: `--\n${TABLE}${MAKE}${GRANT}` }]),
    ).toMatchObject([{ line: 2 }]);
  });
});

const found = (text: string, path = 'apps/server/src/notes/repo.ts') => checkQueries([{ path, text }]);
const find = (chain: string) =>
  `export async function findNotes(trx, tenant) {\n  return await trx\n    ${chain}.execute();\n}\n`;
const OWN = "selectFrom('kaohe.notes').selectAll().where('tenant_id', '=', tenant)";

describe('a query of a tenant table', () => {
  const JOINED = ".selectFrom('kaohe.notes as n').innerJoin('kaohe.units as u', ";
  const ON_TENANT = "(join) => join.onRef('u.tenant_id', '=', 'n.tenant_id')).where('n.tenant_id', '=', tenant)";

  it.each([
    ['in its condition', find(`.${OWN}`)],
    ['in a join and in its condition', find(`${JOINED}${ON_TENANT}`)],
    ['in SQL', 'const notes = sql`SELECT text FROM kaohe.notes WHERE tenant_id = $1`;'],
    ['not where the table is a reference', find(".selectFrom('plat.schemes').selectAll()")],
    ['in the rows it inserts', find(".insertInto('kaohe.notes').values(rows)")],
  ])('names tenant_id %s', (_, text) => expect(found(text)).toEqual([]));

  it.each([
    ['reads all', find(".selectFrom('kaohe.notes').selectAll()")],
    ['changes by another key', find(".updateTable('kaohe.notes').set({ text: '' }).where('note_id', '=', id)")],
    ['only comments on it', find(".deleteFrom('kaohe.notes') /* of this tenant_id */")],
    ['joins by another key', find(`.${OWN}.innerJoin('kaohe.units as u', 'u.unit_id', 'n.unit_id')`)],
    ['is SQL', 'const notes = sql`SELECT text FROM kaohe.notes`;'],
    ['stands before a good one', `${find(".selectFrom('kaohe.notes').selectAll()")}${find(`.${OWN}`)}`],
    ['stands after a good one', `${find(`.${OWN}`)}${find(".selectFrom('kaohe.notes').selectAll()")}`],
    [
      'shares a function with a good one',
      `async function both() {\n  await trx.${OWN}.execute();\n  await trx.deleteFrom('kaohe.notes').execute();\n}`,
    ],
  ])('is refused where it %s', (_, text) => {
    const refused = found(text);
    expect(refused.length).toBeGreaterThan(0);
    for (const { message } of refused) expect(message).toContain('name tenant_id');
  });

  it('is refused with its line; tests may do as they like', () => {
    const text = `${find(`.${OWN}`)}${find(".deleteFrom('kaohe.notes')")}`;
    expect(found(text)).toMatchObject([{ path: 'apps/server/src/notes/repo.ts', line: 7 }]);
    expect(found(text, 'apps/server/src/notes/notes.test.ts')).toEqual([]);
  });
});
