/** What follows from a unit's score: grades, vetoes, award. A veto never improves an outcome. */

import type { Award, Veto } from '../scheme/outcome.js';
import type { Program } from '../scheme/program.js';
import type { ScoredUnit } from '../score/unit.js';
import { type Text, text } from '../wording/text.js';
import { judge } from './conditions.js';
import { lowestGrade, possibleGrades } from './grades.js';

export interface DecidedVeto {
  readonly veto: Veto;
  readonly why: Text;
}

export interface Decision {
  /** The grades still possible, best first; one when all is known. */
  readonly grades: readonly string[];
  readonly vetoes: readonly DecidedVeto[];
  /** Vetoes that what is still open may bring. */
  readonly possibleVetoes: readonly DecidedVeto[];
  readonly award: AwardDecision;
}

export interface AwardDecision {
  /** `undecided` while what is open can change it. */
  readonly eligible: 'yes' | 'no' | 'undecided';
  /** The grounds, in the scheme's words. */
  readonly why: readonly Text[];
}

export function decide(program: Program, scored: ScoredUnit): Decision {
  const judged = program.scheme.vetoes.map((veto) => ({ veto, ...judge(veto.when, scored) }));
  const vetoes = judged.filter(({ state }) => state === 'holds').map(({ veto, why }) => ({ veto, why: why() }));
  const possibleVetoes = judged
    .filter(({ state }) => state === 'possible')
    .map(({ veto, why }) => ({ veto, why: why() }));
  const grades = gradesUnder(program, scored, { vetoes, possibleVetoes });
  const award = program.scheme.awards[0];
  const outcome = { grades, vetoed: vetoes.length > 0, mayBeVetoed: possibleVetoes.length > 0 };
  return {
    grades,
    vetoes,
    possibleVetoes,
    award: award ? decideAward(award, scored, outcome) : { eligible: 'no', why: [] },
  };
}

/** The computed grades; a veto that fails the grade puts the lowest in their place. */
function gradesUnder(
  program: Program,
  scored: ScoredUnit,
  found: Pick<Decision, 'vetoes' | 'possibleVetoes'>,
): string[] {
  const computed = possibleGrades(program, scored.total);
  const fails = ({ veto }: DecidedVeto) => veto.effect === 'grade-fail';
  const lowest = lowestGrade(program);
  if (found.vetoes.some(fails)) return [lowest];
  return found.possibleVetoes.some(fails) && !computed.includes(lowest) ? [...computed, lowest] : computed;
}

function decideAward(
  award: Award,
  scored: ScoredUnit,
  outcome: { readonly grades: readonly string[]; readonly vetoed: boolean; readonly mayBeVetoed: boolean },
): AwardDecision {
  const grounds = award.disqualified.map((ground) => ({ ground, ...judge(ground.when, scored) }));
  const against = grounds.filter(({ state }) => state === 'holds').map(({ ground }) => text(ground.name, ground.name));
  if (outcome.vetoed) against.push(text('一票否决', 'veto'));
  const fitting = outcome.grades.filter((grade) => award.grades.includes(grade));
  if (fitting.length === 0) against.push(text(`等次未达${award.grades.join('、')}`, 'grade not reached'));
  if (against.length > 0) return { eligible: 'no', why: against };
  const open =
    fitting.length < outcome.grades.length || outcome.mayBeVetoed || grounds.some(({ state }) => state === 'possible');
  return open
    ? { eligible: 'undecided', why: [text('尚有未决事项', 'not all is closed yet')] }
    : { eligible: 'yes', why: [] };
}
