/** The checker over a scheme folder. Heavy: every reading is compiled and tried, so a worker runs it. */
import { examineFolder, type SchemeFolder } from '@kaohe/scheme-files';
import { type Problem, renderProblem, type SchemeFinding } from '@kaohe/scoring';

export function findFindings(folder: SchemeFolder): readonly SchemeFinding[] {
  const examined = examineFolder(folder);
  if ('problems' in examined) throw new Error(examined.problems.map(messageOf).join('\n'));
  return examined.findings;
}

function messageOf(found: Problem): string {
  const { zh, en } = renderProblem(found);
  return `${zh} ${en}`;
}
