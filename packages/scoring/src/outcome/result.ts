/** The result as JSON (facts.md): decimal strings, intervals, nothing but data. */

import { formatExact } from '../exact/decimal.js';
import type { Interval } from '../exact/interval.js';
import { compare, isBounded, least, negate, type Rational, ZERO } from '../exact/rational.js';
import { renderProblem } from '../problems/messages.js';
import type { Problem } from '../problems/problem.js';
import { clauseReason } from '../score/clause-reason.js';
import type { ScoredClause, ScoredItem } from '../score/item.js';
import type { ScoredUnit } from '../score/unit.js';
import type { AssessedUnit, Assessment } from './assess.js';
import type { AwardDecision, DecidedVeto } from './decide.js';

export interface ScoreJson {
  readonly least: string;
  readonly most: string;
  readonly bound: 'exact' | 'outer';
}

export interface LostJson {
  readonly clause: string;
  readonly asked: string;
  readonly applied: string;
  readonly why: string;
  readonly whyEn: string;
}

export interface ItemJson {
  readonly id: string;
  readonly name: string;
  readonly fullMarks: string;
  readonly score: ScoreJson;
  readonly lost: readonly LostJson[];
}

export interface UnitJson {
  readonly unit: string;
  readonly sheet: string;
  readonly class: string;
  readonly items: readonly ItemJson[];
  readonly sheetScore: ScoreJson;
  readonly bonus: ScoreJson;
  readonly parts: Readonly<Record<string, ScoreJson>>;
  readonly total: ScoreJson;
  readonly grades: readonly string[];
  readonly vetoes: readonly VetoJson[];
  readonly possibleVetoes: readonly VetoJson[];
  /** The scheme's first award; `null` where it has none. */
  readonly award: AwardJson | null;
  /** The others, where the scheme has several. */
  readonly furtherAwards?: readonly (AwardJson & { readonly id: string })[];
  readonly rank: { readonly least: number; readonly most: number } | null;
  readonly provisional: readonly string[];
  /** Rows with a clause that is not settled. */
  readonly open: readonly string[];
  /** What else is not known: `bonus`, or the id of a part without ballots. */
  readonly openParts: readonly string[];
}

export interface AwardJson {
  /** `null`: not decided while something is open. */
  readonly eligible: boolean | null;
  readonly why: readonly string[];
  readonly whyEn: readonly string[];
}

export interface VetoJson {
  readonly id: string;
  readonly quote: string;
  readonly why: string;
  readonly whyEn: string;
}

export interface ProblemJson {
  readonly code: string;
  readonly level: string;
  readonly at: readonly (string | number)[];
  readonly message: string;
  readonly messageEn: string;
}

export interface ResultJson {
  readonly scheme: string;
  readonly edition: string;
  readonly readings: Readonly<Record<string, string>>;
  readonly units: readonly UnitJson[];
  readonly problems: readonly ProblemJson[];
}

/** The result of an assessment; `edition` is the content hash of the scheme's files. */
export function resultJson(assessment: Assessment, edition: string): ResultJson {
  const { program, facts, units } = assessment;
  return {
    scheme: program.scheme.id,
    edition,
    readings: program.readings,
    units: units.map(unitJson),
    problems: facts.notices.map(problemJson),
  };
}

function unitJson({ scored, decision, rank, provisional }: AssessedUnit): UnitJson {
  const score = (value: Interval): ScoreJson => scoreJson(value, scored.exact);
  const [award, ...further] = decision.awards;
  return {
    unit: scored.facts.unit,
    sheet: scored.facts.sheet,
    class: scored.facts.class,
    items: scored.items.map((item) => ({
      id: item.compiled.item.id,
      name: item.compiled.item.name,
      fullMarks: item.compiled.item.fullMarks,
      score: scoreJson(item.score, item.compiled.exact),
      lost: item.clauses.filter(isLost).map((clause) => lostJson(item, clause)),
    })),
    sheetScore: score(scored.sheetScore),
    bonus: score(scored.bonus.score),
    parts: Object.fromEntries(scored.parts.map((part) => [part.compiled.part.id, score(part.score)])),
    total: score(scored.total),
    grades: decision.grades,
    vetoes: decision.vetoes.map(vetoJson),
    possibleVetoes: decision.possibleVetoes.map(vetoJson),
    award: award ? awardJson(award) : null,
    ...(further.length > 0 && { furtherAwards: further.map((one) => ({ id: one.award.id, ...awardJson(one) })) }),
    rank: rank ?? null,
    provisional,
    open: openRows(scored.items),
    openParts: openParts(scored),
  };
}

function awardJson({ eligible, why }: AwardDecision): AwardJson {
  return {
    eligible: eligible === 'undecided' ? null : eligible === 'yes',
    why: why.map((ground) => ground.zh),
    whyEn: why.map((ground) => ground.en),
  };
}

function vetoJson({ veto, why }: DecidedVeto): VetoJson {
  return { id: veto.id, quote: veto.quote, why: why.zh, whyEn: why.en };
}

export function scoreJson(value: Interval, exact: boolean): ScoreJson {
  return { least: formatExact(value.least), most: formatExact(value.most), bound: exact ? 'exact' : 'outer' };
}

/** Whether a clause certainly asks for a deduction, even one that its group leaves out. */
export function isLost(clause: ScoredClause): boolean {
  return compare(certainlyAsked(clause), ZERO) < 0;
}

/** The deduction that is certain to be asked: the clause's own, or the one its group cannot do better than. */
function certainlyAsked({ asked, counted }: ScoredClause): Rational {
  return least(asked.most, counted.most);
}

/** A forfeit asks for all the item has. */
function lostJson(item: ScoredItem, clause: ScoredClause): LostJson {
  const asked = certainlyAsked(clause);
  const reason = clauseReason(clause);
  return {
    clause: clause.compiled.clause.id,
    asked: formatExact(isBounded(asked) ? negate(asked) : item.fullMarks),
    applied: formatExact(negate(clause.applied.most)),
    why: reason.zh,
    whyEn: reason.en,
  };
}

/** Rows with a clause that is not settled. */
export function openRows(items: readonly ScoredItem[]): string[] {
  const rows = items.flatMap((item) =>
    item.clauses.filter((clause) => clause.open).map((clause) => clause.compiled.row.id),
  );
  return [...new Set(rows)];
}

/** Parts without ballots, and the bonus where nothing is known of it. */
export function openParts({ parts, bonus }: ScoredUnit): string[] {
  const unrated = parts.filter((part) => part.rating && !part.rating.count).map((part) => part.compiled.part.id);
  return bonus.open ? [...unrated, 'bonus'] : unrated;
}

export function problemJson(problem: Problem): ProblemJson {
  const { code, level, at } = problem;
  const message = renderProblem(problem);
  return { code, level, at, message: message.zh, messageEn: message.en };
}
