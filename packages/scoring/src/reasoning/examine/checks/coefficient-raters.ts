/** A coefficient that reaches its weight only with one number of raters, which the document does not state. */
import { formatExact, getNumber } from '../../../exact/decimal.js';
import { compare, multiply, subtract, whole } from '../../../exact/rational.js';
import type { RatingForm } from '../../../scheme/rating-form.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import { formDeciders, type Scene } from '../scene.js';
import { subjectFor } from '../stated.js';
import { counterexample } from '../trial.js';

export function checkRaters(scene: Scene): Report[] {
  return scene.scheme.forms.filter((form) => !statesNumber(form)).map((form) => report(scene, form));
}

/** The number of raters stands with their name. */
function statesNumber({ raters, raterName }: RatingForm): boolean {
  return new RegExp(`(?<!\\d)${raters}(?!\\d)`).test(raterName);
}

function report(scene: Scene, form: RatingForm): Report {
  const about = formDeciders(scene, form.id, ['missing']);
  const { raters, scale, coefficient } = form;
  const sheet = scene.scheme.sheets.find((one) => one.parts.some((part) => part.form === form.id));
  const fewer = subtract(getNumber(raters), whole(1));
  const sum = multiply(fewer, getNumber(scale));
  const example =
    sheet &&
    counterexample(scene, {
      subject: subjectFor(scene, sheet),
      stated: { ratings: { [form.id]: { sum: formatExact(sum), ballots: formatExact(fewer) } } },
      about,
      claim: (adopted) => {
        const part = adopted.unit.scored.parts.find((one) => one.compiled.part.form === form.id);
        if (!part || compare(part.score.most, getNumber(part.compiled.part.weight)) >= 0) return undefined;
        return text(
          `${formatExact(fewer)}人都打满分，只得${formatExact(part.score.most)}分，不是${part.compiled.part.weight}分。`,
          `Full marks from ${formatExact(fewer)} raters give ${formatExact(part.score.most)}, not ${part.compiled.part.weight}.`,
        );
      },
    });
  return {
    code: 'coefficient-raters',
    severity: 'risk',
    at: [form.id],
    quote: form.notes.find((note) => note.includes(coefficient)) ?? form.title,
    title: text(
      `系数${coefficient}只在正好${raters}人打分时够得到比重，人数没有写明`,
      `${coefficient} reaches the weight only with exactly ${raters} raters, a number not stated`,
    ),
    why: text(
      `“${form.raterName}”没有写几人；人数一变，或少收一张评价表，满分就不是比重。`,
      `The document does not say how many ${form.raterNameEn} there are; with another number, or one form missing, full marks are not the weight.`,
    ),
    readings: about,
    about,
    ...(example && { counterexample: example }),
  };
}
