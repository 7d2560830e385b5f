/** What self-assessments and appeals ask: of the office, what waits for an answer; of a unit, what came back and what it may still state. */
import type { StatementStage, TodoItem } from '@kaohe/api-contract';
import { isTold } from '../reports/state.js';
import { statementsOf } from '../statements/service.js';
import { due, dueOf, isOpen, type TodoGround } from './todo-ground.js';

const NAMES = {
  'self-assessment': ['自评', 'self-assessed rows'],
  appeal: ['申诉', 'appeals'],
} as const;

/** One line a stage: answering opens on the one that waits longest. */
export async function officeStatements(ground: TodoGround): Promise<TodoItem[]> {
  return (await Promise.all([waiting(ground, 'self-assessment'), waiting(ground, 'appeal')])).flat();
}

async function waiting(ground: TodoGround, stage: StatementStage): Promise<TodoItem[]> {
  const { work, year } = ground;
  const { statements } = await statementsOf(work, { year, stage });
  const left = statements.filter(({ may }) => may.answer);
  if (left.length === 0) return [];
  const units = new Set(left.map(({ unit }) => unit)).size;
  const [name, nameEn] = NAMES[stage];
  const zh = `${units} 个单位的 ${left.length} 条${name}等待答复`;
  const en = `${left.length} ${nameEn} of ${units} units wait for an answer`;
  const answering = stage === 'appeal' ? stage : 'review';
  return [due(ground, { page: 'statements', form: stage, zh, en }, dueOf(ground, answering))];
}

/** What came back to the unit, and what it may state while the stage is open. */
export async function unitStatements(ground: TodoGround): Promise<TodoItem[]> {
  return [...(await ownRows(ground)), ...(await ownAppeals(ground))];
}

async function ownRows(ground: TodoGround): Promise<TodoItem[]> {
  if (!isOpen(ground, 'self-assessment')) return [];
  const { work, year } = ground;
  const { statements } = await statementsOf(work, { year, stage: 'self-assessment' });
  const returned = statements.filter(({ state }) => state === 'returned').length;
  const lines = [
    ...(statements.length === 0 ? [['自评细则表', 'Assess your own sheet'] as const] : []),
    ...(returned > 0
      ? [[`${returned} 行自评被退回，请改后重交`, `${returned} self-assessed rows came back`] as const]
      : []),
  ];
  return lines.map(([zh, en]) => due(ground, { page: 'unit', zh, en }, dueOf(ground, 'self-assessment')));
}

async function ownAppeals(ground: TodoGround): Promise<TodoItem[]> {
  const { work, year } = ground;
  const mayAppeal = isOpen(ground, 'appeal') && (await isTold(work, { year, unit: work.acting.scope }));
  if (!mayAppeal) return [];
  const { statements } = await statementsOf(work, { year, stage: 'appeal' });
  if (statements.length > 0) return [];
  const zh = '对扣分有异议的，可以申诉（没有异议不用办）';
  const en = 'You may appeal against a deduction (nothing to do otherwise)';
  return [due(ground, { page: 'unit', zh, en }, dueOf(ground, 'appeal'))];
}
