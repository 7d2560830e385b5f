/** The audit log as its auditor reads it. */
import { z } from 'zod';
import { ACTS, type ActName } from './acts.js';
import { nextShape, pageQuery } from './pages.js';

export const auditQueryShape = pageQuery(50).extend({
  /** Days, inclusive. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  act: z.string().max(60).optional(),
  account: z.string().max(100).optional(),
});
export type AuditQuery = z.output<typeof auditQueryShape>;

/** The whole of what a query asks for, as one file. */
export const auditExportShape = auditQueryShape.omit({ after: true, limit: true }).extend({
  lang: z.enum(['zh', 'en']).default('zh'),
});

export const auditEntryShape = z.object({
  entry: z.string(),
  at: z.string(),
  /** The login, and the post that holds it today; empty where there is no such account. */
  account: z.string(),
  post: z.string(),
  role: z.string(),
  scope: z.string(),
  act: z.string(),
  subject: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  reason: z.string().nullable(),
  succeeded: z.boolean(),
  /** Its place in the chain; null until it is sealed, a moment later. */
  seal: z.number().int().nullable(),
});
export type AuditEntryJson = z.infer<typeof auditEntryShape>;
export const auditPageShape = z.object({ entries: z.array(auditEntryShape), next: nextShape });

export const auditCheckShape = z.object({
  sound: z.boolean(),
  sealed: z.number().int(),
  unsealed: z.number().int(),
  head: z.string(),
  /** The first place where the chain breaks. */
  broken: z.object({ seal: z.number().int(), reason: z.string(), reasonEn: z.string() }).nullable(),
});
export type AuditCheck = z.infer<typeof auditCheckShape>;

/** What people do about their own sign-in, and the first set-up: in the log, and acts of nobody's role. */
export const SESSION_ACTS = {
  'session.open': { name: '登录', nameEn: 'Sign in' },
  'session.close': { name: '退出', nameEn: 'Sign out' },
  'session.role': { name: '选择角色', nameEn: 'Choose a role' },
  'session.password': { name: '修改口令', nameEn: 'Change the password' },
  'session.totp': { name: '设置动态口令', nameEn: 'Set up an authenticator' },
  'office.set-up': { name: '建立安委办', nameEn: 'Set up the office' },
} as const;
export type SessionAct = keyof typeof SESSION_ACTS;

/** Every act the log may hold. */
export const AUDITED_ACTS: readonly string[] = [...Object.keys(SESSION_ACTS), ...Object.keys(ACTS)];

/** An act in words; one that a later edition of the program no longer knows, as it stands. */
export function actWords(act: string): { readonly name: string; readonly nameEn: string } {
  return SESSION_ACTS[act as SessionAct] ?? ACTS[act as ActName] ?? { name: act, nameEn: act };
}
