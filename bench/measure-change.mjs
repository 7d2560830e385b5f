// One fact of one unit among many changes: its new total and exact competition rank. Microseconds a change.
import { rankBoard } from '../packages/scoring/dist/fast/index.js';
import { mustEqual } from './equality.mjs';
import { timed, timedAsync } from './measure.mjs';
import { Random } from './random.mjs';

/** Times a planner is given to settle on a plan for each statement. */
const SETTLE = 6;
const OUR_CHANGES = 100_000;

/** The same changes for everybody: one slot of each item, any unit, a small count. */
function changesOf({ plan }, units, count) {
  const random = new Random(99);
  const slots = plan.items.map((_, item) => plan.slots.findIndex((slot) => slot.item === item));
  return Array.from({ length: count }, () => {
    const slot = random.pick(slots);
    return { unit: random.whole(0, units.count - 1), slot, value: random.whole(0, Math.min(3, plan.slots[slot].most)) };
  });
}

/** A peer's time after its totals and ranks were compared with the board's; ours where there is no peer. */
export async function measureChange(subject, units, { peer, size, who }) {
  const board = rankBoard(subject.scorer, units.slots.slice());
  if (!peer) return ownChanges(subject, units, { board, runs: size.runs });
  const changing = await peer.changing();
  const changes = changesOf(subject, units, size.changes);
  const settle = subject.plan.items.length * SETTLE;
  for (const change of changes.slice(0, Math.max(settle, Math.floor(size.changes / 3)))) {
    const { total, rank } = await changing.change(change);
    board.set(change.unit, change.slot, change.value);
    mustEqual(`${who} change`, [total, rank], [board.total(change.unit), board.rank(change.unit)]);
  }
  await changing.tidy?.();
  const runs = 8;
  const each = Math.floor(changes.length / runs);
  const work = async (run) => {
    for (const change of changes.slice((run % runs) * each, ((run % runs) + 1) * each)) await changing.change(change);
  };
  const one = await timedAsync(work, { of: each, runs, clock: peer.clock });
  const ranks = await timedAsync(() => changing.ranks(), { of: 1, runs: 5, clock: peer.clock });
  return { one: one / 1000, ranks: ranks / 1000 };
}

function ownChanges(subject, units, { board, runs }) {
  const changes = changesOf(subject, units, OUR_CHANGES);
  let seen = 0;
  const work = () => {
    for (const { unit, slot, value } of changes) {
      board.set(unit, slot, value);
      seen += board.total(unit) + board.rank(unit);
    }
  };
  const one = timed(work, { of: changes.length, runs }) / 1000;
  if (seen === 0) throw new Error('nothing was ranked');
  return { one };
}
