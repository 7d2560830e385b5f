/** `kaohe score S FACTS`: every unit's score, grade and rank, or the interval of what is still possible. */
import { resultJson } from '@kaohe/scoring';
import type { Command } from 'commander';
import { loadAssessment } from '../input/assessment.js';
import { refuseEnding } from '../output/file-ending.js';
import { resultTable } from '../output/result-table.js';
import { writeResultWorkbook } from '../output/result-workbook.js';
import { type ExitCode, print, printJson } from '../output/terminal.js';
import { type CommonOptions, jsonOption, languageOption, type ReadingOptions, readingsOption } from './options.js';

interface ScoreOptions extends CommonOptions, ReadingOptions {
  readonly errors?: string;
  readonly workbook?: string;
}

export async function score(
  scheme: string,
  facts: string,
  { json, lang, readings = [], errors, workbook }: ScoreOptions,
): Promise<ExitCode> {
  const refused = refuseEnding(workbook, 'xlsx');
  if (refused !== undefined) return refused;
  const call = await loadAssessment({ scheme, facts, readings, errors });
  if (typeof call === 'number') return call;
  if (workbook !== undefined) return writeResultWorkbook(workbook, call);
  if (json) return printJson(resultJson(call.assessment, call.scheme.edition));
  return print(resultTable(call.assessment, call.scheme.edition, lang));
}

export function scoreCommand(program: Command): Command {
  return program
    .command('score')
    .summary('计分 / score facts')
    .description(
      '给每个单位计分、定等次、排名；有未核的，给出还可能的范围。\n' +
        'Scores, grades and ranks the units of a FACTS file; where something is open, the range still possible.',
    )
    .argument('<scheme>', '方案编号或目录 / id of a scheme, or its folder')
    .argument('<facts>', 'FACTS 文件（YAML、JSON、CSV、工作簿），- 为标准输入 / FACTS file, - for stdin')
    .addOption(jsonOption())
    .addOption(readingsOption())
    .option(
      '--errors <file>',
      '工作簿、CSV 有误时，把写明错误的同一份表存到这里 / where a refused workbook or CSV goes, its errors in it',
    )
    .option(
      '--workbook <file>',
      '把结果存成带公式的复核工作簿，可在 Excel、WPS、LibreOffice 中重算 / the result as a workbook of live formulas',
    )
    .addOption(languageOption())
    .addHelpText(
      'after',
      `
例 Example:
  kaohe score zhengzhou-2019 examples/one-district.facts.yaml
  kaohe score zhengzhou-2019 examples/one-district.facts.yaml --readings bonus-base=composite part-steps=round-up
  kaohe score zhengzhou-2019 facts.xlsx --errors facts.errors.xlsx
  kaohe score zhengzhou-2019 facts.xlsx --workbook result.xlsx
  kaohe score zhengzhou-2019 - --json < examples/one-district.facts.yaml`,
    );
}
