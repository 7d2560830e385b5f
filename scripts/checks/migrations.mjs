// Migrations run alike on one machine and on a distributed database: tenant_id leads every key, tables are made in one order,
// policies and constraints are named and plain, and nothing depends on the server it runs on.
import { insideBrackets, partsOf, statementsOf } from './migrations-statements.mjs';

const FILE = /^apps\/server\/migrations\/\d{4}-[^/]+\.sql$/;
/** Looks at the server it runs on, so that no other file has to. */
const GROUND = /\/0001-[^/]+\.sql$/;
const TABLE = /\b(?:kaohe|plat)\.\w+/g;

const FORBIDDEN = [
  [
    /\bSET\s+(?:NULL|DEFAULT)\b(?<=\bON\s+(?:DELETE|UPDATE)\s+SET\s+\w+)/i,
    'no SET NULL: it would empty tenant_id as well',
  ],
  [
    /\bDEFAULT\s+\(*\s*(?:now|random|gen_random_uuid|uuid_generate_\w+|uuidv\d|clock_timestamp|(?:statement|transaction)_timestamp|current_(?:timestamp|date|time)|localtime(?:stamp)?)\b/i,
    'no volatile default: times, uuids and random values are passed in',
  ],
  [/\buuidv\d\s*\(/i, 'PostgreSQL 15 has no uuidv7()'],
  [/\bCREATE\s+(?:CONSTRAINT\s+|OR\s+REPLACE\s+)?TRIGGER\b/i, 'no triggers: grants make a table append-only'],
  [/\bADD\s+COLUMN\b[^,]*\bAS\s+IDENTITY\b/i, 'no ADD COLUMN with identity'],
  [/\bALTER\s+(?:COLUMN\s+)?tenant_id\s+(?:SET\s+DATA\s+)?TYPE\b/i, 'the type of tenant_id never changes'],
  [/\bset_config\s*\(/i, 'set_config() does not reach other machines: call plat.act_as'],
];
const CONDITIONAL = /^DO\b|\bIF\s+(?:NOT\s+)?EXISTS\b|\bOR\s+REPLACE\b/i;
const KEY = /^CONSTRAINT \w+ (PRIMARY KEY|UNIQUE|FOREIGN KEY)(?: NULLS NOT DISTINCT)? \((\w+)/i;
const UNNAMED = /^(?:PRIMARY KEY|UNIQUE|FOREIGN KEY|CHECK|EXCLUDE)\b/i;
const BESIDE_COLUMN = /\b(?:PRIMARY KEY|UNIQUE|REFERENCES|CHECK|CONSTRAINT)\b/i;

/** Violations of one `CREATE TABLE`'s own text. */
function ofCreatedTable(table, text) {
  if (table === '') return ['a table lies in the schema kaohe (of tenants) or plat (for all)'];
  const parts = partsOf(insideBrackets(text, text.indexOf('(')));
  const columns = parts.filter((part) => !UNNAMED.test(part) && !/^CONSTRAINT\b/i.test(part));
  const messages = parts.flatMap((part) => ofConstraint(part, table));
  if (columns.some((column) => BESIDE_COLUMN.test(column))) messages.push('add constraints apart from their column');
  if (!table.startsWith('kaohe.')) return messages;
  if (!columns.some((column) => /^tenant_id bigint NOT NULL$/i.test(column)))
    messages.push('needs tenant_id bigint NOT NULL');
  if (!parts.some((part) => /\bPRIMARY KEY\b/i.test(part))) messages.push('needs a primary key');
  if (parts.some((part) => /\bFOREIGN KEY\b/i.test(part)))
    messages.push('add foreign keys by ALTER TABLE, after policies and grants');
  return messages;
}

/** Violations of a constraint, wherever it is stated. */
function ofConstraint(part, table) {
  if (UNNAMED.test(part)) return ['name every constraint'];
  const [, kind, first] = KEY.exec(part) ?? [];
  if (kind === undefined || !table.startsWith('kaohe.') || first === 'tenant_id') return [];
  if (kind.toUpperCase() !== 'FOREIGN KEY') return [`tenant_id comes first in ${kind}`];
  return /\bREFERENCES plat\./i.test(part) ? [] : ['a foreign key begins with tenant_id or leads to a reference table'];
}

/** Violations of an `ALTER TABLE … ADD …`. */
function ofAlteredTable(table, text) {
  const actions = partsOf(text.replace(/^ALTER\s+TABLE\s+(?:ONLY\s+)?\S+\s+/i, '')).filter((action) =>
    /^ADD\b/i.test(action),
  );
  return actions.flatMap((action) => {
    const part = action.replace(/^ADD /i, '');
    const target = /\bREFERENCES (\S+) ?\((\w+)/i.exec(part);
    const stray = target && /^kaohe\./.test(target[1]) && target[2] !== 'tenant_id';
    const unnamed =
      /^COLUMN\b/i.test(part) && BESIDE_COLUMN.test(part) ? ['add constraints apart from their column'] : [];
    return [
      ...ofConstraint(part, table),
      ...unnamed,
      ...(stray ? [`${target[1]} is referenced by tenant_id first`] : []),
    ];
  });
}

function ofIndex(text) {
  const [, columns = ''] = /\bON\s+kaohe\.\w+\s*(?:USING\s+\w+\s*)?\(\s*(\w+)/i.exec(text) ?? [];
  return columns === '' || columns === 'tenant_id' ? [] : ['tenant_id comes first in a unique index'];
}

function ofPolicy(text) {
  return /\bSELECT\b/i.test(text.replace(/\bFOR\s+SELECT\b/i, '')) ? ['no sub-query in a policy'] : [];
}

const KINDS = [
  { stage: 'create', pattern: /^CREATE\s+(?:UNLOGGED\s+)?TABLE\s/i, check: ofCreatedTable },
  { stage: 'make', pattern: /^CALL\s+plat\.make_/i },
  { stage: 'guard', pattern: /^CREATE\s+POLICY\b/i, check: (_, text) => ofPolicy(text) },
  { stage: 'guard', pattern: /^GRANT\b[\s\S]*\bON\s+(?:TABLE\s+)?(?:kaohe|plat)\./i },
  { stage: 'link', pattern: /^ALTER\s+TABLE\b[\s\S]*\bFOREIGN\s+KEY\b/i, check: ofAlteredTable },
  { stage: 'alter', pattern: /^ALTER\s+TABLE\b/i, check: ofAlteredTable },
  { stage: 'index', pattern: /^CREATE\s+UNIQUE\s+INDEX\b/i, check: (_, text) => ofIndex(text) },
];

/** The tables a statement is about: several for a grant, else the first that it names. */
function tablesOf(stage, text) {
  if (/^GRANT\b/i.test(text)) return text.match(TABLE) ?? [];
  return (stage === 'make' ? text.slice(text.indexOf('(')) : text).match(TABLE)?.slice(0, 1) ?? [];
}

/** What a statement does to which tables: `{ stage, tables, text, line, messages }`. */
function readStatement({ text, line }, path) {
  const { stage, check } = KINDS.find(({ pattern }) => pattern.test(text)) ?? {};
  const tables = tablesOf(stage, text);
  const messages = FORBIDDEN.filter(([pattern]) => pattern.test(text)).map(([, message]) => message);
  if (!GROUND.test(path) && CONDITIONAL.test(text))
    messages.push('no conditional SQL: only 0001 looks at the server it runs on');
  if (isVirtual(text)) messages.push('PostgreSQL 15 has no virtual columns: GENERATED … STORED');
  if (check) messages.push(...check(tables[0] ?? '', text));
  return { stage, tables, text, line, messages };
}

function isVirtual(text) {
  return [...text.matchAll(/\bGENERATED\s+ALWAYS\s+AS\s*\(/gi)].some(({ 0: found, index }) => {
    const open = index + found.length - 1;
    return !/^\)\s*STORED\b/i.test(text.slice(open + 1 + insideBrackets(text, open).length));
  });
}

/** The order create → make → policies and grants → foreign keys, and that nothing of it is missing, for one table. */
function ofOrder(table, statements, from) {
  const at = (test) =>
    statements.findIndex((statement, index) => index > from && statement.tables.includes(table) && test(statement));
  const tenant = table.startsWith('kaohe.');
  const made = at(({ text }) =>
    new RegExp(`^CALL\\s+plat\\.${tenant ? 'make_tenant_table' : 'make_reference'}\\b`, 'i').test(text),
  );
  const guard = at(({ stage }) => stage === 'guard');
  const link = at(({ stage }) => stage === 'link');
  const messages = [];
  if (made === -1) messages.push(`CALL plat.${tenant ? 'make_tenant_table' : 'make_reference'}('${table}') after it`);
  if (guard !== -1 && guard < made) messages.push('policies and grants come after its CALL plat.make_…');
  if (tenant && at(({ text }) => /^CREATE\s+POLICY/i.test(text)) === -1) messages.push('a tenant table needs a policy');
  if (at(({ text }) => /^GRANT/i.test(text)) === -1) messages.push('a table needs grants');
  const late = statements.findLastIndex((statement) => statement.stage === 'guard' && statement.tables.includes(table));
  if (link !== -1 && link < Math.max(made, late)) messages.push('foreign keys come after policies and grants');
  return messages.map((message) => ({ line: statements[from].line, message: `${table}: ${message}` }));
}

/** Migrations that a distributed database, or PostgreSQL 15, would refuse or run otherwise. */
export function checkMigrations(files) {
  return files
    .filter(({ path }) => FILE.test(path))
    .flatMap(({ path, text }) => {
      const statements = statementsOf(text).map((statement) => readStatement(statement, path));
      const each = statements.flatMap(({ line, messages }) => messages.map((message) => ({ line, message })));
      const order = statements.flatMap(({ stage, tables }, index) =>
        stage === 'create' && tables[0] ? ofOrder(tables[0], statements, index) : [],
      );
      return [...each, ...order].map((violation) => ({ path, ...violation }));
    });
}
