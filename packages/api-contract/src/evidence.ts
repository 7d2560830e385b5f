/** Evidence: a file is uploaded once and cited by its id in as many rows of the unit as it shows something for. */
import { z } from 'zod';
import { nextShape } from './pages.js';

export const EVIDENCE_PURPOSES = ['row', 'ballot', 'statement'] as const;
export type EvidencePurpose = (typeof EVIDENCE_PURPOSES)[number];
export const EVIDENCE_MOST_BYTES = 20 * 1024 * 1024;

export const addEvidenceShape = z.object({
  unit: z.string().max(100),
  name: z.string().trim().min(1).max(200),
  /**
   * `ballot`: the scan of a signed rating form, as secret as the ballot; its unit is empty. `statement`: what a unit shows for
   * its own self-assessment or appeal.
   */
  purpose: z.enum(EVIDENCE_PURPOSES).default('row'),
});

export const evidenceShape = z.object({
  id: z.string(),
  unit: z.string(),
  name: z.string(),
  mediaType: z.string(),
  sha256: z.string(),
  bytes: z.number().int(),
  addedAt: z.string(),
  addedBy: z.string(),
  /** Whether the same content had been added before: then this is that file. */
  reused: z.boolean(),
});
export type EvidenceJson = z.infer<typeof evidenceShape>;

export const evidenceListShape = z.object({ evidence: z.array(evidenceShape), next: nextShape });
export type EvidenceList = z.infer<typeof evidenceListShape>;
