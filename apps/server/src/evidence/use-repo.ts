/** How many bytes are kept and on their way; numbers alone. */
import type { Trx } from '../office/office.js';

export interface UnitUse {
  readonly year: string;
  readonly unit: string | null;
  readonly files: number;
  readonly bytes: number;
}

/** One starts a file after the other: none counts the room that another is just taking. For the system alone. */
export async function lockUse(trx: Trx, tenant: string): Promise<void> {
  await trx
    .selectFrom('plat.tenants')
    .select('tenant_id')
    .where('tenant_id', '=', tenant)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** Every unit of every year that has files, and the scans of rating forms under no unit. */
export async function listUse(trx: Trx, tenant: string): Promise<UnitUse[]> {
  const [kept, coming] = [
    await trx
      .selectFrom('kaohe.evidence')
      .select(({ fn }) => [
        'year_id',
        'unit_id',
        fn.countAll<string>().as('files'),
        fn.sum<string>('bytes').as('bytes'),
      ])
      .where('tenant_id', '=', tenant)
      .groupBy(['year_id', 'unit_id'])
      .execute(),
    await trx
      .selectFrom('kaohe.uploads')
      .select(({ fn }) => ['year_id', 'unit_id', fn.sum<string>('bytes').as('bytes')])
      .where('tenant_id', '=', tenant)
      .groupBy(['year_id', 'unit_id'])
      .execute(),
  ];
  return [...kept, ...coming.map((row) => ({ ...row, files: '0' }))].map(({ year_id, unit_id, files, bytes }) => ({
    year: year_id,
    unit: unit_id,
    files: Number(files),
    bytes: Number(bytes),
  }));
}
