/** `kaohe diff BEFORE AFTER [FACTS]`: what changed between two editions, and who moves when the same facts are scored under the other. */
import { type Difference, diffEditions, type MovedUnit, rescore } from '@kaohe/scheme-files';
import { type Text, text } from '@kaohe/scoring';
import type { Command } from 'commander';
import { loadFacts } from '../input/facts.js';
import { refuseFacts } from '../input/refused-table.js';
import { loadScheme } from '../input/scheme.js';
import { movedTable } from '../output/moved-table.js';
import { type ExitCode, print, printJson } from '../output/terminal.js';
import { type CommonOptions, jsonOption, languageOption } from './options.js';

interface DiffCall {
  readonly before: string;
  readonly after: string;
  readonly facts: string | undefined;
}

export async function diff(call: DiffCall, { json, lang }: CommonOptions): Promise<ExitCode> {
  const before = await loadScheme(call.before);
  if (typeof before === 'number') return before;
  const after = await loadScheme(call.after);
  if (typeof after === 'number') return after;
  const differences = diffEditions(before, after);
  const editions = { before: before.edition, after: after.edition };
  if (call.facts === undefined)
    return json ? printJson({ editions, differences }) : print(differenceLines(differences)[lang]);
  const facts = await loadFacts(call.facts, before);
  if (typeof facts === 'number') return facts;
  const moved = rescore(before, after, facts.tree);
  if ('problems' in moved) return refuseFacts(facts, moved.problems);
  if (json) return printJson({ editions, differences, moved });
  return print(`${differenceLines(differences)[lang]}\n\n${movedLines(moved)[lang]}`);
}

const CHANGE = { added: text('新增', 'added'), removed: text('删去', 'removed'), changed: text('改动', 'changed') };

function differenceLines(differences: readonly Difference[]): Text {
  if (differences.length === 0) return text('两个版本内容相同。', 'The two editions say the same.');
  const lines = (language: 'zh' | 'en') =>
    differences.flatMap(({ change, node, id, fields }) => [
      `${CHANGE[change][language]}  ${node} ${id}`,
      ...(change === 'changed' ? fields.flatMap(fieldLines) : []),
    ]);
  return text(lines('zh').join('\n'), lines('en').join('\n'));
}

function fieldLines({ field, before, after }: Difference['fields'][number]): string[] {
  return [`    ${field}`, `      − ${before ?? ''}`, `      + ${after ?? ''}`];
}

function movedLines(moved: readonly MovedUnit[]): Text {
  if (moved.length === 0) return text('没有单位的得分、等次或名次变动。', 'No unit changes score, grade or rank.');
  return text(movedTable(moved, 'zh'), movedTable(moved, 'en'));
}

export function diffCommand(program: Command): Command {
  return program
    .command('diff')
    .summary('比较两个版本 / compare two editions')
    .description(
      '方案的两个版本有何不同；给出事实文件的，再看同样的事实下谁的分数、等次、名次变了，因为哪一条。\n' +
        'What differs between two editions of a scheme; with FACTS also who moves under the other edition, and by which clause.',
    )
    .argument('<before>', '先前的方案 / the earlier scheme: id or folder')
    .argument('<after>', '后来的方案 / the later scheme: id or folder')
    .argument('[facts]', 'FACTS 文件 / FACTS file')
    .addOption(jsonOption())
    .addOption(languageOption())
    .addHelpText(
      'after',
      '\n例 Example:\n  kaohe diff zhengzhou-2019 ./zhengzhou-2020 examples/one-district.facts.yaml',
    );
}
