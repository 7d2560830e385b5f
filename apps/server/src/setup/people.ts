/** The people workbook against what there is to be a person of: roles by their Chinese names, scopes of the year. */
import { Buffer } from 'node:buffer';
import { mayLackScope, ROLE_NAMES, ROLES, type Setup, scopeKindOf } from '@kaohe/api-contract';
import { type OwnPopulation, type PersonRow, type RoleWord, readPeople, readPopulation } from '@kaohe/office-files';
import type { SchemeFolder } from '@kaohe/scheme-files';
import { familyOf } from '../accounts/families.js';
import { adoptedScheme } from '../years/create.js';
import { populationWords, workbookRefused } from '../years/population.js';
import { NO_SCOPES, type Scopes, scopesOfScheme } from '../years/scopes.js';

/** The business roles: administrators are named in the form, never in the list. */
export function roleWords(scopes: Scopes): RoleWord[] {
  return ROLES.filter((role) => familyOf(role) === 'business').map((role) => {
    const kind = scopeKindOf(role);
    return {
      role,
      name: ROLE_NAMES[role].name,
      scopes: kind === 'none' ? undefined : scopes[kind],
      mayLackScope: mayLackScope(role),
    };
  });
}

/** What the workbook names: people, and units, teams and raters in place of the document's own. All of it or nothing. */
export async function workbookOf(
  { people: workbook, ...setup }: Setup,
  folder: SchemeFolder | undefined,
): Promise<{ readonly people: readonly PersonRow[]; readonly own: OwnPopulation }> {
  if (workbook === undefined) return { people: [], own: {} };
  const bytes = new Uint8Array(Buffer.from(workbook, 'base64'));
  const scheme = folder && adoptedScheme(folder);
  const population = scheme && (await readPopulation(bytes, populationWords(scheme)));
  const own = population?.own ?? {};
  const taken = [setup.systemAdministrator, setup.securityAdministrator, setup.auditor].map(({ login }) => login);
  const roles = roleWords(scheme ? scopesOfScheme(scheme, own) : NO_SCOPES);
  const read = await readPeople(bytes, { roles, taken, mayBeEmpty: own.population !== undefined });
  // Of people in units that are not read, nothing is said: they are put right together with the units.
  const problems = population && population.problems.length > 0 ? population.problems : read.problems;
  if (problems.length > 0) throw await workbookRefused(bytes, problems);
  return { people: read.people, own };
}
