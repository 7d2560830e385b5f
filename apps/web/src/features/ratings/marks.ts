/** Marks as they are typed: what the form allows, what is missing, and what each contributes after conversion. */
import {
  compare,
  decimalPlaces,
  findNumber,
  formatExact,
  getNumber,
  type RatingForm,
  rational,
  sum,
} from '@kaohe/scoring';

export type MarkProblem = 'not-a-number' | 'too-high' | 'too-fine';
export type Typed = Readonly<Record<string, string>>;

/** What a field holds: a mark, nothing yet, or what is wrong with it. Full-width digits are digits. */
export function readMark(typed: string, form: RatingForm): { readonly mark?: string; readonly problem?: MarkProblem } {
  const text = typed.normalize('NFKC').replace(/。/g, '.').trim();
  if (text === '') return {};
  const value = /^\d{1,4}(\.\d{1,4})?$/.test(text) ? findNumber(text) : undefined;
  if (!value) return { problem: 'not-a-number' };
  if (compare(value, getNumber(form.scale)) > 0) return { problem: 'too-high' };
  if ((decimalPlaces(value) ?? 0) > Number(form.decimals)) return { problem: 'too-fine' };
  return { mark: formatExact(value) };
}

/** The marks of what was typed that the form allows; the rest stays on the page only. */
export function marksOf(typed: Typed, form: RatingForm): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([unit, text]) => {
      const { mark } = readMark(text, form);
      return mark === undefined ? [] : [[unit, mark]];
    }),
  );
}

/** What one ballot's mark contributes: mark × coefficient, exactly. */
export function convertedShare(mark: string, form: RatingForm): string {
  const [value, coefficient] = [getNumber(mark), getNumber(form.coefficient)];
  const share = rational(value.n * coefficient.n, value.d * coefficient.d);
  return decimalPlaces(share) === undefined ? `≈${Number((share.n * 10_000n) / share.d) / 10_000}` : formatExact(share);
}

export function totalOf(marks: Readonly<Record<string, string>>): string {
  return formatExact(sum(Object.values(marks).map(getNumber)));
}
