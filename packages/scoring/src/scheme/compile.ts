/** compile(scheme) → Program | Problems. Done once for a scheme under its readings; evaluation never looks at text again. */
import { getNumber } from '../exact/decimal.js';
import { compare, type Rational, toScale, ZERO } from '../exact/rational.js';
import type { Problem } from '../problems/problem.js';
import type { CompiledRule } from '../rules/compiled.js';
import { compileRule } from '../rules/rule.js';
import { checkScheme } from './check.js';
import { withExactness } from './exact.js';
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
  const sheets = scheme.sheets.map((sheet) => compileSheet(sheet, lower));
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
      ...(band.quota !== undefined && { quota: band.quota }),
    })),
  };
}

function compileSheet(sheet: Sheet, lower: Lower): SheetProgram {
  const parts = sheet.parts.map((part) => ({ part, factor: sheetFactor(sheet, part.weight) }));
  const items = withExactness(sheet.items.map((item) => compileItem(sheet, item, lower)));
  return { sheet, parts, items, fullMarks: lower(sheet.fullMarks) };
}

function compileItem(sheet: Sheet, item: AssessmentItem, lower: Lower): ItemProgram {
  const groups = { exclusive: item.exclusive ?? [], highestOnly: item.highestOnly ?? [], caps: item.caps ?? [] };
  const clauses = item.rows.flatMap((row) => compileRow(sheet, row, lower));
  return {
    item,
    fullMarks: lower(item.fullMarks),
    clauses,
    exclusive: groups.exclusive,
    highestOnly: groups.highestOnly,
    caps: groups.caps.map((group) => ({ group, cap: lower(group.cap) })),
    rowMarks: item.rows.flatMap((row) =>
      row.fullMarks === undefined ? [] : [{ id: row.id, marks: lower(row.fullMarks) }],
    ),
    notApplicable: sheet.notApplicable ?? 'nothing-to-deduct',
    awards: item.start === 'zero' || clauses.some((clause) => clause.rules.some(mayAward)),
    exact: false,
  };
}

/** Whether anything that may be found of the rule adds marks. */
function mayAward(rule: CompiledRule): boolean {
  const { contribution } = rule.ask({ closed: false, registers: { accidents: [], indicators: new Map() } });
  return compare(contribution.most, ZERO) > 0;
}

function compileRow(sheet: Sheet, row: Criterion, lower: Lower): ClauseProgram[] {
  return row.clauses.map((clause) => {
    const rules = clause.rules.map((rule) => compileRule(rule, { lower, clause: clause.id }));
    const classes = clause.classes ?? sheet.classes;
    const register = rules.find((rule) => rule.register)?.register;
    return { clause, row, sheet: sheet.id, rules, register, classes, units: clause.units };
  });
}

function compileForm(form: RatingForm, lower: Lower): FormProgram {
  return {
    form,
    scale: lower(form.scale),
    coefficient: getNumber(form.coefficient),
    raters: BigInt(form.raters),
    decimals: Number(form.decimals),
    trim: Number(form.trim ?? '0'),
  };
}

function compileBonus(bonus: Bonus, lower: Lower): BonusProgram {
  const kinds = new Map(
    bonus.kinds.map((kind) => {
      const levels = Object.entries(kind.levels ?? {}).map(([level, points]) => [level, lower(points)] as const);
      return [
        kind.kind,
        { amount: kind.amount === undefined ? undefined : lower(kind.amount), levels: new Map(levels) },
      ];
    }),
  );
  const amounts = bonus.kinds.flatMap((kind) => [...Object.values(kind.levels ?? {}), kind.amount ?? '0']);
  return {
    cap: lower(bonus.cap),
    earns: bonus.kinds.some((kind) => kind.judgement) || amounts.some((amount) => getNumber(amount).n > 0n),
    judged: bonus.kinds.find((kind) => kind.judgement)?.kind,
    points: (name, level) => kinds.get(name)?.amount ?? kinds.get(name)?.levels.get(level ?? ''),
  };
}
