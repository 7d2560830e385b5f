/** What people and programs read: results on stdout, problems on stderr in Chinese and English. */
import { type Place, type Problem, renderProblem, type Text } from '@kaohe/scoring';

/** 0: done; 1: the input is at fault; 2: the call is. */
export type ExitCode = 0 | 1 | 2;

/** A line of a text, or a cell of a workbook (`巩义市!F12`). */
export type Position = { readonly line: number; readonly column: number } | { readonly cell: string };

/** Where problems were found: a file's name, and the way from a place to its line or cell. */
export interface Source {
  readonly name: string;
  readonly locate?: ((at: Place) => Position | undefined) | undefined;
}

/** A sentence about a place of a file. */
export interface Complaint {
  readonly position?: Position | undefined;
  readonly text: Text;
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

/** The same for problems in what the call itself states. */
export function refuseProblems(problems: readonly Problem[]): ExitCode {
  for (const problem of problems) refuseCall(renderProblem(problem));
  return 2;
}

/** The input is at fault: every problem with its place, up to a number a person can work through. */
export function reportProblems(problems: readonly Problem[], { name, locate }: Source): ExitCode {
  return reportComplaints(
    problems.map((problem) => ({ position: locate?.(problem.at), text: renderProblem(problem) })),
    name,
  );
}

/** The same for what was wrong with the file itself. */
export function reportComplaints(complaints: readonly Complaint[], name: string): ExitCode {
  for (const { position, text } of complaints.slice(0, MOST_SHOWN)) {
    const place = placeOf(name, position);
    complain(`${place}：${text.zh}`, `${place}: ${text.en}`);
  }
  const more = complaints.length - MOST_SHOWN;
  if (more > 0) complain(`${name}：另有 ${more} 处问题没有列出。`, `${name}: ${more} more problems are not listed.`);
  return 1;
}

function complain(zh: string, en: string): void {
  process.stderr.write(`${printable(zh)}\n${printable(en)}\n`);
}

/** `facts.yaml:12:7`, `facts.xlsx 巩义市!F12` */
function placeOf(name: string, position: Position | undefined): string {
  if (position === undefined) return name;
  return 'cell' in position ? `${name} ${position.cell}` : `${name}:${position.line}:${position.column}`;
}

function printable(text: string): string {
  return text.replace(UNPRINTABLE, '\uFFFD');
}
