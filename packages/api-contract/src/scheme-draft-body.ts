/** The body of a scheme draft as it is sent and kept: the shape of `SchemeDraft` of the clauses package. Fields may be half typed. */
import { z } from 'zod';
import { draftFrame, spanShape as span } from './scheme-draft-frame.js';

const short = z.string().max(400);
const number = z.string().max(40);
const long = z.string().max(20_000);
const rungs = z.array(z.strictObject({ when: short, amount: number, unit: z.exactOptional(short) })).max(40);
const severity = z.enum(['ordinary', 'relatively-serious', 'serious', 'particularly-serious']);
const base = {
  effect: z.enum(['deduct', 'award']),
  cap: z.exactOptional(number),
  capScope: z.exactOptional(z.enum(['clause', 'group'])),
};

const said = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('fixed'), amount: number }),
  z.strictObject({
    ...base,
    kind: z.literal('per-unit'),
    amount: number,
    unit: short,
    basis: z.enum(['occurrence', 'missing']),
    required: z.exactOptional(z.strictObject({ count: number, period: z.exactOptional(short) })),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('per-step'),
    amount: number,
    step: number,
    unit: short,
    from: z.exactOptional(number),
    direction: z.enum(['below', 'above']),
    partialStep: z.exactOptional(z.enum(['drop', 'round-up', 'prorate'])),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('threshold'),
    amount: number,
    comparison: z.enum(['<', '<=', '>', '>=']),
    value: z.exactOptional(number),
    unit: z.exactOptional(short),
  }),
  z.strictObject({ ...base, kind: z.literal('parts'), amount: number, parts: z.array(short).max(60) }),
  z.strictObject({ ...base, kind: z.literal('ladder'), rungs }),
  z.strictObject({ ...base, kind: z.literal('per-event-ladder'), rungs }),
  z.strictObject({
    ...base,
    kind: z.literal('series'),
    amounts: z.array(number).max(40),
    // biome-ignore lint/suspicious/noThenProperty: the name the importer's JSON has; nothing awaits it
    then: z.exactOptional(z.enum(['+1', 'repeat-last'])),
  }),
  z.strictObject({ ...base, kind: z.literal('piecewise'), slopes: rungs }),
  z.strictObject({ ...base, kind: z.literal('forfeit'), forfeits: z.enum(['clause', 'criterion', 'item', 'sheet']) }),
  z.strictObject({ ...base, kind: z.literal('judgement'), range: z.tuple([number, number]) }),
  z.strictObject({ ...base, kind: z.literal('formula'), expression: short, floor: z.exactOptional(number) }),
]);

const term = z.strictObject({
  name: short,
  unit: short,
  times: number,
  numerator: short.optional(),
  denominator: short.optional(),
});

const pinned = z.strictObject({
  quantity: short.optional(),
  unit: short.optional(),
  after: z.enum(['repeat-last', 'continue', 'nothing']).optional(),
  replacing: z.enum(['no', 'yes']).optional(),
  line: short.optional(),
  marks: number.optional(),
  levels: z.array(z.array(severity).max(4)).max(40).optional(),
  terms: z.array(term).max(40).optional(),
  plus: number.optional(),
});

const decision = z.enum(['open', 'accepted', 'changed', 'not-scoring', 'left-out']);

const clause = z.strictObject({
  key: z.string().regex(/^c\d{1,6}$/),
  quote: long,
  span,
  row: short,
  status: z.enum(['read', 'confirm', 'unreadable']),
  questions: z.array(z.strictObject({ code: short, zh: short, en: short })).max(60),
  answered: z.array(short).max(60),
  decision,
  rule: z.strictObject({ said, pinned }).nullable(),
  largestOnly: z.boolean().optional(),
});
const clauses = z.array(clause).max(2000);

const condition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accidents'), atLeast: severity, count: number }),
  z.strictObject({ kind: z.literal('talks'), by: short, count: number }),
  z.strictObject({ kind: z.literal('score-below'), value: number }),
]);

const veto = z.strictObject({
  quote: long,
  span,
  effect: z.enum(['fail-grade', 'total-zero', 'item-zero', 'grade-down', 'no-awards', 'deduct']),
  when: condition.nullable(),
  decision,
});

const band = z.strictObject({
  grade: short,
  from: number,
  quote: long,
  span: span.optional(),
  // Drafts begun before bands were confirmed have none.
  decision: z.enum(['open', 'accepted']).default('open'),
});

const unitClass = z.enum(['district', 'development-zone', 'department', 'city']);

export const schemeDraftShape = z.strictObject({
  head: z.strictObject({
    id: short,
    title: short,
    titleEn: short,
    documentNumber: short,
    issuer: short,
    from: number,
    to: number,
    fullMarks: number,
  }),
  ...draftFrame,
  items: z.array(z.strictObject({ name: short, fullMarks: number, start: z.enum(['full', 'zero']), clauses })).max(200),
  bonus: z.strictObject({ cap: number, highestOnly: z.boolean(), withinFullMarks: z.boolean(), clauses }),
  vetoes: z.array(veto).max(200),
  bands: z.array(band).max(40),
  classes: z.array(unitClass).max(4),
  units: z.array(z.strictObject({ name: z.string().max(80), class: unitClass })).max(2000),
  seen: z.array(z.string().max(2000)).max(2000),
});
export type SchemeDraftBody = z.infer<typeof schemeDraftShape>;
