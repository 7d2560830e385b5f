/** What frames the clauses of a draft: printed rows with their suppliers, parts of the total, days, notes. Drafts begun before have none. */
import { z } from 'zod';

const short = z.string().max(400);
const number = z.string().max(40);
const long = z.string().max(20_000);
export const spanShape = z.tuple([z.number().int().min(0).max(1_000_000), z.number().int().min(0).max(1_000_000)]);

const supplier = z.strictObject({ by: z.enum(['team', 'office', 'division']), name: short });
const cellKind = z.enum(['number', 'item', 'name', 'requirement', 'criterion', 'marks', 'method', 'supplier', 'blank']);
const row = z.strictObject({
  label: long,
  fullMarks: number,
  span: spanShape,
  cells: z.array(z.strictObject({ kind: cellKind, span: spanShape })).max(2000),
  supplier: supplier.optional(),
});

const part = z.strictObject({
  name: short,
  weight: number,
  quote: long,
  kind: z.enum(['open', 'sheet', 'rating', 'mark', 'left-out']),
  form: z.strictObject({
    scale: number,
    decimals: number,
    raters: number,
    raterName: short,
    stage: z.enum(['routine', 'leaders']),
    coefficient: number,
    rounding: number,
    missing: z.enum(['', 'plain-sum', 'over-received']),
  }),
});

const day = z.strictObject({
  quote: long,
  kind: z.enum([
    'self-assessment',
    'routine',
    'leaders',
    'on-site',
    'reports-due',
    'review',
    'appeal',
    'approval',
    'circular',
    'other',
    'left-out',
  ]),
  name: short,
  from: number,
  to: number,
});

const note = z.strictObject({
  kind: z.enum([
    'inclusive',
    'floor',
    'highest-only',
    'no-repeat',
    'accumulate',
    'bonus-cap',
    'not-applicable',
    'carry',
  ]),
  quote: long,
  span: spanShape,
  pin: z.enum(['limits', 'item-floor', 'row-floor', 'carry', 'bonus', 'adds-up', 'full-marks', 'rescale', 'left-out']),
});

export const draftFrame = {
  columns: z.array(long).max(2000).default([]),
  rows: z.array(row).max(20_000).default([]),
  supplier: supplier.default({ by: 'team', name: '' }),
  composition: z.array(part).max(40).default([]),
  calendar: z.array(day).max(4000).default([]),
  notes: z.array(note).max(4000).default([]),
};

/** Of a draft begun before there was a frame. */
export const NO_FRAME = z.strictObject(draftFrame).parse({});
