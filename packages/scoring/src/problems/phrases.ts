/** What the message tables share. */
import { type Text, text } from '../wording/text.js';
import type { ProblemCode, ProblemDetails } from './problem.js';

/** One message for each code, made of its particulars. */
export type Messages<Code extends ProblemCode> = { readonly [One in Code]: (details: ProblemDetails[One]) => Text };

export function listed(names: readonly string[]): Text {
  return text(names.join('、'), names.join(', '));
}

/** “您是不是要写……” where there is a near name. */
export function suggestion(near: readonly string[], otherwise: Text): Text {
  if (near.length === 0) return otherwise;
  const { zh, en } = listed(near);
  return text(`是否想写：${zh}？`, `Did you mean ${en}?`);
}
