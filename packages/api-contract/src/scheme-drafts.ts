/** Schemes of an office's own: a document as text, the draft made of it, and what is issued. */
import { z } from 'zod';
import { nextShape } from './pages.js';
import { schemeDraftShape } from './scheme-draft-body.js';
import { NO_FRAME } from './scheme-draft-frame.js';

export { NO_FRAME, schemeDraftShape };

/** As much text as is read of a document. */
export const MOST_CHARACTERS = 200_000;

/** A file in base64, of 6 MB at most. */
export const documentSentShape = z.strictObject({ file: z.string().min(1).max(8_400_000) });
export const documentTextShape = z.object({ text: z.string() });

export const draftKeyShape = z.object({ draft: z.uuid() });
const sourceShape = z.string().min(1).max(MOST_CHARACTERS);
const fileNameShape = z.string().trim().max(200);

/** The body is of `schemeDraftShape`: too large to be described in a sentence a field, so the service looks at it. */
export const newSchemeDraftShape = z.strictObject({
  fileName: fileNameShape,
  source: sourceShape,
  body: z.unknown(),
});
export type NewSchemeDraft = z.output<typeof newSchemeDraftShape>;
/** Why a draft is deleted: the audit log keeps it, with what the draft was called. */
export const deletedSchemeDraftShape = z.strictObject({ reason: z.string().trim().min(1).max(500) });
export const schemeDraftGoneShape = z.object({ deleted: z.literal(true) });
export const savedSchemeDraftShape = z.strictObject({ body: z.unknown() });

export const SCHEME_DRAFT_STATES = ['draft', 'issued'] as const;

export const schemeDraftSummaryShape = z.object({
  draft: z.string(),
  title: z.string(),
  fileName: z.string(),
  state: z.enum(SCHEME_DRAFT_STATES),
  version: z.number().int(),
  /** Of an issued scheme. */
  scheme: z.string().nullable(),
  edition: z.string().nullable(),
  changedAt: z.string(),
  changedBy: z.string(),
});
export type SchemeDraftSummary = z.infer<typeof schemeDraftSummaryShape>;

export const schemeDraftJsonShape = schemeDraftSummaryShape.extend({ source: z.string(), body: z.unknown() });
export type SchemeDraftJson = z.infer<typeof schemeDraftJsonShape>;

export const schemeDraftListShape = z.object({ drafts: z.array(schemeDraftSummaryShape), next: nextShape });

/** A scheme a year can be created after: the shipped ones and the office's own. */
export const issuedSchemeShape = z.object({
  id: z.string(),
  title: z.string(),
  titleEn: z.string(),
  /** Empty where the document has none, and where it is the office's own: its title says which it is. */
  documentNumber: z.string(),
  edition: z.string(),
  /** Made from an imported document of this office. */
  own: z.boolean(),
});
export type IssuedScheme = z.infer<typeof issuedSchemeShape>;
export const issuedKeyShape = z.object({ scheme: z.string().max(200) });
/** The text of the document a scheme was issued from. */
export const issuedSourceShape = z.object({ source: z.string() });
export const issuedSchemesShape = z.object({ schemes: z.array(issuedSchemeShape) });
