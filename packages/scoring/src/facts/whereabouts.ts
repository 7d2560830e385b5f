/** Where an accident happened and under whom: a place is a district, a department has industries. */
import type { RawObject, RawTree } from '../observations/raw-tree.js';
import type { Unit } from '../scheme/population.js';
import type { Program } from '../scheme/program.js';

/** The units where accidents can happen; a department has them by the industry it manages. */
export function placesOf({ scheme }: Program): Unit[] {
  return scheme.population.units.filter((unit) => unit.class !== 'department');
}

/** Whether a class may stand as a place. Where departments alone are assessed nothing else could. */
export function isPlace(program: Program, unitClass: RawTree | undefined): boolean {
  return unitClass !== 'department' || placesOf(program).length === 0;
}

/** The columns of the ledger that give an accident to a unit: one of a department happens in some district. */
export function whereabouts(program: Program, unit: string, stated?: RawTree): RawObject {
  const known = program.scheme.population.units.find(({ name }) => name === unit);
  const [district] = placesOf(program);
  const isOwnPlace = district === undefined || isPlace(program, known?.class ?? stated);
  return isOwnPlace ? { place: unit } : { place: district.name, department: unit };
}
