/** Finds a unit whose grade depends on a reading: everything in order but one finding, or one rating not full. */
import { formatExact, getNumber } from '../../exact/decimal.js';
import { compare, multiply, type Rational, subtract, whole } from '../../exact/rational.js';
import type { RatingForm } from '../../scheme/rating-form.js';
import type { Sheet } from '../../scheme/sheet.js';
import { type Text, text } from '../../wording/text.js';
import type { Counterexample } from './finding.js';
import { slightest } from './probes.js';
import { alternativesOf, groupBy, type Scene } from './scene.js';
import { factsTree, type Stated, subjectFor } from './stated.js';
import { attempt, attemptOn, counterexample, readingsText, type Tried } from './trial.js';

/** The first unit, in printed order, whose grade one of the readings on ratings changes: equal totals need one look. */
export function gradeSplit(scene: Scene, sheet: Sheet, about: readonly string[]): Counterexample | undefined {
  const singles = scene.places.filter((place) => place.sheet.id === sheet.id).map((place) => slightest(scene, place));
  const subject = subjectFor(scene, sheet);
  const byTotal = groupBy(singles, (one) => formatTotal(attemptOn(scene, subject, one)));
  const candidates = [...byTotal.values()].flatMap((same) => same.slice(0, 1));
  return splitAmong(scene, { sheet, about, candidates });
}

function formatTotal(tried: Tried | undefined): string {
  return tried ? formatExact(tried.total) : '';
}

interface Rating {
  readonly form: RatingForm;
  readonly about: readonly string[];
}

/** The highest whole sum of one form, all else full, that the readings convert differently and to another grade. */
export function ratingSplit(scene: Scene, sheet: Sheet, { form, about }: Rating): Counterexample | undefined {
  if (form.trim !== undefined) return undefined;
  const most = multiply(getNumber(form.scale), getNumber(form.raters));
  const sums = Array.from({ length: Number(formatExact(most)) }, (_, less) => subtract(most, whole(less)));
  const candidates = sums.map((sum) => ({ ratings: { [form.id]: { sum: formatExact(sum), ballots: form.raters } } }));
  const converted = ({ unit }: Tried) =>
    unit.scored.parts.find((one) => one.rating?.form.form.id === form.id)?.score.most;
  const differs = (one: Tried, other: Tried) => !equal(converted(one), converted(other));
  return splitAmong(scene, { sheet, about, candidates, differs });
}

function equal(a: Rational | undefined, b: Rational | undefined): boolean {
  return a !== undefined && b !== undefined && compare(a, b) === 0;
}

interface Search {
  readonly sheet: Sheet;
  readonly about: readonly string[];
  readonly candidates: readonly Stated[];
  /** What else must differ between the two. */
  readonly differs?: (one: Tried, other: Tried) => boolean;
}

function splitAmong(scene: Scene, { sheet, about, candidates, differs }: Search): Counterexample | undefined {
  const subject = subjectFor(scene, sheet);
  const choices = about.flatMap((name) => alternativesOf(scene, name).map((one) => ({ [name]: one })));
  const splits = (stated: Stated) => {
    const facts = factsTree(scene, subject, stated);
    const adopted = attempt(scene, facts);
    return choices.some((choice) => {
      const other = adopted && attempt(scene, facts, choice);
      return adopted && other && other.grade !== adopted.grade && (differs?.(adopted, other) ?? true);
    });
  };
  const stated = candidates.find(splits);
  return (
    stated &&
    counterexample(scene, { subject, stated, about, claim: (adopted, all) => gradeClaim(scene, adopted, all) })
  );
}

/** Which readings give another grade. */
export function gradeClaim(scene: Scene, adopted: Tried, all: readonly Tried[]): Text | undefined {
  const others = all.filter((one) => one.grade !== adopted.grade);
  if (others.length === 0) return undefined;
  const before = formatExact(adopted.total);
  const lines = [...groupBy(others, (one) => `${formatExact(one.total)} ${one.grade}`)].map(([result, same]) => {
    const needs = same.map((one) => readingsText(scene, one.readings));
    return { result, zh: needs.map(({ zh }) => zh).join('或'), en: needs.map(({ en }) => en).join(' or ') };
  });
  return text(
    `采用的读法得${before}，${adopted.grade}；${lines.map((one) => `改读作${one.zh}，得${one.result}`).join('；')}。`,
    `${before}, ${adopted.grade}, as adopted; ${lines.map((one) => `${one.result} read as ${one.en}`).join('; ')}.`,
  );
}
