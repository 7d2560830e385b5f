/** Who is signed in, in which role they act, and what they must do before anything else. */
import { z } from 'zod';
import { ROLES } from './roles.js';

/** A role a person holds; the scope is a team's id, a unit's name, a rater's id …, and empty for a role of the whole office. */
export const heldRoleShape = z.object({
  grant: z.string(),
  role: z.enum(ROLES),
  scope: z.string(),
  /** The scope as people call it. */
  scopeName: z.string(),
  /** The year the scope is of: the role opens that year alone. Null for a role of the whole office, which opens all. */
  year: z.string().nullable(),
});
export type HeldRole = z.infer<typeof heldRoleShape>;

/** `required`: must be set up before anything else; `offered`: may be set up; `on`: every sign-in asks for a code. */
export const TOTP_STATES = ['required', 'offered', 'on'] as const;

export const signedInShape = z.object({
  signedIn: z.literal(true),
  login: z.string(),
  displayName: z.string(),
  office: z.string(),
  demonstration: z.boolean(),
  /** The day it is for this office. */
  today: z.string(),
  idleMinutes: z.number().int(),
  mustChangePassword: z.boolean(),
  totp: z.enum(TOTP_STATES),
  roles: z.array(heldRoleShape),
  /** The role acting; null until the person has said which. */
  acting: heldRoleShape.nullable(),
});
export type SignedInJson = z.infer<typeof signedInShape>;

export const demonstrationAccountShape = z.object({
  login: z.string(),
  displayName: z.string(),
  role: z.enum(ROLES),
});

export const signedOutShape = z.object({
  signedIn: z.literal(false),
  /** The offices of this server by name; with one there is nothing to choose. */
  offices: z.array(z.string()),
  /** The open accounts of a demonstration, with their one password. */
  demonstration: z.object({ password: z.string(), accounts: z.array(demonstrationAccountShape) }).nullable(),
});
export type SignedOutJson = z.infer<typeof signedOutShape>;

export const sessionShape = z.discriminatedUnion('signedIn', [signedInShape, signedOutShape]);
export type SessionJson = z.infer<typeof sessionShape>;

const text = (most: number) => z.string().min(1).max(most);

export const signInShape = z.object({
  login: text(64),
  password: text(256),
  /** The six digits of the authenticator. */
  code: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  /** Needed where the server has several offices. */
  office: text(100).optional(),
});
export type SignIn = z.infer<typeof signInShape>;

export const chooseRoleShape = z.object({ grant: z.string() });
export const changePasswordShape = z.object({ before: text(256), after: text(256) });
/** The secret to be written into an authenticator: as text, and as the address a QR code carries. */
export const totpSecretShape = z.object({ secret: z.string(), uri: z.string() });
export const totpCodeShape = z.object({ code: z.string().regex(/^\d{6}$/) });
