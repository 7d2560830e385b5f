// One unit scored by the fast backends and by the interpreter, laid out alike: every number of every clause, item and part.
import { chooseReadings } from '@kaohe/scheme-files';
import {
  type AssessedUnit,
  compile,
  formatExact,
  type Program,
  type Rational,
  type RawObject,
  rational,
  readingsAsked,
} from '@kaohe/scoring';
import {
  type FastScorer,
  type FastSheet,
  FORFEIT,
  frameLayout,
  gradeOf,
  newFrame,
  type SheetPlan,
  vetoesOf,
} from '../src/fast/index.js';

/** Everything a score decides, as text. */
export interface Numbers {
  readonly total: string;
  readonly sheet: string;
  readonly bonus: string;
  readonly parts: readonly string[];
  readonly items: readonly string[];
  readonly asked: readonly string[];
  readonly applied: readonly string[];
  readonly grade: string;
  readonly vetoes: readonly string[];
}

/** The interpreter's numbers of a closed unit. */
export function interpreted({ scored, decision }: AssessedUnit): Numbers {
  const clauses = scored.items.flatMap((item) => item.clauses);
  return {
    total: formatExact(scored.total.least),
    sheet: formatExact(scored.sheetScore.least),
    bonus: formatExact(scored.bonus.score.least),
    parts: scored.parts.map((part) => formatExact(part.score.least)),
    items: scored.items.map((item) => formatExact(item.score.least)),
    asked: clauses.map((clause) => formatExact(clause.asked.least)),
    applied: clauses.map((clause) => formatExact(clause.applied.least)),
    grade: decision.grades.join(' or '),
    vetoes: decision.vetoes.map(({ veto }) => veto.id),
  };
}

/** A scorer's numbers of a row of slots, out of its trace; `score` must give the same total and state. */
export function traced(scorer: FastScorer, slots: Int32Array): Numbers {
  const { plan } = scorer;
  const layout = frameLayout(plan);
  const frame = newFrame(plan);
  const total = scorer.trace(slots, 0, frame);
  if (scorer.score(slots, 0) !== total || scorer.outcome[1] !== frame[layout.state])
    throw new Error('trace and score disagree');
  const sheet = (units: number): string => (units <= FORFEIT ? '-∞' : over(units, plan.sheetScale));
  const list = (from: number, count: number) => [...frame.subarray(from, from + count)];
  const bonusScale = plan.bonus.base === 'sheet' ? plan.sheetScale : plan.scale;
  return {
    total: over(total, plan.scale),
    sheet: sheet(frame[layout.sheet] ?? 0),
    bonus: over(frame[layout.bonus] ?? 0, bonusScale),
    parts: list(layout.parts, plan.parts.length).map((units) => over(units, plan.scale)),
    items: list(layout.items, plan.items.length).map(sheet),
    asked: list(layout.asked, plan.clauses).map(sheet),
    applied: list(layout.applied, plan.clauses).map(sheet),
    ...namesOf(plan, frame[layout.state] ?? 0),
  };
}

function over(units: number, scale: number): string {
  const value: Rational = rational(BigInt(units), BigInt(scale));
  return formatExact(value);
}

function namesOf(plan: SheetPlan, state: number): Pick<Numbers, 'grade' | 'vetoes'> {
  const bits = vetoesOf(state);
  return {
    grade: plan.grades[gradeOf(state)] ?? '',
    vetoes: plan.vetoes.filter((_, index) => (bits >> index) & 1).map((veto) => veto.id),
  };
}

/** A sheet's plan that must be there. */
export function mustPlan(planned: FastSheet | { readonly unfit: string }): FastSheet {
  if ('unfit' in planned) throw new Error(planned.unfit);
  return planned;
}

const programs = new Map<string, Program>();

/** The program of a scheme tree under the readings that facts ask for. */
export function programFor(tree: RawObject, facts: RawObject): Program {
  const asked = readingsAsked(facts);
  const key = JSON.stringify([tree.id, Object.entries(asked).sort()]);
  const known = programs.get(key);
  if (known) return known;
  const chosen = chooseReadings(tree, asked);
  const program = 'problems' in chosen ? chosen : compile(chosen.scheme, chosen.readings);
  if ('problems' in program) throw new Error(JSON.stringify(program.problems));
  programs.set(key, program);
  return program;
}
