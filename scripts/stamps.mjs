// A stamp says for which input a step last succeeded. Stamps live in node_modules, so a fresh install forgets them.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const stampFile = (root, step) => join(root, 'node_modules/.cache/kaohe', `${step}.stamp`);

/** The input a step last succeeded for, or undefined. */
export function readStamp(root, step) {
  const file = stampFile(root, step);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

export function writeStamp(root, step, fingerprint) {
  const file = stampFile(root, step);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, fingerprint);
}

export const fingerprintOfText = (text) => createHash('sha256').update(text).digest('hex');

function filesUnder(path) {
  if (!existsSync(path)) return [];
  const status = statSync(path);
  if (!status.isDirectory()) return [`${path} ${status.mtimeMs} ${status.size}`];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** Names, times and sizes of all files under the paths as one hash: changes when a file is added, removed or written. */
export function fingerprintOfFiles(paths) {
  return fingerprintOfText(paths.flatMap(filesUnder).join('\n'));
}
