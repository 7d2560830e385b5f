/** One unit: sheet, bonus, ratings and the composite of them, before anything is decided on it. */
import { addIntervals, type Interval, mapInterval, point, scaleInterval } from '../exact/interval.js';
import { type Rational, least as smaller, ZERO } from '../exact/rational.js';
import type { UnitFacts } from '../facts/facts.js';
import type { PartProgram, Program } from '../scheme/program.js';
import { type ScoredBonus, scoreBonus } from './bonus.js';
import type { Revise, ScoredItem } from './item.js';
import { type ScoredRating, scoreRating } from './rating.js';
import { type ScoredSheet, scoreSheet } from './sheet.js';

export interface ScoredUnit {
  readonly facts: UnitFacts;
  readonly sheet: ScoredSheet;
  readonly items: readonly ScoredItem[];
  readonly sheetScore: Interval;
  readonly bonus: ScoredBonus;
  readonly parts: readonly ScoredPart[];
  readonly total: Interval;
  /** Whether both ends of every interval are proven to be reached. */
  readonly exact: boolean;
}

export interface ScoredPart {
  readonly compiled: PartProgram;
  /** The rating behind it; absent where the part is the sheet. */
  readonly rating?: ScoredRating;
  readonly score: Interval;
}

const AS_ASKED: Revise = (asked) => asked;

/** Scores one unit on its facts; `revise` asks what if a clause asked something else. */
export function scoreUnit(program: Program, facts: UnitFacts, revise = AS_ASKED): ScoredUnit {
  const sheet = program.sheets.get(facts.sheet);
  if (!sheet) throw new RangeError(`facts were read against another program: no sheet ${facts.sheet}`);
  const scored = scoreSheet(sheet, facts, revise);
  const sheetScore = scored.score;
  const bonus = scoreBonus(program, facts);
  const yearEnd = program.scheme.bonus.base === 'sheet' ? withBonus(program, sheetScore, bonus) : sheetScore;
  const parts = sheet.parts.map((part) => scorePart(part, facts, { program, yearEnd }));
  const composite = parts.reduce((sum, part) => addIntervals(sum, part.score), point(ZERO));
  const total = program.scheme.bonus.base === 'composite' ? withBonus(program, composite, bonus) : composite;
  const exact = scored.items.every((item) => item.compiled.exact);
  return { facts, sheet: scored, items: scored.items, sheetScore, bonus, parts, total, exact };
}

/** A base with the bonus added; capped at full marks under the reading that says so. */
export function withBonus(program: Program, base: Interval, bonus: ScoredBonus): Interval {
  const raised = addIntervals(base, bonus.score);
  return program.scheme.bonus.ceiling === undefined ? raised : capAt(raised, program.fullMarks);
}

function capAt(value: Interval, ceiling: Rational): Interval {
  return mapInterval(value, (end) => smaller(end, ceiling));
}

function scorePart(
  compiled: PartProgram,
  facts: UnitFacts,
  { program, yearEnd }: { readonly program: Program; readonly yearEnd: Interval },
): ScoredPart {
  const formId = compiled.part.form;
  if (formId === undefined) return { compiled, score: scaleInterval(yearEnd, compiled.factor) };
  const form = program.forms.get(formId);
  if (!form) throw new RangeError(`a part names a form the scheme does not have: ${formId}`);
  const rating = scoreRating(form, facts.ratings.get(formId));
  return { compiled, rating, score: rating.score };
}
