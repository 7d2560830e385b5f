/** A table with anything wrong in it is refused whole; and given back with a column that says what is wrong. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  allProblems,
  type FactsRead,
  isOfficeFile,
  markCsv,
  markWorkbook,
  type OfficeProblem,
  unwritableFile,
} from '@kaohe/office-files';
import { type Problem, type Text, text } from '@kaohe/scoring';
import { otherEnding } from '../output/file-ending.js';
import { type ExitCode, refuseCall, reportComplaints, reportProblems } from '../output/terminal.js';
import { complaintsOf } from './fact-tables.js';
import type { FactsFile } from './facts.js';

type OpenedTable = FactsFile & { readonly table: FactsRead };

/** Facts that the scheme refuses: a table is told of in its own words. */
export async function refuseFacts(
  facts: FactsFile,
  found: readonly Problem[],
  errors?: { readonly facts: string; readonly errors?: string | undefined },
): Promise<ExitCode> {
  const { table, source } = facts;
  return table ? refuseTable({ ...facts, table }, found, errors) : reportProblems(found, source);
}

async function refuseTable(
  { table, source, bytes }: OpenedTable,
  found: readonly Problem[],
  call: { readonly facts: string; readonly errors?: string | undefined } | undefined,
): Promise<ExitCode> {
  // Without anything in it the tree says nothing: the file could not be read at all.
  const isRead = Object.keys(table.tree).length > 0 || table.problems.length === 0;
  const problems = isRead ? allProblems(table, found) : table.problems;
  reportComplaints(complaintsOf(problems), source.name);
  if (call?.errors !== undefined) await writeMarked(bytes, problems, { facts: call.facts, errors: call.errors });
  return 1;
}

async function writeMarked(
  bytes: Uint8Array,
  problems: readonly OfficeProblem[],
  { facts, errors }: { readonly facts: string; readonly errors: string },
): Promise<void> {
  if (resolve(facts) === resolve(errors))
    return tell(
      text(
        `“${errors}”就是填写的文件，没有覆盖。请换一个文件名。`,
        `“${errors}” is the file itself and was kept. Choose another name.`,
      ),
    );
  const isWorkbook = isOfficeFile(bytes);
  const wrongName = otherEnding(errors, isWorkbook ? 'xlsx' : 'csv');
  if (wrongName) return tell(wrongName);
  const marked = isWorkbook ? await markWorkbook(bytes, problems) : markCsv(bytes, problems);
  if (!marked)
    return tell(text('文件打不开，没有可以退回的表。', 'The file cannot be opened; there is no form to give back.'));
  const failed = await writeFile(errors, marked).catch((error: NodeJS.ErrnoException) => error);
  if (failed) return tell(unwritableFile(errors, failed.code));
  tell(text(`已把错误写进“${errors}”的最后一列。`, `What is wrong stands in the last column of “${errors}”.`));
}

function tell(words: Text): void {
  refuseCall(words);
}
