/** The papers of a year, each downloaded by its name. */
import { z } from 'zod';
import { reportStateShape } from './sheets.js';
import { yearKeyShape } from './years.js';

export const OFFICE_PAPERS = ['circular', 'summary'] as const;
export type OfficePaper = (typeof OFFICE_PAPERS)[number];
export const UNIT_PAPERS = ['report', 'feedback', 'sheet', 'sheet-workbook'] as const;

export const officePaperKeyShape = yearKeyShape.extend({ paper: z.enum(OFFICE_PAPERS) });
export const unitPaperKeyShape = yearKeyShape.extend({ paper: z.enum(UNIT_PAPERS), unit: z.string().max(100) });
/** `form-leader`, `own-form-leader` (filled, the rater's own), `sheet-county`. */
export const blankPaperKeyShape = yearKeyShape.extend({
  paper: z.string().regex(/^(?:form|own-form|sheet)-[a-z0-9-]{1,40}$/),
});

/** A document to go on writing in, or one as it is printed; workbooks have no other form. */
export const paperFormShape = z.object({ format: z.enum(['docx', 'pdf']).default('docx') });
export type PaperForm = z.infer<typeof paperFormShape>['format'];

/** `7K2M-9QXA-40BD`, however it is typed. */
export const verificationKeyShape = yearKeyShape.extend({ code: z.string().min(12).max(20) });

/** What a code says of its paper, and whether the data of today still give it. */
export const verificationShape = z.object({
  code: z.string(),
  paper: z.string(),
  zh: z.string(),
  en: z.string(),
  unit: z.string(),
  on: z.string(),
  madeAt: z.string(),
  madeBy: z.string(),
  edition: z.string(),
  editionStands: z.boolean(),
  factsStand: z.boolean(),
  /** Where the paper has one: then and now. */
  score: z.tuple([z.string(), z.string()]).nullable(),
  changes: z.array(z.object({ place: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  /** Changes beyond those listed. */
  more: z.number().int(),
});
export type Verification = z.infer<typeof verificationShape>;

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
      formats: z.array(z.enum(['docx', 'pdf', 'xlsx'])),
      /** Why it cannot be made yet; null where it can. */
      waits: z.object({ zh: z.string(), en: z.string() }).nullable(),
    }),
  ),
  /** The units whose papers the role acting may have. */
  units: z.array(z.object({ unit: z.string(), unitEn: z.string(), report: reportStateShape })),
});
export type PaperList = z.infer<typeof paperListShape>;
