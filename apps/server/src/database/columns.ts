/** What columns of several tables are. */
import type { ColumnType } from 'kysely';

/** Read as data, written as its JSON text. */
export type Json<Data> = ColumnType<Data, string, string>;

export interface InTenant {
  tenant_id: string;
}

export interface InYear extends InTenant {
  year_id: string;
}
