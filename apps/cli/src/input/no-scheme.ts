/** What is told where a call names no scheme: the nearest ids, or what the file is that stands in a scheme's place. */
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { FILE_KINDS, kindOfFile, MOST_DOCUMENT_BYTES, unreadableFile } from '@kaohe/office-files';
import { nearest, type Text, text } from '@kaohe/scoring';
import { listSchemeIds } from '@kaohe/server/schemes';
import { type ExitCode, refuseCall } from '../output/terminal.js';
import { importedIn, importedWords } from './imported.js';

export async function refuseNoScheme(idOrPath: string): Promise<ExitCode> {
  const found = await stat(idOrPath).catch(() => undefined);
  if (!found?.isFile()) return refuseUnknown(idOrPath, await listSchemeIds());
  if (basename(idOrPath) === 'scheme.yaml') return refuseCall(ownFolder(idOrPath, dirname(idOrPath)));
  if (found.size > MOST_DOCUMENT_BYTES) return refuseCall(isFile(idOrPath, FILE_KINDS.unknown));
  const bytes = await readFile(idOrPath).catch((error: NodeJS.ErrnoException) => error);
  return refuseCall(bytes instanceof Error ? unreadableFile(idOrPath, bytes.code) : wordsOf(idOrPath, bytes));
}

function wordsOf(path: string, bytes: Uint8Array): Text {
  if (importedIn(bytes)) return importedWords(path);
  const kind = kindOfFile(bytes);
  return kind === 'zip' ? packed(path) : isFile(path, FILE_KINDS[kind]);
}

function refuseUnknown(idOrPath: string, known: readonly string[]): ExitCode {
  const near = nearest(idOrPath.slice(0, 100), known);
  const shown = near.length > 0 ? near : known;
  return refuseCall(
    text(
      `没有方案“${idOrPath}”，它也不是方案目录（含 scheme.yaml）。可用：${shown.join('、')}`,
      `There is no scheme “${idOrPath}”, and it is no scheme folder (with a scheme.yaml). Known: ${shown.join(', ')}`,
    ),
  );
}

const ownFolder = (path: string, folder: string): Text =>
  text(
    `方案是一个目录。请写“${folder}”，不写里面的“${path}”。`,
    `A scheme is a folder. Name “${folder}”, not “${path}” in it.`,
  );

const packed = (path: string): Text =>
  text(
    `“${path}”是压缩包。从网页下载的方案文件请先解压，再写解压出的目录（含 scheme.yaml）。`,
    `“${path}” is a zip archive. Unpack the scheme files downloaded from the pages, then name the folder (with a scheme.yaml).`,
  );

const isFile = (path: string, kind: Text): Text =>
  text(
    `“${path}”是${kind.zh}，不是方案。这里要方案编号（kaohe schemes 列出）或方案目录（含 scheme.yaml）；读考核文件用 kaohe import。`,
    `“${path}” is ${kind.en}, no scheme. Name a scheme’s id (kaohe schemes lists them) or a scheme folder (with a scheme.yaml); kaohe import reads documents.`,
  );
