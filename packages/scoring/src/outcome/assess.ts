/** The whole: every unit scored, decided and ranked. */
import type { Facts } from '../facts/facts.js';
import type { Program } from '../scheme/program.js';
import { type ScoredUnit, scoreUnit } from '../score/unit.js';
import { type Decision, decide } from './decide.js';
import { type RankRange, rank } from './ranking.js';

export interface AssessedUnit {
  readonly scored: ScoredUnit;
  readonly decision: Decision;
  readonly rank: RankRange | undefined;
  /** Accidents used whose casualty count may still change. */
  readonly provisional: readonly string[];
}

export interface Assessment {
  readonly program: Program;
  readonly facts: Facts;
  /** In the order of the facts: the printed order. */
  readonly units: readonly AssessedUnit[];
}

/** Scores every unit of the facts; each sheet is ranked on its own. */
export function assess(program: Program, facts: Facts): Assessment {
  const units = facts.units.map((unit) => {
    const scored = scoreUnit(program, unit);
    return { scored, decision: decide(program, scored) };
  });
  const ranks = new Map<(typeof units)[number], RankRange | undefined>();
  for (const sheet of program.sheets.keys()) {
    const entered = units.filter(({ scored }) => scored.facts.sheet === sheet);
    const ranked = rank(
      entered.map(({ scored, decision }) => ({ total: scored.total, vetoed: vetoedState(decision) })),
    );
    for (const [index, unit] of entered.entries()) ranks.set(unit, ranked[index]);
  }
  return {
    program,
    facts,
    units: units.map((unit) => ({ ...unit, rank: ranks.get(unit), provisional: provisionalAccidents(unit.scored) })),
  };
}

function vetoedState({ vetoes, possibleVetoes }: Decision): 'yes' | 'possible' | 'no' {
  if (vetoes.length > 0) return 'yes';
  return possibleVetoes.length > 0 ? 'possible' : 'no';
}

function provisionalAccidents(scored: ScoredUnit): string[] {
  return scored.facts.registers.accidents.filter((accident) => !accident.final).map((accident) => accident.id);
}
