/** `kaohe explain S FACTS UNIT [CLAUSE]`: a score down to the sentences and facts it comes from. */
import {
  type AssessedUnit,
  type Assessment,
  type Explanation,
  explain as explainUnit,
  explanationJson,
  findNode,
  nearest,
  renderExplanation,
  text,
} from '@kaohe/scoring';
import type { Command } from 'commander';
import { loadAssessment } from '../input/assessment.js';
import { type ExitCode, print, printJson, refuseCall } from '../output/terminal.js';
import { type CommonOptions, jsonOption, languageOption, type ReadingOptions, readingsOption } from './options.js';

interface ExplainCall {
  readonly scheme: string;
  readonly facts: string;
  readonly unit: string;
  readonly clause?: string | undefined;
}

type ExplainOptions = CommonOptions & ReadingOptions & { readonly all?: true };

export async function explain(call: ExplainCall, options: ExplainOptions): Promise<ExitCode> {
  const loaded = await loadAssessment({ ...call, readings: options.readings ?? [] });
  if (typeof loaded === 'number') return loaded;
  const { assessment } = loaded;
  const unit = findUnit(assessment, call.unit);
  if (!unit) return refuseUnit(assessment, call.unit);
  const whole = explainUnit(assessment.program, unit.scored);
  const node = call.clause === undefined ? whole : findPart(whole, call.clause);
  if (!node) return refuseClause(unit, call.clause ?? '');
  if (options.json) return printJson(explanationJson(node));
  const { program } = assessment;
  const rendered = renderExplanation(node, { language: options.lang, all: options.all ?? false, program });
  return print(`${unit.scored.facts.unit}\n${rendered}`);
}

/** By the name of the population, or by an alias. */
function findUnit({ program, units }: Assessment, name: string): AssessedUnit | undefined {
  const listed = program.scheme.population.units.find((unit) => unit.aliases?.includes(name));
  return units.find(({ scored }) => [name, listed?.name].includes(scored.facts.unit));
}

/** A clause, an item or a part of the total. */
function findPart(whole: Explanation, id: string): Explanation | undefined {
  return findNode(whole, 'clause', id) ?? findNode(whole, 'item', id) ?? findNode(whole, 'part', id);
}

function refuseUnit({ units }: Assessment, name: string): ExitCode {
  const names = units.map(({ scored }) => scored.facts.unit);
  const near = nearest(name.slice(0, 100), names);
  const shown = near.length > 0 ? near : names;
  return refuseCall(
    text(
      `FACTS 里没有单位“${name}”。有：${shown.join('、')}`,
      `The FACTS have no unit “${name}”. They have: ${shown.join(', ')}`,
    ),
  );
}

function refuseClause({ scored }: AssessedUnit, id: string): ExitCode {
  const items = scored.sheet.compiled.items;
  const known = items.flatMap(({ item, clauses }) => [item.id, ...clauses.map(({ clause }) => clause.id)]);
  const near = nearest(id.slice(0, 100), known);
  const hint = near.length > 0 ? near : [`${scored.facts.sheet}/2.2`, `${scored.facts.sheet}/i1`];
  return refuseCall(
    text(
      `${scored.facts.unit} 的细则表没有条款“${id}”。例如：${hint.join('、')}`,
      `The sheet of ${scored.facts.unit} has no clause “${id}”. For example: ${hint.join(', ')}`,
    ),
  );
}

export function explainCommand(program: Command): Command {
  return program
    .command('explain')
    .summary('说明得分从哪里来 / explain a score')
    .description(
      '把一个单位的得分拆到每一句扣分的原文、事实和算式。\n' +
        'Takes a score apart, down to each sentence of the document, the fact and the arithmetic.',
    )
    .argument('<scheme>', '方案编号或目录 / id of a scheme, or its folder')
    .argument('<facts>', 'FACTS 文件，- 为标准输入 / FACTS file, - for stdin')
    .argument('<unit>', '单位 / unit')
    .argument('[clause]', '只看一条、一个大项或一个部分 / one clause, item or part only')
    .addOption(jsonOption())
    .option('--all', '没有扣分的条款也列出 / clauses that ask nothing, too')
    .addOption(readingsOption())
    .addOption(languageOption())
    .addHelpText(
      'after',
      `
例 Example:
  kaohe explain zhengzhou-2019 examples/one-district.facts.yaml 巩义市
  kaohe explain zhengzhou-2019 examples/one-district.facts.yaml 巩义市 county/2.2 --lang en`,
    );
}
