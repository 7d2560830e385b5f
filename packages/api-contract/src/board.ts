/** The board of the office, and everybody's list of what to do. */
import { z } from 'zod';
import { resultUnitShape, scoreJsonShape } from './results.js';
import { reportStateShape } from './sheets.js';
import { stageOfYearShape } from './years.js';

/** Fewer closed scores of a team than this would single a unit out. */
export const FEWEST_FOR_SPREAD = 3;

const boardUnitShape = resultUnitShape
  .pick({
    unit: true,
    unitEn: true,
    sheet: true,
    total: true,
    sheetScore: true,
    grades: true,
    rank: true,
    vetoes: true,
    possibleVetoes: true,
    provisional: true,
    openParts: true,
  })
  .extend({
    team: z.string(),
    teamEn: z.string(),
    /** Whether a veto by the score cannot be told before the composite: only the ratings withheld until then may bring it. */
    vetoLater: z.boolean(),
    openRows: z.number().int(),
    report: reportStateShape,
    late: z.boolean(),
    /** Score by item: what is lost is full marks less it. */
    items: z.record(z.string(), scoreJsonShape),
  });
export type BoardUnit = z.infer<typeof boardUnitShape>;

const boardStageShape = stageOfYearShape.extend({
  /** Null where nothing is counted. */
  done: z.number().int().nullable(),
  total: z.number().int().nullable(),
});
export type BoardStage = z.infer<typeof boardStageShape>;

export const spreadShape = z.object({
  team: z.string(),
  teamEn: z.string(),
  units: z.number().int(),
  /** Units whose sheet score is settled. */
  closed: z.number().int(),
  /** Null where fewer than three are settled. */
  scores: z.object({ least: z.string(), mean: z.string(), most: z.string() }).nullable(),
});
export type TeamSpread = z.infer<typeof spreadShape>;

export const boardShape = z.object({
  fullMarks: z.string(),
  bands: z.array(z.object({ grade: z.string(), gradeEn: z.string(), from: z.string().nullable() })),
  stages: z.array(boardStageShape),
  units: z.array(boardUnitShape),
  sheets: z.array(
    z.object({
      sheet: z.string(),
      title: z.string(),
      titleEn: z.string(),
      items: z.array(z.object({ id: z.string(), name: z.string(), nameEn: z.string(), fullMarks: z.string() })),
    }),
  ),
  spread: z.array(spreadShape),
  burden: z.object({
    clauses: z.number().int(),
    units: z.number().int(),
    /** The clauses of each unit's sheet, added up: what is judged. */
    judged: z.number().int(),
  }),
});
export type Board = z.infer<typeof boardShape>;

/** Where a thing to do is done. */
export const TODO_PAGES = ['sheets', 'ratings', 'reports', 'closing', 'registers', 'statements', 'unit'] as const;
export const todoItemShape = z.object({
  zh: z.string(),
  en: z.string(),
  page: z.enum(TODO_PAGES),
  /** The unit, the form and rater, or nothing: the rest of the page's address. */
  unit: z.string().optional(),
  form: z.string().optional(),
  rater: z.string().optional(),
  dueOn: z.string().nullable(),
  late: z.boolean(),
});
export type TodoItem = z.infer<typeof todoItemShape>;

export const todoShape = z.object({
  items: z.array(todoItemShape),
  /** 催办: text for the office to paste; null where nobody is waited for. */
  reminder: z.string().nullable(),
});
export type Todo = z.infer<typeof todoShape>;
