/** Marks as they are typed: what the form allows, what is missing, and what each contributes after conversion. */
import {
  compare,
  decimalPlaces,
  findNumber,
  formatExact,
  getNumber,
  point,
  type RatingForm,
  type Rational,
  rational,
  sum,
} from '@kaohe/scoring';
import { decimalsOf, formatFixed } from '../../shared/scores/format-score';

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
function shareOf(mark: string, form: RatingForm): Rational {
  const [value, coefficient] = [getNumber(mark), getNumber(form.coefficient)];
  return rational(value.n * coefficient.n, value.d * coefficient.d);
}

/** Writes each mark's contribution with the decimals that the finest of them needs. */
export function convertedColumn(marks: readonly string[], form: RatingForm): (mark: string) => string {
  const digits = decimalsOf(
    marks.map((mark) => point(shareOf(mark, form))),
    0,
  );
  return (mark) => formatFixed(shareOf(mark, form), digits);
}

/** The finest mark that the form allows. */
export function finestMark({ decimals }: RatingForm): string {
  return formatExact(rational(1n, 10n ** BigInt(decimals)));
}

/** A mark that stands, with the decimals of the form. */
export function markText(mark: string | undefined, { decimals }: RatingForm): string {
  return mark === undefined ? '' : formatFixed(getNumber(mark), Number(decimals));
}

export function totalOf(marks: Readonly<Record<string, string>>): string {
  return formatExact(sum(Object.values(marks).map(getNumber)));
}
