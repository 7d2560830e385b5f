/** A FACTS file, or stdin (`-`): never more of it in memory than a FACTS file may have. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { MOST_BYTES, type ParsedText, parseBytes } from '@kaohe/scheme-files';
import { problem, text } from '@kaohe/scoring';
import { type ExitCode, refuseCall, reportProblems, type Source } from '../output/terminal.js';

export interface FactsFile extends ParsedText {
  readonly source: Source;
}

/** The file as a tree of strings with the place of every value. */
export async function loadFacts(path: string): Promise<FactsFile | ExitCode> {
  const bytes = path === '-' ? await readLimited(process.stdin, '-') : await readFileLimited(path);
  if (typeof bytes === 'number') return bytes;
  const name = path === '-' ? 'stdin' : path;
  const parsed = parseBytes(bytes);
  if ('problems' in parsed) return reportProblems(parsed.problems, { name });
  return { ...parsed, source: { name, locate: parsed.locate } };
}

async function readFileLimited(path: string): Promise<Uint8Array | ExitCode> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) return refuseUnreadable(path, found);
  if (found.isDirectory()) return refuseFolder(path);
  if (found.size > MOST_BYTES) return refuseSize(path, `${found.size}`);
  return readLimited(createReadStream(path), path);
}

/** What can be read before the limit; a pipe does not say beforehand how much is to come. */
async function readLimited(stream: Readable, path: string): Promise<Uint8Array | ExitCode> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MOST_BYTES) return refuseSize(path, `>${MOST_BYTES}`);
      chunks.push(chunk);
    }
  } catch (error) {
    return refuseUnreadable(path, error as NodeJS.ErrnoException);
  }
  return Buffer.concat(chunks);
}

function refuseSize(path: string, size: string): ExitCode {
  return reportProblems([problem('too-large', [], { size, limit: `${MOST_BYTES}` })], { name: path });
}

function refuseFolder(path: string): ExitCode {
  refuseCall(text(`${path}：这是目录，应是 FACTS 文件。`, `${path}: this is a folder; a FACTS file is expected.`));
  return 1;
}

function refuseUnreadable(path: string, error: NodeJS.ErrnoException): ExitCode {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
    return refuseCall(text(`没有文件“${path}”。`, `There is no file “${path}”.`));
  return refuseCall(text(`不能读取“${path}”：${error.message}`, `“${path}” cannot be read: ${error.message}`));
}
