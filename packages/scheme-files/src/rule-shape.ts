/** The shape of a rule, one for each kind of the closed vocabulary. */
import type { Rule } from '@kaohe/scoring';
import { z } from 'zod';

const decimal = z.string().regex(/^\d{1,12}(\.\d{1,12})?$|^\d{1,12}\/[1-9]\d{0,11}$/, 'a decimal as text, e.g. "0.5"');
const text = z.string().min(1);
const base = { readings: z.array(text).optional(), cap: decimal.optional() };
const direction = { effect: z.enum(['deduct', 'award']).optional() };
const effect = { ...direction, amount: decimal.optional(), forfeits: z.literal('item').optional() };
const severity = z.enum(['ordinary', 'relatively-serious', 'serious', 'particularly-serious']);

const quantity = z.strictObject({
  name: text,
  numerator: text.optional(),
  denominator: text.optional(),
  unit: text,
  per: decimal.optional(),
  baseline: text.optional(),
});

const requirement = z.strictObject({
  what: text,
  count: z.string().regex(/^\d+$/),
  per: z.enum(['year', 'half', 'quarter', 'month']),
  each: z.literal('zone').optional(),
  quote: text.optional(),
});

export const rule = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, ...effect, kind: z.literal('fixed') }),
  z.strictObject({
    ...base,
    ...effect,
    kind: z.literal('per-unit'),
    unit: text,
    basis: z.enum(['occurrence', 'missing']),
    requirements: z.array(requirement).optional(),
    periods: z.enum(['per-period', 'yearly-total']).optional(),
    register: z.literal('talks').optional(),
    by: z.array(text).optional(),
  }),
  z.strictObject({
    ...base,
    ...effect,
    kind: z.literal('per-step'),
    quantity,
    step: decimal.refine((text) => /[1-9]/.test(text), 'a step above zero'),
    from: decimal,
    direction: z.enum(['below', 'above']),
    partialStep: z.enum(['drop', 'round-up', 'prorate']),
  }),
  z.strictObject({
    ...base,
    ...effect,
    kind: z.literal('threshold'),
    register: z.literal('indicators').optional(),
    quantity,
    comparison: z.enum(['<', '<=', '>', '>=']),
    value: decimal,
  }),
  z.strictObject({
    ...base,
    ...effect,
    kind: z.literal('parts'),
    parts: z.array(text).min(1),
    occasions: z.literal('each').optional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('ladder'),
    quantity: quantity.optional(),
    rungs: z.array(z.strictObject({ ...effect, name: text, from: decimal.optional(), below: decimal.optional() })),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('per-event-ladder'),
    register: z.literal('accidents'),
    responsible: z.literal('only').optional(),
    rungs: z.array(z.strictObject({ ...effect, levels: z.array(severity) })),
  }),
  z.strictObject({
    ...base,
    ...direction,
    kind: z.literal('series'),
    unit: text,
    amounts: z.array(decimal).min(1),
    after: z.enum(['repeat-last', 'continue', 'nothing']),
  }),
  z.strictObject({
    ...base,
    ...direction,
    kind: z.literal('piecewise'),
    quantity,
    slopes: z.tuple([
      z.strictObject({ amount: decimal, upTo: z.union([z.literal('baseline'), decimal]) }),
      z.strictObject({ amount: decimal }),
    ]),
    replacing: z.enum(['no', 'yes']),
  }),
  z.strictObject({ ...base, ...direction, kind: z.literal('judgement'), range: z.tuple([decimal, decimal]) }),
  z.strictObject({
    ...base,
    ...direction,
    kind: z.literal('formula'),
    terms: z.array(z.strictObject({ quantity, times: z.string().regex(/^-?\d+(\.\d+)?$/) })).min(1),
    plus: decimal.optional(),
    floor: decimal.optional(),
    ceiling: decimal.optional(),
  }),
]) satisfies z.ZodType<Rule>;
