/** `kaohe template S`: a FACTS file to fill in; as it stands it is valid, and everything in it is open. */
import { emptyFacts, templateCsv, writeFactsWorkbook } from '@kaohe/office-files';
import { nearest, type Program, text, type Unit } from '@kaohe/scoring';
import type { Command } from 'commander';
import { loadProgram, loadScheme } from '../input/scheme.js';
import { type TemplateUnit, templateJson, templateText } from '../output/facts-template.js';
import { refuseEnding } from '../output/file-ending.js';
import { type ExitCode, print, printJson, refuseCall } from '../output/terminal.js';
import { writeNew } from '../output/write-new.js';
import { jsonOption } from './options.js';

interface TemplateOptions {
  readonly json?: true;
  readonly unit?: readonly string[];
  readonly xlsx?: string;
  readonly csv?: string;
}

export async function template(name: string, { json, unit, xlsx, csv }: TemplateOptions): Promise<ExitCode> {
  const refused = refuseEnding(xlsx, 'xlsx') ?? refuseEnding(csv, 'csv');
  if (refused !== undefined) return refused;
  const folder = await loadScheme(name);
  if (typeof folder === 'number') return folder;
  const program = loadProgram(folder, {});
  if (typeof program === 'number') return program;
  const units = unit === undefined ? allUnits(program) : findUnits(program, unit);
  if (typeof units === 'number') return units;
  const empty = emptyFacts(program, units.map(named));
  if (xlsx !== undefined) return writeNew(xlsx, () => writeFactsWorkbook(program, empty));
  if (csv !== undefined) return writeNew(csv, () => templateCsv(program, empty));
  return json ? printJson(templateJson(program, units)) : print(templateText(program, units));
}

function named({ name, sheet, class: unitClass, ...unit }: TemplateUnit | Unit) {
  return { name, ...('outside' in unit && { placed: { sheet, class: unitClass } }) };
}

/** Units of the population whose sheet the scheme has. */
function listedUnits({ scheme, sheets }: Program): readonly Unit[] {
  return scheme.population.units.filter((unit) => sheets.has(unit.sheet));
}

/** A document that lists no units is for any; one of them stands for all. */
function allUnits(program: Program): readonly TemplateUnit[] {
  const listed = listedUnits(program);
  return listed.length > 0 ? listed : unlistedUnits(program, ['某单位']);
}

function unlistedUnits({ sheets }: Program, names: readonly string[]): TemplateUnit[] {
  const [first] = sheets.values();
  const unitClass = first?.sheet.classes[0];
  if (!first || !unitClass) return [];
  return names.map((name) => ({ name, sheet: first.sheet.id, class: unitClass, outside: true }));
}

function findUnits(program: Program, names: readonly string[]): readonly TemplateUnit[] | ExitCode {
  const known = listedUnits(program);
  if (known.length === 0) return unlistedUnits(program, [...new Set(names)]);
  const found = names.map((name) => known.find((unit) => unit.name === name || unit.aliases?.includes(name)));
  const missing = names.find((_, index) => found[index] === undefined);
  if (missing === undefined) return [...new Set(found.filter((unit) => unit !== undefined))];
  const near = nearest(
    missing.slice(0, 100),
    known.map((unit) => unit.name),
  );
  const hint = near.length > 0 ? near : known.map((unit) => unit.name).slice(0, 5);
  return refuseCall(
    text(
      `考核对象里没有“${missing}”。例如：${hint.join('、')}`,
      `“${missing}” is not an assessed unit. For example: ${hint.join(', ')}`,
    ),
  );
}

export function templateCommand(program: Command): Command {
  return program
    .command('template')
    .summary('要填的 FACTS 文件 / a FACTS file to fill in')
    .description(
      '给出一份要填的 FACTS：每条的原文和填法都在注释里，照原样就可以计分。\n' +
        'Prints a FACTS file to fill in: every sentence and the shape of its fact as comments; valid as it stands, everything open.',
    )
    .argument('<scheme>', '方案编号或目录 / id of a scheme, or its folder')
    .option('--unit <name...>', '只要这些单位 / these units only')
    .option('--xlsx <file>', '存成要填的工作簿，一个单位一张表 / as a workbook to fill in, one sheet a unit')
    .option('--csv <file>', '存成要填的 CSV / as CSV to fill in')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\n例 Example:\n  kaohe template zhengzhou-2019 --unit 巩义市 登封市 > facts.yaml\n  kaohe template zhengzhou-2019 --xlsx 2019.xlsx\n  kaohe template zhengzhou-2019 --json',
    );
}
