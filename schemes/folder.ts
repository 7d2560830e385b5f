/** Scheme folders from disk, for the tests of this directory. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chooseReadings, readSchemeFolder, type SchemeFolder } from '@kaohe/scheme-files';
import { compile, type Program, type ReadingChoice, renderProblem } from '@kaohe/scoring';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** A folder's text files by path relative to it. */
export function filesOf(scheme: string): Record<string, string> {
  const root = join(HERE, scheme);
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(yaml|md)$/.test(path));
  return Object.fromEntries(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(root, path), 'utf8')]));
}

/** The folder, or a failure that names its problems. */
export function getFolder(scheme: string): SchemeFolder {
  const folder = readSchemeFolder(filesOf(scheme));
  if ('problems' in folder) throw new Error(folder.problems.map((one) => renderProblem(one).en).join('\n'));
  return folder;
}

/** The scheme compiled under the adopted readings, or those asked for. */
export function getProgram(scheme: string, asked: ReadingChoice = {}): Program {
  const chosen = chooseReadings(getFolder(scheme).tree, asked);
  const program = 'problems' in chosen ? chosen : compile(chosen.scheme, chosen.readings);
  if ('problems' in program) throw new Error(program.problems.map((one) => renderProblem(one).en).join('\n'));
  return program;
}
