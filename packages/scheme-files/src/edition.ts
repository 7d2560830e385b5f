/** An edition is a scheme's content hash: the same files, the same edition, wherever they lie. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** `sha256:…` over the files' names and contents, in the order of the names, line ends as LF. */
export function editionOf(files: Readonly<Record<string, string>>): string {
  const parts = Object.keys(files)
    .sort()
    .map((name) => [name, (files[name] ?? '').replaceAll('\r\n', '\n')]);
  return `sha256:${bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts))))}`;
}
