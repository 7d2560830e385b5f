/** A problem of the scheme's own check in the words of a table: columns and fields by their Chinese names. */
import { type Problem, renderProblem, type Text, text } from '@kaohe/scoring';
import {
  ACCIDENT_FIELDS,
  deedFields,
  OBSERVATION_FIELDS,
  TALK_FIELDS,
  TOTAL_FIELDS,
  VERSION_FIELDS,
} from '../facts/vocabulary.js';

const FIELDS = [
  ...OBSERVATION_FIELDS,
  ...ACCIDENT_FIELDS,
  ...VERSION_FIELDS,
  ...TALK_FIELDS,
  ...TOTAL_FIELDS,
  ...deedFields({ kinds: {}, forms: {} }),
];
const WORDS = new Map<string, string>([
  ['note', '备注'],
  ['evidence', '佐证'],
  ['actual', '实际次数'],
  ['absent', '缺项'],
  ['occasions', '场次缺项'],
  ...FIELDS.map(({ key, word }) => [key, word] as const),
]);

const wordOf = (key: string) => WORDS.get(key) ?? key;

export function tableText(problem: Problem): Text {
  switch (problem.code) {
    case 'missing-key': {
      const { key } = problem.details;
      return text(`还要填“${wordOf(key)}”。`, `“${wordOf(key)}” (${key}) is missing.`);
    }
    case 'unknown-key': {
      const { key, known } = problem.details;
      return renderProblem({ ...problem, details: { key: wordOf(key), known: known.map(wordOf) } });
    }
    case 'zero-denominator':
      return text(
        '分母为 0，无法计算。没有分母的，请填“不适用”。',
        'The denominator is 0. Where there is none, say that it does not apply (不适用).',
      );
    case 'not-yes-no':
      return text(
        `应填“是”或“否”，写的是“${problem.details.value}”。`,
        `Expected 是 (yes) or 否 (no), found “${problem.details.value}”.`,
      );
    default:
      return renderProblem(problem);
  }
}
