/** `kaohe schemes`: the schemes there are. */

import { join } from 'node:path';
import { listSchemeIds, readScheme, SCHEMES_FOLDER } from '@kaohe/server/schemes';
import type { Command } from 'commander';
import { alignColumns } from '../output/columns.js';
import { type ExitCode, print, printJson, reportProblems } from '../output/terminal.js';
import { type CommonOptions, jsonOption, languageOption } from './options.js';

interface SchemeSummary {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly documentNumber: string;
  readonly edition: string;
}

export async function schemes({ json, lang }: CommonOptions): Promise<ExitCode> {
  const found: SchemeSummary[] = [];
  for (const name of await listSchemeIds()) {
    const scheme = await readScheme(join(SCHEMES_FOLDER, name));
    if ('problems' in scheme) return reportProblems(scheme.problems, { name });
    const { title, titleEn, documentNumber } = scheme.tree;
    found.push({
      id: scheme.id,
      title: String(title),
      titleEn: String(titleEn),
      documentNumber: String(documentNumber ?? ''), // not every document has a number
      edition: scheme.edition,
    });
  }
  return json ? printJson(found) : print(alignColumns(tableOf(found, lang)));
}

function tableOf(found: readonly SchemeSummary[], lang: CommonOptions['lang']): string[][] {
  const header = lang === 'zh' ? ['方案', '文号', '版本', '名称'] : ['scheme', 'document', 'edition', 'title'];
  const rows = found.map((one) => [
    one.id,
    one.documentNumber,
    one.edition.slice('sha256:'.length).slice(0, 12),
    lang === 'zh' ? one.title : one.titleEn,
  ]);
  return [header, ...rows];
}

export function schemesCommand(program: Command): Command {
  return program
    .command('schemes')
    .summary('有哪些方案 / the schemes there are')
    .description('列出方案：编号、文号、版本、名称。\nLists the schemes: id, document number, edition, title.')
    .addOption(jsonOption())
    .addOption(languageOption())
    .addHelpText('after', '\n例 Example:\n  kaohe schemes\n  kaohe schemes --json');
}
