// Many units whose facts are resident: total, grade and vetoes of each. Microseconds a unit.
import { timed, timedAsync } from './measure.mjs';

/** A table peer's aggregate over its scored rows (nothing is sent out), or ours into resident arrays where there is none. */
export async function measureBatch(peer, { subject, units, count, runs }) {
  if (peer)
    return (
      (await timedAsync(() => peer.batch(), {
        of: count,
        runs: Math.max(5, Math.floor(runs / 2)),
        warm: 2,
        clock: peer.clock,
      })) / 1000
    );
  const tile = { facts: units.slots, units: count, totals: new Int32Array(count), states: new Int32Array(count) };
  return timed(() => subject.scorer.batch(tile), { of: count, runs: runs * 2 }) / 1000;
}
