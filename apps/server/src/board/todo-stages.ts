/** What the stages themselves ask of the office: what can open, what is over its last day, and the next step of the result. */
import type { Stage, TodoItem } from '@kaohe/api-contract';
import { latestState } from '../results/state.js';
import { due, dueOf, isOpen, type TodoGround } from './todo-ground.js';

const CLOSING = { page: 'closing' } as const;

export async function officeStages(ground: TodoGround): Promise<TodoItem[]> {
  return [...toOpen(ground), ...overdue(ground), ...(await nextStep(ground))];
}

function toOpen(ground: TodoGround): TodoItem[] {
  const done = (stage: Stage) =>
    ground.stages.some((one) => one.stage === stage && (one.state === 'closed' || one.state === 'off'));
  return ground.stages
    .filter(({ state, after }) => state === 'waiting' && after.every(done))
    .map(({ name, nameEn, dueOn }) =>
      due(ground, { ...CLOSING, zh: `可以打开“${name}”环节`, en: `The stage “${nameEn}” can be opened` }, dueOn),
    );
}

function overdue(ground: TodoGround): TodoItem[] {
  return ground.stages
    .filter(({ state, late }) => state === 'open' && late)
    .map(({ name, nameEn, dueOn }) =>
      due(ground, { ...CLOSING, zh: `“${name}”环节已过期限`, en: `The stage “${nameEn}” is over its last day` }, dueOn),
    );
}

const STEPS: readonly (readonly [Stage, string | undefined, zh: string, en: string])[] = [
  ['composite', undefined, '汇总计算结果', 'Compute the result'],
  ['composite', 'computed', '冻结结果', 'Freeze the result'],
  ['awards', 'frozen', '评选先进', 'Choose the awards'],
  ['circular', 'approved', '印发通报', 'Publish the circular'],
];

async function nextStep(ground: TodoGround): Promise<TodoItem[]> {
  const state = await latestState(ground.work, ground.year);
  return STEPS.filter(([stage, from]) => from === state && isOpen(ground, stage)).map(([stage, , zh, en]) =>
    due(ground, { ...CLOSING, zh, en }, dueOf(ground, stage)),
  );
}
