/** What the role acting has to do now: each thing with its place, its last day, and whether that is over. */
import type { Role, Todo, TodoItem } from '@kaohe/api-contract';
import type { Work } from '../office/office.js';
import { progressOf } from '../ratings/service.js';
import { reportsDueOn } from '../reports/due.js';
import { listOfReports } from '../reports/service.js';
import { latestState } from '../results/state.js';
import { rowsOf } from '../sheets/rows.js';
import { listSheets } from '../sheets/service.js';
import { stagesOfYear } from '../years/overview.js';
import { officeReminder } from './reminder.js';
import { due, dueOf, isBegun, isOpen, isOver, type TodoGround } from './todo-ground.js';
import { officeStages } from './todo-stages.js';
import { officeStatements, unitStatements } from './todo-statements.js';

export async function todoOf(work: Work, year: string): Promise<Todo> {
  const ground: TodoGround = { work, year, stages: await stagesOfYear(work, year) };
  const list = LISTS[work.acting.role];
  return {
    items: list ? await list(ground) : [],
    reminder: work.acting.role === 'office' ? await officeReminder(ground) : null,
  };
}

async function ofTeam(ground: TodoGround): Promise<TodoItem[]> {
  const { work, year } = ground;
  if (!isOpen(ground, 'year-end')) return [];
  const { sheets } = await listSheets(work, year);
  const signs = work.acting.role === 'team-leader';
  const reportsDue = await reportsDueOn(work, year);
  return sheets
    .filter(({ report }) => report === 'none' || report === 'draft')
    .map(({ unit, unitEn, own, report }) => {
      const left = own.all - own.done;
      if (left > 0)
        return due(
          ground,
          { page: 'sheets', unit, zh: `${unit}：细则表还有 ${left} 行没有核`, en: `${unitEn}: ${left} rows open` },
          dueOf(ground, 'year-end'),
        );
      const [zh, en] =
        report === 'draft' && signs ? ['签署考核报告', 'sign the report'] : ['写考核报告', 'write the report'];
      return due(ground, { page: 'reports', unit, zh: `${unit}：${zh}`, en: `${unitEn}: ${en}` }, reportsDue);
    });
}

async function ofRater(ground: TodoGround): Promise<TodoItem[]> {
  const { work, year } = ground;
  const { forms } = await progressOf(work, year);
  const signs = work.acting.role === 'division-head';
  return forms.flatMap(({ form, title, titleEn, stage, raters }) => {
    const own = raters.find(({ rater }) => rater === work.acting.scope);
    const waiting = own && (signs ? own.state === 'submitted' : own.state === 'none' || own.state === 'draft');
    if (!waiting || !isOpen(ground, stage)) return [];
    const [zh, en] = signs ? ['签字', 'sign'] : ['填写并提交', 'fill and submit'];
    const thing = {
      page: 'ratings',
      form,
      rater: own.rater,
      zh: `${zh}《${title}》`,
      en: `${titleEn}: ${en}`,
    } as const;
    return [due(ground, thing, dueOf(ground, stage))];
  });
}

async function ofSupplier(ground: TodoGround): Promise<TodoItem[]> {
  const { work, year } = ground;
  // What others than the team supply stays open after its report is signed, until the composite is over.
  if (!isBegun(ground, 'year-end') || isOver(ground, 'composite')) return [];
  const { sheets } = await listSheets(work, year);
  const open = sheets.map(({ own }) => own.all - own.done).filter((left) => left > 0);
  const rows = open.reduce((all, one) => all + one, 0);
  if (rows === 0) return [];
  const zh = `${open.length} 个单位有 ${rows} 行要由本处（办）提供`;
  const en = `${rows} rows of ${open.length} units are yours to supply`;
  return [due(ground, { page: 'sheets', zh, en }, dueOf(ground, 'year-end'))];
}

async function ofOffice(ground: TodoGround): Promise<TodoItem[]> {
  const { work, year } = ground;
  const { reports, dueOn } = await listOfReports(work, year);
  const received = reports
    .filter(({ state }) => state === 'signed')
    .map(({ unit, unitEn }) =>
      due(ground, { page: 'reports', unit, zh: `${unit}：接收考核报告`, en: `${unitEn}: receive the report` }, dueOn),
    );
  return [
    ...(await officeStages(ground)),
    ...received,
    ...(await officeStatements(ground)),
    ...(await ofSupplier(ground)),
  ];
}

async function ofApprover(ground: TodoGround): Promise<TodoItem[]> {
  const waits = isOpen(ground, 'approval') && (await latestState(ground.work, ground.year)) === 'frozen';
  const thing = { page: 'closing', zh: '审定考核结果', en: 'Approve the result' } as const;
  return waits ? [due(ground, thing, dueOf(ground, 'approval'))] : [];
}

async function ofUnit(ground: TodoGround): Promise<TodoItem[]> {
  const { reports } = await listOfReports(ground.work, ground.year);
  const answers = reports
    .filter(({ state, suggestions, answered }) => state === 'received' && answered < suggestions)
    .map(({ unit, suggestions, answered }) => {
      const left = suggestions - answered;
      const zh = `${left} 条意见和建议还没有答复`;
      return due(ground, { page: 'reports', unit, zh, en: `${left} suggestions to answer` }, null);
    });
  return [...(await unitStatements(ground)), ...answers];
}

async function ofClerk(ground: TodoGround): Promise<TodoItem[]> {
  return [...(await paperForms(ground)), ...(await paperRows(ground))];
}

/** Rows entered from paper that a second clerk has not checked. */
async function paperRows(ground: TodoGround): Promise<TodoItem[]> {
  const rows = await rowsOf(ground.work, { year: ground.year });
  const waiting = rows.filter(({ paper }) => paper !== null && paper.checkedBy === null).map(({ unit_id }) => unit_id);
  return [...new Set(waiting)].map((unit) => {
    const count = waiting.filter((one) => one === unit).length;
    const [zh, en] = [`${unit}：复核照纸质表录入的 ${count} 行`, `${unit}: check ${count} rows entered from paper`];
    return due(ground, { page: 'sheets', unit, zh, en }, dueOf(ground, 'year-end'));
  });
}

async function paperForms(ground: TodoGround): Promise<TodoItem[]> {
  const { forms } = await progressOf(ground.work, ground.year);
  return forms.flatMap(({ form, title, titleEn, stage, raters }) =>
    raters
      .filter(({ fromPaper, checked }) => fromPaper && !checked)
      .map(({ rater, name }) => {
        const zh = `复核录入的纸质表：${name}《${title}》`;
        const en = `Check the form entered from paper: ${name}, ${titleEn}`;
        return due(ground, { page: 'ratings', form, rater, zh, en }, dueOf(ground, stage));
      }),
  );
}

const LISTS: Readonly<Partial<Record<Role, (ground: TodoGround) => Promise<TodoItem[]>>>> = {
  office: ofOffice,
  'counting-clerk': ofClerk,
  approver: ofApprover,
  'team-leader': ofTeam,
  'team-member': ofTeam,
  'rating-leader': ofRater,
  'rating-division': ofRater,
  'division-head': ofRater,
  'supplying-division': ofSupplier,
  'assessed-unit': ofUnit,
};
