/** A coefficient that, with every rater giving full marks, does not reach the weight of its part. */
import { formatExact, getNumber } from '../../../exact/decimal.js';
import { compare, divide, multiply, type Rational } from '../../../exact/rational.js';
import { roundHalfUp } from '../../../exact/round.js';
import type { RatingForm } from '../../../scheme/rating-form.js';
import type { AssessmentPart, Sheet } from '../../../scheme/sheet.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import { gradeSplit } from '../grade-split.js';
import { formDeciders, type Scene } from '../scene.js';
import { countedRaters, subjectFor, uniform } from '../stated.js';
import { counterexample } from '../trial.js';

export function checkCoefficients(scene: Scene): Report[] {
  return scene.scheme.sheets.flatMap((sheet) =>
    sheet.parts.flatMap((part) => {
      const form = scene.scheme.forms.find((one) => one.id === part.form);
      return form ? checkForm(scene, { sheet, part, form }) : [];
    }),
  );
}

type Words = Pick<Report, 'title' | 'why' | 'counterexample'>;

interface Rated {
  readonly sheet: Sheet;
  readonly part: AssessmentPart;
  readonly form: RatingForm;
}

function checkForm(scene: Scene, rated: Rated): Report[] {
  const { sheet, part, form } = rated;
  const most = multiply(multiply(getNumber(form.coefficient), countedRaters(form)), getNumber(form.scale));
  if (compare(most, getNumber(part.weight)) === 0) return [];
  const product = `${form.coefficient}×${formatExact(countedRaters(form))}×${form.scale}＝${formatExact(most)}`;
  const about = formDeciders(scene, form.id, ['coefficient', 'rounding']);
  const common = {
    code: 'coefficient-weight',
    severity: 'defect',
    at: [sheet.id, part.id, form.id],
    quote: form.notes.find((note) => note.includes(form.coefficient)) ?? form.title,
    readings: about,
    about,
  } as const;
  const split = gradeSplit(scene, sheet, about);
  const short: Report = {
    ...common,
    title: text(
      `系数够不到比重：${product}，不是${part.weight}`,
      `The coefficient misses the weight: ${formatExact(most)}, not ${part.weight}`,
    ),
    why: text(
      `全部打满分${product}，而这一部分占${part.weight}分：差的零头可以决定等次。`,
      `All full marks make ${formatExact(most)} where the part weighs ${part.weight}: the difference can decide a grade.`,
    ),
    ...(split && { counterexample: split }),
  };
  const dropped = droppedPoint(scene, rated, about);
  return dropped ? [short, { ...dropped, ...common }] : [short];
}

/** Where everybody gives the same mark, the highest for which rounding after the printed coefficient costs a point. */
function droppedPoint(scene: Scene, { sheet, part, form }: Rated, about: readonly string[]): Words | undefined {
  if (form.rounding === undefined) return undefined;
  const digits = Number(form.rounding);
  const exact = divide(getNumber(part.weight), multiply(countedRaters(form), getNumber(form.scale)));
  const convert = (sum: Rational, factor: Rational) => roundHalfUp(multiply(sum, factor), digits);
  const wrong = marksFrom(form).filter((mark) => {
    const sum = multiply(getNumber(mark), countedRaters(form));
    return compare(convert(sum, getNumber(form.coefficient)), convert(sum, exact)) !== 0;
  });
  const [mark] = wrong;
  if (mark === undefined) return undefined;
  const sum = multiply(getNumber(mark), countedRaters(form));
  const [got, due] = [convert(sum, getNumber(form.coefficient)), convert(sum, exact)].map(formatExact);
  const example = counterexample(scene, {
    subject: subjectFor(scene, sheet),
    stated: { ratings: { [form.id]: uniform(form, mark) } },
    about,
    claim: (adopted) => {
      const scored = adopted.unit.scored.parts.find((one) => one.compiled.part.id === part.id);
      if (!scored || formatExact(scored.score.most) !== got) return undefined;
      return text(
        `每人都打${mark}分，总得分${formatExact(sum)}：按印出的系数取整得${got}分，按准确的比例得${due}分。`,
        `Every rater gives ${mark}, ${formatExact(sum)} in all: ${got} by the printed coefficient, ${due} by the exact share.`,
      );
    },
  });
  return {
    title: text(
      `取整以后仍少一分：总得分${formatExact(sum)}得${got}，不是${due}`,
      `Rounding loses a point: a sum of ${formatExact(sum)} gives ${got}, not ${due}`,
    ),
    why: text(
      `${wrong.length}种一致的打分在取整时落到了另一边。`,
      `${wrong.length} uniform marks fall on the other side when they are rounded.`,
    ),
    ...(example && { counterexample: example }),
  };
}

/** Every mark a ballot may have, from full marks down. */
function marksFrom(form: RatingForm): string[] {
  const steps = 10 ** Number(form.decimals);
  const most = Number(form.scale) * steps;
  return Array.from({ length: most }, (_, index) =>
    formatExact(divide(getNumber(`${most - index}`), getNumber(`${steps}`))),
  );
}
