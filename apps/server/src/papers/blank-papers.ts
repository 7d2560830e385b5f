/** Blank forms to be filled by hand, and a rater's own form as filled. */
import type { PaperForm, RatingFormJson } from '@kaohe/api-contract';
import { printedSheet, ratingFormPaper, scoringSheetPaper } from '@kaohe/office-files';
import { programOf } from '../facts/compiled.js';
import type { FileAnswer } from '../http/act-route.js';
import { noSuch } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { type RatedForm, ratedForm } from '../ratings/check-marks.js';
import { readForm } from '../ratings/service.js';
import { type Document, documentFile } from './files.js';
import type { MadeOf } from './verification.js';

/** `form-leader`, `own-form-leader`, `sheet-county`. */
export async function blankPaper(
  work: Work,
  year: string,
  { paper, format }: { paper: string; format: PaperForm },
): Promise<FileAnswer> {
  const [, kind = '', id = ''] = /^(form|own-form|sheet)-(.+)$/.exec(paper) ?? [];
  const { scheme } = await programOf(work, year);
  if (kind === 'sheet') {
    const sheet = printedSheet(scheme, id);
    if (!sheet) throw noSuch(`空白表“${paper}”`, `blank form “${paper}”`);
    const printed = scoringSheetPaper({ madeOn: work.today, sheet });
    const of = { year, paper, facts: null };
    return await documentFile(work, { name: `${sheet.title}评分表（空白）`, paper: printed, of }, format);
  }
  const rated = await ratedForm(work, year, id);
  return await documentFile(work, await formPaper(work, { year, rated, own: kind === 'own-form' }), format);
}

async function formPaper(
  work: Work,
  { year, rated: { form, units }, own }: { year: string; rated: RatedForm; own: boolean },
): Promise<Document> {
  const filled = own ? await readForm(work, { year, form: form.id, rater: work.acting.scope }) : undefined;
  const { annex, title, columns, notes, signature } = form;
  const signatures = filled ? [`评分人：${filled.raterName}`, signature] : [signature];
  const rows = units.map((unit) => {
    const mark = filled?.marks[unit];
    return { unit, ...(mark !== undefined && { mark }) };
  });
  const paper = ratingFormPaper({ madeOn: work.today, annex, title, columns, rows, notes, signatures });
  return {
    name: `${title.replace(/\s+/g, '')}${own ? '' : '（空白）'}`,
    paper,
    of: { year, ...(filled ? ownForm(filled) : { paper: `form-${form.id}`, facts: null }) },
  };
}

/** The code of a filled form says which version of whose form it is, and nothing of its marks. */
function ownForm({ form, rater, version }: RatingFormJson): Omit<MadeOf, 'year'> {
  return { paper: `own-form-${form}`, facts: { form, rater, version: `${version}` }, isPersonal: true };
}
