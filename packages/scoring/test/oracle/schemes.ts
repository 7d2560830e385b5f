// The three schemes that random facts are made for, and the engine asked about them in the oracle's terms.

import { chooseReadings, type SchemeFolder } from '@kaohe/scheme-files';
import {
  type Assessment,
  assess,
  compile,
  formatExact,
  type Program,
  type RawTree,
  readFacts,
  readingsAsked,
  type ScoredUnit,
} from '@kaohe/scoring';
import { getFolder } from '../../../../schemes/folder.js';
import { generalScheme } from './general-scheme.js';
import type { UnitResult } from './oracle.js';

export const folders: readonly SchemeFolder[] = [
  getFolder('zhengzhou-2019'),
  getFolder('shandong-2016'),
  { id: 'general', edition: 'none', tree: generalScheme, coverage: [] },
];

const programs = new WeakMap<SchemeFolder, Map<string, Program>>();

/** The program under the readings that facts ask for, compiled once. */
export function programFor(folder: SchemeFolder, facts: RawTree): Program {
  const asked = readingsAsked(facts);
  const key = JSON.stringify(Object.entries(asked).sort());
  const known = programs.get(folder) ?? new Map<string, Program>();
  programs.set(folder, known);
  const before = known.get(key);
  if (before) return before;
  const chosen = chooseReadings(folder.tree, asked);
  const program = 'problems' in chosen ? chosen : compile(chosen.scheme, chosen.readings);
  if ('problems' in program) throw new Error(JSON.stringify(program.problems));
  known.set(key, program);
  return program;
}

/** Facts that must be in order, assessed. */
export function assessed(folder: SchemeFolder, facts: RawTree): Assessment {
  const program = programFor(folder, facts);
  const read = readFacts(program, facts);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return assess(program, read);
}

export function scoredUnits(folder: SchemeFolder, facts: RawTree): ScoredUnit[] {
  return assessed(folder, facts).units.map((unit) => unit.scored);
}

/** The engine's answer in the oracle's shape, at one end of its intervals. */
export function engine(assessment: Assessment, end: 'least' | 'most'): Record<string, UnitResult> {
  return Object.fromEntries(
    assessment.units.map(({ scored, decision, rank }) => [
      scored.facts.unit,
      {
        items: Object.fromEntries(scored.items.map((one) => [one.compiled.item.id, formatExact(one.score[end])])),
        sheetScore: formatExact(scored.sheetScore[end]),
        bonus: formatExact(scored.bonus.score[end]),
        parts: Object.fromEntries(scored.parts.map((one) => [one.compiled.part.id, formatExact(one.score[end])])),
        total: formatExact(scored.total[end]),
        grade: decision.grades.join(' or '),
        vetoes: decision.vetoes.map(({ veto }) => veto.id),
        award: decision.awards.some(({ eligible }) => eligible === 'yes'),
        rank: rank?.[end] ?? null,
      },
    ]),
  );
}
