/** `kaohe show S`: the scheme as it is scored. */
import type { SchemeFolder } from '@kaohe/scheme-files';
import { nearest, type Program, text } from '@kaohe/scoring';
import type { Command } from 'commander';
import { loadProgram, loadScheme, readReadings } from '../input/scheme.js';
import { clauseJson, schemeJson } from '../output/scheme-json.js';
import { clauseText, countsText, schemeText } from '../output/scheme-text.js';
import { type ExitCode, print, printJson, refuseCall } from '../output/terminal.js';
import { type CommonOptions, jsonOption, languageOption, type ReadingOptions, readingsOption } from './options.js';

type ShowOptions = CommonOptions & ReadingOptions & { readonly counts?: true; readonly clause?: string };

export async function show(name: string, options: ShowOptions): Promise<ExitCode> {
  const folder = await loadScheme(name);
  if (typeof folder === 'number') return folder;
  const readings = readReadings(folder, options.readings ?? []);
  if (typeof readings === 'number') return readings;
  const program = loadProgram(folder, readings);
  if (typeof program === 'number') return program;
  return options.clause === undefined
    ? showScheme(folder, program, options)
    : showClause(program, options.clause, options);
}

function showScheme(folder: SchemeFolder, program: Program, { json, counts, lang }: ShowOptions): ExitCode {
  if (json) return printJson(schemeJson(folder, program, !counts));
  return print(counts ? countsText(program, lang) : schemeText(program, folder.edition, lang));
}

function showClause(program: Program, id: string, { json, lang }: ShowOptions): ExitCode {
  const compiled = program.clauses.get(id);
  if (!compiled) {
    const near = nearest(id.slice(0, 100), program.clauses.keys());
    const hint = near.length > 0 ? near : [...program.clauses.keys()].slice(0, 1);
    return refuseCall(
      text(
        `方案没有条款“${id}”。例如：${hint.join('、')}`,
        `There is no clause “${id}”. For example: ${hint.join(', ')}`,
      ),
    );
  }
  return json ? printJson(clauseJson(compiled)) : print(clauseText(program, compiled, lang));
}

export function showCommand(program: Command): Command {
  return program
    .command('show')
    .summary('看一个方案 / show a scheme')
    .description(
      '列出细则表、大项、行，每一条扣分的原文和规则，以及所用的读法。\n' +
        'Lists sheets, items and rows, each scoring sentence with its rule in words, and the readings in force.',
    )
    .argument('<scheme>', '方案编号或目录 / id of a scheme, or its folder')
    .addOption(jsonOption())
    .option('--counts', '只数大项、行、条款、规则 / count items, rows, clauses and rules only')
    .option('--clause <id>', '只看一条 / one clause only')
    .addOption(readingsOption())
    .addOption(languageOption())
    .addHelpText(
      'after',
      '\n例 Example:\n  kaohe show zhengzhou-2019 --counts\n  kaohe show zhengzhou-2019 --clause county/20.1 --lang en',
    );
}
