/**
 * What the notice asks of a visit and is not met yet. These warn and never refuse: a team may have its reasons.
 * 各考核组在每个县（市、区）考核时间不少于1天，并抽查1-2个乡镇（镇、办）或职能部门和有关企业，在市安委会目标管理单位的考核时间由各考核组自定。
 */
import { type RegisterBody, VISIT_METHODS } from '@kaohe/api-contract';
import type { CalendarEntry } from '@kaohe/scoring';

export type Visit = RegisterBody<'visits'>;

export type VisitWarning =
  | { readonly code: 'no-day' }
  | { readonly code: 'method-missing'; readonly methods: readonly (typeof VISIT_METHODS)[number][] }
  | { readonly code: 'outside'; readonly days: readonly string[]; readonly from: string; readonly to: string }
  | { readonly code: 'no-township' }
  | { readonly code: 'no-enterprise' };

interface Visited {
  readonly visits: readonly Visit[];
  /** A member unit's time is its team's to set, and nothing is sampled there. */
  readonly isDepartment: boolean;
  readonly calendar: readonly CalendarEntry[];
}

export function warningsOf({ visits, isDepartment, calendar }: Visited): VisitWarning[] {
  const used = new Set(visits.flatMap(({ methods }) => methods));
  const missing = VISIT_METHODS.filter((method) => !used.has(method));
  const ofMethods: VisitWarning[] = missing.length > 0 ? [{ code: 'method-missing', methods: missing }] : [];
  if (isDepartment) return ofMethods;
  const kinds = new Set(visits.flatMap(({ places }) => places.map(({ kind }) => kind)));
  return [
    ...(daysOf(visits).length === 0 ? [{ code: 'no-day' } as const] : []),
    ...ofMethods,
    ...outside(daysOf(visits), calendar),
    ...(kinds.has('township') || kinds.has('department') ? [] : [{ code: 'no-township' } as const]),
    ...(kinds.has('enterprise') ? [] : [{ code: 'no-enterprise' } as const]),
  ];
}

/** The days a unit was visited on, each once. */
export function daysOf(visits: readonly Visit[]): string[] {
  return [...new Set(visits.map(({ on }) => on))].sort();
}

function outside(days: readonly string[], calendar: readonly CalendarEntry[]): VisitWarning[] {
  const onSite = calendar.find(({ stage }) => stage === 'on-site');
  const from = onSite?.from;
  if (!onSite || from === undefined) return [];
  const late = days.filter((day) => day < from || day > onSite.to);
  return late.length > 0 ? [{ code: 'outside', days: late, from, to: onSite.to }] : [];
}
