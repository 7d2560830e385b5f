/** The audit log as its auditor reads it. */
import { z } from 'zod';

export const auditQueryShape = z.object({
  /** Days, inclusive. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  act: z.string().max(60).optional(),
  account: z.string().max(100).optional(),
  /** Where the page before ended. */
  after: z.string().max(120).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditQuery = z.output<typeof auditQueryShape>;

export const auditEntryShape = z.object({
  entry: z.string(),
  at: z.string(),
  account: z.string(),
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
export const auditPageShape = z.object({ entries: z.array(auditEntryShape), next: z.string().nullable() });

export const auditCheckShape = z.object({
  sound: z.boolean(),
  sealed: z.number().int(),
  unsealed: z.number().int(),
  head: z.string(),
  /** The first place where the chain breaks. */
  broken: z.object({ seal: z.number().int(), reason: z.string(), reasonEn: z.string() }).nullable(),
});
export type AuditCheck = z.infer<typeof auditCheckShape>;
