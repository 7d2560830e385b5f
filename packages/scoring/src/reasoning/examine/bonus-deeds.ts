/** Deeds that earn all of the bonus. */
import { getNumber } from '../../exact/decimal.js';
import { compare, least, subtract, ZERO } from '../../exact/rational.js';
import type { RawObject } from '../../observations/raw-tree.js';
import type { Bonus } from '../../scheme/outcome.js';
import type { Stated } from './stated.js';

const MOST_DEEDS = 100;

/** The fewest deeds that reach the cap, the highest amounts first. */
export function fullBonus({ kinds, cap }: Bonus): Stated {
  const judged = kinds.find((kind) => kind.judgement);
  if (judged) return { bonus: [{ deed: '甲', kind: judged.kind, mark: cap, reason: '…' }] };
  const offers = kinds.flatMap(({ kind, levels, amount }) => [
    ...Object.entries(levels ?? {}).map(([level, points]) => ({ kind, level, points })),
    ...(amount === undefined ? [] : [{ kind, level: '', points: amount }]),
  ]);
  const [best] = offers.sort((a, b) => compare(getNumber(b.points), getNumber(a.points)));
  if (!best || compare(getNumber(best.points), ZERO) <= 0) return {};
  const bonus: RawObject[] = [];
  let left = getNumber(cap);
  while (compare(left, ZERO) > 0 && bonus.length < MOST_DEEDS) {
    const { kind, level } = best;
    bonus.push({ deed: `第${bonus.length + 1}项`, kind, ...(level !== '' && { level }) });
    left = subtract(left, least(left, getNumber(best.points)));
  }
  return { bonus };
}
