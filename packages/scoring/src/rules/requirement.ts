/** A required frequency (每季度至少一次) and how far an actual count falls short of it. */

import type { DecimalText } from '../exact/decimal.js';
import { allRead, type Given } from '../observations/given.js';
import type { Actual } from '../observations/observation.js';
import { isRawObject } from '../observations/raw-tree.js';
import { type Text, text } from '../wording/text.js';

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

/** How many are missing: `most: null` where the number of zones is not known. */
export interface Shortfall {
  readonly least: bigint;
  readonly most: bigint | null;
}

type PeriodCounts = bigint | ReadonlyMap<string, bigint>;

/** The shortfall of what was done, or of nothing said: met where the row is closed, open where it is not. */
export function shortfall(
  requirement: Requirement,
  actual: Actual | undefined,
  known: { readonly closed: boolean; readonly reading: PeriodReading },
): Shortfall {
  if (actual === undefined) {
    if (known.closed) return { least: 0n, most: 0n };
    return { least: 0n, most: requirement.each === 'zone' ? null : required(requirement) };
  }
  if (!isZones(actual)) return inOneZone(requirement, actual, known);
  const zones = actual.map((zone) => inOneZone(requirement, zone, known));
  return zones.reduce<Shortfall>(
    (total, zone) => ({ least: total.least + zone.least, most: (total.most ?? 0n) + (zone.most ?? 0n) }),
    { least: 0n, most: 0n },
  );
}

function isZones(actual: Actual): actual is readonly PeriodCounts[] {
  return Array.isArray(actual);
}

function required(requirement: Requirement): bigint {
  return BigInt(requirement.count) * BigInt(PERIODS[requirement.per].length);
}

function inOneZone(
  requirement: Requirement,
  counts: PeriodCounts,
  known: { readonly closed: boolean; readonly reading: PeriodReading },
): Shortfall {
  const total = required(requirement);
  const short = (done: bigint, of: bigint) => (done < of ? of - done : 0n);
  if (typeof counts === 'bigint') {
    const least = short(counts, total);
    if (requirement.per === 'year' || known.reading === 'yearly-total') return { least, most: least };
    // A yearly number does not say in which periods: at worst all of it fell into one.
    const each = BigInt(requirement.count);
    return { least, most: total - each + short(counts, each) };
  }
  const periods = PERIODS[requirement.per];
  const done = [...counts.values()].reduce((sum, count) => sum + count, 0n);
  if (known.reading === 'yearly-total') {
    const missing = BigInt(periods.length - counts.size) * BigInt(requirement.count);
    if (known.closed) return both(short(done + missing, total));
    return { least: counts.size < periods.length ? 0n : short(done, total), most: short(done, total) };
  }
  const each = BigInt(requirement.count);
  const least = [...counts.values()].reduce((sum, count) => sum + short(count, each), 0n);
  return { least, most: known.closed ? least : least + BigInt(periods.length - counts.size) * each };
}

function both(value: bigint): Shortfall {
  return { least: value, most: value };
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
    else if (count !== undefined) counts.set(period, count);
  }
  return counts;
}

/** 应3实1，缺2 */
export function shortfallText(requirement: Requirement, actual: Actual | undefined, short: Shortfall): Text {
  const needed = required(requirement);
  const done = actual === undefined || isZones(actual) ? undefined : totalOf(actual);
  const missing = short.least === short.most ? `${short.least}` : `${short.least}–${short.most ?? '?'}`;
  if (done === undefined) return text(`缺${missing}`, `${missing} missing`);
  return text(`应${needed}实${done}，缺${missing}`, `required ${needed}, done ${done}, ${missing} missing`);
}

function totalOf(counts: PeriodCounts): bigint {
  return typeof counts === 'bigint' ? counts : [...counts.values()].reduce((sum, count) => sum + count, 0n);
}
