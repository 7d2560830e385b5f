/** What roles are given for: the teams, units, raters and supplying divisions of the newest year, by the names people use. */
import type { Role, ScopeKind } from '@kaohe/api-contract';
import { scopeKindOf } from '@kaohe/api-contract';
import type { SchemeFolder } from '@kaohe/scheme-files';
import type { Scheme } from '@kaohe/scoring';
import type { Trx } from '../office/office.js';
import { adoptedScheme, rowsOf } from './create.js';
import { findScheme } from './repo.js';

export interface Scope {
  readonly scope: string;
  readonly name: string;
}

export type Scopes = Readonly<Record<Exclude<ScopeKind, 'none'>, readonly Scope[]>>;

export const NO_SCOPES: Scopes = { team: [], unit: [], rater: [], division: [] };

/** The scopes of the newest year; none before there is a year. */
export async function scopesOf(trx: Trx, tenant: string): Promise<Scopes> {
  const newest = await trx
    .selectFrom('kaohe.years')
    .select(['year_id', 'edition'])
    .where('tenant_id', '=', tenant)
    .orderBy('year_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!newest) return NO_SCOPES;
  const year = newest.year_id;
  const teams = await trx
    .selectFrom('kaohe.teams')
    .select(['team_id as scope', 'name'])
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .orderBy('position')
    .execute();
  const units = await trx
    .selectFrom('kaohe.units')
    .select(['unit_id as scope', 'unit_id as name'])
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .orderBy('position')
    .execute();
  const raters = await trx
    .selectFrom('kaohe.raters')
    .select(['rater_id as scope', 'name'])
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .orderBy('position')
    .execute();
  const kept = await findScheme(trx, newest.edition);
  return { team: teams, unit: units, rater: raters, division: kept ? divisionsOf(adoptedScheme(kept)) : [] };
}

/** The scopes a year of an issued scheme will have. */
export function scopesOfScheme(folder: SchemeFolder): Scopes {
  const scheme = adoptedScheme(folder);
  const { teams, units, raters } = rowsOf(scheme);
  const scope = ({ id, name }: { readonly id: string; readonly name: string }) => ({ scope: id, name });
  return {
    team: teams.map(scope),
    unit: units.map(({ name }) => ({ scope: name, name })),
    rater: raters.map(scope),
    division: divisionsOf(scheme),
  };
}

/** The divisions the document names as suppliers of facts. */
function divisionsOf({ sheets }: Scheme): Scope[] {
  const rows = sheets.flatMap(({ items }) => items.flatMap(({ rows: own }) => own));
  const suppliers = rows.flatMap(({ supplier, clauses }) => [supplier, ...clauses.map((clause) => clause.supplier)]);
  const names = suppliers.flatMap((supplier) => (supplier?.by === 'division' && supplier.name ? [supplier.name] : []));
  return [...new Set(names)].map((name) => ({ scope: name, name }));
}

/** The name of a role's scope; the scope itself where the year no longer has it. */
export function scopeName(scopes: Scopes, { role, scope }: { readonly role: Role; readonly scope: string }): string {
  const kind = scopeKindOf(role);
  return kind === 'none' ? scope : (scopes[kind].find((one) => one.scope === scope)?.name ?? scope);
}
