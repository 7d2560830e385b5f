/** The day it is for an office. A demonstration carries its own date; every other office lives in China's time zone. */
import type { Trx, Work } from './office.js';

const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

export async function todayOf(trx: Trx, tenant: string, now: Date): Promise<string> {
  const row = await trx
    .selectFrom('plat.tenants')
    .select('own_date')
    .where('tenant_id', '=', tenant)
    .executeTakeFirst();
  return row?.own_date ?? DAY.format(now);
}

/** The moment on the office's own calendar: what a demonstration signs today bears its date, at the time of day it is. */
export function officeTime(work: Pick<Work, 'now' | 'today'>): Date {
  return onOfficeCalendar(work.now, work);
}

/** A moment kept by the machine's clock, as the office's own calendar has it: so many days from its today as from the machine's. */
export function onOfficeCalendar(moment: Date, { now, today }: Pick<Work, 'now' | 'today'>): Date {
  const days = Math.round((Date.parse(today) - Date.parse(DAY.format(now))) / 86_400_000);
  return days === 0 ? moment : new Date(moment.getTime() + days * 86_400_000);
}
