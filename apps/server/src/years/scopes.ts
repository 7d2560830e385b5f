/** What roles are given for: the teams, units, raters, supplying divisions and patrol groups of a year, by the names people use. */
import type { Role, ScopeKind } from '@kaohe/api-contract';
import { scopeKindOf } from '@kaohe/api-contract';
import type { OwnPopulation } from '@kaohe/office-files';
import type { Scheme } from '@kaohe/scoring';
import type { Trx } from '../office/office.js';
import { adoptedScheme, rowsOf } from './create.js';
import { findScheme, findYear } from './repo.js';

export interface Scope {
  readonly scope: string;
  readonly name: string;
  /** What else the document calls it. */
  readonly aliases?: readonly string[] | undefined;
}

export type Scopes = Readonly<Record<Exclude<ScopeKind, 'none'>, readonly Scope[]>>;

/** 市政府16个督导组: no form and no sheet of the document names them one by one. */
export const PATROL_GROUPS: readonly string[] = '一二三四五六七八九'
  .split('')
  .concat('十', '十一', '十二', '十三', '十四', '十五', '十六')
  .map((number) => `第${number}督导组`);
const GROUPS = PATROL_GROUPS.map((name) => ({ scope: name, name }));

export const NO_SCOPES: Scopes = { team: [], unit: [], rater: [], division: [], group: [] };

/** What roles can be given for in a year; nothing where there is no such year. */
export async function scopesOf(trx: Trx, tenant: string, year: string): Promise<Scopes> {
  const found = await findYear(trx, tenant, year);
  if (!found) return NO_SCOPES;
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
  const kept = await findScheme(trx, found.edition);
  const scheme = kept && adoptedScheme(kept);
  const division = scheme ? divisionsOf(scheme) : [];
  const unit = units.map((one) => {
    const known = scheme?.population.units.find(({ name }) => name === one.name);
    return { ...one, aliases: known?.aliases };
  });
  return { team: teams, unit, rater: raters, division, group: GROUPS };
}

/** The scopes of several years, by year. */
export async function scopesByYear(
  trx: Trx,
  tenant: string,
  years: readonly (string | null)[],
): Promise<ReadonlyMap<string, Scopes>> {
  const scopes = new Map<string, Scopes>();
  for (const year of new Set(years)) if (year !== null) scopes.set(year, await scopesOf(trx, tenant, year));
  return scopes;
}

/** The scopes a year of an issued scheme will have, with what the office names in place of the document's own. */
export function scopesOfScheme(scheme: Scheme, own: OwnPopulation = {}): Scopes {
  const { teams, units, raters } = rowsOf(scheme, own);
  const scope = ({ id, name }: { readonly id: string; readonly name: string }) => ({ scope: id, name });
  return {
    team: teams.map(scope),
    unit: units.map(({ name, aliases }) => ({ scope: name, name, aliases })),
    rater: raters.map(scope),
    division: divisionsOf(scheme),
    group: GROUPS,
  };
}

/** The divisions the document names as suppliers of facts. */
function divisionsOf({ sheets }: Scheme): Scope[] {
  const rows = sheets.flatMap(({ items }) => items.flatMap(({ rows: own }) => own));
  const suppliers = rows.flatMap(({ supplier, clauses }) => [supplier, ...clauses.map((clause) => clause.supplier)]);
  const names = suppliers.flatMap((supplier) => (supplier?.by === 'division' && supplier.name ? [supplier.name] : []));
  return [...new Set(names)].map((name) => ({ scope: name, name }));
}

export interface GivenRole {
  readonly role: Role;
  readonly scope: string;
  readonly year: string | null;
}

/** The name of a role's scope; the scope itself where its year no longer has it. */
export function scopeName(scopes: ReadonlyMap<string, Scopes>, { role, scope, year }: GivenRole): string {
  const kind = scopeKindOf(role);
  const possible = kind === 'none' || year === null ? [] : (scopes.get(year)?.[kind] ?? []);
  return possible.find((one) => one.scope === scope)?.name ?? scope;
}
