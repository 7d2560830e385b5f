/** Lines of text to gzipped bytes and back, with the SHA-256 of what went by. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { damaged, endLine, notBackup, readEnd } from './format.js';

const NEWLINE = 10;

/** Writes lines and, last, their hash, to a file that must not exist. */
export async function writeLines(file: string, lines: AsyncIterable<string>): Promise<void> {
  await pipeline(Readable.from(withHash(lines)), createGzip(), createWriteStream(file, { flags: 'wx', mode: 0o600 }));
}

async function* withHash(lines: AsyncIterable<string>): AsyncGenerator<string> {
  const hash = createHash('sha256');
  for await (const line of lines) {
    hash.update(`${line}\n`);
    yield `${line}\n`;
  }
  yield `${endLine(hash.digest('hex'))}\n`;
}

/** The lines of a file before the last, which must be their hash: the end throws where it is not. */
export async function* readLines(file: string): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let last: string | undefined;
  for await (const line of split(file)) {
    if (last !== undefined) {
      hash.update(`${last}\n`);
      yield last;
    }
    last = line;
  }
  if (last === undefined) throw notBackup();
  if (readEnd(last) !== hash.digest('hex')) throw damaged();
}

/** By the byte of a newline alone: other separators of lines stand inside JSON texts. */
async function* split(file: string): AsyncGenerator<string> {
  let open: Buffer[] = [];
  for await (const chunk of unzipped(file)) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      yield Buffer.concat([...open, chunk.subarray(start, end)]).toString('utf8');
      open = [];
      start = end + 1;
    }
    if (start < chunk.length) open.push(chunk.subarray(start));
  }
  if (open.length > 0) throw damaged();
}

async function* unzipped(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  try {
    yield* source.pipe(gunzip) as AsyncIterable<Buffer>;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'Z_DATA_ERROR') throw notBackup();
    throw code.startsWith('Z_') ? damaged() : error;
  } finally {
    source.destroy();
  }
}
