/** The lines of one unit's sheet in printed order: items, criteria, and for each clause the cells its kind needs. */
import {
  type ClauseProgram,
  type Criterion,
  cellText,
  type Program,
  type RawObject,
  type RawTree,
  type UnitClass,
} from '@kaohe/scoring';
import { type ClauseCells, clauseCells, repeatsOf } from './clause-cells.js';
import { clauseFields } from './clause-fields.js';
import { FEWEST_REPEATS, type Field } from './field.js';

export interface FormUnit {
  readonly name: string;
  readonly sheet: string;
  readonly class: UnitClass;
}

export type UnitLine =
  | { readonly kind: 'item'; readonly text: string }
  | {
      readonly kind: 'criterion';
      readonly row: Criterion;
      readonly text: string;
      readonly method: string;
      readonly lines: number;
    }
  | {
      readonly kind: 'clause';
      readonly clause: ClauseProgram;
      readonly lines: readonly Field[];
      readonly cells: ClauseCells | undefined;
    }
  /** A clause nobody fills in here, and why. */
  | { readonly kind: 'grey'; readonly clause: ClauseProgram; readonly why: string };

const SUPPLIERS = { team: '考核组', office: '安委办', division: '处室' } as const;
const REGISTERS = { accidents: '事故', talks: '约谈', indicators: '指标' } as const;

/** The lines of a unit, filled with what its observations say; `said` gets the clauses whose cells say all of it. */
export function unitLayout(
  program: Program,
  unit: FormUnit,
  { observations, said }: { readonly observations: RawObject; readonly said: Set<string> },
): UnitLine[] {
  const sheet = program.sheets.get(unit.sheet);
  return (sheet?.items ?? []).flatMap(({ item, clauses }) => [
    { kind: 'item' as const, text: `${item.name}（${item.fullMarks}分）` },
    ...item.rows.flatMap((row) => {
      const own = clauses.filter((one) => one.row.id === row.id);
      const lines = own.map((clause) =>
        clauseLine(clause, unit, { observation: observations[clause.clause.id], said }),
      );
      return [criterionLine(row, lines), ...lines];
    }),
  ]);
}

function criterionLine(row: Criterion, lines: readonly UnitLine[]): UnitLine {
  const { by, name } = row.supplier;
  const method = row.method === undefined ? '' : cellText(row.method);
  const count = lines.reduce((sum, line) => sum + (line.kind === 'clause' ? line.lines.length : 1), 1);
  const text = [row.name, cellText(row.criterion)].filter(Boolean).join('：');
  return {
    kind: 'criterion',
    row,
    text,
    method: [name ?? SUPPLIERS[by], method].filter(Boolean).join('：'),
    lines: count,
  };
}

function clauseLine(
  clause: ClauseProgram,
  unit: FormUnit,
  { observation, said }: { readonly observation: RawTree | undefined; readonly said: Set<string> },
): UnitLine {
  const why = reasonForGrey(clause, unit);
  if (why !== undefined) return { kind: 'grey', clause, why };
  const lines = clauseFields(clause, repeatsOf(observation, FEWEST_REPEATS));
  const isObject = typeof observation === 'object' && !Array.isArray(observation);
  const cells = isObject ? clauseCells(lines, observation as RawObject) : undefined;
  if (cells) said.add(clause.clause.id);
  return { kind: 'clause', clause, lines, cells };
}

function reasonForGrey({ clause, register, classes, units, rules }: ClauseProgram, unit: FormUnit): string | undefined {
  if (!classes.includes(unit.class) || (units && !units.includes(unit.name))) return '不适用于本单位';
  if (register !== undefined) return `由“${REGISTERS[register]}”表得出，不填`;
  return rules.length === 0 || clause.rules.length === 0 ? '不计分，不填' : undefined;
}
