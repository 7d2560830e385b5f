/** Counterexamples: facts read and scored by the engine under one set of readings after another; nothing is assumed. */
import { formatExact } from '../../exact/decimal.js';
import { compare, type Rational, subtract } from '../../exact/rational.js';
import { readFacts } from '../../facts/read-facts.js';
import type { RawObject } from '../../observations/raw-tree.js';
import { type AssessedUnit, assess } from '../../outcome/assess.js';
import type { ReadingChoice } from '../../scheme/readings.js';
import type { ScoredClause } from '../../score/item.js';
import { type Text, text } from '../../wording/text.js';
import type { Counterexample, OtherCase, Outcome } from './finding.js';
import { alternativesOf, type Scene } from './scene.js';
import { factsTree, type Stated, type Subject } from './stated.js';

export interface Tried {
  readonly readings: ReadingChoice;
  readonly unit: AssessedUnit;
  readonly total: Rational;
  readonly grade: string;
}

/** Each scene scores the same facts under the same readings once. */
const KNOWN = new WeakMap<Scene, Map<string, Tried | undefined>>();

/** What the engine makes of facts under some readings; undefined where it refuses them or something stays open. */
export function attempt(scene: Scene, facts: RawObject, readings: ReadingChoice = {}): Tried | undefined {
  const known = KNOWN.get(scene) ?? new Map<string, Tried | undefined>();
  KNOWN.set(scene, known);
  const key = JSON.stringify([facts, readings]);
  if (!known.has(key)) known.set(key, score(scene, facts, readings));
  return known.get(key);
}

function score(scene: Scene, facts: RawObject, readings: ReadingChoice): Tried | undefined {
  const program = scene.programUnder(readings);
  if (!program) return undefined;
  const read = readFacts(program, facts);
  if ('problems' in read) return undefined;
  const [unit] = assess(program, read).units;
  if (!unit || compare(unit.scored.total.least, unit.scored.total.most) !== 0) return undefined;
  return { readings, unit, total: unit.scored.total.most, grade: unit.decision.grades.join('/') };
}

/** A made-up unit under the adopted readings. */
export function attemptOn(scene: Scene, subject: Subject, stated: Stated): Tried | undefined {
  return attempt(scene, factsTree(scene, subject, stated));
}

export interface Trial {
  readonly subject: Subject;
  readonly stated: Stated;
  /** Readings whose every alternative (and combination of them) is tried. */
  readonly about?: readonly string[];
  /** The case it is compared with. */
  readonly against?: Against;
  /** What the outcomes show; undefined where they do not show it. */
  readonly claim: (adopted: Tried, all: readonly Tried[]) => Text | undefined;
}

export interface Against {
  readonly words: Text;
  readonly subject: Subject;
  readonly stated: Stated;
}

/** The counterexample, or undefined where the engine does not bear the claim out. */
export function counterexample(
  scene: Scene,
  { subject, stated, about = [], against, claim }: Trial,
): Counterexample | undefined {
  const facts = factsTree(scene, subject, stated);
  const adopted = attempt(scene, facts);
  if (!adopted) return undefined;
  const asked = combinations(scene, about).flatMap((readings) => attempt(scene, facts, readings) ?? []);
  const others = otherReadings(scene, about)
    .flatMap((readings) => attempt(scene, facts, readings) ?? [])
    .filter((one) => matters(scene, subject, { adopted, other: one }));
  const all = [adopted, ...asked, ...others];
  const shown = claim(adopted, all);
  if (!shown) return undefined;
  const other = against && otherCase(scene, against);
  return {
    facts,
    unit: subject.name,
    claim: text(shown.zh, gradesInEnglish(scene, shown.en)),
    outcomes: all.map(outcomeOf),
    ...(other && { against: other }),
  };
}

function outcomeOf({ readings, total, grade, unit }: Tried): Outcome {
  const vetoes = unit.decision.vetoes.map(({ veto }) => text(veto.name, veto.nameEn));
  return { readings, total: formatExact(total), grade, ...(vetoes.length > 0 && { vetoes }) };
}

function otherCase(scene: Scene, { words, subject, stated }: Against): OtherCase | undefined {
  const facts = factsTree(scene, subject, stated);
  const tried = attempt(scene, facts);
  return tried && { words, unit: subject.name, facts, total: formatExact(tried.total), grade: tried.grade };
}

/** A grade is named in Chinese; the English sentence has its English name. */
function gradesInEnglish({ scheme }: Scene, sentence: string): string {
  const bands = [...scheme.gradeBands].sort((a, b) => b.grade.length - a.grade.length);
  if (bands.length === 0) return sentence;
  const named = new Map(bands.map((band) => [band.grade, band.gradeEn]));
  return sentence.replace(
    new RegExp(bands.map((band) => band.grade).join('|'), 'g'),
    (grade) => named.get(grade) ?? grade,
  );
}

/** Another grade, or another loss than the reading gives a unit in perfect order. */
function matters(scene: Scene, subject: Subject, { adopted, other }: { adopted: Tried; other: Tried }): boolean {
  if (other.grade !== adopted.grade) return true;
  const clean = factsTree(scene, subject, {});
  const [before, after] = [attempt(scene, clean), attempt(scene, clean, other.readings)];
  if (!before || !after) return true;
  return compare(subtract(before.total, adopted.total), subtract(after.total, other.total)) !== 0;
}

const MOST_COMBINATIONS = 24;

/** Every choice of the readings but the adopted one; one at a time where there are too many together. */
function combinations(scene: Scene, names: readonly string[]): ReadingChoice[] {
  const product = names.reduce<ReadingChoice[]>(
    (choices, name) => {
      const taken = alternativesOf(scene, name);
      return choices.flatMap((choice) => [choice, ...taken.map((one) => ({ ...choice, [name]: one }))]);
    },
    [{}],
  );
  if (product.length > MOST_COMBINATIONS) return names.flatMap((name) => single(scene, name));
  return product.filter((choice) => Object.keys(choice).length > 0);
}

function single(scene: Scene, name: string): ReadingChoice[] {
  return alternativesOf(scene, name).map((one) => ({ [name]: one }));
}

function otherReadings(scene: Scene, about: readonly string[]): ReadingChoice[] {
  const others = Object.keys(scene.scheme.readings).filter((name) => !about.includes(name));
  return others.flatMap((name) => single(scene, name));
}

/** A clause as the engine scored it. */
export function scoredClause({ unit }: Tried, id: string): ScoredClause | undefined {
  return unit.scored.items.flatMap((item) => item.clauses).find((one) => one.compiled.clause.id === id);
}

/** The answers a choice of readings takes, quoted: “保留两位小数”、“用1/8、1/6”. */
export function readingsText({ scheme }: Scene, readings: ReadingChoice): Text {
  const taken = Object.entries(readings).map(([name, one]) => scheme.readings[name]?.alternatives[one]);
  return text(
    taken.map((one) => `“${one?.text ?? ''}”`).join('、'),
    taken.map((one) => `“${one?.textEn ?? ''}”`).join(' and '),
  );
}
