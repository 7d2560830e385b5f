/** The facts of a form nobody has filled in yet: its units, and everything open. */
import type { Program, RawObject, UnitClass } from '@kaohe/scoring';

export interface NamedUnit {
  readonly name: string;
  /** Stated for a unit outside the population. */
  readonly placed?: { readonly sheet: string; readonly class: UnitClass } | undefined;
}

export function emptyFacts(program: Program, units: readonly NamedUnit[]): RawObject {
  return {
    scheme: program.scheme.id,
    unmentioned: 'open',
    units: Object.fromEntries(units.map(({ name, placed }) => [name, { ...placed }])),
  };
}
