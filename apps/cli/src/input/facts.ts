/** A FACTS file, or stdin (`-`): never more of it in memory than a FACTS file may have. What it is, its content says. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type FactsRead, unreadableFile } from '@kaohe/office-files';
import { type Encoding, MOST_BYTES, parseBytes, type SchemeFolder } from '@kaohe/scheme-files';
import { isRawObject, problem, type RawTree, text } from '@kaohe/scoring';
import { type ExitCode, refuseCall, reportComplaints, reportProblems, type Source } from '../output/terminal.js';
import { complaintsOf, isTable, positionOf, readTable } from './fact-tables.js';
import { notFacts, textForWorkbook } from './not-facts.js';

export interface FactsFile {
  readonly tree: RawTree;
  readonly source: Source;
  readonly bytes: Uint8Array;
  /** A CSV file or a workbook as it was read, with its own problems. */
  readonly table?: FactsRead | undefined;
}

/** The file as a tree of strings with the place of every value. A CSV file or a workbook is read with its scheme. */
export async function loadFacts(path: string, scheme: SchemeFolder): Promise<FactsFile | ExitCode> {
  const opened = await openFacts(path, scheme);
  if (typeof opened === 'number') return opened;
  const problems = opened.table?.problems ?? [];
  return problems.length > 0 ? reportComplaints(complaintsOf(problems), opened.source.name) : opened;
}

/** The same, with the problems of a table still untold. */
export async function openFacts(path: string, scheme: SchemeFolder): Promise<FactsFile | ExitCode> {
  const bytes = path === '-' ? await readLimited(process.stdin, '-') : await readFileLimited(path);
  if (typeof bytes === 'number') return bytes;
  const name = path === '-' ? 'stdin' : path;
  const other = notFacts(name, bytes);
  if (other) return reportComplaints([{ text: other }], name);
  const opened = isTable(bytes) ? await openTable(scheme, { bytes, name }) : openText({ bytes, name });
  if (typeof opened !== 'number' && opened.encoding !== undefined) reportComplaints([{ text: NOT_UTF8 }], name);
  return opened;
}

interface NamedBytes {
  readonly bytes: Uint8Array;
  readonly name: string;
}

type Opened = (FactsFile & { readonly encoding?: Encoding | undefined }) | ExitCode;

function openText({ bytes, name }: NamedBytes): Opened {
  const parsed = parseBytes(bytes);
  const other = 'problems' in parsed || !isRawObject(parsed.tree) ? textForWorkbook(name) : undefined;
  if (other) return reportComplaints([{ text: other }], name);
  if (!('problems' in parsed)) {
    const { tree, locate, encoding } = parsed;
    return { tree, bytes, encoding, source: { name, locate } };
  }
  const { problems, words, locate } = parsed;
  if (words) return reportComplaints([{ position: locate?.([]), text: words }], name);
  return reportProblems(problems, { name, locate });
}

async function openTable(scheme: SchemeFolder, { bytes, name }: NamedBytes): Promise<Opened> {
  const table = await readTable(scheme, bytes);
  if (typeof table === 'number') return table;
  const locate: Source['locate'] = (at) => positionOf(table.locate(at));
  return { tree: table.tree, bytes, table, encoding: table.encoding, source: { name, locate } };
}

const NOT_UTF8 = text(
  '文件不是 UTF-8，已按 GBK（GB 18030）读取。请核对文字有没有读错；另存为 UTF-8 后不再提示。',
  'The file is not UTF-8 and was read as GBK (GB 18030). Check the words; saved as UTF-8 it is read without asking.',
);

async function readFileLimited(path: string): Promise<Uint8Array | ExitCode> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) return refuseCall(unreadableFile(path, found.code));
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
    return refuseCall(unreadableFile(path, (error as NodeJS.ErrnoException).code));
  }
  return Buffer.concat(chunks);
}

function refuseSize(path: string, size: string): ExitCode {
  return reportProblems([problem('too-large', [], { size, limit: `${MOST_BYTES}` })], { name: path });
}

function refuseFolder(path: string): ExitCode {
  return refuseCall(
    text(`${path}：这是目录，应是 FACTS 文件。`, `${path}: this is a folder; a FACTS file is expected.`),
  );
}
