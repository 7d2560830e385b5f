/** A year as the pages see it: its stages with who holds them, and who can be given a role in it. */
import { z } from 'zod';
import { nextShape } from './pages.js';
import { registerNameShape } from './registers.js';
import { ROLES } from './roles.js';
import { STAGE_STATES, STAGES } from './stages.js';

export const yearSummaryShape = z.object({
  year: z.string(),
  title: z.string(),
  scheme: z.string(),
  edition: z.string(),
});
export type YearSummary = z.infer<typeof yearSummaryShape>;

export const yearListShape = z.object({ years: z.array(yearSummaryShape), next: nextShape });
export const yearKeyShape = z.object({ year: z.string().max(20) });

/** A workbook in base64. */
export const workbookShape = z.string().min(1).max(6_000_000);
export const unitsSentShape = z.strictObject({ workbook: workbookShape });

export const newYearShape = z.strictObject({
  year: z.string().regex(/^\d{4}(-[a-z0-9]{1,12})?$/),
  title: z.string().trim().min(1).max(200),
  /** Id of an issued scheme. */
  scheme: z.string().max(100),
  /** In base64: units, teams and raters in place of the document's own. */
  workbook: workbookShape.optional(),
});
export type NewYear = z.infer<typeof newYearShape>;

export const stageShape = z.object({
  stage: z.enum(STAGES),
  state: z.enum(STAGE_STATES),
  since: z.string(),
  dueOn: z.string().nullable(),
  /** Why it was closed with something missing, or opened again. */
  reason: z.string().nullable(),
  version: z.number().int(),
});
export type StageJson = z.infer<typeof stageShape>;

export const stageOfYearShape = stageShape.extend({
  name: z.string(),
  nameEn: z.string(),
  holders: z.array(z.enum(ROLES)),
  /** False: the notice does not have it, the office chose it. */
  inNotice: z.boolean(),
  /** Stages that are over before it opens. */
  after: z.array(z.enum(STAGES)),
  /** The stage whose turn comes when this one closes. */
  next: z.enum(STAGES).nullable(),
  late: z.boolean(),
});
export type StageOfYear = z.infer<typeof stageOfYearShape>;

const populationShape = z.object({
  units: z.array(
    z.object({
      name: z.string(),
      nameEn: z.string(),
      sheet: z.string(),
      class: z.enum(['district', 'development-zone', 'department', 'city']),
    }),
  ),
  teams: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      nameEn: z.string(),
      leader: z.string(),
      leaderEn: z.string(),
      units: z.array(z.string()),
    }),
  ),
});

export const yearOverviewShape = yearSummaryShape.extend({
  schemeTitle: z.string(),
  schemeTitleEn: z.string(),
  /** The day it is for this office. */
  today: z.string(),
  stages: z.array(stageOfYearShape),
  /** Units of the year; 0 where the document names none and the office has not named any yet. */
  units: z.number().int(),
  /** Units and teams the office named in place of the document's own; null where those stand. */
  population: populationShape.nullable(),
  /** What the role acting has to do with: its units, its rating forms, its registers. */
  mine: z.object({
    units: z.array(z.string()),
    forms: z.array(z.object({ form: z.string(), rater: z.string(), title: z.string() })),
    /** The registers in which it may find anything. */
    registers: z.array(registerNameShape),
  }),
});
export type YearOverview = z.infer<typeof yearOverviewShape>;

export const stageKeyShape = yearKeyShape.extend({ stage: z.enum(STAGES) });
export const stageChangeShape = z.strictObject({
  state: z.enum(STAGE_STATES).optional(),
  dueOn: z.iso
    .date()
    .refine((day) => day >= '1900')
    .nullable()
    .optional(),
  /** Needed to close with something missing, and to open again. */
  reason: z.string().trim().min(1).max(500).optional(),
});
export type StageChange = z.infer<typeof stageChangeShape>;

/** What a role can be given for. */
export const scopesShape = z.object({
  teams: z.array(z.object({ id: z.string(), name: z.string(), nameEn: z.string(), leader: z.string() })),
  units: z.array(z.object({ name: z.string(), nameEn: z.string(), sheet: z.string(), team: z.string() })),
  raters: z.array(z.object({ form: z.string(), id: z.string(), name: z.string() })),
  /** The divisions that supply rows or clauses, as the scheme names them. */
  divisions: z.array(z.string()),
  patrolGroups: z.array(z.string()),
});
export type Scopes = z.infer<typeof scopesShape>;
