/** What people and programs read: results on stdout, problems on stderr in Chinese and English. */
import type { ParsedText } from '@kaohe/scheme-files';
import { type Problem, renderProblem, type Text } from '@kaohe/scoring';

/** 0: done; 1: the input is at fault; 2: the call is. */
export type ExitCode = 0 | 1 | 2;

/** Where problems were found: a file's name, and the way from a place to its line. */
export interface Source {
  readonly name: string;
  readonly locate?: ParsedText['locate'] | undefined;
}

const MOST_SHOWN = 50;
/** Control characters would be commands to the terminal; text of a file stays text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Ends quietly when the reader of a pipe has gone (`kaohe show … | head`). */
export function watchPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      throw error;
    });
  }
}

export function print(text: string): ExitCode {
  process.stdout.write(`${printable(text)}\n`);
  return 0;
}

export function printJson(value: unknown): ExitCode {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  return 0;
}

/** The call is at fault. */
export function refuseCall({ zh, en }: Text): ExitCode {
  complain(zh, en);
  return 2;
}

/** The input is at fault: every problem with its place, up to a number a person can work through. */
export function reportProblems(problems: readonly Problem[], source: Source): ExitCode {
  for (const problem of problems.slice(0, MOST_SHOWN)) {
    const { zh, en } = renderProblem(problem);
    const place = placeOf(problem, source);
    complain(`${place}：${zh}`, `${place}: ${en}`);
  }
  const more = problems.length - MOST_SHOWN;
  if (more > 0)
    complain(`${source.name}：另有 ${more} 处问题没有列出。`, `${source.name}: ${more} more problems are not listed.`);
  return 1;
}

function complain(zh: string, en: string): void {
  process.stderr.write(`${printable(zh)}\n${printable(en)}\n`);
}

/** `facts.yaml:12:7` */
function placeOf({ at }: Problem, { name, locate }: Source): string {
  const position = locate?.(at);
  return position ? `${name}:${position.line}:${position.column}` : name;
}

function printable(text: string): string {
  return text.replace(UNPRINTABLE, '\uFFFD');
}
