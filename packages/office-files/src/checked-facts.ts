/** What the scheme finds wrong with facts of a file, at the file's cells. */
import { type Problem, renderProblem } from '@kaohe/scoring';
import type { FactsRead } from './facts-csv.js';
import type { CellPlace, OfficeProblem } from './problems/office-problem.js';
import { tableText } from './problems/table-words.js';

/** The file's own problems, and the scheme's where the file has not spoken of the same cell. */
export function allProblems({ locate, problems }: FactsRead, found: readonly Problem[]): OfficeProblem[] {
  const spoken = new Set(problems.map(({ at }) => keyOf(at)));
  const others = found.map((problem): OfficeProblem => {
    const at = locate(problem.at);
    // the cell says where; without one the place in the facts does
    return { at, text: at ? tableText({ ...problem, at: [] }) : renderProblem(problem) };
  });
  return [...problems, ...others.filter(({ at }) => at === undefined || !spoken.has(keyOf(at)))];
}

function keyOf(at: CellPlace | undefined): string {
  return at ? JSON.stringify([at.sheet ?? '', at.row, at.column]) : '';
}
