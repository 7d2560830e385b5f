/** Findings that many clauses of a sheet share: one report a sheet, every clause in its place. */
import type { Sheet } from '../../scheme/sheet.js';
import type { Text } from '../../wording/text.js';
import type { FindingSeverity, Report } from './finding.js';
import type { FindingCode } from './kinds.js';
import { groupBy, type Placed, readingsOf } from './scene.js';

export interface Shared {
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  readonly title: (count: number) => Text;
  readonly why: Text;
}

/** The clauses' report, one a sheet; the quote is the first clause's. */
export function sharedReports(places: readonly Placed[], { code, severity, title, why }: Shared): Report[] {
  return [...groupBy(places, ({ sheet }) => sheet.id).values()].map((same) => {
    const [first] = same as [Placed, ...Placed[]];
    const sheet: Sheet = first.sheet;
    return {
      code,
      severity,
      at: [sheet.id, ...new Set(same.map(({ clause }) => clause.id))],
      quote: first.clause.quote,
      title: title(same.length),
      why,
      readings: readingsOf(first).filter((name) => same.every((place) => readingsOf(place).includes(name))),
    };
  });
}
