/** The verbs of `kaohe`, their help, and what a wrong call is told. */
import { type Text, text } from '@kaohe/scoring';
import { Command, CommanderError } from 'commander';
import { ask, askCommand } from './commands/ask.js';
import { check, checkCommand } from './commands/check.js';
import { diff, diffCommand } from './commands/diff.js';
import { explain, explainCommand } from './commands/explain.js';
import { exportCommand, exportScheme } from './commands/export.js';
import { importCommand, importFile } from './commands/import.js';
import { moved, movedCommand } from './commands/moved.js';
import { auditCommand, backup, backupCommand, restore, restoreCommand, verifyAudit } from './commands/operate.js';
import { schemes, schemesCommand } from './commands/schemes.js';
import { score, scoreCommand } from './commands/score.js';
import { serve, serveCommand } from './commands/serve.js';
import { show, showCommand } from './commands/show.js';
import { template, templateCommand } from './commands/template.js';
import { verify, verifyCommand } from './commands/verify.js';
import { displayWidth } from './output/columns.js';
import { refuseCall } from './output/terminal.js';
import { version } from './version.js';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法 Usage:',
  'Options:': '选项 Options:',
  'Commands:': '命令 Commands:',
  'Arguments:': '参数 Arguments:',
};

const EXIT_CODES = `
退出码 Exit code:
  0  完成 / done
  1  文件的内容有误，或没有做成 / what a file holds is at fault, or it failed
  2  命令写错，包括没有这个文件、方案、单位、日期 / the call is: no such file, scheme, unit or day`;

/** Runs one call; the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  let code = 0;
  const program = createProgram((outcome) => {
    code = outcome;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return wrongCall(error);
  }
  return code;
}

function createProgram(done: (code: number) => void): Command {
  const program = new Command('kaohe')
    .description(
      '考核：按印发的考核文件计分，每一分都查得到原文和事实。\nScores by an issued assessment document; every point is traced to its sentence and fact.',
    )
    .version(version(), '-V, --version', '版本 / version')
    .helpOption('-h, --help', '帮助 / help')
    .helpCommand('help [verb]', '帮助 / help')
    .configureHelp({ displayWidth, styleTitle: (title) => TITLES[title] ?? title })
    .configureOutput({ outputError: () => undefined }) // told by wrongCall, in both languages
    .exitOverride()
    .addHelpText('after', EXIT_CODES)
    .addHelpText('after', '\n例 Example:\n  kaohe score zhengzhou-2019 examples/one-district.facts.yaml');
  schemesCommand(program).action(async (options) => done(await schemes(options)));
  showCommand(program).action(async (scheme, options) => done(await show(scheme, options)));
  checkCommand(program).action(async (scheme, options) => done(await check(scheme, options)));
  scoreCommand(program).action(async (scheme, facts, options) => done(await score(scheme, facts, options)));
  explainCommand(program).action(async (...given) => {
    const [scheme, facts, unit, clause, options] = given;
    done(await explain({ scheme, facts, unit, clause }, options));
  });
  diffCommand(program).action(async (...given) => {
    const [before, after, facts, options] = given;
    done(await diff({ before, after, facts }, options));
  });
  movedCommand(program).action(async (scheme, facts, options) => done(await moved(scheme, facts, options)));
  askCommand(program).action(async (scheme, facts, options) => done(await ask({ scheme, facts }, options)));
  importCommand(program).action(async (file, options) => done(await importFile(file, options)));
  exportCommand(program).action(async (scheme, options) => done(await exportScheme(scheme, options)));
  templateCommand(program).action(async (scheme, options) => done(await template(scheme, options)));
  verifyCommand(program).action(async (paper, options) => done(await verify(paper, options)));
  serveCommand(program).action(async (options) => done(await serve(options)));
  backupCommand(program).action(async (file) => done(await backup(file)));
  restoreCommand(program).action(async (file) => done(await restore(file)));
  auditCommand(program).action(async (options) => done(await verifyAudit(options)));
  return program;
}

/** Help and version end here too, with 0. Without a verb the help is shown and the call is wrong. */
function wrongCall(error: CommanderError): number {
  if (error.exitCode === 0) return 0;
  return error.code === 'commander.help' ? 2 : refuseCall(wordsOf(error));
}

const CHINESE: Readonly<Record<string, (name: string) => string>> = {
  'commander.unknownCommand': (name) => `没有命令“${name}”。`,
  'commander.unknownOption': (name) => `没有选项“${name}”。`,
  'commander.missingArgument': (name) => `缺少参数 <${name}>。`,
  'commander.optionMissingArgument': (name) => `选项 ${name} 后面要写值。`,
  'commander.missingMandatoryOptionValue': (name) => `缺少选项 ${name}。`,
  'commander.excessArguments': () => '参数太多。',
  'commander.invalidArgument': (name) => `选项 ${name} 的值不在可选范围内。`,
};

function wordsOf({ code, message }: CommanderError): Text {
  const name = /'([^']+)'/.exec(message)?.[1] ?? '';
  const zh = CHINESE[code]?.(name) ?? `命令有误：${message}。`;
  return text(`${zh}运行 kaohe --help 查看用法。`, `${message.replace(/^error: /, '')}. Run kaohe --help.`);
}
