/** Where one unit's facts stand, and the registers as they concern it. */
import type { ClauseProgram, Program, Severity } from '@kaohe/scoring';
import { call, type Expression, type GridCell, range, sumOf } from './expression.js';
import { closedKey, type FactCells, factKey, indicatorKey, TALKS_KEY, talkingBodies, talksKey } from './facts-sheet.js';
import type { AccidentCounts } from './registers.js';
import type { RuleContext } from './rule-context.js';
import { leastCommonMultiple, whole } from './scale.js';

export interface UnitPlace {
  readonly program: Program;
  readonly scale: number;
  readonly facts: FactCells;
  readonly accidents: AccidentCounts;
  /** How many zones the fact cells of a clause have room for. */
  readonly zones: (clause: string) => number;
  /** The sum of the deeds that count. */
  readonly bonus: Expression;
  readonly ratings: (form: string) => readonly [least: GridCell, most: GridCell];
}

export interface RulePlace extends Pick<RuleContext, 'common' | 'own' | 'line' | 'denominator'> {
  readonly clause: ClauseProgram;
  readonly index: number;
  /** The cell with the unit's name. */
  readonly unit: GridCell;
}

export function ruleContext(place: UnitPlace, { clause: compiled, index, unit, ...own }: RulePlace): RuleContext {
  const { clause, row } = compiled;
  const { facts } = place;
  const key = (input: string) => factKey(clause.id, index, input);
  const context: RuleContext = {
    ...own,
    scale: place.scale,
    weight: weightOf(place.program, compiled.sheet),
    closed: facts.at(closedKey(row.id)),
    input: (input) => facts.at(key(input)),
    decimals: (input) => facts.decimals(key(input)),
    inputs: (inputs) => range(inputs.map((input) => facts.at(key(input)))),
    talks: (by) => ({ known: facts.at(TALKS_KEY), count: talksHeld(place, by) }),
    indicator: (name) => ({
      ...context,
      input: (input) => facts.at(indicatorKey(name, input)),
      decimals: (input) => facts.decimals(indicatorKey(name, input)),
    }),
    events: (level: Severity, responsibleOnly) => place.accidents.of(unit, level, { test: 'exactly', responsibleOnly }),
  };
  return context;
}

/** The least number that every weight of the sheet's parts divides whole. */
export function weightOf({ sheets }: Program, sheet: string): number {
  const denominators = (sheets.get(sheet)?.parts ?? []).map(({ factor }) => factor.d);
  return whole(denominators.reduce(leastCommonMultiple, 1n));
}

/** Talks by any of the bodies; by anybody where none is named. */
export function talksHeld(
  { program, facts }: Pick<UnitPlace, 'program' | 'facts'>,
  by: readonly string[] | undefined,
): Expression {
  const bodies: (string | undefined)[] = by ? [...by] : [...talkingBodies(program), undefined];
  return call('SUM', sumOf(bodies.map((body) => facts.at(talksKey(body)))));
}
