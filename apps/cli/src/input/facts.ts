/** A FACTS file, or stdin (`-`): never more of it in memory than a FACTS file may have. What it is, its content says. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { FactsRead } from '@kaohe/office-files';
import { MOST_BYTES, parseBytes, type SchemeFolder } from '@kaohe/scheme-files';
import { problem, type RawTree, text } from '@kaohe/scoring';
import { type ExitCode, refuseCall, reportComplaints, reportProblems, type Source } from '../output/terminal.js';
import { complaintsOf, isTable, positionOf, readTable } from './fact-tables.js';

export interface FactsFile {
  readonly tree: RawTree;
  readonly source: Source;
}

export interface OpenedFacts extends FactsFile {
  readonly bytes: Uint8Array;
  /** A CSV file or a workbook as it was read, with its own problems. */
  readonly table?: FactsRead | undefined;
}

/** The file as a tree of strings with the place of every value. A CSV file or a workbook is read with its scheme. */
export async function loadFacts(path: string, scheme?: SchemeFolder): Promise<FactsFile | ExitCode> {
  const opened = await openFacts(path, scheme);
  if (typeof opened === 'number') return opened;
  const problems = opened.table?.problems ?? [];
  return problems.length > 0 ? reportComplaints(complaintsOf(problems), opened.source.name) : opened;
}

/** The same, with the problems of a table still untold. */
export async function openFacts(path: string, scheme?: SchemeFolder): Promise<OpenedFacts | ExitCode> {
  const bytes = path === '-' ? await readLimited(process.stdin, '-') : await readFileLimited(path);
  if (typeof bytes === 'number') return bytes;
  const name = path === '-' ? 'stdin' : path;
  if (isTable(bytes)) return openTable({ bytes, name }, scheme);
  const parsed = parseBytes(bytes);
  if ('problems' in parsed) return reportProblems(parsed.problems, { name, locate: parsed.locate });
  return { tree: parsed.tree, bytes, source: { name, locate: parsed.locate } };
}

async function openTable(
  { bytes, name }: { readonly bytes: Uint8Array; readonly name: string },
  scheme: SchemeFolder | undefined,
): Promise<OpenedFacts | ExitCode> {
  if (scheme === undefined) return refuseTable(name);
  const table = await readTable(scheme, bytes);
  if (typeof table === 'number') return table;
  const locate: Source['locate'] = (at) => positionOf(table.locate(at));
  return { tree: table.tree, bytes, table, source: { name, locate } };
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

function refuseTable(path: string): ExitCode {
  refuseCall(
    text(
      `${path}：这个命令只读 YAML 和 JSON 的 FACTS，不读 CSV 和工作簿。`,
      `${path}: this command reads FACTS as YAML or JSON, not as CSV or a workbook.`,
    ),
  );
  return 1;
}
