/** The text of a problem: what is wrong with the value at hand, where, what was expected, what to do. */
import { type Text, text } from '../wording/text.js';
import { FACTS_MESSAGES } from './facts-messages.js';
import type { Messages } from './phrases.js';
import type { Place, Problem, ProblemCode } from './problem.js';
import { SCHEME_MESSAGES } from './scheme-messages.js';

const MESSAGES: Messages<ProblemCode> = { ...FACTS_MESSAGES, ...SCHEME_MESSAGES };

/** The problem in words, its place first. */
export function renderProblem(found: Problem): Text {
  const message = (MESSAGES[found.code] as (details: unknown) => Text)(found.details);
  const place = renderPlace(found.at);
  return place === '' ? message : text(`${place}：${message.zh}`, `${place}: ${message.en}`);
}

/** A key as long as a page is not a place anybody can read. */
function shortened(step: string): string {
  return step.length > 60 ? `${step.slice(0, 60)}…` : step;
}

/** units.巩义市.observations.county/2.2 */
export function renderPlace(at: Place): string {
  return at.map((step) => (typeof step === 'number' ? `[${step + 1}]` : shortened(step))).join(' › ');
}
