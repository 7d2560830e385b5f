/** 复核工作簿: the result's own facts scored again, and laid out as a workbook of live formulas. */
import { createHash } from 'node:crypto';
import type { Text } from '@kaohe/scoring';
import { programOf } from '../facts/compiled.js';
import type { FileAnswer } from '../http/act-route.js';
import type { Work } from '../office/office.js';
import { getResult } from '../results/service.js';
import { schemeOf } from '../years/service.js';
import { reasonOf, ThreadLost } from './failures.js';
import { workbookFile, yearOf } from './files.js';
import type { Rendering } from './render.js';

export async function resultWorkbookPaper(work: Work, year: string): Promise<FileAnswer> {
  const { name, what } = await workbookOf(work, year);
  return await workbookFile(work, name, what);
}

/** The same, or why it cannot be made, for what has it as one file among others. */
export async function resultWorkbookOrReason(work: Work, year: string): Promise<FileAnswer | { reason: Text }> {
  const { name, what } = await workbookOf(work, year);
  try {
    return await workbookFile(work, name, what);
  } catch (error) {
    if (error instanceof ThreadLost) throw error;
    return { reason: reasonOf(error) };
  }
}

async function workbookOf(work: Work, year: string): Promise<{ readonly name: string; readonly what: Rendering }> {
  const { facts, state, result } = await getResult(work, year);
  const made = {
    madeOn: work.today,
    edition: result.result.edition,
    factsHash: `sha256:${createHash('sha256').update(facts).digest('hex')}`,
  };
  const unfrozen = state === 'computed' ? '（未冻结）' : '';
  const name = `${yearOf((await programOf(work, year)).scheme)}年度考核得分复核工作簿${unfrozen}`;
  return { name, what: { form: 'result-workbook', scheme: await schemeOf(work, year), facts, made } };
}
