// Medians of processor time, in nanoseconds: what else runs on the machine does not count, nor does waiting.
import { readFileSync } from 'node:fs';

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Work is repeated this long before anything counts, so that the compiler has settled. */
const WARM = 400_000_000n;
/** A run repeats the work until it has taken this long: the clock's own cost disappears. */
const LEAST = 3_000_000n;

/** The processor time of this process, its threads included. */
function ownClock() {
  const { user, system } = process.cpuUsage();
  return BigInt(user + system) * 1000n;
}

/** The processor time of another process of this machine, where the system tells; elapsed time where it does not. */
export function clockOf(pid) {
  const file = `/proc/${pid}/schedstat`;
  try {
    readFileSync(file);
  } catch {
    return () => process.hrtime.bigint();
  }
  return () => BigInt(readFileSync(file, 'utf8').split(' ')[0]);
}

/** Nanoseconds one of `of` things takes: the median over runs of `work`. */
export function timed(work, { of, runs }) {
  const now = ownClock;
  const started = now();
  let repeats = 0;
  while (repeats < 3 || now() - started < WARM) {
    work();
    repeats += 1;
  }
  const each = Number(now() - started) / repeats;
  const times = Math.max(1, Math.ceil(Number(LEAST) / each));
  const taken = [];
  for (let run = 0; run < runs; run += 1) {
    const start = now();
    for (let time = 0; time < times; time += 1) work();
    taken.push(Number(now() - start) / times / of);
  }
  return median(taken);
}

/** The same for work that is awaited and takes milliseconds, by the clock of whoever does it; the run's number is given to it. */
export async function timedAsync(work, { of, runs, warm = 2, clock: now = ownClock }) {
  const taken = [];
  for (let run = 0; run < runs + warm; run += 1) {
    const start = now();
    await work(run);
    const end = now();
    if (run >= warm) taken.push(Number(end - start) / of);
  }
  return median(taken);
}
