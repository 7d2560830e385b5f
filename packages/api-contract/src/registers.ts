/**
 * The registers of a year: each thing entered once, for every clause that uses it. The bodies that feed scores have the
 * shapes of FACTS (docs/facts-files.md), so that nothing is translated on the way to a score.
 */
import { SEVERITIES } from '@kaohe/scoring';
import { z } from 'zod';
import { nextShape } from './pages.js';

const day = z.iso.date();
const words = z.string().trim().min(1).max(500);
const longText = z.string().trim().max(5000);
const count = z.number().int().min(0).max(1_000_000);
/** Yuan or a quantity, as exact decimal text. */
const decimal = z.string().regex(/^\d{1,15}(\.\d{1,6})?$/);

const casualties = { deaths: count, seriousInjuries: count, directEconomicLossYuan: decimal };

export const accidentBodyShape = z.strictObject({
  id: words,
  on: day,
  /** The district it happened in. */
  place: words,
  industry: words.optional(),
  /** The department that manages the industry. */
  department: words.optional(),
  ...casualties,
  responsible: z.boolean(),
  /** Left out: the 30 days (7 for traffic and fire) decide. */
  final: z.boolean().optional(),
  /** What the counts became, and from which day. */
  versions: z
    .array(z.strictObject({ from: day, ...casualties }))
    .max(50)
    .optional(),
  note: longText.optional(),
});

export const indicatorBodyShape = z.union([
  z.strictObject({ indicator: words, numerator: decimal, denominator: decimal, edition: words, source: words }),
  z.strictObject({ indicator: words, notApplicable: z.literal(true), reason: words }),
]);

export const talkBodyShape = z.strictObject({ by: words, on: day, note: longText.optional() });

export const commendationBodyShape = z.strictObject({
  deed: words,
  kind: words,
  level: words.optional(),
  /** What proves it: a document number, or the id of evidence. */
  proof: words,
});

export const patrolFindingBodyShape = z.strictObject({
  on: day,
  group: words,
  place: words.optional(),
  finding: longText.min(1),
});

export const inspectionBodyShape = z.strictObject({
  on: day,
  kind: z.enum(['routine', 'unannounced']),
  by: words,
  place: words.optional(),
  finding: longText.min(1),
});

export const VISIT_METHODS = ['听汇报', '查资料', '实地查看'] as const;
export const PLACE_KINDS = ['township', 'department', 'enterprise'] as const;
export const HALF_DAYS = ['morning', 'afternoon'] as const;
/** Visits lie within the calendar of the year and this many days around it. */
export const VISIT_MARGIN_DAYS = 60;
export const visitBodyShape = z.strictObject({
  on: day,
  /** Left out: the whole day. */
  halves: z
    .array(z.enum(HALF_DAYS))
    .min(1)
    .max(2)
    .default([...HALF_DAYS]),
  methods: z.array(z.enum(VISIT_METHODS)).min(1).max(3),
  places: z
    .array(
      z.strictObject({
        kind: z.enum(PLACE_KINDS),
        name: words,
        finding: longText.optional(),
        /** The draw it came from; absent: chosen by the team. */
        draw: z.uuid().optional(),
      }),
    )
    .max(50),
});

export const drawBodyShape = z.strictObject({
  on: day,
  seed: words,
  places: z.array(words).min(1).max(2000),
  count: z.number().int().min(1).max(50),
  /** Why places are drawn that were on a list before. */
  reason: words.optional(),
  /** Told by the system, whatever is sent: the draws of a unit are counted, and its seed draws. */
  number: z.number().int().min(1).optional(),
  drawn: z.array(words).max(50),
});

/** Every register with the shape of its entries. */
export const REGISTERS = {
  accidents: accidentBodyShape,
  indicators: indicatorBodyShape,
  talks: talkBodyShape,
  commendations: commendationBodyShape,
  'patrol-findings': patrolFindingBodyShape,
  inspections: inspectionBodyShape,
  visits: visitBodyShape,
  draws: drawBodyShape,
} as const;
export type Register = keyof typeof REGISTERS;
export type RegisterBody<R extends Register> = z.infer<(typeof REGISTERS)[R]>;

export const registerNameShape = z.enum([
  'accidents',
  'indicators',
  'talks',
  'commendations',
  'patrol-findings',
  'inspections',
  'visits',
  'draws',
]);
export const registerKeyShape = z.object({ year: z.string(), register: registerNameShape });
export const entryKeyShape = registerKeyShape.extend({ entry: z.uuid() });

/** The unit an entry concerns (of an accident: follows from its place) and its body, checked by its register's shape. */
export const entrySentShape = z.strictObject({
  unit: z.string().max(100).optional(),
  body: z.record(z.string(), z.unknown()),
});

/** What an accident's counts come to on the day it is looked at. */
const accidentLevelShape = z.object({
  severity: z.enum(SEVERITIES),
  /** The last day on which the counts may change. */
  until: z.iso.date(),
  /** Whether that day is still to come, and nobody has said that the counts are final. */
  provisional: z.boolean(),
});
export type AccidentLevel = z.infer<typeof accidentLevelShape>;

/** What the notice asks of a unit's visits and is not met: it warns, and signing over it needs a reason. */
export const VISIT_WARNINGS = ['below-day', 'method-missing', 'outside', 'no-township', 'no-enterprise'] as const;
export const visitWarningShape = z.object({ code: z.enum(VISIT_WARNINGS), zh: z.string(), en: z.string() });
export type VisitWarning = z.infer<typeof visitWarningShape>;
const visitStandingShape = z.object({
  unit: z.string(),
  halfDays: z.number().int(),
  warnings: z.array(visitWarningShape),
});
export type VisitStanding = z.infer<typeof visitStandingShape>;
export const visitStandingsShape = z.object({ units: z.array(visitStandingShape) });

export const entryShape = z.object({
  entry: z.string(),
  unit: z.string(),
  /** The department an accident is attributed to beside its place; empty where there is none. */
  alsoUnit: z.string(),
  version: z.number().int(),
  withdrawn: z.boolean(),
  body: z.record(z.string(), z.unknown()),
  changedAt: z.string(),
  changedBy: z.string(),
  /** Of an accident: computed, never entered. */
  level: accidentLevelShape.optional(),
  /** Of a visit just entered: what is still to be noted of its unit's visits. */
  warnings: z.array(visitWarningShape).optional(),
});
export type RegisterEntry = z.infer<typeof entryShape>;
export const entryListShape = z.object({ entries: z.array(entryShape), mayChange: z.boolean(), next: nextShape });
export const versionListShape = z.object({ versions: z.array(entryShape), next: nextShape });
export const withdrawShape = z.strictObject({ reason: words });

/** What patrol groups and inspections found, by unit: what raters read beside their form. It carries no points. */
export const digestShape = z.object({
  findings: z.array(
    z.object({ unit: z.string(), on: z.string(), by: z.string(), place: z.string().nullable(), finding: z.string() }),
  ),
  next: nextShape,
});
export type Digest = z.infer<typeof digestShape>;

/** The registers whose entries feed scores. */
export const FEEDING_REGISTERS = ['accidents', 'indicators', 'talks', 'commendations'] as const;

const wordsShape = z.object({ zh: z.string(), en: z.string() });

/** What an entry does to the scores: each clause it feeds, with and without it. A range stands where something is open. */
export const effectListShape = z.object({
  effects: z.array(
    z.object({
      unit: z.string(),
      clause: z.string(),
      quote: z.string(),
      /** Points the clause takes (below zero) or gives with the entry, and without it. */
      applied: z.string(),
      without: z.string(),
      why: wordsShape,
    }),
  ),
  totals: z.array(
    z.object({
      unit: z.string(),
      total: z.string(),
      without: z.string(),
      bonus: z.string(),
      bonusWithout: z.string(),
      /** Vetoes and grounds against an award that stand because of the entry. */
      brings: z.array(wordsShape),
    }),
  ),
});
export type RegisterEffects = z.infer<typeof effectListShape>;
