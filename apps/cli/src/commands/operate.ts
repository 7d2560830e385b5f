/** `kaohe backup`, `kaohe restore` and `kaohe audit verify`: the server's own commands, loaded only when asked for. */
import type { Command } from 'commander';

const where = () => ({ dataDir: process.env.DATA_DIR, databaseUrl: process.env.DATABASE_URL });

export async function backup(file: string): Promise<number> {
  const server = await import('@kaohe/server/commands');
  return await server.backup(file, where());
}

export function backupCommand(program: Command): Command {
  return program
    .command('backup <file>')
    .summary('备份 / back up everything')
    .description(
      '把数据库的全部内容写到一个新文件，服务运行时也可以。\nWrites everything in the database to a new file, also while the server runs.',
    )
    .addHelpText('after', `\n${WHERE}\n\n例 Example:\n  kaohe backup 2020-01-16.kaohe`);
}

export async function restore(file: string): Promise<number> {
  const server = await import('@kaohe/server/commands');
  return await server.restore(file, where());
}

export function restoreCommand(program: Command): Command {
  return program
    .command('restore <file>')
    .summary('恢复备份 / restore a backup')
    .description(
      '把备份恢复到空的数据库，全部成功或什么也不留下。\nRestores a backup into an empty database: all of it, or nothing.',
    )
    .addHelpText('after', `\n${WHERE}\n\n例 Example:\n  DATA_DIR=./restored kaohe restore 2020-01-16.kaohe`);
}

export interface AuditOptions {
  readonly json?: boolean;
}

export async function verifyAudit({ json }: AuditOptions): Promise<number> {
  const server = await import('@kaohe/server/commands');
  return await server.verifyAudit({ ...where(), json: json === true });
}

export function auditCommand(program: Command): Command {
  return program
    .command('audit')
    .summary('审计日志 / the audit log')
    .command('verify')
    .summary('核对日志链 / check its chain')
    .description(
      '逐条核对每个单位的日志链；断了就指出第一处，退出码 1。\nWalks the chain of every office; exits with 1 and the first place where one is broken.',
    )
    .option('--json', '以 JSON 输出 / as JSON')
    .addHelpText('after', `\n${WHERE}\n\n例 Example:\n  kaohe audit verify`);
}

const WHERE =
  '数据库按 DATABASE_URL，没有则按 DATA_DIR 里内置的。\nThe database is that of DATABASE_URL, otherwise the built-in one of DATA_DIR.';
