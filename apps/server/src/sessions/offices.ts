/** The offices of this server: before signing in nobody belongs to one. */
import { inSystem } from '../database/transaction.js';
import { invalid } from '../http/refusal.js';
import type { Office } from '../office/office.js';

export interface OfficeRow {
  readonly tenant_id: string;
  readonly name: string;
  readonly own_date: string | null;
}

/** A tenant's number; nobody has this one. */
const NOBODY = '0';

export async function listOffices({ database }: Pick<Office, 'database'>): Promise<OfficeRow[]> {
  return await inSystem(database, NOBODY, async (trx) => {
    return await trx
      .selectFrom('plat.tenants')
      .select(['tenant_id', 'name', 'own_date'])
      .orderBy('tenant_id')
      .execute();
  });
}

/** The tenant to sign in to: the only one, or the one named. */
export async function tenantNamed(office: Office, name: string | undefined): Promise<string> {
  const offices = await listOffices(office);
  const [only] = offices;
  const found = name === undefined && offices.length === 1 ? only : offices.find((one) => one.name === name);
  if (!found) throw noOffice(offices);
  return found.tenant_id;
}

function noOffice(offices: readonly OfficeRow[]) {
  const names = offices.map((one) => one.name);
  return invalid(
    `请选择单位：${names.join('、') || '这里还没有安委办'}。`,
    `Choose the office: ${names.join(', ') || 'there is none here yet'}.`,
    { field: 'office' },
  );
}
