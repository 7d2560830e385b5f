/** planSheet(program, sheet) → the sheet as integers, or the reason why it does not mustFit and the interpreter must do it. */
import { getNumber } from '../exact/decimal.js';
import { multiply, type Rational, whole } from '../exact/rational.js';
import { failingGrade, gradesOfVetoes } from '../outcome/grades.js';
import type { Rule } from '../rules/rule.js';
import type { OutcomeCondition } from '../scheme/outcome.js';
import type { Program, SheetProgram } from '../scheme/program.js';
import { scoreRating } from '../score/rating.js';
import { assertNever } from '../wording/assert-never.js';
import type { PlanBonus, PlanPart, PlanVeto, SheetPlan } from './plan.js';
import { type Drafting, planItem, type SlotReader } from './plan-item.js';
import { proveRange } from './range.js';
import { mustFit, Unfit } from './unfit.js';
import { leastUnits, unitsOf } from './units.js';

/** A sheet ready for the fast backend: its plan, and what reads facts into its slots. */
export interface FastSheet {
  readonly program: Program;
  readonly plan: SheetPlan;
  readonly readers: readonly SlotReader[];
  /** Veto index → its register's condition and the slot for its count. */
  readonly counted: readonly { readonly when: OutcomeCondition; readonly slot: number }[];
}

const MOST_EVENTS = 9999;
const MOST_VETOES = 16;
/** Given marks may have two decimals more than the amounts of the scheme. */
const MARK_GRAIN = 100;

/** The sheet's plan, or why there is none. */
export function planSheet(program: Program, sheetId: string): FastSheet | { readonly unfit: string } {
  const sheet = program.sheets.get(sheetId);
  if (!sheet) return { unfit: `no sheet ${sheetId}` };
  const fine = givesMarks(program, sheet) ? draftOrReason(program, sheet, MARK_GRAIN) : undefined;
  return fine && !('unfit' in fine) ? fine : draftOrReason(program, sheet, 1);
}

function draftOrReason(program: Program, sheet: SheetProgram, finer: number): FastSheet | { readonly unfit: string } {
  try {
    return draftSheet(program, sheet, finer);
  } catch (error) {
    if (error instanceof Unfit) return { unfit: error.reason };
    throw error;
  }
}

/** Whether people or quantities give marks of their own: these may be finer than the scheme's amounts. */
function givesMarks(program: Program, { sheet }: SheetProgram): boolean {
  const rules = sheet.items.flatMap((item) =>
    item.rows.flatMap((row) => row.clauses.flatMap((clause) => clause.rules)),
  );
  return (
    program.bonus.judged !== undefined ||
    rules.some((rule) => rule.kind === 'judgement' || rule.kind === 'formula' || isProrated(rule))
  );
}

function isProrated(rule: Rule): boolean {
  return rule.kind === 'per-step' && rule.partialStep === 'prorate';
}

function draftSheet(program: Program, sheet: SheetProgram, finer: number): FastSheet {
  const scale = mustFit(unitsOf(whole(program.scale * BigInt(finer)), 1), 'the scale is beyond 32 bits');
  const sheetScale = scale / sheetWeight(sheet);
  if (!Number.isInteger(sheetScale)) throw new Unfit('the scale does not hold the part of the sheet');
  const drafting: Drafting = { sheetScale, slots: [], readers: [], clauses: 0 };
  const items = sheet.items.map((item, index) => planItem(item, drafting, index));
  const bonus = planBonus(program, drafting, scale);
  const parts = sheet.parts.map((part) => planPart(program, { part, scale }, drafting));
  const counted: { when: OutcomeCondition; slot: number }[] = [];
  const bands = planBands(program, scale);
  const vetoes = planVetoes(program, { drafting, scale, counted, grades: bands.grades });
  const plan = {
    sheet: sheet.sheet.id,
    scale,
    sheetScale,
    slots: drafting.slots,
    items,
    clauses: drafting.clauses,
    carries: items.some((item) => item.carry),
    bonus,
    parts,
    ...bands,
    vetoes,
  };
  return { program, plan: { ...plan, totals: proveRange(plan) }, readers: drafting.readers, counted };
}

/** By how much finer the total's grid is than the sheet's: the sheet's parts must come out whole. */
function sheetWeight(sheet: SheetProgram): number {
  const factors = sheet.parts.filter(({ part }) => part.form === undefined).map(({ factor }) => factor);
  const common = factors.reduce((scale, { d }) => lcm(scale, Number(d)), 1);
  return mustFit(Number.isSafeInteger(common) ? common : undefined, 'the weights are beyond 32 bits');
}

function lcm(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return (a / x) * b;
}

function planBonus(program: Program, { slots, sheetScale }: Drafting, scale: number): PlanBonus {
  const { base, ceiling } = program.scheme.bonus;
  const over = base === 'sheet' ? sheetScale : scale;
  const units = (value: Rational) => mustFit(unitsOf(value, over), 'the bonus is off the grid');
  const cap = units(program.bonus.cap);
  slots.push({ name: 'bonus', least: 0, most: Math.min(2 ** 24, 1000 * (cap + 1)) });
  return { slot: slots.length - 1, cap, base, ...(ceiling && { ceiling: units(program.fullMarks) }) };
}

function planPart(
  program: Program,
  { part, scale }: { readonly part: SheetProgram['parts'][number]; readonly scale: number },
  { slots, sheetScale }: Drafting,
): PlanPart {
  const { id, form: formId } = part.part;
  if (formId === undefined) {
    const times = unitsOf(multiply(part.factor, whole(scale / sheetScale)), 1);
    return { id, times: mustFit(times, `${id}: the weight is off the grid`) };
  }
  const form = program.forms.get(formId);
  if (!form) throw new Unfit(`${id}: no form ${formId}`);
  const most = leastUnits(scoreRating(form, undefined).score.most, scale);
  slots.push({ name: `rating/${formId}`, least: 0, most: mustFit(most, `${formId}: beyond 32 bits`) });
  return { id, slot: slots.length - 1, times: 0 };
}

function planBands(
  program: Program,
  scale: number,
): Pick<SheetPlan, 'bands' | 'grades'> & { readonly grades: string[] } {
  if (program.bands.some((band) => band.quota !== undefined)) throw new Unfit('a grade has a quota');
  const bands = program.bands.flatMap(({ from }) =>
    from === undefined ? [] : [mustFit(leastUnits(from, scale), 'a band is beyond 32 bits')],
  );
  const grades = program.bands.map((band) => band.grade);
  const ordered = bands.every((from, index) => index === 0 || from < (bands[index - 1] ?? 0));
  const openBelow = program.bands.slice(bands.length).length;
  const lastOnly = program.bands.slice(0, bands.length).every((band) => band.from !== undefined);
  if (!ordered || !lastOnly || openBelow > 1) throw new Unfit('the grade bands are not in order');
  return { bands, grades: openBelow === 1 ? grades : [...grades, ''] };
}

interface Outcome {
  readonly drafting: Drafting;
  readonly scale: number;
  readonly counted: { when: OutcomeCondition; slot: number }[];
  readonly grades: string[];
}

function planVetoes(program: Program, outcome: Outcome): PlanVeto[] {
  const { vetoes } = program.scheme;
  if (vetoes.length > MOST_VETOES) throw new Unfit('more vetoes than a state word holds');
  outcome.grades.push(...gradesOfVetoes(program));
  return vetoes.map((veto): PlanVeto => {
    const when = planCondition(veto.id, veto.when, outcome);
    if (veto.effect !== 'grade-fail') return { id: veto.id, when };
    const grade = outcome.grades.indexOf(failingGrade(program, veto));
    return grade < 0 ? { id: veto.id, when } : { id: veto.id, when, grade };
  });
}

function planCondition(id: string, when: OutcomeCondition, outcome: Outcome): PlanVeto['when'] {
  const { slots, sheetScale } = outcome.drafting;
  switch (when.kind) {
    case 'accidents':
    case 'talks': {
      const slot = slots.push({ name: `veto/${id}`, least: 0, most: MOST_EVENTS }) - 1;
      outcome.counted.push({ when, slot });
      return { kind: 'count', slot, count: Number(when.count) };
    }
    case 'score-below': {
      const over = when.of === 'sheet' ? sheetScale : outcome.scale;
      const below = mustFit(leastUnits(getNumber(when.value), over), `${id}: beyond 32 bits`);
      return { kind: 'below', of: when.of, below };
    }
    default:
      return assertNever(when);
  }
}
