/** The best and the worst that actual counts against required frequencies can turn out to be, once what is stated is kept. */
import { isRawObject, type RawObject, type RawTree } from '../observations/raw-tree.js';
import type { PeriodReading, Requirement } from './requirement.js';

interface Scope {
  /** So many missing are enough. */
  readonly times: bigint;
  readonly reading: PeriodReading;
}

const PERIODS: Readonly<Record<Requirement['per'], readonly string[]>> = {
  year: [],
  half: ['H1', 'H2'],
  quarter: ['Q1', 'Q2', 'Q3', 'Q4'],
  month: Array.from({ length: 12 }, (_, month) => `M${month + 1}`),
};

/** `{ actual: … }` with everything left out missing, and with everything left out met. */
export function extremeActuals(
  requirements: readonly Requirement[],
  stated: RawTree | undefined,
  scope: Scope,
): RawObject[] {
  const given = isRawObject(stated) ? stated : {};
  const actual = isRawObject(given.actual) ? given.actual : {};
  const filled = (end: 'worst' | 'best') => {
    const entries = requirements.flatMap((requirement) => {
      const done = filledIn(requirement, actual[requirement.what], { ...scope, end });
      return done === undefined ? [] : [[requirement.what, done] as const];
    });
    return { ...given, actual: Object.fromEntries(entries) };
  };
  const worst = filled('worst');
  return stated === undefined ? [worst] : [worst, filled('best')];
}

/** One requirement; what nobody stated is met at best, which is left to the closed row to say. */
function filledIn(
  requirement: Requirement,
  done: RawTree | undefined,
  scope: Scope & { readonly end: 'worst' | 'best' },
): RawTree | undefined {
  if (done === undefined) return scope.end === 'best' ? undefined : nothingDone(requirement, scope.times);
  const fill = scope.end === 'best' ? spreadWell : spreadBadly;
  return Array.isArray(done)
    ? done.map((zone: RawTree) => fill(requirement, zone, scope.reading))
    : fill(requirement, done, scope.reading);
}

function nothingDone({ each, count, per }: Requirement, times: bigint): RawTree {
  if (each !== 'zone') return '0';
  const inOneZone = BigInt(count) * BigInt(Math.max(PERIODS[per].length, 1));
  const zones = inOneZone === 0n ? 1n : (times + inOneZone - 1n) / inOneZone;
  return Array.from({ length: Number(zones) }, () => '0');
}

/** A yearly number all in the first period; periods not stated, nothing. */
function spreadBadly({ per }: Requirement, done: RawTree, reading: PeriodReading): RawTree {
  const periods = PERIODS[per];
  if (isRawObject(done)) {
    const stated = Object.keys(done).map((period) => period.replace(/^M0/, 'M'));
    const rest = periods.filter((period) => !stated.includes(period));
    return { ...done, ...Object.fromEntries(rest.map((period) => [period, '0'])) };
  }
  if (periods.length === 0 || reading === 'yearly-total') return done;
  return Object.fromEntries(periods.map((period, index) => [period, index === 0 ? done : '0']));
}

/** A yearly number where it is needed, period after period; a period not stated, all that the year needs. */
function spreadWell({ per, count }: Requirement, done: RawTree, reading: PeriodReading): RawTree {
  const periods = PERIODS[per];
  const each = BigInt(count);
  if (isRawObject(done)) {
    const free = periods.find((period) => done[period] === undefined && done[period.replace('M', 'M0')] === undefined);
    if (reading !== 'yearly-total' || free === undefined) return done;
    return { ...done, [free]: `${each * BigInt(periods.length)}` };
  }
  if (periods.length === 0 || reading === 'yearly-total' || typeof done !== 'string') return done;
  let left = BigInt(done);
  const spread = periods.map((period, index) => {
    const here = index === periods.length - 1 || left < each ? left : each;
    left -= here;
    return [period, `${here}`] as const;
  });
  return Object.fromEntries(spread);
}
