/** Why something was not rendered, as people are told. */
import { type Text, text } from '@kaohe/scoring';
import { Refusal } from '../http/refusal.js';

/** The thread ended under the work, or did not start: the same may well succeed when it is asked again. */
export class ThreadLost extends Error {
  override readonly name = 'ThreadLost';
}

export function reasonOf(error: unknown): Text {
  if (error instanceof Refusal) return text(error.problem.detail, error.problem.detailEn);
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof ThreadLost)
    return text(`排版的线程中断了（${message}）。`, `The rendering thread was lost (${message}).`);
  return text(`程序出错：${message}`, `The program failed: ${message}`);
}
