// What is measured: the real county sheet of the 2019 scheme under its adopted readings, compiled by the core.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chooseReadings, readSchemeFolder } from '../packages/scheme-files/dist/index.js';
import { generatedScorer } from '../packages/scoring/dist/fast/generated.js';
import { planSheet } from '../packages/scoring/dist/fast/index.js';
import { compile } from '../packages/scoring/dist/index.js';

export const SCHEME = 'zhengzhou-2019';
export const SHEET = 'county';

function filesOf(folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(yaml|md)$/.test(path));
  return Object.fromEntries(
    paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  );
}

function orThrow(result) {
  const failed = result.problems ?? result.unfit;
  if (failed !== undefined) throw new Error(JSON.stringify(failed));
  return result;
}

/** The program, the plan of its county sheet and the generated scorer of it. */
export function loadSubject() {
  const folder = orThrow(readSchemeFolder(filesOf(fileURLToPath(new URL(`../schemes/${SCHEME}`, import.meta.url)))));
  const chosen = orThrow(chooseReadings(folder.tree, {}));
  const program = orThrow(compile(chosen.scheme, chosen.readings));
  const sheet = orThrow(planSheet(program, SHEET));
  return { program, sheet, plan: sheet.plan, scorer: generatedScorer(sheet.plan) };
}
