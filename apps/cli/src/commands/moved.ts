/** `kaohe moved S FACTS --from DAY --to DAY`: accidents that changed between two days, and the units they move. */
import { type Movement, movedBetween } from '@kaohe/scheme-files';
import { type Language, SEVERITY_TEXT, type Severity } from '@kaohe/scoring';
import type { Command } from 'commander';
import { loadFacts } from '../input/facts.js';
import { refuseFacts } from '../input/refused-table.js';
import { loadScheme } from '../input/scheme.js';
import { alignColumns } from '../output/columns.js';
import { movedTable } from '../output/moved-table.js';
import { type ExitCode, print, printJson, refuseProblems } from '../output/terminal.js';
import { type CommonOptions, jsonOption, languageOption } from './options.js';

interface DayOptions {
  readonly from: string;
  readonly to: string;
}

export async function moved(
  scheme: string,
  file: string,
  { from, to, json, lang }: CommonOptions & DayOptions,
): Promise<ExitCode> {
  const folder = await loadScheme(scheme);
  if (typeof folder === 'number') return folder;
  const facts = await loadFacts(file, folder);
  if (typeof facts === 'number') return facts;
  const movement = movedBetween(folder, facts.tree, { from, to });
  if ('problems' in movement) {
    // The day stands in the call, whatever the file says.
    const days = movement.problems.filter(({ at }) => at[0] === 'asOf').map((one) => ({ ...one, at: [] }));
    return days.length > 0 ? refuseProblems(days) : refuseFacts(facts, movement.problems);
  }
  return json ? printJson({ from, to, ...movement }) : print(movementText(movement, lang));
}

function movementText({ accidents, units }: Movement, language: Language): string {
  const zh = language === 'zh';
  if (accidents.length === 0 && units.length === 0)
    return zh ? '两天之间没有变动。' : 'Nothing moved between the two days.';
  const level = (severity: string) => (severity === '' ? '–' : SEVERITY_TEXT[severity as Severity][language]);
  const state = (open: boolean) => (open ? (zh ? '暂定' : 'provisional') : zh ? '已定' : 'final');
  const head = zh ? ['事故', '先前', '后来', '先前状态', '后来状态'] : ['accident', 'before', 'after', 'was', 'is'];
  const rows = accidents.map((one) => [
    one.id,
    level(one.before),
    level(one.after),
    one.before === '' ? '–' : state(one.open[0]),
    state(one.open[1]),
  ]);
  const ledger = rows.length > 0 ? [alignColumns([head, ...rows])] : [];
  return [...ledger, ...(units.length > 0 ? [movedTable(units, language)] : [])].join('\n\n');
}

export function movedCommand(program: Command): Command {
  return program
    .command('moved')
    .summary('两天之间的变动 / what moved between two days')
    .description(
      '事故的伤亡数在三十天（道路交通、火灾七天）内还会变：同一份事实在两天之间，哪些事故变了等级，哪些单位因此变了分数、等次或名次。\n' +
        'Casualties may change for 30 days (road traffic and fire: 7): which accidents changed level between two days, and whom that moves.',
    )
    .argument('<scheme>', '方案编号或目录 / id of a scheme, or its folder')
    .argument('<facts>', 'FACTS 文件 / FACTS file')
    .requiredOption('--from <day>', '先前的一天 / the earlier day, e.g. 2020-01-05')
    .requiredOption('--to <day>', '后来的一天 / the later day, e.g. 2020-01-31')
    .addOption(jsonOption())
    .addOption(languageOption())
    .addHelpText(
      'after',
      '\n例 Example:\n  kaohe moved zhengzhou-2019 examples/accident-versions.facts.yaml --from 2020-01-05 --to 2020-01-31',
    );
}
