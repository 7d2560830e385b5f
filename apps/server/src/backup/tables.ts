/** What a backup holds: every table of the two schemas, as the database itself describes them, those referred to first. */
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.js';

export interface TableShape {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** The columns of the primary key: the order of rows. */
  readonly key: readonly string[];
  readonly refersTo: readonly string[];
  /** Row-level security binds its owner too. */
  readonly forced: boolean;
}

/** The tables with their columns; the record of migrations is no table of data. */
export async function readTables(owner: Kysely<Tables>): Promise<TableShape[]> {
  const { rows } = await sql<TableShape>`
    SELECT n.nspname || '.' || c.relname AS name, c.relforcerowsecurity AS forced,
      (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum)
        FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
      (SELECT json_agg(a.attname ORDER BY array_position(k.conkey, a.attnum))
        FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (k.conkey)
        WHERE k.conrelid = c.oid AND k.contype = 'p') AS key,
      (SELECT coalesce(json_agg(DISTINCT n2.nspname || '.' || c2.relname), '[]')
        FROM pg_catalog.pg_constraint f JOIN pg_catalog.pg_class c2 ON c2.oid = f.confrelid
        JOIN pg_catalog.pg_namespace n2 ON n2.oid = c2.relnamespace
        WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS "refersTo"
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('plat', 'kaohe') AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND NOT (n.nspname = 'plat' AND c.relname = 'migrations')
    ORDER BY 1`.execute(owner);
  return inOrder(rows);
}

export const hasTenant = ({ columns }: TableShape): boolean => columns.some(({ name }) => name === 'tenant_id');

/** Each after those it refers to, otherwise by name. */
function inOrder(tables: readonly TableShape[]): TableShape[] {
  const ordered: TableShape[] = [];
  const placed = new Set<string>();
  while (ordered.length < tables.length) {
    const next = tables.find(({ name, refersTo }) => !placed.has(name) && refersTo.every((one) => placed.has(one)));
    if (!next) throw new Error('tables refer to each other in a circle: no order can restore them');
    placed.add(next.name);
    ordered.push(next);
  }
  return ordered;
}
