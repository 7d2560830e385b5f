/**
 * A zip file written from beginning to end, one file in memory at a time (PKWARE's APPNOTE 6.3). Names are marked as UTF-8; beyond
 * 4 GB or 65,535 files the directory is that of zip64.
 */
import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

const compressed = promisify(deflateRaw);

export type Sink = (bytes: Buffer) => Promise<void>;

interface Entry {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
  readonly method: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const UTF8 = 0x0800;
const DEFLATED = 8;
const STORED = 0;
const VERSION = 45;
const MOST_32 = 0xffffffff;
const MOST_16 = 0xffff;

export class ZipWriter {
  private readonly entries: Entry[] = [];
  private at = 0;
  private readonly write: Sink;
  private readonly day: number;

  /** `day`: what every file states as its date, `2020-01-16`. */
  constructor(write: Sink, day: string) {
    this.write = write;
    const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
    this.day = (Math.max(0, year - 1980) << 9) | (month << 5) | date;
  }

  async add(path: string, bytes: Uint8Array): Promise<void> {
    const deflated = await compressed(bytes);
    const isSmaller = deflated.length < bytes.length;
    const packed = isSmaller ? deflated : Buffer.from(bytes);
    const entry: Entry = {
      name: Buffer.from(path, 'utf8'),
      crc: crc32(bytes),
      packed: packed.length,
      size: bytes.length,
      at: this.at,
      method: isSmaller ? DEFLATED : STORED,
    };
    this.entries.push(entry);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(LOCAL, 0);
    this.common(head, entry, 4);
    await this.out(Buffer.concat([head, entry.name]));
    await this.out(packed);
  }

  /** The directory; nothing can be added after it. */
  async end(): Promise<void> {
    const from = this.at;
    for (const entry of this.entries) await this.out(this.central(entry));
    const size = this.at - from;
    const count = this.entries.length;
    if (from > MOST_32 || size > MOST_32 || count > MOST_16) await this.out(end64(count, { size, from, at: this.at }));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(END, 0);
    end.writeUInt16LE(Math.min(count, MOST_16), 8);
    end.writeUInt16LE(Math.min(count, MOST_16), 10);
    end.writeUInt32LE(Math.min(size, MOST_32), 12);
    end.writeUInt32LE(Math.min(from, MOST_32), 16);
    await this.out(end);
  }

  private async out(bytes: Buffer): Promise<void> {
    this.at += bytes.length;
    await this.write(bytes);
  }

  /** What a file's own head and its line in the directory share, from the version on. */
  private common(head: Buffer, { crc, packed, size, name, method }: Entry, from: number): void {
    head.writeUInt16LE(VERSION, from);
    head.writeUInt16LE(UTF8, from + 2);
    head.writeUInt16LE(method, from + 4);
    head.writeUInt16LE(this.day, from + 8);
    head.writeUInt32LE(crc, from + 10);
    head.writeUInt32LE(packed, from + 14);
    head.writeUInt32LE(size, from + 18);
    head.writeUInt16LE(name.length, from + 22);
  }

  private central(entry: Entry): Buffer {
    const isFar = entry.at >= MOST_32;
    const extra = Buffer.alloc(isFar ? 12 : 0);
    if (isFar) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(8, 2);
      extra.writeBigUInt64LE(BigInt(entry.at), 4);
    }
    const head = Buffer.alloc(46);
    head.writeUInt32LE(CENTRAL, 0);
    head.writeUInt16LE(VERSION, 4);
    this.common(head, entry, 6);
    head.writeUInt16LE(extra.length, 30);
    head.writeUInt32LE(Math.min(entry.at, MOST_32), 42);
    return Buffer.concat([head, entry.name, extra]);
  }
}

/** Zip knows no time before: such an archive tells nothing of when it was made. */
const FIRST_DAY = '1980-01-01';

/** A few small files as one archive, in the order of their paths: the same files, the same bytes. */
export async function zipOf(files: readonly (readonly [path: string, bytes: Uint8Array])[]): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  const zip = new ZipWriter(async (bytes) => void pieces.push(bytes), FIRST_DAY);
  for (const [path, bytes] of [...files].sort(([one], [other]) => (one < other ? -1 : 1))) await zip.add(path, bytes);
  await zip.end();
  return Buffer.concat(pieces);
}

function end64(count: number, { size, from, at }: { size: number; from: number; at: number }): Buffer {
  const end = Buffer.alloc(76);
  end.writeUInt32LE(END_64, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(VERSION, 12);
  end.writeUInt16LE(VERSION, 14);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(from), 48);
  end.writeUInt32LE(LOCATOR_64, 56);
  end.writeBigUInt64LE(BigInt(at), 64);
  end.writeUInt32LE(1, 72);
  return end;
}
