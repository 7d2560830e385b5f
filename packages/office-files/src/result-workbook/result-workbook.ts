/**
 * 复核工作簿: every score worked out of the entered facts by formulas, in whole numbers, with the values stored. The formulas come
 * from the same compiled scheme that was scored; nothing of the result is copied into them.
 */
import type { Assessment, ClauseProgram, Program } from '@kaohe/scoring';
import { workbookBytes } from '../papers/layout/paper-sheet.js';
import { drawGrid } from './draw-grid.js';
import { statedZones } from './fact-inputs.js';
import { type FactsSheet, factsSheet, zonesFor } from './facts-sheet.js';
import type { Grid } from './grid.js';
import { type Made, notesSheet } from './notes-sheet.js';
import { type RatingSheet, ratingSheet } from './rating-sheets.js';
import { accidentsSheet, bonusSheet } from './registers.js';
import { workbookScale } from './scale.js';
import { sheetName } from './sheet-name.js';
import { type SummarySheet, summarySheet } from './summary-sheet.js';
import type { UnitPlace } from './unit-context.js';
import { type UnitSheet, unitSheet } from './unit-sheet.js';

export interface ResultWorkbookData extends Made {
  readonly assessment: Assessment;
}

export interface ResultModel {
  readonly grids: readonly Grid[];
  readonly scale: number;
  readonly facts: ReadonlyMap<string, FactsSheet>;
  readonly units: ReadonlyMap<string, UnitSheet>;
  readonly summary: SummarySheet;
  /** What has no formula: the unit, the clause and why. */
  readonly untranslated: readonly string[];
}

export async function resultWorkbook(data: ResultWorkbookData): Promise<Uint8Array> {
  const title = `${data.assessment.program.scheme.title} 复核工作簿`;
  return modelBytes(resultModel(data), { title, madeOn: data.madeOn });
}

export function modelBytes(
  { grids }: ResultModel,
  stated: { readonly title: string; readonly madeOn: string },
): Promise<Uint8Array> {
  return workbookBytes(stated, (workbook) => {
    workbook.calcProperties.fullCalcOnLoad = true;
    for (const grid of grids) drawGrid(workbook, grid);
  });
}

/** The workbook before it is a file. */
export function resultModel({ assessment, ...made }: ResultWorkbookData): ResultModel {
  const { program, units: assessed } = assessment;
  const all = assessed.map(({ scored }) => scored.facts);
  const scale = workbookScale(program, all);
  const names = new Set(['说明', '汇总', '事故', '加分']);
  const facts = new Map(
    [...program.sheets.values()].map((sheet) => {
      const own = all.filter((unit) => unit.sheet === sheet.sheet.id);
      return [sheet.sheet.id, factsSheet(program, sheet, own)] as const;
    }),
  );
  for (const { grid } of facts.values()) names.add(grid.name);
  const ratings = ratingSheets(assessment, scale, names);
  const accidents = accidentsSheet(assessment.facts.accidents);
  const bonus = bonusSheet(program, all, scale);
  const units = assessed.map(({ scored }) => {
    const { unit, sheet } = scored.facts;
    const place: UnitPlace = {
      program,
      scale,
      facts: required(facts.get(sheet)?.units.get(unit), unit),
      accidents,
      zones: (clause) =>
        zonesOf(
          program,
          clause,
          all.filter((other) => other.sheet === sheet),
        ),
      bonus: required(bonus.sums.get(unit), unit),
      ratings: (form) => required(ratings.get(form)?.scores.get(unit), form),
    };
    return unitSheet(place, scored, sheetName(unit, names));
  });
  const rows = assessed.map((one, index) => ({ assessed: one, sheet: required(units[index], '') }));
  const summary = summarySheet(program, rows);
  const untranslated = rows.flatMap(({ assessed: one, sheet }) =>
    sheet.untranslated.map((line) => `${one.scored.facts.unit}　${line}`),
  );
  const widened = units.some(({ common }) => common !== 1);
  const notes = notesSheet({ program, made, scale, units: units.length, widened, untranslated });
  const lists = [...facts.values(), accidents, bonus, ...ratings.values()].map(({ grid }) => grid);
  return {
    grids: [notes, summary.grid, ...units.map(({ grid }) => grid), ...lists],
    scale,
    facts,
    units: new Map(rows.map(({ assessed: one, sheet }) => [one.scored.facts.unit, sheet])),
    summary,
    untranslated,
  };
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new RangeError(`nothing is drawn for ${what}`);
  return value;
}

function zonesOf({ clauses }: Program, clause: string, units: Assessment['facts']['units']): number {
  const compiled: ClauseProgram | undefined = clauses.get(clause);
  const stated = units.map((unit) => statedZones(unit.observations.get(clause)?.observations[0]));
  return compiled ? zonesFor(stated) : 0;
}

/** One sheet a form, for the units whose sheet has a part of it. */
function ratingSheets({ program, units }: Assessment, scale: number, names: Set<string>): Map<string, RatingSheet> {
  return new Map(
    [...program.forms].flatMap(([id, form]) => {
      const parts = [...program.sheets.values()].filter((sheet) => sheet.parts.some(({ part }) => part.form === id));
      const part = parts[0]?.parts.find((one) => one.part.form === id)?.part;
      const rated = units
        .map(({ scored }) => scored.facts)
        .filter((unit) => parts.some(({ sheet }) => sheet.id === unit.sheet));
      if (rated.length === 0) return [];
      return [[id, ratingSheet(form, rated, { name: sheetName(part?.name ?? id, names), scale })] as const];
    }),
  );
}
