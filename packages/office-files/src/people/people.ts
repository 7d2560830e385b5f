/** The people of an office as rows: one for every role a person holds. */
import type { Named } from '@kaohe/scoring';

/** A role as people write it, with what it may be given for. */
export interface RoleWord {
  readonly role: string;
  readonly name: string;
  /** By name; left out where the role is for the whole office. */
  readonly scopes?: readonly (Named & { readonly scope: string })[] | undefined;
  /** Whether it may also be given for nothing in particular. */
  readonly mayLackScope?: boolean | undefined;
}

export interface PersonRow {
  readonly login: string;
  readonly displayName: string;
  readonly role: string;
  readonly scope: string;
}

export const PEOPLE_SHEET = '人员';
export const PEOPLE_HEADERS = ['登录名', '显示名（职务）', '角色', '范围'] as const;
