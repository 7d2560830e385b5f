/** Rating forms: filled by their rater, signed where a division's leader must, entered from paper by the counting clerk. */
import { type ActName, type RatingFormJson, type RatingProgress, type Stage, stageOfForm } from '@kaohe/api-contract';
import { checkScan } from '../evidence/service.js';
import { invalid, noSuch, staleEdit, staleSight, wrongState } from '../http/refusal.js';
import { requireState } from '../http/require-state.js';
import type { Work } from '../office/office.js';
import { officeTime } from '../office/today.js';
import { requireOpen, stageDueOn, stagesOf } from '../years/service.js';
import { checkMarks, formsById, type RatedForm, ratedForm, ratedForms } from './check-marks.js';
import { counts } from './counting.js';
import { reminderFor } from './reminder.js';
import {
  type FormKey,
  findMarks,
  findRater,
  listRaters,
  moveForm,
  type RaterRow,
  writeForm,
  writeMarks,
} from './repo.js';

export type { FormKey } from './repo.js';

/** Roles that have one form of their own, named by their scope. */
const OF_ONE_RATER = ['rating-leader', 'rating-division', 'division-head'];

/** Who has rated and who has not: never what was given. */
export async function progressOf(work: Work, year: string): Promise<RatingProgress> {
  const raters = await listRaters(work.trx, work.acting.tenant, year);
  const forms = await ratedForms(work, year);
  const isOver = await stagesOver(work, year, forms);
  return {
    forms: forms.map(({ form }) => {
      const own = raters.filter((row) => row.form === form.id);
      return {
        form: form.id,
        title: form.title,
        titleEn: form.titleEn,
        stage: stageOfForm(form),
        counted: own.filter((row) => counts(row, form)).length,
        raters: own.map((row) => ({
          rater: row.rater_id,
          name: row.name,
          state: row.state ?? 'none',
          fromPaper: row.entered_from_paper ?? false,
          checked: row.checked_by !== null,
          counts: counts(row, form),
          late: !counts(row, form) && isOver(stageOfForm(form)),
        })),
        reminder: reminderFor(
          form.title,
          own.filter((row) => !counts(row, form)),
        ),
      };
    }),
  };
}

/** Which stages of ratings are past their last day. */
async function stagesOver(work: Work, year: string, forms: readonly RatedForm[]): Promise<(stage: Stage) => boolean> {
  const due = new Map<Stage, string | null>();
  for (const { form } of forms) due.set(stageOfForm(form), await stageDueOn(work, year, stageOfForm(form)));
  return (stage) => (due.get(stage) ?? work.today) < work.today;
}

/** One form as its rater or the counting clerk sees it. The clerk's reading is logged. */
export async function readForm(work: Work, key: FormKey): Promise<RatingFormJson> {
  const row = await getRater(work, key);
  if (work.acting.role === 'counting-clerk' && row.version !== null) work.note({ subject: subjectOf(key) });
  return await formJson(work, key, row);
}

/** The rater's own draft. */
export async function fillForm(work: Work, key: FormKey, marks: Record<string, string>): Promise<RatingFormJson> {
  const row = await getRater(work, key);
  await checkOpen(work, key);
  requireFormState('rating.fill', row);
  checkMarks(await ratedForm(work, key.year, key.form), marks);
  await write(work, key, { row, marks, fromPaper: false, scan: null });
  return await readBack(work, key);
}

/** A form signed on paper, with its scan; it counts once a second person has checked it. */
export async function enterPaper(
  work: Work,
  key: FormKey,
  paper: { marks: Record<string, string>; scan: string },
): Promise<RatingFormJson> {
  const row = await getRater(work, key);
  await checkOpen(work, key);
  if (row.state !== null && row.state !== 'draft' && !row.entered_from_paper)
    throw wrongState(
      '这位评分人已在网上提交，不能再录入纸质表。',
      'This rater has submitted the form online; paper is not entered over it.',
    );
  await checkScan(work, { year: key.year, scan: paper.scan });
  const rated = await ratedForm(work, key.year, key.form);
  checkMarks(rated, paper.marks);
  checkComplete(rated.units, paper.marks);
  await write(work, key, { row, marks: paper.marks, fromPaper: true, scan: paper.scan });
  return await readBack(work, key);
}

export async function submitForm(work: Work, key: FormKey): Promise<RatingFormJson> {
  const row = await getRater(work, key);
  await checkOpen(work, key);
  requireFormState('rating.submit', row);
  checkComplete((await ratedForm(work, key.year, key.form)).units, await marksOf(work, key));
  await move(work, key, { row, to: { state: 'submitted', at: officeTime(work) } });
  return await readBack(work, key);
}

/** Back to a draft, until the stage closes; a signed form stays. */
export async function withdrawForm(work: Work, key: FormKey): Promise<RatingFormJson> {
  const row = await getRater(work, key);
  await checkOpen(work, key);
  requireFormState('rating.withdraw', row);
  await move(work, key, { row, to: { state: 'draft', at: officeTime(work) } });
  return await readBack(work, key);
}

export async function signForm(work: Work, key: FormKey): Promise<RatingFormJson> {
  const row = await getRater(work, key);
  await checkOpen(work, key);
  requireFormState('rating.sign', row);
  if (row.entered_from_paper)
    throw wrongState(
      '这张表录自已签字的纸质表，不用再签，等另一位计票员复核即可。',
      'This form was entered from signed paper: it is not signed again, another clerk checks it.',
    );
  await move(work, key, { row, to: { state: 'signed', at: officeTime(work) } });
  return await readBack(work, key);
}

/** A second person confirms that what was entered is what the paper says. */
export async function checkPaper(work: Work, key: FormKey): Promise<RatingFormJson> {
  const row = await getRater(work, key);
  await checkOpen(work, key);
  requireFormState('rating.check', row);
  if (!row.entered_from_paper)
    throw wrongState('这张表不是录入的纸质表，不需要复核。', 'This form was not entered from paper.');
  if (row.entered_by === work.acting.accountId)
    throw wrongState(
      '录入的人不能自己复核，请由另一位计票员复核。',
      'Whoever entered the form may not check it; another clerk must.',
    );
  await move(work, key, { row, to: { checkedBy: work.acting.accountId, at: officeTime(work) } });
  return await readBack(work, key);
}

async function getRater(work: Work, key: FormKey): Promise<RaterRow> {
  const { role, scope, tenant } = work.acting;
  const foreign = OF_ONE_RATER.includes(role) && scope !== key.rater;
  const row = foreign ? undefined : await findRater(work.trx, tenant, key);
  if (!row) throw noSuch(`评价表“${key.form}/${key.rater}”`, `rating form “${key.form}/${key.rater}”`);
  return row;
}

async function checkOpen(work: Work, { year, form }: FormKey): Promise<void> {
  await requireOpen(work, { year, stage: stageOfForm((await formsById(work, year))(form)) });
}

function requireFormState(act: ActName, { state }: RaterRow): void {
  requireState(act, { zh: '这张表', en: 'The form', state: state ?? 'draft' });
}

function checkComplete(units: readonly string[], marks: Readonly<Record<string, string>>): void {
  const missing = units.filter((unit) => !(unit in marks));
  if (missing.length > 0)
    throw invalid(
      `还有 ${missing.length} 个单位没有分数：${missing.join('、')}。`,
      `${missing.length} units have no mark.`,
      { missing },
    );
}

async function marksOf(work: Work, key: FormKey): Promise<Record<string, string>> {
  return await findMarks(work.trx, work.acting.tenant, key);
}

async function write(
  work: Work,
  key: FormKey,
  {
    row,
    marks,
    fromPaper,
    scan,
  }: { row: RaterRow; marks: Record<string, string>; fromPaper: boolean; scan: string | null },
): Promise<void> {
  const state = fromPaper ? 'submitted' : 'draft';
  const form = { state, fromPaper, scan, enteredBy: work.acting.accountId, at: officeTime(work) } as const;
  const fresh = (work.ifMatch ?? 0) === (row.version ?? 0);
  const written = fresh && (await writeForm(work.trx, work.acting.tenant, { key, seen: row.version ?? 0, form }));
  if (!written) throw staleEdit(await formJson(work, key, row), { marks });
  await writeMarks(work.trx, work.acting.tenant, { key, marks });
  // The marks themselves stay out of the log: its readers are no counting clerks.
  work.note({ subject: subjectOf(key), after: { state, units: Object.keys(marks).length, fromPaper } });
}

async function move(
  work: Work,
  key: FormKey,
  { row, to }: { row: RaterRow; to: Parameters<typeof moveForm>[2]['to'] },
): Promise<void> {
  const seen = row.version ?? 0;
  const moved = work.ifMatch === seen && (await moveForm(work.trx, work.acting.tenant, { key, seen, to }));
  if (!moved) throw staleSight(await formJson(work, key, row), { version: work.ifMatch });
  work.note({ subject: subjectOf(key), before: { state: row.state }, after: { state: to.state ?? row.state } });
}

async function readBack(work: Work, key: FormKey): Promise<RatingFormJson> {
  return await formJson(work, key, await getRater(work, key));
}

async function formJson(work: Work, key: FormKey, row: RaterRow): Promise<RatingFormJson> {
  const { form: printed, units } = await ratedForm(work, key.year, key.form);
  const open = (await stagesOf(work, key.year)).get(stageOfForm(printed)) === 'open';
  const draft = (row.state ?? 'draft') === 'draft';
  return {
    form: key.form,
    rater: key.rater,
    raterName: row.name,
    state: row.state ?? 'draft',
    version: row.version ?? 0,
    units: [...units],
    marks: await marksOf(work, key),
    fromPaper: row.entered_from_paper ?? false,
    scan: row.scan_id,
    checked: row.checked_by !== null,
    counts: counts(row, printed),
    mayFill: open && draft && work.acting.role !== 'division-head',
  };
}

const subjectOf = ({ year, form, rater }: FormKey): string => `${year}/${form}/${rater}`;
