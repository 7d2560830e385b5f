/** A file on its way over a poor network: said what it is, sent in chunks that can be taken up again, checked when it is whole. */
import { z } from 'zod';
import { EVIDENCE_PURPOSES, evidenceShape } from './evidence.js';

export const CHUNK_MOST_BYTES = 1024 * 1024;

export const startUploadShape = z.object({
  unit: z.string().max(100),
  name: z.string().trim().min(1).max(200),
  purpose: z.enum(EVIDENCE_PURPOSES).default('row'),
  bytes: z.number().int().min(1),
  /** What the whole file must have when it has arrived. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const uploadShape = z.object({
  /** Empty where nothing is to be sent. */
  upload: z.string(),
  unit: z.string(),
  name: z.string(),
  purpose: z.enum(EVIDENCE_PURPOSES),
  bytes: z.number().int(),
  sha256: z.string(),
  /** The bytes that are here: the next chunk begins with the byte of this number. */
  offset: z.number().int(),
  /** The file that is there already with this content: no byte need be sent. */
  evidence: evidenceShape.nullable(),
});
export type UploadJson = z.infer<typeof uploadShape>;

/** How much is kept and how much may be: bytes. What is on its way counts as if it were here. */
export const evidenceUseShape = z.object({
  bytes: z.number().int(),
  most: z.number().int(),
  unitMost: z.number().int(),
  /** Those that have files in the year, the fullest first. */
  units: z.array(z.object({ unit: z.string(), files: z.number().int(), bytes: z.number().int() })),
});
export type EvidenceUse = z.infer<typeof evidenceUseShape>;
