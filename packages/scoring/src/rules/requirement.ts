/** A required frequency (每季度至少一次) and how far an actual count falls short of it. */
import { type DecimalText, formatExact } from '../exact/decimal.js';
import { add, INFINITY, type Rational, sum, whole, ZERO } from '../exact/rational.js';
import { allRead, type Given } from '../observations/given.js';
import type { Actual } from '../observations/observation.js';
import { isRawObject } from '../observations/raw-tree.js';
import { type Text, text } from '../wording/text.js';
import { exactly, type Times } from './asking.js';

export interface Requirement {
  readonly what: string;
  readonly count: DecimalText;
  readonly per: 'year' | 'half' | 'quarter' | 'month';
  /** `zone`: each functional zone on its own, where there are any. */
  readonly each?: 'zone' | undefined;
  readonly quote?: string | undefined;
}

/** `per-period`: four meetings in one quarter do not make up for the others; `yearly-total`: they do. */
export type PeriodReading = 'per-period' | 'yearly-total';

const PERIODS: Readonly<Record<Requirement['per'], readonly string[]>> = {
  year: ['Y'],
  half: ['H1', 'H2'],
  quarter: ['Q1', 'Q2', 'Q3', 'Q4'],
  month: Array.from({ length: 12 }, (_, month) => `M${month + 1}`),
};

type PeriodCounts = bigint | ReadonlyMap<string, bigint>;

interface Known {
  readonly closed: boolean;
  readonly reading: PeriodReading;
}

/** How many are missing: of what was done, or of nothing said (met where the row is closed, open where it is not). */
export function shortfall(requirement: Requirement, actual: Actual | undefined, known: Known): Times {
  if (actual === undefined) {
    const most = requirement.each === 'zone' ? INFINITY : whole(required(requirement));
    return { fewest: ZERO, most: known.closed ? ZERO : most };
  }
  const zones = isZones(actual) ? actual : [actual];
  const short = zones.map((zone) => inOneZone(requirement, zone, known));
  return { fewest: sum(short.map((one) => one.fewest)), most: sum(short.map((one) => one.most)) };
}

function isZones(actual: Actual): actual is readonly PeriodCounts[] {
  return Array.isArray(actual);
}

function required(requirement: Requirement): bigint {
  return BigInt(requirement.count) * BigInt(PERIODS[requirement.per].length);
}

function inOneZone(requirement: Requirement, counts: PeriodCounts, known: Known): Times {
  if (typeof counts === 'bigint') return inYear(requirement, counts, known.reading);
  return known.reading === 'yearly-total'
    ? inTotal(requirement, counts, known.closed)
    : byPeriod(requirement, counts, known.closed);
}

const short = (done: bigint, of: bigint): Rational => whole(done < of ? of - done : 0n);

/** A yearly number does not say in which periods: at worst all of it fell into one. */
function inYear(requirement: Requirement, done: bigint, reading: PeriodReading): Times {
  const total = required(requirement);
  const fewest = short(done, total);
  if (requirement.per === 'year' || reading === 'yearly-total') return exactly(fewest);
  const each = BigInt(requirement.count);
  return { fewest, most: add(whole(total - each), short(done, each)) };
}

/** Periods not stated are met where the row is closed; open, they hold anything from nothing to enough. */
function inTotal(requirement: Requirement, counts: ReadonlyMap<string, bigint>, closed: boolean): Times {
  const total = required(requirement);
  const unstated = BigInt(PERIODS[requirement.per].length - counts.size);
  const done = totalOf(counts);
  if (closed) return exactly(short(done + unstated * BigInt(requirement.count), total));
  return { fewest: unstated > 0n ? ZERO : short(done, total), most: short(done, total) };
}

function byPeriod(requirement: Requirement, counts: ReadonlyMap<string, bigint>, closed: boolean): Times {
  const each = BigInt(requirement.count);
  const fewest = sum([...counts.values()].map((count) => short(count, each)));
  const unstated = BigInt(PERIODS[requirement.per].length - counts.size);
  return { fewest, most: closed ? fewest : add(fewest, whole(unstated * each)) };
}

/** Reads one requirement's actual: a number, `{ Q1: 1, … }`, or a list of either, one for each zone. */
export function readActual(requirement: Requirement, given: Given): Actual | undefined {
  if (requirement.each !== 'zone') return readCounts(requirement, given);
  return allRead(given.list()?.map((zone) => readCounts(requirement, zone)));
}

function readCounts(requirement: Requirement, given: Given): PeriodCounts | undefined {
  if (!isRawObject(given.raw)) return given.count();
  const known = requirement.per === 'year' ? [] : PERIODS[requirement.per];
  const counts = new Map<string, bigint>();
  for (const stated of given.object() ?? []) {
    const period = stated.key.replace(/^M0/, 'M');
    const count = stated.count();
    if (!known.includes(period)) stated.refuse('period-unknown', { period: stated.key, known });
    else if (counts.has(period)) stated.refuse('key-twice', { key: period });
    else if (count !== undefined) counts.set(period, count);
  }
  return counts;
}

/** 应3实1，缺2 */
export function shortfallText(requirement: Requirement, actual: Actual | undefined, missing: Times): Text {
  const [fewest, most] = [formatExact(missing.fewest), formatExact(missing.most)];
  const count = fewest === most ? fewest : `${fewest}–${most}`;
  if (actual === undefined || isZones(actual)) return text(`缺${count}`, `${count} missing`);
  const needed = required(requirement);
  const done = totalOf(actual);
  return text(`应${needed}实${done}，缺${count}`, `required ${needed}, done ${done}, ${count} missing`);
}

function totalOf(counts: PeriodCounts): bigint {
  return typeof counts === 'bigint' ? counts : [...counts.values()].reduce((total, count) => total + count, 0n);
}
