/**
 * Units, teams and raters an office names in a workbook, in place of those of its document. The document stays the edition it
 * is; only whom it is applied to is the office's.
 */
import { Buffer } from 'node:buffer';
import { markWorkbook, type OwnPopulation, type PopulationWords, readPopulation } from '@kaohe/office-files';
import type { SchemeFolder } from '@kaohe/scheme-files';
import type { Scheme } from '@kaohe/scoring';
import { Refusal, wrongState } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { adoptedScheme, rowsOf } from './create.js';
import { insertPopulation } from './populations-repo.js';
import { enterAlone, schemeOf, unitsOf } from './service.js';

type Problems = Awaited<ReturnType<typeof readPopulation>>['problems'];

export function populationWords({ sheets, population, forms }: Scheme): PopulationWords {
  return {
    sheets,
    teams: population.teams,
    forms: forms.map(({ id, title, raters }) => ({ id, title, raters: Number(raters) })),
  };
}

/** What a workbook in base64 names; nothing where there is no workbook. Refused with the workbook marked. */
export async function populationIn(workbook: string | undefined, folder: SchemeFolder): Promise<OwnPopulation> {
  if (workbook === undefined) return {};
  const bytes = new Uint8Array(Buffer.from(workbook, 'base64'));
  const { own, problems } = await readPopulation(bytes, populationWords(adoptedScheme(folder)));
  if (problems.length > 0) throw await workbookRefused(bytes, problems);
  return own;
}

/** All of it or nothing: the same workbook back, with what is wrong in a last column. */
export async function workbookRefused(bytes: Uint8Array, problems: Problems): Promise<Refusal> {
  const marked = await markWorkbook(bytes, problems);
  return new Refusal(
    422,
    {
      code: 'workbook-refused',
      title: '表格有误',
      titleEn: 'The workbook is wrong',
      detail: `表格有 ${problems.length} 处要改，整份都没有采用。退回的表里最后一列写明错在哪里。`,
      detailEn: `${problems.length} thing(s) in the workbook must be put right; nothing was taken. The last column of the returned workbook says what.`,
    },
    {
      problems: problems
        .slice(0, 50)
        .map(({ at, text }) => ({ sheet: at?.sheet, row: at?.row, column: at?.column, ...text })),
      ...(marked && { workbook: Buffer.from(marked).toString('base64') }),
    },
  );
}

/** Names the units of a year whose document names none; once they are there, they stay. */
export async function nameUnits(work: Work, year: string, workbook: string): Promise<void> {
  await enterAlone(work, year);
  if ((await unitsOf(work, year)).length > 0) throw unitsStand();
  const folder = await schemeOf(work, year);
  const own = await populationIn(workbook, folder);
  if (!own.population) throw noUnits();
  const key = { tenant_id: work.acting.tenant, year_id: year };
  await insertPopulation(work.trx, key, { ...rowsOf(adoptedScheme(folder), own), own: own.population });
  work.note({ after: { units: own.population.units.length } });
}

const unitsStand = () =>
  wrongState(
    '这个年度已经有单位，不能再换。要按别的单位考核，请新建年度。',
    'The year has its units, and they stay. To assess others, create another year.',
  );
const noUnits = () =>
  new Refusal(422, {
    code: 'invalid',
    title: '内容有误',
    titleEn: 'Invalid',
    detail: '表里的“单位”是空的。请在“单位”里一行写一个单位，再上传。',
    detailEn: 'The sheet “单位” is empty. Write one unit a row, and send the workbook again.',
  });
