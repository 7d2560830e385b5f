/** What a changed line must be before the engine sees it: its supplier's, this line's clauses, and text only. */
import type { RowChange } from '@kaohe/api-contract';
import { isRawObject, type RawObject, type RawTree } from '@kaohe/scoring';
import { invalid, notAllowed } from '../http/refusal.js';
import type { SignedIn } from '../office/office.js';
import { type SheetLine, supplies } from './lines.js';

const LONGEST_TEXT = 5000;
const DEEPEST = 6;

/** The observations to be kept; refuses what the role acting does not supply. */
export function checkRow(
  { observations, closed }: RowChange,
  line: SheetLine,
  { acting, team }: { acting: SignedIn; team: string },
): RawObject {
  if (!supplies(acting, line, team)) throw notAllowed('填写这一行：它由别人提供', 'enter this row: others supply it');
  const foreign = Object.keys(observations).find((id) => !line.clauses.includes(id));
  if (foreign !== undefined)
    throw invalid(
      `条款“${foreign}”不在这一行里填写：它属于别的行，由别人提供，或由台账得出。`,
      `The clause “${foreign}” is not entered in this row: it is of another row, others supply it, or a register decides it.`,
      { clause: foreign },
    );
  if (!isText(observations, DEEPEST) || typeof closed !== 'boolean')
    throw invalid(
      `填写的内容应为文字（数字也写成文字），每处不超过 ${LONGEST_TEXT} 字。`,
      `What is entered is text (numbers as text too), at most ${LONGEST_TEXT} characters each.`,
    );
  checkReasons(observations as RawObject);
  return observations as RawObject;
}

/** What is said not to apply takes no points and nobody looks at it again: it says why. */
function checkReasons(observations: RawObject): void {
  const bare = Object.entries(observations).find(
    ([, one]) =>
      isRawObject(one) && one.notApplicable === 'true' && (typeof one.reason !== 'string' || one.reason.trim() === ''),
  );
  if (bare)
    throw invalid(
      `条款“${bare[0]}”写了“不适用”，要写明理由。`,
      `The clause “${bare[0]}” is said not to apply: give the reason.`,
      { clause: bare[0], needs: 'reason' },
    );
}

function isText(tree: unknown, depth: number): tree is RawTree {
  if (typeof tree === 'string') return tree.length <= LONGEST_TEXT;
  if (typeof tree !== 'object' || tree === null || depth === 0) return false;
  return Object.values(tree).every((one) => isText(one, depth - 1));
}

/** The ids of evidence cited anywhere in a row. */
export function citedIn(observations: RawObject): string[] {
  const cited = Object.values(observations).flatMap((one) => {
    const list = typeof one === 'object' && 'evidence' in one ? one.evidence : [];
    return Array.isArray(list) ? list.map(String) : [String(list)];
  });
  return [...new Set(cited)];
}
