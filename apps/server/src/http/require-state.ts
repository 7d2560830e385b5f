/** Whether the thing acted on is in a state the table of acts takes: asked in one place, refused in the same words everywhere. */
import { type ActName, actOf, STATE_WORDS, type State } from '@kaohe/api-contract';
import { wrongState } from './refusal.js';

interface Thing {
  /** As a sentence begins with it. */
  readonly zh: string;
  readonly en: string;
  readonly state: State;
}

export function requireState(act: ActName, { zh, en, state }: Thing): void {
  const { name, nameEn, states = [state] } = actOf(act);
  if (states.includes(state)) return;
  throw wrongState(
    `${zh}现在是“${STATE_WORDS[state].zh}”；“${name}”要求它是“${states.map((one) => STATE_WORDS[one].zh).join('”或“')}”。`,
    `${en} is ${STATE_WORDS[state].en}; to ${nameEn[0]?.toLowerCase()}${nameEn.slice(1)}, it must be ${states.map((one) => STATE_WORDS[one].en).join(' or ')}.`,
    { state },
  );
}
