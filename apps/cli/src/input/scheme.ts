/** The scheme a call names, by id or by the path of its folder. */
import { chooseReadings, type SchemeFolder } from '@kaohe/scheme-files';
import { compile, type Program, type ReadingChoice, readingsInForce, text } from '@kaohe/scoring';
import { findSchemeFolder, readScheme } from '@kaohe/server/schemes';
import { type ExitCode, refuseCall, refuseProblems, reportProblems } from '../output/terminal.js';
import { refuseNoScheme } from './no-scheme.js';

/** The scheme with its readings still open. */
export async function loadScheme(idOrPath: string): Promise<SchemeFolder | ExitCode> {
  const folder = await findSchemeFolder(idOrPath);
  if (folder === undefined) return await refuseNoScheme(idOrPath);
  const scheme = await readScheme(folder);
  return 'problems' in scheme ? reportProblems(scheme.problems, { name: folder }) : scheme;
}

/** The scheme compiled under its adopted readings, with those a call asks for in their place. */
export function loadProgram(scheme: SchemeFolder, asked: ReadingChoice): Program | ExitCode {
  const chosen = chooseReadings(scheme.tree, asked);
  if ('problems' in chosen) return reportProblems(chosen.problems, { name: scheme.id });
  const program = compile(chosen.scheme, chosen.readings);
  return 'problems' in program ? reportProblems(program.problems, { name: scheme.id }) : program;
}

/** `name=alternative …` of a call, or a refusal where the scheme has no such reading. */
export function readReadings(scheme: SchemeFolder, given: readonly string[]): ReadingChoice | ExitCode {
  const pairs = given.map((one) => one.split('='));
  const bad = given.find((_, index) => pairs[index]?.length !== 2);
  if (bad !== undefined)
    return refuseCall(
      text(
        `“${bad}”不是“读法=选择”，例如 --readings bonus-base=composite`,
        `“${bad}” is not name=alternative, e.g. --readings bonus-base=composite`,
      ),
    );
  const asked = Object.fromEntries(pairs.map(([name = '', alternative = '']) => [name, alternative]));
  const { problems } = readingsInForce(scheme.tree, asked);
  return problems.length > 0 ? refuseProblems(problems) : asked;
}
