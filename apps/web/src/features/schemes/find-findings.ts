/** The checker over a scheme folder. Heavy: every reading is compiled and tried, so a worker runs it. */
import { chooseReadings, type SchemeFolder } from '@kaohe/scheme-files';
import { compile, examine, type Problem, type ReadingChoice, renderProblem, type SchemeFinding } from '@kaohe/scoring';

export function findFindings({ tree, coverage }: SchemeFolder): SchemeFinding[] {
  const compileWith = (asked: ReadingChoice) => {
    const chosen = chooseReadings(tree, asked);
    return 'problems' in chosen ? chosen : compile(chosen.scheme, chosen.readings);
  };
  const program = compileWith({});
  if ('problems' in program) throw new Error(program.problems.map(messageOf).join('\n'));
  return examine({ program, compileWith, coverage });
}

function messageOf(found: Problem): string {
  const { zh, en } = renderProblem(found);
  return `${zh} ${en}`;
}
