/** What is stated of one made-up unit, and the FACTS tree that says it: all closed, everything else in order. */
import type { Severity } from '../../accidents/severity.js';
import { formatExact, getNumber } from '../../exact/decimal.js';
import { multiply, type Rational, subtract, whole } from '../../exact/rational.js';
import { whereabouts } from '../../facts/whereabouts.js';
import type { RawObject, RawTree } from '../../observations/raw-tree.js';
import type { UnitClass } from '../../scheme/population.js';
import type { RatingForm } from '../../scheme/rating-form.js';
import type { Sheet } from '../../scheme/sheet.js';
import type { Placed, Scene } from './scene.js';

export interface Stated {
  readonly observations?: RawObject;
  readonly talks?: readonly RawObject[];
  readonly indicators?: RawObject;
  readonly bonus?: readonly RawObject[];
  readonly accidents?: readonly StatedAccident[];
  /** Form → what was counted; a form left out has full marks from every rater. */
  readonly ratings?: Readonly<Record<string, RawTree>>;
}

export interface StatedAccident {
  readonly severity: Severity;
  readonly responsible: boolean;
}

/** Several statements as one. */
export function joined(all: readonly Stated[]): Stated {
  const observations: Record<string, RawObject> = {};
  for (const [clause, observed] of all.flatMap((one) => Object.entries(one.observations ?? {})))
    observations[clause] = { ...observations[clause], ...(observed as RawObject) };
  return {
    observations,
    talks: all.flatMap((one) => one.talks ?? []),
    indicators: Object.assign({}, ...all.map((one) => one.indicators ?? {})),
    bonus: all.flatMap((one) => one.bonus ?? []),
    accidents: all.flatMap((one) => one.accidents ?? []),
    ratings: Object.assign({}, ...all.map((one) => one.ratings ?? {})),
  };
}

/** The unit a counterexample is about. */
export interface Subject {
  readonly name: string;
  readonly sheet: Sheet;
  readonly class: UnitClass;
  /** Not a unit of the document: the document lists none for the sheet. */
  readonly outside: boolean;
}

/** The unit of the sheet to which most of the clauses apply, the first printed among equals. */
export function subjectFor({ scheme }: Scene, sheet: Sheet, places: readonly Placed[] = []): Subject {
  const applying = ({ name, class: unitClass }: { name: string; class: UnitClass }) =>
    places.filter(
      ({ clause }) => (clause.classes ?? sheet.classes).includes(unitClass) && (clause.units?.includes(name) ?? true),
    ).length;
  const units = scheme.population.units.filter((unit) => unit.sheet === sheet.id);
  const best = [...units].sort((a, b) => applying(b) - applying(a))[0];
  if (best) return { name: best.name, sheet, class: best.class, outside: false };
  return { name: '某单位', sheet, class: sheet.classes[0] ?? 'city', outside: true };
}

/** The forms on which the units of a sheet are rated. */
export function formsOf({ scheme }: Scene, sheet: Sheet): RatingForm[] {
  return scheme.forms.filter((form) => sheet.parts.some((part) => part.form === form.id));
}

/** Every rater gives the same mark; one by one where the highest and lowest are left out. */
export function uniform({ raters, trim }: RatingForm, mark: string): RawTree {
  if (Number(trim ?? '0') > 0) return Array.from({ length: Number(raters) }, () => mark);
  return { sum: formatExact(multiply(getNumber(mark), getNumber(raters))), ballots: raters };
}

const DEATHS: Readonly<Record<Severity, string>> = {
  ordinary: '1',
  'relatively-serious': '3',
  serious: '10',
  'particularly-serious': '30',
};

/** The FACTS tree of one unit, complete: every row closed, every form counted. */
export function factsTree(scene: Scene, subject: Subject, stated: Stated): RawObject {
  const { scheme } = scene;
  const forms = formsOf(scene, subject.sheet);
  const ratings = forms.map((form) => [
    form.id,
    { [subject.name]: stated.ratings?.[form.id] ?? uniform(form, form.scale) },
  ]);
  const accidents = (stated.accidents ?? []).map((one, index) => ({
    id: `A-${`${index + 1}`.padStart(2, '0')}`,
    on: scheme.period.from,
    ...whereabouts(scene.program, subject.name, subject.class),
    deaths: DEATHS[one.severity],
    seriousInjuries: '0',
    directEconomicLossYuan: '0',
    responsible: `${one.responsible}`,
  }));
  return {
    scheme: scheme.id,
    units: { [subject.name]: unitTree(subject, stated) },
    ...(forms.length > 0 && { ratings: Object.fromEntries(ratings) as RawObject }),
    ...(accidents.length > 0 && { accidents }),
  };
}

function unitTree({ sheet, class: unitClass, outside }: Subject, stated: Stated): RawObject {
  const filled = Object.entries(stated).filter(
    ([key, value]) => !['accidents', 'ratings'].includes(key) && Object.keys(value as object).length > 0,
  );
  return {
    ...(outside && { sheet: sheet.id, class: unitClass }),
    closed: 'all',
    ...(Object.fromEntries(filled) as RawObject),
  };
}

/** How many ballots count: the raters less those left out at each end. */
export function countedRaters({ raters, trim }: RatingForm): Rational {
  return subtract(getNumber(raters), whole(2 * Number(trim ?? '0')));
}
