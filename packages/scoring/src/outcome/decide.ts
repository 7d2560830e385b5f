/** What follows from a unit's score: grades, vetoes, award. A veto never improves an outcome. */

import type { Award, Veto } from '../scheme/outcome.js';
import type { Program } from '../scheme/program.js';
import type { ScoredUnit } from '../score/unit.js';
import { type Text, text } from '../wording/text.js';
import { judge } from './conditions.js';
import { failingGrade, fallenTo, possibleGrades } from './grades.js';
import { type Standing, withinQuota } from './quota.js';

export interface DecidedVeto {
  readonly veto: Veto;
  readonly why: Text;
}

export interface FoundVetoes {
  readonly vetoes: readonly DecidedVeto[];
  /** Vetoes that what is still open may bring. */
  readonly possibleVetoes: readonly DecidedVeto[];
}

export interface Decision extends FoundVetoes {
  /** The grades still possible, best first; one when all is known. */
  readonly grades: readonly string[];
  /** Every award of the scheme, in its order; empty where it has none. */
  readonly awards: readonly DecidedAward[];
  /** The first of them; where there is none, there is nothing to be eligible for. */
  readonly award: AwardDecision;
}

export interface AwardDecision {
  /** `undecided` while what is open can change it. */
  readonly eligible: 'yes' | 'no' | 'undecided';
  /** The grounds, in the scheme's words. */
  readonly why: readonly Text[];
}

export interface DecidedAward extends AwardDecision {
  readonly award: Award;
}

/** The vetoes that hold, and those that may still. */
export function findVetoes(program: Program, scored: ScoredUnit): FoundVetoes {
  const judged = program.scheme.vetoes.map((veto) => ({ veto, ...judge(veto.when, scored) }));
  const inState = (wanted: 'holds' | 'possible') =>
    judged.filter(({ state }) => state === wanted).map(({ veto, why }) => ({ veto, why: why() }));
  return { vetoes: inState('holds'), possibleVetoes: inState('possible') };
}

/** Grades and awards, once vetoes and standing are known. */
export function decide(
  program: Program,
  scored: ScoredUnit,
  { found, standing }: { readonly found: FoundVetoes; readonly standing: Standing },
): Decision {
  const computed = withinQuota(program, possibleGrades(program, scored.total), standing);
  const grades = underVetoes(program, computed, found);
  const awards = program.scheme.awards.map(
    (award): DecidedAward => ({ award, ...decideAward(award, scored, { grades, found }) }),
  );
  return { ...found, grades, awards, award: awards[0] ?? { eligible: 'no', why: [] } };
}

/** The computed grades; a veto that fails the grade puts its own, or the lowest, in place of every better one. */
function underVetoes(program: Program, computed: readonly string[], found: FoundVetoes): readonly string[] {
  const failing = (vetoes: readonly DecidedVeto[]) =>
    vetoes.filter(({ veto }) => veto.effect === 'grade-fail').map(({ veto }) => failingGrade(program, veto));
  const under = (grades: readonly string[], own: string) => fallenTo(program, grades, own);
  const standing = failing(found.vetoes).reduce(under, computed);
  return [...new Set([...standing, ...failing(found.possibleVetoes).flatMap((own) => under(standing, own))])];
}

function decideAward(
  award: Award,
  scored: ScoredUnit,
  { grades, found }: { readonly grades: readonly string[]; readonly found: FoundVetoes },
): AwardDecision {
  const grounds = award.disqualified.map((ground) => ({ ground, ...judge(ground.when, scored) }));
  const against = grounds
    .filter(({ state }) => state === 'holds')
    .map(({ ground }) => text(ground.name, ground.nameEn));
  if (found.vetoes.length > 0) against.push(text('一票否决', 'veto'));
  const fitting = grades.filter((grade) => award.grades.includes(grade));
  if (fitting.length === 0) against.push(text(`等次未达${award.grades.join('、')}`, 'grade not reached'));
  if (against.length > 0) return { eligible: 'no', why: against };
  const open =
    fitting.length < grades.length ||
    found.possibleVetoes.length > 0 ||
    grounds.some(({ state }) => state === 'possible');
  return open
    ? { eligible: 'undecided', why: [text('尚有未决事项', 'not all is closed yet')] }
    : { eligible: 'yes', why: [] };
}
