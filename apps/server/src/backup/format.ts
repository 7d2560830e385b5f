/**
 * A backup file: gzip of lines of JSON. First the header, then the rows of each table as arrays of PostgreSQL's own text,
 * which every type reads back exactly, last the SHA-256 of all lines before.
 */
import { z } from 'zod';
import { DatabaseRefused } from '../database/refused.js';

export const FORMAT = 'kaohe-backup';
export const VERSION = 1;

const migrationShape = z.object({ name: z.string(), sha256: z.string() });
export type MigrationRecord = z.infer<typeof migrationShape>;

const headerShape = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  migrations: z.array(migrationShape),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number().int().min(0) })),
});
export type Header = z.infer<typeof headerShape>;

const versionShape = z.object({ format: z.literal(FORMAT), version: z.number().int() });
const endShape = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });

export const headerLine = (header: Header): string => JSON.stringify(header);
export const endLine = (sha256: string): string => JSON.stringify({ sha256 });

export function readHeader(line: string): Header {
  const value = parse(line);
  const version = versionShape.safeParse(value);
  if (!version.success) throw notBackup();
  if (version.data.version !== VERSION) throw otherVersion(version.data.version);
  const header = headerShape.safeParse(value);
  if (!header.success) throw damaged();
  return header.data;
}

/** The hash in the last line; refuses a line that is none. */
export function readEnd(line: string): string {
  const end = endShape.safeParse(parse(line));
  if (!end.success) throw damaged();
  return end.data.sha256;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

export function notBackup(): DatabaseRefused {
  return new DatabaseRefused(
    '这个文件不是考核的备份。请选 kaohe backup 写出的文件。',
    'This file is no backup of Kaohe. Choose one that kaohe backup has written.',
  );
}

export function damaged(): DatabaseRefused {
  return new DatabaseRefused(
    '备份文件不完整或被改动过，什么也没有恢复。请换另一份备份。',
    'The backup is incomplete or was changed; nothing was restored. Use another one.',
  );
}

function otherVersion(version: number): DatabaseRefused {
  return new DatabaseRefused(
    `备份的格式是第 ${version} 版，本程序只认第 ${VERSION} 版。请用写出它的那一版程序，或更新的程序。`,
    `The backup has format ${version}; this program reads ${VERSION}. Use the program that wrote it, or a newer one.`,
  );
}

export function otherMigrations(name: string): DatabaseRefused {
  return new DatabaseRefused(
    `备份与本程序的数据库结构不同（${name}）。请用写出这份备份的那一版程序恢复，再升级。`,
    `The backup and this program differ in the shape of the database (${name}). Restore with the program that wrote it, then upgrade.`,
  );
}

export function notEmpty(table: string): DatabaseRefused {
  return new DatabaseRefused(
    `数据库里已有数据（${table}），备份只能恢复到空的数据库。请换一个 DATA_DIR 或 DATABASE_URL。`,
    `The database already holds data (${table}); a backup is restored into an empty one only. Choose another DATA_DIR or DATABASE_URL.`,
  );
}
