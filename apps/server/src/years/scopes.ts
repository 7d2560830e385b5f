/** What roles are given for: the teams, units and raters of the newest year, by the names people use. */
import type { Role, ScopeKind } from '@kaohe/api-contract';
import { scopeKindOf } from '@kaohe/api-contract';
import type { SchemeFolder } from '@kaohe/scheme-files';
import type { Trx } from '../office/office.js';
import { adoptedScheme, rowsOf } from './create.js';

export interface Scope {
  readonly scope: string;
  readonly name: string;
}

export type Scopes = Readonly<Record<Exclude<ScopeKind, 'none'>, readonly Scope[]>>;

/** The scopes of the newest year; none before there is a year. */
export async function scopesOf(trx: Trx, tenant: string): Promise<Scopes> {
  const newest = await trx
    .selectFrom('kaohe.years')
    .select('year_id')
    .where('tenant_id', '=', tenant)
    .orderBy('year_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!newest) return { team: [], unit: [], rater: [] };
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
  return { team: teams, unit: units, rater: raters };
}

/** The scopes a year of an issued scheme will have. */
export function scopesOfScheme(folder: SchemeFolder): Scopes {
  const { teams, units, raters } = rowsOf(adoptedScheme(folder));
  const scope = ({ id, name }: { readonly id: string; readonly name: string }) => ({ scope: id, name });
  return { team: teams.map(scope), unit: units.map(({ name }) => ({ scope: name, name })), rater: raters.map(scope) };
}

/** The name of a role's scope; the scope itself where the year no longer has it. */
export function scopeName(scopes: Scopes, { role, scope }: { readonly role: Role; readonly scope: string }): string {
  const kind = scopeKindOf(role);
  return kind === 'none' ? scope : (scopes[kind].find((one) => one.scope === scope)?.name ?? scope);
}
