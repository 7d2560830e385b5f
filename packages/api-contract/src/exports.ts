/** Exports that take long: the reports and feedback of all units, the whole year, or the result with live formulas. */
import { z } from 'zod';
import type { Role } from './roles.js';
import { yearKeyShape } from './years.js';

export const EXPORT_KINDS = ['papers', 'archive', 'result-workbook'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];
export const EXPORT_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

/** Whoever approves the result checks it by its workbook; the rest is the office's. */
export const exportKindsOf = (role: Role): readonly ExportKind[] =>
  role === 'approver' ? ['result-workbook'] : EXPORT_KINDS;

export const exportKeyShape = yearKeyShape.extend({ export: z.string().max(100) });
export const exportStartShape = z.strictObject({ kind: z.enum(EXPORT_KINDS) });
export type ExportStart = z.infer<typeof exportStartShape>;

export const exportShape = z.object({
  id: z.string(),
  kind: z.enum(EXPORT_KINDS),
  state: z.enum(EXPORT_STATES),
  /** Steps done of all steps; none are known before it begins. */
  done: z.number().int(),
  total: z.number().int(),
  askedBy: z.string(),
  askedAt: z.string(),
  endedAt: z.string().nullable(),
  /** Then it is removed. */
  keptUntil: z.string().nullable(),
  name: z.string().nullable(),
  bytes: z.number().int().nullable(),
  sha256: z.string().nullable(),
  /** Why it failed, for whoever runs the server. */
  failure: z.string().nullable(),
});
export type ExportJson = z.infer<typeof exportShape>;

export const exportListShape = z.object({
  exports: z.array(exportShape),
  keptDays: z.number().int(),
  /** What the role acting may ask for, and why it cannot be made yet; null where it can. */
  kinds: z.array(
    z.object({ kind: z.enum(EXPORT_KINDS), waits: z.object({ zh: z.string(), en: z.string() }).nullable() }),
  ),
});
export type ExportList = z.infer<typeof exportListShape>;

/** False: it was under way and is cancelled now. */
export const cancelledExportShape = z.object({ removed: z.boolean() });
