/** What is entered through the year. */
import type { ColumnType, Generated } from 'kysely';
import type { InTenant, InYear, Json } from './columns.js';

export interface SheetRows extends InYear {
  unit_id: string;
  row_id: string;
  team_id: string;
  version: number;
  closed: boolean;
  observations: Json<Record<string, unknown>>;
  changed_at: Date;
  changed_by: string;
  changed_role: string;
  division: Generated<string | null>;
  paper: ColumnType<unknown, string | null | undefined, string | null>;
}

export interface EvidenceFiles extends InYear {
  evidence_id: string;
  unit_id: string | null;
  team_id: string | null;
  purpose: 'row' | 'ballot' | 'statement';
  name: string;
  media_type: string;
  sha256: string;
  bytes: number;
  content: Buffer;
  added_at: Date;
  added_by: string;
  added_role: string;
  division: Generated<string | null>;
}

/** A file on its way: `received` of its `bytes` are here. */
export interface Uploads extends InYear {
  upload_id: string;
  account: string;
  unit_id: string | null;
  team_id: string | null;
  purpose: EvidenceFiles['purpose'];
  name: string;
  sha256: string;
  bytes: number;
  received: number;
  touched_at: Date;
}

export interface UploadChunks extends InTenant {
  upload_id: string;
  at_byte: number;
  account: string;
  content: Buffer;
}

export interface RatingForms extends InYear {
  form: string;
  rater_id: string;
  state: 'draft' | 'submitted' | 'signed';
  version: number;
  entered_from_paper: boolean;
  scan_id: string | null;
  entered_by: string | null;
  checked_by: string | null;
  changed_at: Date;
}

export interface Ballots extends InYear {
  form: string;
  rater_id: string;
  marks: Json<Record<string, string>>;
}

export interface RegisterEntries extends InYear {
  register: string;
  entry_id: string;
  unit_id: string;
  team_id: string;
  also_unit_id: string;
  also_team_id: string;
  version: number;
  withdrawn: boolean;
  body: Json<Record<string, unknown>>;
  changed_at: Date;
  changed_by: string;
  changed_role: string;
  division: Generated<string | null>;
}
