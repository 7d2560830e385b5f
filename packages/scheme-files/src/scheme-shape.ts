/** The shape of a scheme once its readings are chosen: strict, every unknown key refused. */
import { type Scheme, STAGE_IDS } from '@kaohe/scoring';
import { z } from 'zod';
import { rule } from './rule-shape.js';

const decimal = z.string().regex(/^\d{1,12}(\.\d{1,12})?$|^\d{1,12}\/[1-9]\d{0,11}$/, 'a decimal as text, e.g. "0.5"');
const whole = z.string().regex(/^\d{1,3}$/, 'a whole number as text, below 1,000');
const positive = decimal.refine((text) => /[1-9]/.test(text), 'a number above zero');
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date, e.g. "2019-12-31"');
const text = z.string().min(1);
const explained = { readings: z.array(text).optional() };
const unitClass = z.enum(['district', 'development-zone', 'department', 'city']);
const severity = z.enum(['ordinary', 'relatively-serious', 'serious', 'particularly-serious']);

const condition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accidents'), atLeast: severity, count: whole }),
  z.strictObject({ kind: z.literal('talks'), by: z.array(text), count: whole }),
  z.strictObject({ ...explained, kind: z.literal('score-below'), value: decimal, of: z.enum(['composite', 'sheet']) }),
]);

const gradeBand = z.strictObject({
  ...explained,
  grade: text,
  gradeEn: text,
  from: decimal.optional(),
  quota: z
    .string()
    .regex(/^\d+(\.\d+)?%$|^\d+$/, 'a share ("30%") or a count')
    .optional(),
  quote: text,
});

const bonus = z.strictObject({
  ...explained,
  base: z.enum(['sheet', 'composite']),
  ceiling: z.literal('full-marks').optional(),
  cap: decimal,
  perDeed: z.literal('highest-only').optional(),
  quote: text,
  kinds: z.array(
    z.strictObject({
      kind: text,
      name: text,
      nameEn: text,
      quote: text,
      levels: z.record(text, decimal).optional(),
      amount: decimal.optional(),
      judgement: z.literal('yes').optional(),
    }),
  ),
});

const veto = z.strictObject({
  ...explained,
  id: text,
  name: text,
  nameEn: text,
  quote: text,
  when: condition,
  effect: z.enum(['flag', 'grade-fail']),
  grade: text.optional(),
  gradeEn: text.optional(),
});

const award = z.strictObject({
  ...explained,
  id: text,
  name: text,
  nameEn: text,
  quote: text,
  grades: z.array(text),
  disqualified: z.array(
    z.strictObject({ ...explained, id: text, name: text, nameEn: text, quote: text, when: condition }),
  ),
});

const reading = z.strictObject({
  question: text,
  questionEn: text,
  quote: text.optional(),
  adopted: text,
  alternatives: z.record(text, z.strictObject({ text, textEn: text })),
  reason: text,
  reasonEn: text,
});

const supplier = z.strictObject({
  by: z.enum(['team', 'office', 'division']),
  name: text.optional(),
  nameEn: text.optional(),
});
const cell = z.union([text, z.array(text)]);

const clause = z.strictObject({
  ...explained,
  id: text,
  quote: text,
  classes: z.array(unitClass).optional(),
  units: z.array(text).optional(),
  supplier: supplier.optional(),
  rules: z.array(rule),
});

const criterion = z.strictObject({
  id: text,
  row: text,
  name: text.optional(),
  fullMarks: decimal.optional(),
  requirement: cell.optional(),
  criterion: cell,
  method: cell.optional(),
  supplier,
  notScoring: z.array(z.strictObject({ text, reason: text })).optional(),
  clauses: z.array(clause),
});

const item = z.strictObject({
  id: text,
  name: text,
  nameEn: text,
  fullMarks: decimal,
  marksQuote: text,
  start: z.enum(['full', 'zero']).optional(),
  floor: z.enum(['zero', 'carry', 'none']).optional(),
  ceiling: z.enum(['full-marks', 'none']).optional(),
  rows: z.array(criterion),
  exclusive: z.array(z.strictObject({ ...explained, when: text, drops: z.array(text) })).optional(),
  highestOnly: z.array(z.strictObject({ ...explained, of: z.array(text).min(2) })).optional(),
  caps: z.array(z.strictObject({ ...explained, of: z.array(text), cap: decimal })).optional(),
});

const part = z.strictObject({
  id: text,
  name: text,
  nameEn: text,
  weight: decimal,
  form: text.optional(),
  quote: text,
});

const sheet = z.strictObject({
  id: text,
  title: text,
  titleEn: text,
  annex: text.optional(),
  fullMarks: positive,
  classes: z.array(unitClass),
  columns: z.array(text),
  note: text.optional(),
  notApplicable: z.enum(['nothing-to-deduct', 'rescale']).optional(),
  parts: z.array(part),
  items: z.array(item),
});

const form = z.strictObject({
  ...explained,
  id: text,
  annex: text,
  title: text,
  titleEn: text,
  scale: decimal,
  decimals: whole,
  raters: whole,
  raterName: text,
  raterNameEn: text,
  stage: z.enum(STAGE_IDS).optional(),
  post: text.optional(),
  coefficient: decimal,
  rounding: whole.optional(),
  trim: whole.optional(),
  missing: z.enum(['plain-sum', 'over-received']),
  columns: z.array(text),
  notes: z.array(text),
  signature: text,
});

const population = z.strictObject({
  units: z.array(
    z.strictObject({ name: text, nameEn: text, sheet: text, class: unitClass, aliases: z.array(text).optional() }),
  ),
  teams: z.array(
    z.strictObject({ id: text, name: text, nameEn: text, leader: text, leaderEn: text, units: z.array(text) }),
  ),
});

/** A whole scheme: scheme.yaml with its sheets, forms and population, readings chosen. */
export const schemeShape = z.strictObject({
  id: text,
  title: text,
  titleEn: text,
  documentNumber: text.optional(),
  issuer: text.optional(),
  fullMarks: decimal,
  period: z.strictObject({ from: date, to: date }),
  calendar: z.array(
    z.strictObject({ stage: text, name: text, nameEn: text, from: date.optional(), to: date, quote: text }),
  ),
  stages: z
    .array(
      z.strictObject({ stage: z.enum(STAGE_IDS), after: z.array(z.enum(STAGE_IDS)).optional(), due: text.optional() }),
    )
    .optional(),
  gradeBands: z.array(gradeBand),
  bonus,
  vetoes: z.array(veto),
  awards: z.array(award),
  readings: z.record(text, reading),
  sheets: z.array(sheet),
  forms: z.array(form),
  population,
}) satisfies z.ZodType<Scheme>;
