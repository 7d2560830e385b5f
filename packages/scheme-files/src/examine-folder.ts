/** The checker over a scheme folder: its data, its sentences and its issued text, so that every way of asking finds the same. */
import { compile, examine, type Problem, type Program, type ReadingChoice, type SchemeFinding } from '@kaohe/scoring';
import { chooseReadings, type SchemeFolder } from './scheme-folder.js';

export interface ExaminedFolder {
  /** Under the adopted readings. */
  readonly program: Program;
  readonly findings: readonly SchemeFinding[];
}

/** What is found, or why the scheme cannot be compiled. */
export function examineFolder({
  tree,
  coverage,
  source,
}: SchemeFolder): ExaminedFolder | { readonly problems: readonly Problem[] } {
  const compileWith = (asked: ReadingChoice) => {
    const chosen = chooseReadings(tree, asked);
    return 'problems' in chosen ? chosen : compile(chosen.scheme, chosen.readings);
  };
  const program = compileWith({});
  if ('problems' in program) return program;
  const findings = examine({ program, compileWith, coverage, ...(source !== undefined && { source }) });
  return { program, findings };
}
