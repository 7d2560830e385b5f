/** What every to-do list stands on: the stages with their last days, and the day it is. */
import type { Stage, StageOfYear, TodoItem } from '@kaohe/api-contract';
import type { Work } from '../office/office.js';

export interface TodoGround {
  readonly work: Work;
  readonly year: string;
  readonly stages: readonly StageOfYear[];
}

type Thing = Omit<TodoItem, 'dueOn' | 'late'>;

export function isOpen({ stages }: TodoGround, stage: Stage): boolean {
  return stages.some((one) => one.stage === stage && one.state === 'open');
}

export function isOver({ stages }: TodoGround, stage: Stage): boolean {
  return stages.some((one) => one.stage === stage && one.state === 'closed');
}

/** Open, or over already. */
export function isBegun(ground: TodoGround, stage: Stage): boolean {
  return isOpen(ground, stage) || isOver(ground, stage);
}

export function dueOf({ stages }: TodoGround, stage: Stage): string | null {
  return stages.find((one) => one.stage === stage)?.dueOn ?? null;
}

/** A thing with its last day. */
export function due({ work }: TodoGround, thing: Thing, dueOn: string | null): TodoItem {
  return { ...thing, dueOn, late: dueOn !== null && dueOn < work.today };
}
