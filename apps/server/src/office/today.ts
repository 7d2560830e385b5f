/** The day it is for an office. A demonstration carries its own date; every other office lives in China's time zone. */
import type { Trx } from './office.js';

const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

export async function todayOf(trx: Trx, tenant: string, now: Date): Promise<string> {
  const row = await trx
    .selectFrom('plat.tenants')
    .select('own_date')
    .where('tenant_id', '=', tenant)
    .executeTakeFirst();
  return row?.own_date ?? DAY.format(now);
}
