/** The names units go by. */
import type { Program } from '../scheme/program.js';

/** A unit's canonical name, by name or alias; undefined outside the population. */
export function canonicalUnit(program: Program, name: string): string | undefined {
  return program.scheme.population.units.find((unit) => unit.name === name || unit.aliases?.includes(name))?.name;
}

/** Every name and alias of the population, for suggestions. */
export function knownNames(program: Program): string[] {
  return program.scheme.population.units.flatMap((unit) => [unit.name, ...(unit.aliases ?? [])]);
}

/** The population's names in printed order. */
export function unitNames(program: Program): string[] {
  return program.scheme.population.units.map((unit) => unit.name);
}
