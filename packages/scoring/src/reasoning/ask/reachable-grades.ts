/** Which grades a unit can still come to, each with facts that lead there and the fewest findings that were found to do it. */
import { compare, type Rational } from '../../exact/rational.js';
import type { UnitFacts } from '../../facts/facts.js';
import { readFacts } from '../../facts/read-facts.js';
import { whereabouts } from '../../facts/whereabouts.js';
import type { RawObject, RawTree } from '../../observations/raw-tree.js';
import { assess } from '../../outcome/assess.js';
import type { Problem } from '../../problems/problem.js';
import type { OutcomeCondition } from '../../scheme/outcome.js';
import type { Program } from '../../scheme/program.js';
import { assessOnly, extremeFacts } from '../extremes.js';
import { list, object, onlyUnit } from '../extremes-file.js';
import { DEATHS } from '../extremes-registers.js';
import { extremeUnit } from '../extremes-unit.js';

export interface ReachableGrade {
  readonly grade: string;
  /** The interval allows it and facts that have it were found: `yes`. Allowed but not found: `not-shown`. Not allowed: `no`. */
  readonly reached: 'yes' | 'not-shown' | 'no';
  readonly total?: Rational;
  /** What has to be found beside the best that can be: clause ids, `accidents`, `talks`, `indicators`, or `ratings.<form>`. */
  readonly because: readonly string[];
  /** Complete FACTS of the unit. */
  readonly facts?: RawObject;
}

/** Every grade of the scheme, best first, for the one unit of `given`. */
export function reachableGrades(
  program: Program,
  given: RawObject,
): readonly ReachableGrade[] | { readonly problems: readonly Problem[] } {
  const read = readFacts(program, given);
  if ('problems' in read) return read;
  const [unit] = assess(program, read).units;
  if (!unit) throw new RangeError('no unit in the facts given');
  const possible = unit.decision.grades;
  const best = extremeFacts(program, given, 'most');
  if ('problems' in best) return best;
  const worst = extremeUnit(program, onlyUnit(program, given, read), { end: 'least', otherSide: new Set() });
  const vetoing = unit.decision.possibleVetoes.flatMap(({ veto }) => vetoStep(program, veto.when, unit.scored.facts));
  const steps = [...stepsBetween(best.facts, worst), ...vetoing].map((step) => stepFrom(program, best.facts, step));
  const allowed = steps.filter(({ total }) => compare(total, unit.scored.total.least) >= 0);
  const byLoss = allowed.sort((a, b) => compare(a.total, b.total));
  const grades = [...new Set([...program.bands.map((band) => band.grade), ...possible])];
  return grades.map((grade): ReachableGrade => {
    if (!possible.includes(grade)) return { grade, reached: 'no', because: [] };
    const found = wayTo(program, grade, { from: best.facts, byLoss });
    return found ? { grade, reached: 'yes', ...found } : { grade, reached: 'not-shown', because: [] };
  });
}

/** One thing in which the worst facts differ from the best: its name, and its value in the worst. */
interface Step {
  readonly id: string;
  readonly take: (facts: RawObject) => RawObject;
}

interface TakenStep extends Step {
  readonly total: Rational;
  readonly grades: readonly string[];
}

function stepFrom(program: Program, best: RawObject, step: Step): TakenStep {
  const { scored, decision } = assessOnly(program, step.take(best));
  return { ...step, total: scored.total.least, grades: decision.grades };
}

function stepsBetween(best: RawObject, worst: RawObject): Step[] {
  const [name = ''] = Object.keys(object(worst.units));
  const inUnit = (facts: RawObject) => object(object(facts.units)[name]);
  const putUnit = (facts: RawObject, change: RawObject): RawObject => ({
    ...facts,
    units: { ...object(facts.units), [name]: { ...inUnit(facts), ...change } },
  });
  const observed = Object.entries(object(inUnit(worst).observations)).map(([id, raw]): Step => {
    const take = (facts: RawObject) =>
      putUnit(facts, { observations: { ...object(inUnit(facts).observations), [id]: raw } });
    return { id, take };
  });
  const registers = ['talks', 'indicators'].flatMap((id): Step[] => {
    const held = inUnit(worst)[id];
    return isEmpty(held) || held === undefined ? [] : [{ id, take: (facts) => putUnit(facts, { [id]: held }) }];
  });
  const accidents = list(worst.accidents);
  const happened: Step[] =
    accidents.length > list(best.accidents).length
      ? [{ id: 'accidents', take: (facts) => ({ ...facts, accidents }) }]
      : [];
  const rated = Object.entries(object(worst.ratings)).map(
    ([form, ballots]): Step => ({
      id: `ratings.${form}`,
      take: (facts) => ({ ...facts, ratings: { ...object(facts.ratings), [form]: ballots } }),
    }),
  );
  const unrewarded: Step = { id: 'bonus', take: (facts) => putUnit(facts, { bonus: inUnit(worst).bonus ?? [] }) };
  return [...observed, ...registers, ...happened, ...rated, unrewarded];
}

/** What a veto looks at, as often as it takes; a score brings its veto by itself. */
function vetoStep(program: Program, when: OutcomeCondition, { unit, class: unitClass }: UnitFacts): Step[] {
  const on = program.scheme.period.from;
  if (when.kind === 'accidents') {
    const made = Array.from({ length: Number(when.count) }, (_, index) => ({
      id: `V-${index + 1}`,
      on,
      ...whereabouts(program, unit, unitClass),
      deaths: DEATHS[when.atLeast],
      seriousInjuries: '0',
      directEconomicLossYuan: '0',
      responsible: 'false',
    }));
    return [{ id: 'accidents', take: (facts) => ({ ...facts, accidents: [...list(facts.accidents), ...made] }) }];
  }
  const [by] = when.kind === 'talks' ? when.by : [];
  if (when.kind !== 'talks' || by === undefined) return [];
  const talks = Array.from({ length: Number(when.count) }, () => ({ by, on }));
  const take = (facts: RawObject): RawObject => {
    const [name = '', stated] = Object.entries(object(facts.units))[0] ?? [];
    return { ...facts, units: { [name]: { ...object(stated), talks } } };
  };
  return [{ id: 'talks', take }];
}

const isEmpty = (tree: RawTree | undefined) =>
  list(tree).length === 0 && Object.keys(typeof tree === 'object' ? tree : {}).length === 0;

interface Start {
  readonly from: RawObject;
  /** The costliest first. */
  readonly byLoss: readonly TakenStep[];
}

/**
 * The best facts themselves, else the single step that costs least, else the costliest steps that do not fall below the grade one
 * after another. Whatever is found is scored.
 */
function wayTo(
  program: Program,
  grade: string,
  { from, byLoss }: Start,
): Pick<ReachableGrade, 'because' | 'facts' | 'total'> | undefined {
  const at = (facts: RawObject) => {
    const { scored, decision } = assessOnly(program, facts);
    return { total: scored.total.least, grades: decision.grades };
  };
  const isThere = ({ grades }: { readonly grades: readonly string[] }) => grades.length === 1 && grades[0] === grade;
  const start = at(from);
  if (isThere(start)) return { because: [], facts: from, total: start.total };
  const single = [...byLoss].reverse().find(isThere);
  if (single) return { because: [single.id], facts: single.take(from), total: single.total };
  let facts = from;
  const because: string[] = [];
  for (const step of byLoss) {
    const tried = step.take(facts);
    const now = at(tried);
    if (isBelow(program, now.grades, grade)) continue;
    facts = tried;
    because.push(step.id);
    if (isThere(now)) return { because, facts, total: now.total };
  }
  return undefined;
}

function isBelow({ bands }: Program, grades: readonly string[], wanted: string): boolean {
  const order = bands.map((band) => band.grade);
  return grades.some((grade) => order.indexOf(grade) > order.indexOf(wanted) || !order.includes(grade));
}
