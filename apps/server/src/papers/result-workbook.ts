/** 复核工作簿: the result's own facts scored again, and laid out as a workbook of live formulas. */
import { createHash } from 'node:crypto';
import { programOf } from '../facts/compiled.js';
import type { FileAnswer } from '../http/act-route.js';
import type { Work } from '../office/office.js';
import { getResult } from '../results/service.js';
import { schemeOf } from '../years/service.js';
import { workbookFile, yearOf } from './files.js';

export async function resultWorkbookPaper(work: Work, year: string): Promise<FileAnswer> {
  const { facts, state, result } = await getResult(work, year);
  const made = {
    madeOn: work.today,
    edition: result.result.edition,
    factsHash: `sha256:${createHash('sha256').update(facts).digest('hex')}`,
  };
  const unfrozen = state === 'computed' ? '（未冻结）' : '';
  const name = `${yearOf((await programOf(work, year)).scheme)}年度考核得分复核工作簿${unfrozen}`;
  return await workbookFile(work, name, { form: 'result-workbook', scheme: await schemeOf(work, year), facts, made });
}
