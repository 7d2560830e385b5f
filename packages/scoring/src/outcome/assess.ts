/** The whole: every unit scored, decided and ranked. */
import type { Facts } from '../facts/facts.js';
import type { Program } from '../scheme/program.js';
import { type ScoredUnit, scoreUnit } from '../score/unit.js';
import { type Decision, decide, type FoundVetoes, findVetoes } from './decide.js';
import type { Standing } from './quota.js';
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
  const entered = facts.units.map((unit) => {
    const scored = scoreUnit(program, unit);
    return { scored, found: findVetoes(program, scored) };
  });
  const standings = new Map([...program.sheets.keys()].flatMap((sheet) => standingsOn(sheet, entered)));
  const units = entered.map(({ scored, found }): AssessedUnit => {
    const standing = standings.get(scored) ?? { rank: undefined, ranked: { least: 0, most: 0 } };
    const decision = decide(program, scored, { found, standing });
    return { scored, decision, rank: standing.rank, provisional: provisionalAccidents(scored) };
  });
  return { program, facts, units };
}

interface Entered {
  readonly scored: ScoredUnit;
  readonly found: FoundVetoes;
}

function standingsOn(sheet: string, entered: readonly Entered[]): [ScoredUnit, Standing][] {
  const units = entered.filter(({ scored }) => scored.facts.sheet === sheet);
  const states = units.map(({ found }) => vetoedState(found));
  const ranks = rank(units.map(({ scored }, index) => ({ total: scored.total, vetoed: states[index] ?? 'no' })));
  const ranked = {
    least: states.filter((state) => state === 'no').length,
    most: states.filter((state) => state !== 'yes').length,
  };
  return units.map(({ scored }, index) => [scored, { rank: ranks[index], ranked }]);
}

function vetoedState({ vetoes, possibleVetoes }: FoundVetoes): 'yes' | 'possible' | 'no' {
  if (vetoes.length > 0) return 'yes';
  return possibleVetoes.length > 0 ? 'possible' : 'no';
}

function provisionalAccidents(scored: ScoredUnit): string[] {
  return scored.facts.registers.accidents.filter((accident) => !accident.final).map((accident) => accident.id);
}
