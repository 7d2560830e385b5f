/** A unit's sheet as entered, row by row; each row has a version of its own, so two people on one sheet never overwrite. */
import type { RawTree } from '@kaohe/scoring';
import { z } from 'zod';
import type { Role } from './roles.js';

/** A supplying division knows its own lines alone: bounds over all that it may not see would tell it nothing. */
export const isToldScores = (role: Role): boolean => role !== 'supplying-division';

/** Observations have the shape of FACTS; the scheme of the year says which, so the engine checks them. */
const observationsShape = z.record(z.string().max(50), z.record(z.string().max(200), z.unknown()));

export const rowChangeShape = z.strictObject({
  /** Looked at, and nothing (else) found. */
  closed: z.boolean(),
  /** By clause id; a clause left out was not found to be anything. */
  observations: observationsShape,
  /** The scan of the team's paper, as evidence of the unit: a counting clerk enters nothing without it. */
  scan: z.uuid().optional(),
});
export type RowChange = z.infer<typeof rowChangeShape>;

export const SUPPLIERS = ['team', 'office', 'division'] as const;
const supplierShape = z.object({ by: z.enum(SUPPLIERS), name: z.string(), nameEn: z.string() });

export const sheetRowShape = z.object({
  /** A printed row; a clause that somebody else than the row's supplier supplies; or what is closed by name (`bonus`). */
  line: z.string(),
  /** The printed row it stands in; null where it is closed by name. */
  row: z.string().nullable(),
  supplier: supplierShape,
  /** The clauses typed in it; those a register decides are closed with it. */
  clauses: z.array(z.string()),
  /** 0: nothing was entered yet. */
  version: z.number().int(),
  closed: z.boolean(),
  observations: observationsShape,
  /** Of a row entered from the team's paper: it closes once a second clerk has checked it. */
  paper: z.object({ scan: z.string(), closes: z.boolean(), checkedBy: z.string().nullable() }).nullable(),
  /** The post that changed it last. */
  changedBy: z.string().nullable(),
  changedRole: z.string().nullable(),
  changedAt: z.string().nullable(),
  /** Whether the role acting supplies it. */
  own: z.boolean(),
  /** Whether the role acting may change it now. */
  mayChange: z.boolean(),
});
export type SheetRowJson = z.infer<typeof sheetRowShape>;

export const REPORT_STATES = ['none', 'draft', 'signed', 'received'] as const;
export const reportStateShape = z.enum(REPORT_STATES);
export type ReportState = z.infer<typeof reportStateShape>;

const teamShape = z.object({ id: z.string(), name: z.string(), nameEn: z.string() });

export const sheetShape = z.object({
  unit: z.string(),
  unitEn: z.string(),
  sheet: z.string(),
  class: z.string(),
  team: teamShape,
  report: reportStateShape,
  /** False for an assessed unit whose report was not received yet: it sees what is asked of whom, not what was found. */
  told: z.boolean(),
  rows: z.array(sheetRowShape),
  /** FACTS of this unit, its registers included, so that the page scores as the server does; null where not told. */
  facts: z.unknown(),
});
export type SheetJson = Omit<z.infer<typeof sheetShape>, 'facts'> & { readonly facts: RawTree | null };

const scoreShape = z.object({ least: z.string(), most: z.string(), bound: z.enum(['exact', 'outer']) });

export const sheetStandingShape = z.object({
  sheetScore: scoreShape,
  total: scoreShape,
  grades: z.array(z.string()),
});
export type SheetStanding = z.infer<typeof sheetStandingShape>;

export const rowChangedShape = z.object({
  version: z.number().int(),
  row: sheetRowShape,
  /** Null where the role acting is not told scores. */
  before: sheetStandingShape.nullable(),
  after: sheetStandingShape.nullable(),
});
export type RowChanged = z.infer<typeof rowChangedShape>;

const progressShape = z.object({ done: z.number().int(), all: z.number().int() });

export const sheetListShape = z.object({
  sheets: z.array(
    z.object({
      unit: z.string(),
      unitEn: z.string(),
      sheet: z.string(),
      team: teamShape,
      report: reportStateShape,
      /** Of the lines the role acting supplies, how many are settled. */
      own: progressShape,
      rows: progressShape,
      /** Null where the role acting is not told the score, or not yet. */
      standing: sheetStandingShape.nullable(),
    }),
  ),
});
export type SheetList = z.infer<typeof sheetListShape>;
