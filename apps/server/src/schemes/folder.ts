/** Scheme folders on disk (docs/scheme-files.md). Only files of the format are opened, each only when it is small enough. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isSchemeFile, MOST_BYTES, readSchemeFolder, type SchemeFolder, SOURCE_FILE } from '@kaohe/scheme-files';
import { type Problem, problem } from '@kaohe/scoring';

/** Where the schemes of this checkout lie. */
export const SCHEMES_FOLDER = fileURLToPath(new URL('../../../../schemes/', import.meta.url));

const MAIN_FILE = 'scheme.yaml';

export type UnreadableScheme = { readonly problems: readonly Problem[] };

/** Ids of the schemes of a folder, in the order of their names. */
export async function listSchemeIds(root: string = SCHEMES_FOLDER): Promise<string[]> {
  const names = (await readdir(root)).sort();
  const found = await Promise.all(names.map((name) => isSchemeFolder(join(root, name))));
  return names.filter((_, index) => found[index]);
}

/** The folder a scheme's id or path names, or undefined where there is none. */
export async function findSchemeFolder(idOrPath: string, root: string = SCHEMES_FOLDER): Promise<string | undefined> {
  const issued = /^[a-z0-9-]+$/.test(idOrPath) ? [join(root, idOrPath)] : [];
  for (const folder of [...issued, idOrPath]) if (await isSchemeFolder(folder)) return folder;
  return undefined;
}

/** The scheme of a folder, its readings still open, or why it cannot be read. */
export async function readScheme(folder: string): Promise<SchemeFolder | UnreadableScheme> {
  const paths = await listFiles(folder);
  const problems: Problem[] = [];
  const files: Record<string, string> = {};
  for (const path of paths) {
    const text = await readText(join(folder, path), path);
    if (typeof text === 'string') files[path] = text;
    else problems.push(text);
  }
  return problems.length > 0 ? { problems } : readSchemeFolder(files);
}

/** Every scheme of a folder; the first one that cannot be read stops the reading. */
export async function readSchemes(root: string = SCHEMES_FOLDER): Promise<SchemeFolder[] | UnreadableScheme> {
  const schemes: SchemeFolder[] = [];
  for (const id of await listSchemeIds(root)) {
    const scheme = await readScheme(join(root, id));
    if ('problems' in scheme) return { problems: scheme.problems.map((one) => ({ ...one, at: [id, ...one.at] })) };
    schemes.push(scheme);
  }
  return schemes;
}

async function isSchemeFolder(folder: string): Promise<boolean> {
  const main = await stat(join(folder, MAIN_FILE)).catch(missing);
  return main?.isFile() ?? false;
}

/** Nothing there, or nothing that could be a scheme. */
function missing(error: NodeJS.ErrnoException): undefined {
  if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EACCES', 'ELOOP'].includes(error.code ?? '')) return undefined;
  throw error;
}

/** Files of the format, by path relative to the folder. A folder handed over by name may be anything, so nothing else is walked. */
async function listFiles(folder: string): Promise<string[]> {
  const sheets = await namesIn(join(folder, 'sheets'));
  const inSheets = await Promise.all(
    sheets.map(async (sheet) =>
      (await namesIn(join(folder, 'sheets', sheet))).map((name) => `sheets/${sheet}/${name}`),
    ),
  );
  return [...(await namesIn(folder)), ...inSheets.flat()]
    .filter((path) => isSchemeFile(path) || path === SOURCE_FILE)
    .sort();
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(missing)) ?? [];
}

async function readText(file: string, path: string): Promise<string | Problem> {
  const { size } = await stat(file);
  if (size > MOST_BYTES) return problem('too-large', [path], { size: `${size}`, limit: `${MOST_BYTES}` });
  const bytes = await readFile(file);
  const text = bytes.toString('utf8');
  if (Buffer.from(text, 'utf8').equals(bytes)) return text;
  const before = text.split('\uFFFD')[0] ?? '';
  return problem('not-utf8', [path], { line: `${before.split('\n').length}` });
}
