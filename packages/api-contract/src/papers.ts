/** The papers of a year, each downloaded by its name. */
import { z } from 'zod';
import { reportStateShape } from './sheets.js';
import { yearKeyShape } from './years.js';

export const OFFICE_PAPERS = ['circular', 'summary'] as const;
export const UNIT_PAPERS = ['report', 'feedback', 'sheet', 'sheet-workbook'] as const;

export const officePaperKeyShape = yearKeyShape.extend({ paper: z.enum(OFFICE_PAPERS) });
export const unitPaperKeyShape = yearKeyShape.extend({ paper: z.enum(UNIT_PAPERS), unit: z.string().max(100) });
/** `form-leader`, `own-form-leader` (filled, the rater's own), `sheet-county`. */
export const blankPaperKeyShape = yearKeyShape.extend({
  paper: z.string().regex(/^(?:form|own-form|sheet)-[a-z0-9-]{1,40}$/),
});

export const PAPER_KINDS = ['office', 'unit', 'blank'] as const;
export const paperListShape = z.object({
  papers: z.array(
    z.object({
      kind: z.enum(PAPER_KINDS),
      paper: z.string(),
      zh: z.string(),
      en: z.string(),
      /** Below /api/years/:year; of a unit's paper without the unit. */
      path: z.string(),
      format: z.enum(['docx', 'xlsx']),
      /** Why it cannot be made yet; null where it can. */
      waits: z.object({ zh: z.string(), en: z.string() }).nullable(),
    }),
  ),
  /** The units whose papers the role acting may have. */
  units: z.array(z.object({ unit: z.string(), unitEn: z.string(), report: reportStateShape })),
});
export type PaperList = z.infer<typeof paperListShape>;
