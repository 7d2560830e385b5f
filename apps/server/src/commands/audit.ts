/** `kaohe audit verify`: walks the chain of every office's log. */
import type { AuditCheck } from '@kaohe/api-contract';
import { checkAllChains, type OfficeCheck } from '../audit-log/chain.js';
import type { Database } from '../database/connect.js';
import { type DatabaseSettings, withDatabase } from './with-database.js';

/** The exit code: 1 where a chain is broken. */
export async function verifyAudit(settings: DatabaseSettings & { readonly json?: boolean }): Promise<number> {
  return await withDatabase(settings, {
    make: false,
    work: (database) => tellChains(database, settings.json === true),
  });
}

/** Prints every office's chain; 1 where one is broken. */
export async function tellChains(database: Database, json: boolean): Promise<number> {
  const offices = await checkAllChains(database);
  const sound = offices.every((office) => office.sound);
  process.stdout.write(json ? `${JSON.stringify({ sound, offices }, null, 2)}\n` : offices.map(linesOf).join(''));
  return sound ? 0 : 1;
}

function linesOf({ name, ...check }: OfficeCheck): string {
  const { sealed, unsealed, head } = check;
  const counted: [string, string] = [
    `已封 ${sealed} 条，待封 ${unsealed} 条`,
    `${sealed} sealed, ${unsealed} to be sealed`,
  ];
  const [zh, en] = check.broken ? brokenWords(check.broken) : [`完好，链尾 ${head}`, `sound, its head is ${head}`];
  return `${name}：审计日志${zh}；${counted[0]}。\n${name}: the audit log is ${en}; ${counted[1]}.\n`;
}

const brokenWords = ({ seal, reason, reasonEn }: NonNullable<AuditCheck['broken']>): [string, string] => [
  `在第 ${seal} 条断开：${reason}`,
  `broken at seal ${seal}: ${reasonEn}`,
];
