/** Accounts and the roles they hold, as their administrators see them. */
import { z } from 'zod';
import { nextShape } from './pages.js';
import { ROLES, type Role } from './roles.js';

/** One of the three administrators, or business: an account belongs to one family for ever (三员分立). */
export const FAMILIES = ['system-administrator', 'security-administrator', 'auditor', 'business'] as const;
export type Family = (typeof FAMILIES)[number];

export const loginShape = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{1,31}$/u);
export const displayNameShape = z.string().trim().min(1).max(60);

export const accountShape = z.object({
  account: z.string(),
  family: z.enum(FAMILIES),
  login: z.string(),
  displayName: z.string(),
  state: z.enum(['active', 'disabled']),
  locked: z.boolean(),
  mustChangePassword: z.boolean(),
  totp: z.boolean(),
  version: z.number().int(),
});
export type AccountJson = z.infer<typeof accountShape>;

export const accountListShape = z.object({ accounts: z.array(accountShape), next: nextShape });

/** The initial password is made by the page and told to nobody else: the server keeps no answer with a password in it. */
export const newAccountShape = z.object({
  login: loginShape,
  displayName: displayNameShape,
  family: z.enum(FAMILIES),
  initialPassword: z.string().min(1).max(256),
});
export type NewAccountJson = z.infer<typeof newAccountShape>;

export const accountChangeShape = z
  .object({
    displayName: displayNameShape,
    state: z.enum(['active', 'disabled']),
    unlock: z.literal(true),
    initialPassword: z.string().min(1).max(256),
    resetTotp: z.literal(true),
  })
  .partial();
export type AccountChangeJson = z.infer<typeof accountChangeShape>;

export const accountParamsShape = z.object({ account: z.uuid() });

/** What a role may be given for: a team, a unit, a rater, a supplying division or a patrol group of one year. */
export const SCOPE_KINDS = ['team', 'unit', 'rater', 'division', 'group', 'none'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** The workbook of people in base64. Passwords are made by the page, one for every new account in the order of the workbook. */
export const accountImportShape = z.strictObject({
  workbook: z.string().min(1).max(6_000_000),
  initialPasswords: z.array(z.string().min(1).max(256)).min(1).max(300),
});
export const accountsImportedShape = z.object({
  /** Those that are new, in the order of the workbook and of their passwords. */
  accounts: z.array(accountShape),
  /** People of the workbook who had an account already. */
  existing: z.number().int(),
});
export type AccountsImported = z.infer<typeof accountsImportedShape>;

/** The same workbook for their roles; the year whose teams, units and raters it names. */
export const grantImportShape = z.strictObject({
  workbook: z.string().min(1).max(6_000_000),
  year: z.string().max(20).optional(),
});
export const grantsImportedShape = z.object({ given: z.number().int(), held: z.number().int() });
export type GrantsImported = z.infer<typeof grantsImportedShape>;

export const grantShape = z.object({
  grant: z.string(),
  account: z.string(),
  login: z.string(),
  displayName: z.string(),
  role: z.enum(ROLES),
  scope: z.string(),
  scopeName: z.string(),
  /** The year the scope is of; null for a role of the whole office. */
  year: z.string().nullable(),
  grantedAt: z.string(),
  grantedBy: z.string(),
});
export type GrantJson = z.infer<typeof grantShape>;

export const grantListShape = z.object({ grants: z.array(grantShape), next: nextShape });
export const newGrantShape = z.object({
  account: z.uuid(),
  role: z.enum(ROLES),
  scope: z.string().max(100),
  /** The year whose team, unit … the scope is; left out where there is no scope. */
  year: z.string().max(20).optional(),
});
export type NewGrantJson = z.infer<typeof newGrantShape>;
export const grantParamsShape = z.object({ grant: z.uuid() });

const SCOPE_OF: Partial<Record<Role, ScopeKind>> = {
  'team-leader': 'team',
  'team-member': 'team',
  'rating-leader': 'rater',
  'rating-division': 'rater',
  'division-head': 'rater',
  'supplying-division': 'division',
  'patrol-group': 'group',
  'assessed-unit': 'unit',
};

/** What a role is given for; `none` for a role of the whole office. */
export const scopeKindOf = (role: Role): ScopeKind => SCOPE_OF[role] ?? 'none';

/** Whether a role may also be given for nothing in particular: one account may serve all patrol groups. */
export const mayLackScope = (role: Role): boolean => role === 'patrol-group' || scopeKindOf(role) === 'none';
