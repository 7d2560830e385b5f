/** A scheme as data for programs: what the document says, each clause with its rules and their words. */
import type { SchemeFolder } from '@kaohe/scheme-files';
import {
  type ClauseProgram,
  cellText,
  type ItemProgram,
  type Program,
  ruleText,
  type SheetProgram,
} from '@kaohe/scoring';
import { observationExample } from '../wording/observation-words.js';

export interface Counts {
  readonly items: number;
  readonly rows: number;
  readonly clauses: number;
  readonly rules: number;
}

export function countsOf({ items }: SheetProgram): Counts {
  const clauses = items.flatMap((item) => item.clauses);
  return {
    items: items.length,
    rows: items.flatMap(({ item }) => item.rows).length,
    clauses: clauses.length,
    rules: clauses.flatMap(({ rules }) => rules).length,
  };
}

/** Head and counts of a scheme; with `whole` every row and clause as well. */
export function schemeJson(folder: SchemeFolder, program: Program, whole: boolean): object {
  const { scheme, readings } = program;
  const { id, title, titleEn, documentNumber, issuer, fullMarks, period } = scheme;
  const head = { id, title, titleEn, documentNumber, edition: folder.edition, issuer, fullMarks, period, readings };
  const sheets = [...program.sheets.values()].map((sheet) => sheetJson(sheet, whole));
  if (!whole) return { ...head, sheets };
  const { gradeBands, bonus, vetoes, awards, forms, population } = scheme;
  return { ...head, gradeBands, bonus, vetoes, awards, readingChoices: scheme.readings, forms, population, sheets };
}

function sheetJson(program: SheetProgram, whole: boolean): object {
  const { items, ...sheet } = program.sheet;
  const counts = countsOf(program);
  return whole
    ? { ...sheet, counts, items: program.items.map(itemJson) }
    : { id: sheet.id, title: sheet.title, counts };
}

function itemJson({ item, clauses }: ItemProgram): object {
  return {
    ...item,
    rows: item.rows.map((row) => ({
      ...row,
      criterion: cellText(row.criterion),
      clauses: clauses.filter((one) => one.row.id === row.id).map(clauseJson),
    })),
  };
}

export function clauseJson(compiled: ClauseProgram): object {
  const { clause, register, classes } = compiled;
  const example = observationExample(compiled);
  const rules = clause.rules.map((rule) => {
    const { zh, en } = ruleText(rule);
    return { ...rule, words: zh, wordsEn: en };
  });
  return { ...clause, classes, ...(register && { register }), ...(example !== undefined && { example }), rules };
}
