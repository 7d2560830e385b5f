/** Marks against the form: only the units that are rated, within the scale, with the decimals the form allows. */
import { chooseReadings } from '@kaohe/scheme-files';
import { compare, decimalPlaces, getNumber, type RatingForm } from '@kaohe/scoring';
import { invalid, noSuch } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { schemeOf, unitsOf } from '../years/service.js';

export interface RatedForm {
  readonly form: RatingForm;
  readonly units: readonly string[];
}

/** The forms of the year's scheme with the units they rate, in printed order. */
export async function ratedForms(work: Work, year: string): Promise<RatedForm[]> {
  const chosen = chooseReadings((await schemeOf(work, year)).tree, {});
  if ('problems' in chosen) throw new Error(`the issued scheme of ${year} has problems`);
  const { scheme } = chosen;
  const units = await unitsOf(work, year);
  return scheme.forms.map((form) => {
    const sheets = scheme.sheets.filter(({ parts }) => parts.some((part) => part.form === form.id)).map(({ id }) => id);
    return { form, units: units.filter(({ sheet }) => sheets.includes(sheet)).map(({ unit_id }) => unit_id) };
  });
}

/** What the scheme says of each form; nothing of one it does not have. */
export async function formsById(work: Work, year: string): Promise<(form: string) => Pick<RatingForm, 'stage'>> {
  const forms = await ratedForms(work, year);
  return (id) => forms.find(({ form }) => form.id === id)?.form ?? {};
}

export async function ratedForm(work: Work, year: string, id: string): Promise<RatedForm> {
  const found = (await ratedForms(work, year)).find(({ form }) => form.id === id);
  if (!found) throw noSuch(`评价表“${id}”`, `rating form “${id}”`);
  return found;
}

/** Refuses the first mark the form does not allow. */
export function checkMarks({ form, units }: RatedForm, marks: Readonly<Record<string, string>>): void {
  for (const [unit, mark] of Object.entries(marks)) {
    if (!units.includes(unit)) throw invalid(`这张表不评“${unit}”。`, `This form does not rate “${unit}”.`, { unit });
    const value = getNumber(mark);
    const tooFine = (decimalPlaces(value) ?? 0) > Number(form.decimals);
    if (tooFine || compare(value, getNumber(form.scale)) > 0)
      throw invalid(
        `“${unit}”的分数 ${mark} 不对：应为 0 到 ${form.scale}，最多 ${form.decimals} 位小数。`,
        `The mark ${mark} of “${unit}” is not allowed: 0 to ${form.scale}, at most ${form.decimals} decimals.`,
        { unit },
      );
  }
}
