/** 考核报告: what a team hands in on one unit; signed by its leader, received by the office, answered by the unit. */
import { z } from 'zod';
import { visitWarningShape } from './registers.js';
import { scoreJsonShape } from './results.js';
import { reportStateShape } from './sheets.js';
import { yearKeyShape } from './years.js';

export const reportKeyShape = yearKeyShape.extend({ unit: z.string().max(100) });

const paragraph = z.string().trim().min(1).max(2000);
export const reportBodyShape = z.strictObject({
  narrative: z.string().trim().max(20_000),
  problems: z.array(paragraph).max(100),
  suggestions: z.array(paragraph).max(100),
});
export type ReportBody = z.infer<typeof reportBodyShape>;

/** Problems or suggestions of which the report says that there are none. */
export const SAID_NONE = '无';
export function isSaidNone(text: string): boolean {
  return text === SAID_NONE || text === `${SAID_NONE}。`;
}
/** The suggestions that ask for an answer. */
export function askedIn({ suggestions }: Pick<ReportBody, 'suggestions'>): string[] {
  return suggestions.filter((text) => !isSaidNone(text));
}

export const signReportShape = z.strictObject({
  /** Needed where no visit is in the register. */
  noVisitReason: z.string().trim().min(1).max(500).optional(),
  /** Needed where there is something to be noted of the visits. */
  visitReason: z.string().trim().min(1).max(500).optional(),
});
export const reopenReportShape = z.strictObject({ reason: z.string().trim().min(1).max(500) });

export const answerKeyShape = reportKeyShape.extend({ n: z.coerce.number().int().min(1).max(100) });
export const answerSentShape = z.strictObject({ answer: z.string().trim().min(1).max(2000) });

const visitsShape = z.object({
  days: z.array(z.string()),
  halfDays: z.number().int(),
  warnings: z.array(visitWarningShape),
  methods: z.array(z.string()),
  places: z.array(z.object({ kind: z.string(), name: z.string(), isDrawn: z.boolean() })),
  /** Every draw of the unit: anybody repeats it from its seed and its list. */
  draws: z.array(
    z.object({
      number: z.number().int(),
      on: z.string(),
      seed: z.string(),
      list: z.array(z.string()),
      count: z.number().int(),
      drawn: z.array(z.string()),
      reason: z.string().nullable(),
      at: z.string(),
      by: z.string(),
    }),
  ),
});
export type ReportVisits = z.infer<typeof visitsShape>;

const lostShape = z.object({
  clause: z.string(),
  asked: z.string(),
  applied: z.string(),
  why: z.string(),
  whyEn: z.string(),
  /** What the assessor wrote. */
  note: z.string().nullable(),
});
const itemScoreShape = z.object({
  id: z.string(),
  name: z.string(),
  fullMarks: z.string(),
  score: scoreJsonShape,
  lost: z.array(lostShape),
});

const words = z.object({ zh: z.string(), en: z.string() });

/** What changed between the version last signed and now. */
export const reportDifferenceShape = z.object({
  signedAt: z.string(),
  signedBy: z.string(),
  score: z.tuple([scoreJsonShape, scoreJsonShape]),
  rows: z.array(z.object({ row: z.string(), changedBy: z.string(), before: words, after: words })),
  /** Parts of the text that are not what was signed. */
  text: z.array(z.enum(['narrative', 'problems', 'suggestions'])),
});
export type ReportDifference = z.infer<typeof reportDifferenceShape>;

export const reportShape = z.object({
  version: z.number().int(),
  /** A mark of the score, the rows and the visits shown: signing is over these too. */
  content: z.string(),
  unit: z.string(),
  unitEn: z.string(),
  team: z.object({ id: z.string(), name: z.string(), nameEn: z.string(), leader: z.string() }),
  state: reportStateShape,
  /** Null where there is nothing to show yet. */
  body: reportBodyShape.extend({ noVisitReason: z.string().nullable(), visitReason: z.string().nullable() }).nullable(),
  visits: visitsShape,
  score: z.object({ sheetScore: scoreJsonShape, fullMarks: z.string(), items: z.array(itemScoreShape) }).nullable(),
  /** The score of the sheet now, where what others supply has moved it since the report was signed. */
  scoreNow: scoreJsonShape.nullable(),
  /** Rows of the team that are not closed: signing waits for them. */
  openRows: z.array(z.string()),
  /** Lines of other suppliers that are open: the score is an interval because of them. */
  foreignOpen: z.array(
    z.object({ line: z.string(), row: z.string(), supplier: z.object({ zh: z.string(), en: z.string() }) }),
  ),
  signedAt: z.string().nullable(),
  signedBy: z.string().nullable(),
  receivedAt: z.string().nullable(),
  late: z.boolean(),
  dueOn: z.string().nullable(),
  /** Posts that both rated the unit as leaders and belong to its team. */
  alsoRated: z.array(z.string()),
  answers: z.array(
    z.object({ n: z.number().int(), answer: z.string(), answeredAt: z.string(), version: z.number().int() }),
  ),
  reopenings: z.array(z.object({ reason: z.string(), at: z.string(), by: z.string() })),
  difference: reportDifferenceShape.nullable(),
  /** What the role acting may do now. */
  may: z.object({
    write: z.boolean(),
    sign: z.boolean(),
    receive: z.boolean(),
    reopen: z.boolean(),
    answer: z.boolean(),
  }),
});
export type ReportJson = z.infer<typeof reportShape>;

export const reportListShape = z.object({
  reports: z.array(
    z.object({
      unit: z.string(),
      unitEn: z.string(),
      team: z.string(),
      teamEn: z.string(),
      state: reportStateShape,
      signedAt: z.string().nullable(),
      receivedAt: z.string().nullable(),
      late: z.boolean(),
      suggestions: z.number().int(),
      answered: z.number().int(),
    }),
  ),
  dueOn: z.string().nullable(),
});
export type ReportList = z.infer<typeof reportListShape>;
