/** Reads ballots, or a total with its number of ballots. An absent ballot is named, never a zero of its own. */
import { decimalPlaces, findNumber, formatExact } from '../exact/decimal.js';
import { compare, multiply, type Rational, sum, whole, ZERO } from '../exact/rational.js';
import { allRead, type Given } from '../observations/given.js';
import { isRawObject } from '../observations/raw-tree.js';
import { nearest } from '../problems/nearest.js';
import type { FormProgram, Program } from '../scheme/program.js';
import type { BallotCount } from './facts.js';
import { canonicalUnit, knownNames } from './unit-names.js';

export interface Ratings {
  /** Form id → unit → what was counted. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, BallotCount>>;
  /** Units rated on some form. */
  readonly units: readonly string[];
}

/** All forms of the file. */
export function readRatings(program: Program, otherUnits: readonly string[], given: Given): Ratings {
  const counts = new Map<string, ReadonlyMap<string, BallotCount>>();
  for (const byUnit of given.or({}).object([...program.forms.keys()]) ?? []) {
    const form = program.forms.get(byUnit.key);
    if (!form) continue;
    const counted = new Map<string, BallotCount>();
    for (const ballots of byUnit.object() ?? []) {
      const unit = readUnitName(program, otherUnits, ballots);
      if (unit === undefined) continue;
      if (!isRated(program, unit, byUnit.key)) ballots.refuse('rating-not-used', { unit, form: form.form.title });
      if (counted.has(unit)) ballots.refuse('duplicate-unit', { unit: ballots.key, same: unit });
      const count = readBallots(form, ballots);
      if (count && count.ballots > 0n) counted.set(unit, count);
      if (count && count.ballots < form.raters) noteFewer(form, unit, { count, ballots });
    }
    counts.set(byUnit.key, counted);
  }
  return { counts, units: [...counts.values()].flatMap((counted) => [...counted.keys()]) };
}

/** Whether the unit's sheet has a part that the form feeds; a unit outside the population says its sheet itself. */
function isRated(program: Program, unit: string, form: string): boolean {
  const sheet = program.scheme.population.units.find((one) => one.name === unit)?.sheet;
  const parts = sheet === undefined ? undefined : program.sheets.get(sheet)?.parts;
  return parts?.some(({ part }) => part.form === form) ?? true;
}

function readUnitName(program: Program, otherUnits: readonly string[], given: Given): string | undefined {
  const name = given.key;
  if (otherUnits.includes(name)) return name;
  const near = () => nearest(name, knownNames(program));
  return canonicalUnit(program, name) ?? given.refuse('unknown-unit', { unit: name, near: near() });
}

function noteFewer(
  form: FormProgram,
  unit: string,
  { count, ballots }: { readonly count: BallotCount; readonly ballots: Given },
): void {
  const details = { form: form.form.id, title: form.form.title, unit, raters: form.raters.toString() };
  if (count.ballots === 0n) ballots.note('no-ballots', details);
  else ballots.note('fewer-ballots', { ...details, ballots: count.ballots.toString() });
}

function readBallots(form: FormProgram, given: Given): BallotCount | undefined {
  const count = isRawObject(given.raw) ? readTotal(form, given) : readList(form, given);
  if (!count || count.ballots <= form.raters) return count;
  return given.refuse('too-many-ballots', { ballots: count.ballots.toString(), raters: form.raters.toString() });
}

function readTotal(form: FormProgram, given: Given): BallotCount | undefined {
  given.object(['sum', 'ballots']);
  const total = given.get('sum').amount();
  const ballots = given.get('ballots').count();
  if (!total || ballots === undefined) return undefined;
  const most = multiply(form.scale, whole(ballots));
  const decimals = decimalPlaces(total) ?? 0;
  if (decimals > form.decimals)
    return given.get('sum').refuse('ballot-decimals', { value: formatExact(total), decimals: `${form.decimals}` });
  if (form.trim > 0) return given.refuse('ballots-needed', { trim: `${form.trim}` });
  if (compare(total, most) <= 0) return { sum: total, ballots };
  const details = { value: formatExact(total), least: '0', most: formatExact(most) };
  return given.get('sum').refuse('ballot-above-scale', details);
}

/** A list of marks; `null` (or an empty entry) stands for a ballot that was not given. */
function readList(form: FormProgram, given: Given): BallotCount | undefined {
  const cast = given.list()?.filter((entry) => !entry.isEmpty);
  const marks = allRead(cast?.map((entry) => readMark(form, entry)));
  if (!marks) return undefined;
  if (form.trim > 0 && marks.length > 0 && marks.length <= 2 * form.trim)
    return given.refuse('too-few-ballots', { ballots: `${marks.length}`, trim: `${form.trim}` });
  return { sum: sum(marks), ballots: BigInt(marks.length), marks };
}

function readMark(form: FormProgram, given: Given): Rational | undefined {
  const value = given.shown;
  const mark = value.includes('/') ? undefined : findNumber(value);
  if (!mark) return given.refuse('not-a-number', { value });
  if (compare(mark, ZERO) < 0 || compare(mark, form.scale) > 0)
    return given.refuse('ballot-above-scale', { value, least: '0', most: formatExact(form.scale) });
  const decimals = formatExact(mark).split('.')[1]?.length ?? 0;
  return decimals > form.decimals ? given.refuse('ballot-decimals', { value, decimals: `${form.decimals}` }) : mark;
}
