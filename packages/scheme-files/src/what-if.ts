/** One observation of one unit changed: the whole assessment before and after, so that every unit it moves can be shown. */
import { type Assessment, isRawObject, type Problem, type Program, type RawObject, type RawTree } from '@kaohe/scoring';
import type { FlippedUnit } from './flip-readings.js';
import { movedUnits } from './flip-readings.js';
import type { SchemeFolder } from './scheme-folder.js';
import { assessTree } from './score-file.js';

export interface Change {
  /** By its name or an alias. */
  readonly unit: string;
  readonly clause: string;
  /** In FACTS' shape; left out: what is observed there is taken back. */
  readonly observation?: RawTree | undefined;
}

export interface WhatIf {
  readonly before: Assessment;
  readonly after: Assessment;
  /** The units whose total, grade or rank it moves. */
  readonly moved: readonly FlippedUnit[];
}

/** What would follow from the change; the facts themselves stay as they are. */
export function whatIf(
  folder: SchemeFolder,
  facts: RawTree,
  change: Change,
): WhatIf | { readonly problems: readonly Problem[] } {
  const before = assessTree(folder, facts);
  if ('problems' in before) return before;
  const after = assessTree(folder, withChange(before.program, object(facts), change));
  return 'problems' in after ? after : { before, after, moved: movedUnits(before, after) };
}

const object = (tree: RawTree | undefined): RawObject => (isRawObject(tree) ? tree : {});

function withChange({ scheme }: Program, facts: RawObject, { unit, clause, observation }: Change): RawObject {
  const units = object(facts.units);
  const listed = scheme.population.units.find((one) => one.name === unit || one.aliases?.includes(unit));
  const names = [unit, ...(listed ? [listed.name, ...(listed.aliases ?? [])] : [])];
  const key = names.find((name) => units[name] !== undefined) ?? unit;
  const given = object(units[key]);
  const { [clause]: _, ...others } = object(given.observations);
  const observations = observation === undefined ? others : { ...others, [clause]: observation };
  return { ...facts, units: { ...units, [key]: { ...given, observations } } };
}
