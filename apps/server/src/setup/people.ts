/** The people workbook against what there is to be a person of: roles by their Chinese names, scopes of the year. */
import { Buffer } from 'node:buffer';
import { mayLackScope, ROLE_NAMES, ROLES, type Setup, scopeKindOf } from '@kaohe/api-contract';
import { markWorkbook, type PersonRow, type RoleWord, readPeople } from '@kaohe/office-files';
import { familyOf } from '../accounts/families.js';
import { Refusal } from '../http/refusal.js';
import type { Scopes } from '../years/scopes.js';

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

/** The rows of the workbook; refused with the workbook marked where anything is wrong. */
export async function peopleOf({ people, ...setup }: Setup, scopes: Scopes): Promise<readonly PersonRow[]> {
  if (people === undefined) return [];
  const bytes = new Uint8Array(Buffer.from(people, 'base64'));
  const taken = [setup.systemAdministrator, setup.securityAdministrator, setup.auditor].map(({ login }) => login);
  const read = await readPeople(bytes, { roles: roleWords(scopes), taken });
  if (read.problems.length === 0) return read.people;
  const marked = await markWorkbook(bytes, read.problems);
  throw new Refusal(
    422,
    {
      code: 'people-refused',
      title: '人员表有误',
      titleEn: 'The list of people is wrong',
      detail: `人员表有 ${read.problems.length} 处要改，整份都没有采用。退回的表里最后一列写明错在哪里。`,
      detailEn: `${read.problems.length} thing(s) in the list of people must be put right; nothing was taken. The last column of the returned workbook says what.`,
    },
    {
      problems: read.problems.slice(0, 50).map(({ at, text }) => ({ row: at?.row, column: at?.column, ...text })),
      ...(marked && { workbook: Buffer.from(marked).toString('base64') }),
    },
  );
}
