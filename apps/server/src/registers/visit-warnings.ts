/**
 * What the notice asks of a unit's visits and is not met. These warn and never refuse: a team may have its reasons, and gives them
 * when it signs. 各考核组在每个县（市、区）考核时间不少于1天，并抽查1-2个乡镇（镇、办）或职能部门和有关企业，在市安委会目标管理单位的考核时间由各考核组自定。
 */
import { HALF_DAYS, type RegisterBody, VISIT_METHODS, type VisitWarning } from '@kaohe/api-contract';
import type { CalendarEntry } from '@kaohe/scoring';

type Visit = RegisterBody<'visits'>;

interface Visited {
  readonly visits: readonly Visit[];
  /** A member unit's time is its team's to set, and nothing is sampled there. */
  readonly isDepartment: boolean;
  readonly calendar: readonly CalendarEntry[];
}

/** A document without days on site asks nothing of visits. */
export function visitWarnings({ visits, isDepartment, calendar }: Visited): VisitWarning[] {
  const onSite = calendar.find(({ stage }) => stage === 'on-site');
  if (!onSite) return [];
  const used = new Set(visits.flatMap(({ methods }) => methods));
  const missing = VISIT_METHODS.filter((method) => !used.has(method));
  const ofMethods = missing.length > 0 ? [methodMissing(missing)] : [];
  if (isDepartment) return ofMethods;
  const kinds = new Set(visits.flatMap(({ places }) => places.map(({ kind }) => kind)));
  return [
    ...tooShort(visits),
    ...ofMethods,
    ...outside(visits, onSite),
    ...(kinds.has('township') || kinds.has('department') ? [] : [NO_TOWNSHIP]),
    ...(kinds.has('enterprise') ? [] : [NO_ENTERPRISE]),
  ];
}

const NO_TOWNSHIP: VisitWarning = {
  code: 'no-township',
  zh: '还没有看乡镇（镇、办）或职能部门（1–2 个）',
  en: 'No township or department seen yet (1–2)',
};
const NO_ENTERPRISE: VisitWarning = { code: 'no-enterprise', zh: '还没有看企业', en: 'No enterprise seen yet' };

const METHODS_EN = { 听汇报: 'report heard', 查资料: 'papers checked', 实地查看: 'site seen' } as const;

const methodMissing = (missing: readonly (typeof VISIT_METHODS)[number][]): VisitWarning => ({
  code: 'method-missing',
  zh: `还没有：${missing.join('、')}`,
  en: `Not done yet: ${missing.map((method) => METHODS_EN[method]).join(', ')}`,
});

/** Half days at the unit, each once however often it was entered. */
export function halfDaysOf(visits: readonly Visit[]): number {
  return new Set(visits.flatMap(({ on, halves }) => halves.map((half) => `${on} ${half}`))).size;
}

function tooShort(visits: readonly Visit[]): VisitWarning[] {
  const halves = halfDaysOf(visits);
  if (halves >= HALF_DAYS.length) return [];
  return [
    {
      code: 'below-day',
      zh: halves === 0 ? '不足 1 天：还没有登记考核日期' : '不足 1 天：只登记了半天',
      en: halves === 0 ? 'Less than one day: no day is entered yet' : 'Less than one day: half a day is entered',
    },
  ];
}

function outside(visits: readonly Visit[], { from, to }: CalendarEntry): VisitWarning[] {
  if (from === undefined) return [];
  const days = [...new Set(visits.map(({ on }) => on))].sort().filter((day) => day < from || day > to);
  if (days.length === 0) return [];
  return [
    {
      code: 'outside',
      zh: `${days.join('、')} 不在规定的 ${from} 至 ${to} 内`,
      en: `${days.join(', ')}: outside ${from} to ${to}, the days of the notice`,
    },
  ];
}
