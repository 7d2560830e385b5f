/** 四舍五入 without saying to which digit. */
import type { RatingForm } from '../../../scheme/rating-form.js';
import { text } from '../../../wording/text.js';
import type { Report } from '../finding.js';
import { ratingSplit } from '../grade-split.js';
import { formDeciders, type Scene } from '../scene.js';
import { sentencesOf } from '../sentences.js';

const DIGITS = /整数|取整|小数|[个十百千]位|[一二两三四\d]\s*位/;

export function checkRounding(scene: Scene): Report[] {
  return scene.scheme.forms.flatMap((form) => {
    const open = form.notes.flatMap(sentencesOf).filter((one) => one.includes('四舍五入') && !DIGITS.test(one));
    return open.map((quote) => report(scene, form, quote));
  });
}

function report(scene: Scene, form: RatingForm, quote: string): Report {
  const about = formDeciders(scene, form.id, ['rounding']);
  const sheet = scene.scheme.sheets.find((one) => one.parts.some((part) => part.form === form.id));
  const split = sheet && ratingSplit(scene, sheet, { form, about });
  return {
    code: 'rounding-stage',
    severity: 'defect',
    at: [form.id],
    quote,
    title: text('“四舍五入”没有写到哪一位', 'Rounding without saying to which digit'),
    why: text(
      '取整数或保留几位小数得出不同的分数，各单位的等次和名次随之不同。',
      'To a whole number or to some decimals: each gives another score, and grades and ranks with it.',
    ),
    readings: about,
    about,
    ...(split && { counterexample: split }),
  };
}
