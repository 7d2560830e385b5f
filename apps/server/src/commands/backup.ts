/** `kaohe backup FILE` and `kaohe restore FILE`. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { unreadableFile, unwritableFile } from '@kaohe/office-files';
import type { Text } from '@kaohe/scoring';
import { restoreBackup } from '../backup/restore.js';
import { writeBackup } from '../backup/write.js';
import { DatabaseRefused } from '../database/refused.js';
import { tellChains } from './audit.js';
import { type DatabaseSettings, withDatabase } from './with-database.js';

/** Writes everything to a new file, whole or not at all. */
export async function backup(file: string, settings: DatabaseSettings): Promise<number> {
  return await withDatabase(settings, {
    make: false,
    work: async (database) => {
      if (existsSync(file)) throw exists(file);
      const half = `${file}.part`;
      try {
        rmSync(half, { force: true });
        const { tables, rows } = await writeBackup(database, half);
        renameSync(half, file);
        tell(
          `已备份到 ${file}：${tables} 张表，${rows} 行。数据目录里的 secret.key 不在其中，请另外保管。`,
          `Backed up to ${file}: ${tables} tables, ${rows} rows. The secret.key of the data folder is not in it: keep it elsewhere.`,
        );
        return 0;
      } catch (error) {
        rmSync(half, { force: true });
        throw refusalOf(error, (code) => unwritableFile(file, code));
      }
    },
  });
}

/** Fills an empty database from a file, then checks the audit log; 1 where the log was broken before it was backed up. */
export async function restore(file: string, settings: DatabaseSettings): Promise<number> {
  if (!existsSync(file)) return told(missing(file));
  return await withDatabase(settings, {
    make: true,
    work: async (database) => {
      const { tables, rows } = await restoreBackup(database, file).catch((error) => {
        throw refusalOf(error, (code) => unreadableFile(file, code));
      });
      tell(`已恢复 ${file}：${tables} 张表，${rows} 行。`, `Restored ${file}: ${tables} tables, ${rows} rows.`);
      return await tellChains(database, false);
    },
  });
}

function tell(zh: string, en: string): void {
  process.stdout.write(`${zh}\n${en}\n`);
}

function told({ zh, en }: DatabaseRefused): number {
  process.stderr.write(`${zh}\n${en}\n`);
  return 2;
}

/** What the file system refuses is the operator's to put right. */
function refusalOf(error: unknown, words: (code: string) => Text): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall === undefined || code === undefined) return error;
  const { zh, en } = words(code);
  return new DatabaseRefused(zh, en);
}

function exists(file: string): DatabaseRefused {
  return new DatabaseRefused(
    `${file} 已经存在，备份不覆盖文件。请换一个文件名。`,
    `${file} exists, and a backup never replaces a file. Choose another name.`,
  );
}

function missing(file: string): DatabaseRefused {
  return new DatabaseRefused(`没有文件 ${file}。`, `There is no file ${file}.`);
}
