/** Schemes an office makes from documents of its own. */
import type { InTenant, Json } from './columns.js';

export interface SchemeDrafts extends InTenant {
  draft_id: string;
  title: string;
  file_name: string;
  source: string;
  body: Json<unknown>;
  state: 'draft' | 'issued';
  version: number;
  scheme_id: string | null;
  edition: string | null;
  changed_at: Date;
  changed_by: string;
}
