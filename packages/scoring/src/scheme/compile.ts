/** compile(scheme) → Program | Problems. Done once for a scheme under its readings; evaluation never looks at text again. */
import { getNumber } from '../exact/decimal.js';
import { type Rational, toScale } from '../exact/rational.js';
import type { Problem } from '../problems/problem.js';
import { compileRule } from '../rules/rule.js';
import { checkScheme } from './check.js';
import { programScale, sheetFactor } from './lower.js';
import type { Bonus } from './outcome.js';
import type { BonusProgram, ClauseProgram, FormProgram, ItemProgram, Program, SheetProgram } from './program.js';
import type { RatingForm } from './rating-form.js';
import type { ReadingChoice } from './readings.js';
import type { Scheme } from './scheme.js';
import type { AssessmentItem, Criterion, Sheet } from './sheet.js';

type Lower = (decimal: string) => Rational;

/** The program of a scheme whose readings are chosen, or what is wrong with the scheme. */
export function compile(scheme: Scheme, readings: ReadingChoice): Program | { readonly problems: Problem[] } {
  const problems = checkScheme(scheme);
  if (problems.length > 0) return { problems };
  const scale = programScale(scheme);
  const lower: Lower = (decimal) => toScale(getNumber(decimal), scale);
  const sheets = scheme.sheets.map((sheet) => compileSheet(scheme, sheet, lower));
  const clauses = sheets.flatMap((sheet) => sheet.items.flatMap((item) => item.clauses));
  return {
    scheme,
    readings,
    scale,
    fullMarks: lower(scheme.fullMarks),
    sheets: new Map(sheets.map((compiled) => [compiled.sheet.id, compiled])),
    clauses: new Map(clauses.map((compiled) => [compiled.clause.id, compiled])),
    forms: new Map(scheme.forms.map((form) => [form.id, compileForm(form, lower)])),
    bonus: compileBonus(scheme.bonus, lower),
    bands: scheme.gradeBands.map((band) => ({
      grade: band.grade,
      ...(band.from !== undefined && { from: lower(band.from) }),
    })),
  };
}

function compileSheet(scheme: Scheme, sheet: Sheet, lower: Lower): SheetProgram {
  const parts = sheet.parts.map((part) => ({ part, factor: sheetFactor(scheme, part.weight) }));
  return { sheet, parts, items: sheet.items.map((item) => compileItem(sheet, item, lower)) };
}

function compileItem(sheet: Sheet, item: AssessmentItem, lower: Lower): ItemProgram {
  const fullMarks = lower(item.fullMarks);
  const exclusive = item.exclusive ?? [];
  const highestOnly = item.highestOnly ?? [];
  const clauses = item.rows.flatMap((row) => compileRow(sheet, row, { lower, forfeitPoints: fullMarks }));
  return { item, fullMarks, clauses, exclusive, highestOnly, exact: isExact(clauses, exclusive, highestOnly) };
}

function compileRow(
  sheet: Sheet,
  row: Criterion,
  context: { readonly lower: Lower; readonly forfeitPoints: Rational },
): ClauseProgram[] {
  return row.clauses.map((clause) => {
    const rules = clause.rules.map((rule) => compileRule(rule, { ...context, clause: clause.id }));
    const classes = clause.classes ?? sheet.classes;
    return { clause, row, sheet: sheet.id, rules, register: rules.find((rule) => rule.register)?.register, classes };
  });
}

/**
 * Every typed fact feeds one clause, so the ends of an item are reached together. A register feeds several clauses,
 * each of which it can only lower; that stays provable while none of them is in a group whose members shut each other out.
 */
function isExact(
  clauses: readonly ClauseProgram[],
  exclusive: ItemProgram['exclusive'],
  highestOnly: ItemProgram['highestOnly'],
): boolean {
  const grouped = new Set([
    ...exclusive.flatMap((exclusion) => [exclusion.when, ...exclusion.drops]),
    ...highestOnly.flatMap((group) => group.of),
  ]);
  return !clauses.some((compiled) => compiled.register !== undefined && grouped.has(compiled.clause.id));
}

function compileForm(form: RatingForm, lower: Lower): FormProgram {
  return {
    form,
    scale: lower(form.scale),
    coefficient: getNumber(form.coefficient),
    raters: BigInt(form.raters),
    decimals: Number(form.decimals),
  };
}

function compileBonus(bonus: Bonus, lower: Lower): BonusProgram {
  const kinds = new Map(bonus.kinds.map((kind) => [kind.kind, kind]));
  return {
    cap: lower(bonus.cap),
    points: (name, level) => {
      const kind = kinds.get(name);
      const amount = kind?.amount ?? (level === undefined ? undefined : kind?.levels?.[level]);
      return amount === undefined ? undefined : lower(amount);
    },
  };
}
