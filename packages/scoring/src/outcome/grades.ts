/** Grades: half-open bands, best first. An interval reaches a set of them. */
import type { Interval } from '../exact/interval.js';
import { compare } from '../exact/rational.js';
import type { Veto } from '../scheme/outcome.js';
import type { Program } from '../scheme/program.js';

/** No band is reached. */
const NONE = '';

/** The grades a total can still be, best first. */
export function possibleGrades(program: Program, total: Interval): string[] {
  return program.bands
    .filter((band, index) => {
      const above = program.bands[index - 1]?.from;
      const reached = band.from === undefined || compare(total.most, band.from) >= 0;
      return reached && (above === undefined || compare(total.least, above) < 0);
    })
    .map((band) => band.grade);
}

/** The grade that a veto which fails the grade puts in place: its own, or the one below all others. */
export function failingGrade(program: Program, { grade }: Veto): string {
  return grade ?? program.bands[program.bands.length - 1]?.grade ?? NONE;
}

/** Grades that only vetoes give, the worst last: that of the veto listed first. */
export function gradesOfVetoes(program: Program): string[] {
  const bands = program.bands.map((band) => band.grade);
  const own = program.scheme.vetoes.flatMap((veto) =>
    veto.effect === 'grade-fail' ? [failingGrade(program, veto)] : [],
  );
  return [...new Set(own)].filter((grade) => grade !== NONE && !bands.includes(grade)).reverse();
}

/**
 * What grades come to under a veto that gives its own: the worse of the two. No band at all is worse than any, and what only vetoes
 * give is worse than that, so that no veto ever improves a grade.
 */
export function fallenTo(program: Program, grades: readonly string[], own: string): string[] {
  const order = [...program.bands.map((band) => band.grade), NONE, ...gradesOfVetoes(program)];
  const before = grades.length > 0 ? grades : [NONE];
  const fallen = before.map((grade) => (order.indexOf(own) > order.indexOf(grade) ? own : grade));
  return fallen.filter((grade) => grade !== NONE);
}
