/** 复核工作簿: the result's own facts scored again, and laid out as a workbook of live formulas. */
import { createHash } from 'node:crypto';
import { resultWorkbook } from '@kaohe/office-files';
import type { Scheme } from '@kaohe/scoring';
import { assessFacts } from '../facts/service.js';
import type { FileAnswer } from '../http/act-route.js';
import type { Work } from '../office/office.js';
import { keptFacts, type ResultRow } from '../results/service.js';
import { workbookFile, yearOf } from './files.js';

export async function resultWorkbookPaper(
  work: Work,
  year: string,
  { scheme, row }: { readonly scheme: Scheme; readonly row: ResultRow },
): Promise<FileAnswer> {
  const bytes = await resultWorkbook({
    assessment: await assessFacts(work, year, keptFacts(row)),
    madeOn: work.today,
    edition: row.result.result.edition,
    factsHash: `sha256:${createHash('sha256').update(row.facts).digest('hex')}`,
  });
  const unfrozen = row.state === 'computed' ? '（未冻结）' : '';
  return workbookFile(`${yearOf(scheme)}年度考核得分复核工作簿${unfrozen}`, bytes);
}
