/** `kaohe check S`: what is wrong, open or surprising in a scheme, with examples worked out by the engine. */
import { examineFolder } from '@kaohe/scheme-files';
import type { Command } from 'commander';
import { loadScheme } from '../input/scheme.js';
import { findingsText } from '../output/check-text.js';
import { type ExitCode, print, printJson, reportProblems } from '../output/terminal.js';
import { type CommonOptions, jsonOption, languageOption } from './options.js';

export async function check(name: string, { json, lang }: CommonOptions): Promise<ExitCode> {
  const folder = await loadScheme(name);
  if (typeof folder === 'number') return folder;
  const examined = examineFolder(folder);
  if ('problems' in examined) return reportProblems(examined.problems, { name: folder.id });
  const { findings } = examined;
  return json
    ? printJson({ scheme: folder.id, edition: folder.edition, findings })
    : print(findingsText(examined, lang));
}

export function checkCommand(program: Command): Command {
  return program
    .command('check')
    .summary('查一个方案 / check a scheme')
    .description(
      '查出文件里有误、没写清、结果会出人意料的地方：原文、为什么要紧、按每种读法算出的例子。\n' +
        'Finds what is wrong, open or surprising in the document: the words, why they matter, and examples worked out under every reading.',
    )
    .argument('<scheme>', '方案编号或目录 / id of a scheme, or its folder')
    .addOption(jsonOption())
    .addOption(languageOption())
    .addHelpText('after', '\n例 Example:\n  kaohe check zhengzhou-2019\n  kaohe check shandong-2016 --json');
}
