/** Grades: half-open bands, best first. An interval reaches a set of them. */
import type { Interval } from '../exact/interval.js';
import { compare } from '../exact/rational.js';
import type { Program } from '../scheme/program.js';

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

/** The grade below all others: what a veto puts in place under the reading that says so. */
export function lowestGrade(program: Program): string {
  return program.bands[program.bands.length - 1]?.grade ?? '';
}
