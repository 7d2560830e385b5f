/** One form a rater out of the marks each unit was given; a unit stated by its sum is shared out to the same sum. */
import type { RawTree } from '@kaohe/scoring';

export interface RaterMarks {
  /** Counting from 0, in the order of the raters. */
  readonly rater: number;
  readonly marks: Readonly<Record<string, string>>;
  /** Whether every unit has a mark. */
  readonly complete: boolean;
}

const TENTHS = 10;

/** Marks by rater; a rater without a single mark is left out. */
export function marksByRater(byUnit: Readonly<Record<string, RawTree>>, raters: number): RaterMarks[] {
  const columns = Object.entries(byUnit).map(([unit, given]) => ({ unit, marks: marksOf(given) }));
  return Array.from({ length: raters }, (_, rater) => {
    const own = columns.flatMap(({ unit, marks }) =>
      marks[rater] === undefined ? [] : [[unit, marks[rater]] as const],
    );
    return { rater, marks: Object.fromEntries(own), complete: own.length === columns.length };
  }).filter(({ marks }) => Object.keys(marks).length > 0);
}

function marksOf(given: RawTree): readonly string[] {
  if (Array.isArray(given)) return given as readonly string[];
  const { sum, ballots } = given as { sum: string; ballots: string };
  return shareOut(sum, Number(ballots));
}

/** Marks with one decimal, as equal as they can be, that add up to the sum. */
function shareOut(sum: string, ballots: number): string[] {
  const [whole = '0', tenth = '0'] = sum.split('.');
  const tenths = Number(whole) * TENTHS + Number(tenth);
  const least = Math.floor(tenths / ballots);
  return Array.from({ length: ballots }, (_, index) => {
    const mark = index < tenths % ballots ? least + 1 : least;
    return mark % TENTHS === 0 ? `${mark / TENTHS}` : `${Math.floor(mark / TENTHS)}.${mark % TENTHS}`;
  });
}
