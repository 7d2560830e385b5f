/** The document a call wants on paper: a scheme by id or folder, or a file that `kaohe import --json` wrote. */
import { readFile } from 'node:fs/promises';
import { type IssuedDocument, importedDocument, schemeDocument, unreadableFile } from '@kaohe/office-files';
import { text } from '@kaohe/scoring';
import { type ExitCode, refuseCall, reportComplaints } from '../output/terminal.js';
import { importedIn } from './imported.js';
import { loadProgram, loadScheme } from './scheme.js';

export async function loadIssuedDocument(name: string): Promise<IssuedDocument | ExitCode> {
  if (/\.json$/i.test(name)) return await loadImported(name);
  const folder = await loadScheme(name);
  if (typeof folder === 'number') return folder;
  const program = loadProgram(folder, {});
  return typeof program === 'number' ? program : schemeDocument(program.scheme);
}

async function loadImported(path: string): Promise<IssuedDocument | ExitCode> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) return refuseCall(unreadableFile(path, bytes.code));
  const scheme = importedIn(bytes);
  return scheme ? importedDocument(scheme, today()) : reportComplaints([{ text: NOT_IMPORTED }], path);
}

const NOT_IMPORTED = text(
  '不是 kaohe import --json 写出的文件。请重新读一次原文件：kaohe import 文件 --json > 结果.json',
  'is not what kaohe import --json writes. Read the document again: kaohe import FILE --json > result.json',
);

function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}
