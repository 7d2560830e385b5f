/** Visits of a year: on which days one can lie, and how each unit's stand against what the notice asks. */
import { type RegisterBody, VISIT_MARGIN_DAYS, type VisitStanding, type VisitWarning } from '@kaohe/api-contract';
import { asSystem } from '../database/transaction.js';
import { programOf } from '../facts/compiled.js';
import { invalid } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { stageDueOn, type UnitRow, unitsOf } from '../years/service.js';
import { listEntries } from './repo.js';
import { halfDaysOf, visitWarnings } from './visit-warnings.js';

type Visit = RegisterBody<'visits'>;

const DAY_MS = 86_400_000;
const moved = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Refuses a day that lies away from the calendar of the year, the last day of the year-end stage, and the margin around them. */
export async function checkDay(work: Work, year: string, { on }: Visit): Promise<void> {
  const { calendar, period } = (await programOf(work, year)).scheme;
  const due = await stageDueOn(work, year, 'year-end');
  const named = calendar.flatMap(({ from, to }) => (from === undefined ? [to] : [from, to]));
  const days = [...(named.length > 0 ? named : [period.from, period.to]), ...(due === null ? [] : [due])].sort();
  const from = moved(days[0] ?? period.from, -VISIT_MARGIN_DAYS);
  const to = moved(days[days.length - 1] ?? period.to, VISIT_MARGIN_DAYS);
  if (on >= from && on <= to) return;
  throw invalid(
    `${on} 不在本年度的日程里：现场考核的日期在 ${from} 至 ${to} 之间（日程前后各 ${VISIT_MARGIN_DAYS} 天）。`,
    `${on} is no day of this year: visits lie between ${from} and ${to}, the calendar and ${VISIT_MARGIN_DAYS} days around it.`,
    { field: 'on', from, to },
  );
}

/** Of every unit that concerns the role acting, how its visits stand. */
export async function visitStandings(work: Work, year: string): Promise<VisitStanding[]> {
  const { role, scope } = work.acting;
  const isTeam = role === 'team-leader' || role === 'team-member';
  const units = (await unitsOf(work, year)).filter(({ team_id }) => !isTeam || team_id === scope);
  const visits = await visitsByUnit(work, year);
  const { calendar } = (await programOf(work, year)).scheme;
  return units.map(({ unit_id, class: kind }) => {
    const own = visits.get(unit_id) ?? [];
    return {
      unit: unit_id,
      halfDays: halfDaysOf(own),
      warnings: visitWarnings({ visits: own, isDepartment: kind === 'department', calendar }),
    };
  });
}

/** What is to be noted of one unit's visits. */
export async function warningsOfUnit(work: Work, year: string, unit: UnitRow): Promise<VisitWarning[]> {
  const visits = (await visitsByUnit(work, year)).get(unit.unit_id) ?? [];
  const { calendar } = (await programOf(work, year)).scheme;
  return visitWarnings({ visits, isDepartment: unit.class === 'department', calendar });
}

/** Visits in force; read as the system, for a unit sees what its report says and not the register. */
async function visitsByUnit(work: Work, year: string): Promise<ReadonlyMap<string, Visit[]>> {
  const { trx, acting } = work;
  const rows = await asSystem(trx, acting, () => listEntries(trx, acting.tenant, { year, registers: ['visits'] }));
  const found = new Map<string, Visit[]>();
  for (const { unit_id, withdrawn, body } of rows)
    if (!withdrawn) found.set(unit_id, [...(found.get(unit_id) ?? []), body as Visit]);
  return found;
}
