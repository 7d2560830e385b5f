/** Blank forms to be filled by hand, and a rater's own form as filled. */
import { printedSheet, ratingFormPaper, scoringSheetPaper } from '@kaohe/office-files';
import { programOf } from '../facts/compiled.js';
import type { FileAnswer } from '../http/act-route.js';
import { noSuch } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { type RatedForm, ratedForm } from '../ratings/check-marks.js';
import { readForm } from '../ratings/service.js';
import { documentFile } from './files.js';

/** `form-leader`, `own-form-leader`, `sheet-county`. */
export async function blankPaper(work: Work, year: string, paper: string): Promise<FileAnswer> {
  const [, kind = '', id = ''] = /^(form|own-form|sheet)-(.+)$/.exec(paper) ?? [];
  const { scheme } = await programOf(work, year);
  if (kind === 'sheet') {
    const sheet = printedSheet(scheme, id);
    if (!sheet) throw noSuch(`空白表“${paper}”`, `blank form “${paper}”`);
    return documentFile(`${sheet.title}评分表（空白）`, await scoringSheetPaper({ madeOn: work.today, sheet }));
  }
  return await formPaper(work, { year, rated: await ratedForm(work, year, id), own: kind === 'own-form' });
}

async function formPaper(
  work: Work,
  { year, rated: { form, units }, own }: { year: string; rated: RatedForm; own: boolean },
): Promise<FileAnswer> {
  const filled = own ? await readForm(work, { year, form: form.id, rater: work.acting.scope }) : undefined;
  const { annex, title, columns, notes, signature } = form;
  const signatures = filled ? [`评分人：${filled.raterName}`, signature] : [signature];
  const rows = units.map((unit) => {
    const mark = filled?.marks[unit];
    return { unit, ...(mark !== undefined && { mark }) };
  });
  const bytes = await ratingFormPaper({ madeOn: work.today, annex, title, columns, rows, notes, signatures });
  return documentFile(`${title.replace(/\s+/g, '')}${own ? '' : '（空白）'}`, bytes);
}
