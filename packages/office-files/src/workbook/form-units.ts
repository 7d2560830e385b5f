/** The units of a file: those of the population and those the facts place themselves. */
import { isRawObject, type Program, type RawObject, type RawTree } from '@kaohe/scoring';
import type { FormUnit } from './unit-layout.js';

/** The units with a sheet of their own, in printed order; a unit nobody can place has none. */
export function formUnits(program: Program, tree: RawObject): FormUnit[] {
  const stated = isRawObject(tree.units) ? Object.entries(tree.units) : [];
  const placed = stated.flatMap(([name, facts]) => placeUnit(program, name, facts) ?? []);
  const printed = program.scheme.population.units.map((unit) => unit.name);
  const rank = ({ name }: FormUnit) => (printed.includes(name) ? printed.indexOf(name) : printed.length);
  return placed.sort((a, b) => rank(a) - rank(b));
}

function placeUnit(program: Program, name: string, facts: RawTree): FormUnit | undefined {
  const known = program.scheme.population.units.find((unit) => unit.name === name || unit.aliases?.includes(name));
  const of = isRawObject(facts) ? facts : {};
  const sheet = typeof of.sheet === 'string' ? of.sheet : known?.sheet;
  const wanted = typeof of.class === 'string' ? of.class : known?.class;
  const unitClass = program.sheets.get(sheet ?? '')?.sheet.classes.find((one) => one === wanted);
  return sheet === undefined || unitClass === undefined ? undefined : { name, sheet, class: unitClass };
}
