/** The rows of a clause: each rule with its facts, the lines of its arithmetic, and what it asks for. */
import { type ClauseProgram, type Interval, ruleText } from '@kaohe/scoring';
import {
  type Expression,
  expression,
  type GridCell,
  isBlank,
  joined,
  type Operand,
  same,
  sumOf,
  when,
} from './expression.js';
import { factInputs, NOT_APPLICABLE, quantityInputs } from './fact-inputs.js';
import { closedKey, factKey, indicatorKey } from './facts-sheet.js';
import type { Ends } from './group-formulas.js';
import type { RuleContext } from './rule-context.js';
import { ruleAsked } from './rule-formulas.js';
import { Untranslatable } from './scale.js';
import { ruleContext } from './unit-context.js';
import { asFound, COLUMNS, type UnitDrawing } from './unit-drawing.js';

export interface DrawnClause {
  /** The row of its first rule. */
  readonly top: number;
  readonly asked: Ends;
}

const NOTHING: Ends = { least: expression(0), most: expression(0) };

export function drawClause(drawing: UnitDrawing, compiled: ClauseProgram): DrawnClause {
  const { grid, scored } = drawing;
  const { clause, row, classes, units } = compiled;
  const top = drawing.row;
  const applies = classes.includes(scored.facts.class) && (units?.includes(scored.facts.unit) ?? true);
  const drawn = applies ? clause.rules.map((_, index) => drawRule(drawing, compiled, index)) : [];
  if (drawn.length === 0) drawing.row += 1;
  grid.words([top, COLUMNS.row], row.row, 'centered');
  grid.words([top, COLUMNS.clause], clause.id);
  grid.words([top, COLUMNS.quote], clause.quote);
  if (!applies) grid.words([top, COLUMNS.note], '不适用于本单位', 'note');
  else if (drawn.length === 0) grid.words([top, COLUMNS.note], '按采用的理解不计分', 'note');
  if (drawn.length === 0) return { top, asked: NOTHING };
  return { top, asked: { least: sumOf(drawn.map(({ least }) => least)), most: sumOf(drawn.map(({ most }) => most)) } };
}

/** What cannot be translated stands as the engine found it, and says so. */
function drawRule(drawing: UnitDrawing, compiled: ClauseProgram, index: number): { least: GridCell; most: GridCell } {
  const { grid, place } = drawing;
  const rule = compiled.clause.rules[index];
  if (!rule) throw new RangeError(`no rule ${index} in ${compiled.clause.id}`);
  const top = drawing.row;
  const before = grid.cells.length;
  grid.words([top, COLUMNS.rule], ruleText(rule).zh);
  const isGone = goneTest(drawing, compiled, index);
  const free = (value: Operand, otherwise: Operand) => (isGone ? when(isGone, otherwise, value) : expression(value));
  const { own, line, lines } = linesBeneath(drawing, free);
  const denominators: GridCell[] = [];
  const denominator = (cell: GridCell) => denominators.push(cell);
  const context = ruleContext(place, {
    clause: compiled,
    index,
    own,
    line,
    denominator,
    common: drawing.common,
    unit: drawing.unit,
  });
  try {
    const keys = factKeys(drawing, compiled, index);
    refuseOdd(drawing, keys);
    const asked = ruleAsked(rule, context, place.zones(compiled.clause.id));
    drawing.denominators.push(...denominators);
    grid.formula([top, COLUMNS.note], factsText(drawing, keys, compiled.row.id), 'note');
    return asks(drawing, top, { least: free(asked.least, 0), most: free(asked.most, 0) });
  } catch (problem) {
    if (!(problem instanceof Untranslatable)) throw problem;
    grid.cells.splice(before + 1);
    lines.count = 0;
    drawing.untranslated.push(`${compiled.clause.id}：${problem.message}`);
    grid.words([top, COLUMNS.note], `未译成公式，数字是系统算出的：${problem.message}`, 'note');
    return asks(drawing, top, engineEnds(drawing, compiled, index));
  } finally {
    drawing.row = top + lines.count + 1;
  }
}

function asks({ grid }: UnitDrawing, top: number, { least, most }: Ends): { least: GridCell; most: GridCell } {
  return { least: grid.formula([top, COLUMNS.least], least), most: grid.formula([top, COLUMNS.most], most) };
}

/** The first fact cell of the clause says that it does not apply; an indicator says so for the rule it feeds. */
function goneTest({ place }: UnitDrawing, { clause, register }: ClauseProgram, index: number): Expression | undefined {
  const fed = clause.rules[index];
  if (fed?.kind === 'threshold' && register) {
    const first = quantityInputs(fed.quantity, () => undefined)[0];
    return first && same(place.facts.at(indicatorKey(fed.quantity.name, first.key)), NOT_APPLICABLE);
  }
  const rule = clause.rules[0];
  const first = rule && factInputs(rule, place.zones(clause.id))[0];
  return first && same(place.facts.at(factKey(clause.id, 0, first.key)), NOT_APPLICABLE);
}

interface Lines {
  readonly own: RuleContext['own'];
  readonly line: RuleContext['line'];
  readonly lines: { count: number };
}

function linesBeneath(
  { grid, row: top }: UnitDrawing,
  free: (value: Operand, otherwise: Operand) => Expression,
): Lines {
  const lines = { count: 0 };
  const line: RuleContext['line'] = (label, one, two) => {
    lines.count += 1;
    const row = top + lines.count;
    grid.words([row, COLUMNS.rule], `　${label}`, 'note');
    const left = grid.formula([row, COLUMNS.first], free(one, ''));
    return [left, two === undefined ? left : grid.formula([row, COLUMNS.second], free(two, ''))];
  };
  const own: RuleContext['own'] = (fewest, most) => [
    grid.formula([top, COLUMNS.first], free(fewest, '')),
    grid.formula([top, COLUMNS.second], free(most, '')),
  ];
  return { own, line, lines };
}

function factKeys({ place }: UnitDrawing, { clause, register }: ClauseProgram, index: number): string[] {
  const rule = clause.rules[index];
  if (rule?.kind === 'threshold' && register)
    return quantityInputs(rule.quantity, () => undefined).map(({ key }) => indicatorKey(rule.quantity.name, key));
  const inputs = rule ? factInputs(rule, place.zones(clause.id)) : [];
  return inputs.map(({ key }) => factKey(clause.id, index, key));
}

/** A fact that is no decimal cannot be typed as a number. */
function refuseOdd({ place }: UnitDrawing, keys: readonly string[]): void {
  const contents = keys.map((key) => place.facts.at(key).content);
  const odd = contents.find((content) => content.kind === 'fact' && isOdd(content.value));
  if (odd?.kind === 'fact') throw new Untranslatable(`事实“${odd.value}”不是小数`);
}

const isOdd = (value: number | string) => typeof value === 'string' && value !== '' && value !== NOT_APPLICABLE;

const MOST_SHOWN = 40;

/** The facts that are stated, each with its name: names and numbers come from cells. */
function factsText({ place }: UnitDrawing, keys: readonly string[], row: string): Expression {
  const shown = keys.slice(0, MOST_SHOWN).map((key) => {
    const cell = place.facts.at(key);
    return when(isBlank(cell), '', joined(joined(joined(place.facts.label(key), '：'), cell), '；'));
  });
  const closed = when(same(place.facts.at(closedKey(row)), 1), '', '（本行未核）');
  return [...shown, closed].reduce((left, right) => joined(left, right));
}

function engineEnds(drawing: UnitDrawing, compiled: ClauseProgram, index: number): Ends {
  const clause = drawing.scored.items.flatMap((item) => item.clauses).find((one) => one.compiled === compiled);
  const found: Interval | undefined = clause?.rules[index]?.contribution;
  return found ? { least: asFound(drawing, found.least), most: asFound(drawing, found.most) } : NOTHING;
}
