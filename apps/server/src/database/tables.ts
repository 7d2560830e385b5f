/** The tables as Kysely sees them; their law is in migrations/. Instants are `Date`, days are `YYYY-MM-DD`. */
import type { ColumnType } from 'kysely';

/** Read as data, written as its JSON text. */
type Json<Data> = ColumnType<Data, string, string>;

interface InTenant {
  tenant_id: string;
}

interface InYear extends InTenant {
  year_id: string;
}

interface Tenants extends InTenant {
  name: string;
  own_date: string | null;
  created_at: Date;
}

interface Schemes {
  edition: string;
  scheme_id: string;
  title: string;
  folder: Json<unknown>;
  issued_at: Date;
}

interface Accounts extends InTenant {
  account_id: string;
  family: string;
  login: string;
  display_name: string;
  state: 'active' | 'disabled';
  password_hash: string;
  password_set_at: Date;
  must_change_password: boolean;
  totp_secret: string | null;
  totp_confirmed: boolean;
  totp_last_step: string | null;
  failures: number;
  locked_until: Date | null;
  version: number;
}

interface PasswordHistory extends InTenant {
  account_id: string;
  set_at: Date;
  password_hash: string;
}

interface Grants extends InTenant {
  grant_id: string;
  account_id: string;
  family: string;
  role: string;
  scope: string;
  granted_at: Date;
  granted_by: string;
  revoked_at: Date | null;
}

interface Sessions extends InTenant {
  token_hash: string;
  account_id: string;
  grant_id: string | null;
  totp_passed: boolean;
  address: string;
  created_at: Date;
  last_seen_at: Date;
  revoked_at: Date | null;
}

interface AddressFailures extends InTenant {
  address: string;
  failures: number;
  locked_until: Date | null;
}

interface AuditEntries extends InTenant {
  entry_id: string;
  at: Date;
  account: string;
  role: string;
  scope: string;
  act: string;
  subject: string;
  before: Json<unknown> | null;
  after: Json<unknown> | null;
  reason: string | null;
  succeeded: boolean;
}

interface AuditSeals extends InTenant {
  seal_number: string;
  entry_id: string;
  previous_hash: string;
  hash: string;
}

interface AuditHeads extends InTenant {
  seal_number: string;
  hash: string;
}

interface IdempotencyKeys extends InTenant {
  account: string;
  key: string;
  request_hash: string;
  answer: Json<unknown> | null;
  at: Date;
}

interface Years extends InYear {
  title: string;
  scheme_id: string;
  edition: string;
  created_at: Date;
}

interface Stages extends InYear {
  stage: string;
  position: number;
  state: string;
  since: Date;
  due_on: string | null;
  reason: string | null;
  version: number;
}

interface Teams extends InYear {
  team_id: string;
  name: string;
  name_en: string;
  leader: string;
  position: number;
}

interface Units extends InYear {
  unit_id: string;
  name_en: string;
  sheet: string;
  class: string;
  team_id: string;
  position: number;
}

interface Raters extends InYear {
  form: string;
  rater_id: string;
  name: string;
  position: number;
}

interface SheetRows extends InYear {
  unit_id: string;
  row_id: string;
  team_id: string;
  version: number;
  closed: boolean;
  observations: Json<Record<string, unknown>>;
  changed_at: Date;
  changed_by: string;
  changed_role: string;
}

interface EvidenceFiles extends InYear {
  evidence_id: string;
  unit_id: string;
  team_id: string;
  purpose: 'row' | 'ballot';
  name: string;
  media_type: string;
  sha256: string;
  bytes: number;
  content: Buffer;
  added_at: Date;
  added_by: string;
  added_role: string;
}

interface RatingForms extends InYear {
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

interface Ballots extends InYear {
  form: string;
  rater_id: string;
  marks: Json<Record<string, string>>;
}

interface RegisterEntries extends InYear {
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
}

interface Reports extends InYear {
  unit_id: string;
  team_id: string;
  state: 'draft' | 'signed' | 'received';
  version: number;
  body: Json<unknown>;
  score: Json<unknown> | null;
  signed_at: Date | null;
  signed_by: string | null;
  received_at: Date | null;
  late: boolean;
  changed_at: Date;
  changed_by: string;
}

interface ReportSignatures extends InYear {
  unit_id: string;
  team_id: string;
  version: number;
  body: Json<unknown>;
  rows: Json<unknown>;
  score: Json<unknown>;
  signed_at: Date;
  signed_by: string;
}

interface ReportReopenings extends InYear {
  unit_id: string;
  team_id: string;
  version: number;
  reason: string;
  reopened_at: Date;
  reopened_by: string;
}

interface SuggestionAnswers extends InYear {
  unit_id: string;
  team_id: string;
  suggestion: number;
  version: number;
  answer: string;
  answered_at: Date;
  answered_by: string;
}

interface Results extends InYear {
  result_number: number;
  state: 'computed' | 'frozen' | 'approved' | 'published';
  version: number;
  facts: string;
  result: Json<unknown>;
  content_hash: string;
  awards: Json<unknown>;
  circular: Json<unknown> | null;
  computed_at: Date;
  computed_by: string;
  frozen_at: Date | null;
  approved_at: Date | null;
  approved_by: string | null;
  published_at: Date | null;
}

export interface Tables {
  'plat.tenants': Tenants;
  'plat.schemes': Schemes;
  'kaohe.accounts': Accounts;
  'kaohe.password_history': PasswordHistory;
  'kaohe.grants': Grants;
  'kaohe.sessions': Sessions;
  'kaohe.address_failures': AddressFailures;
  'kaohe.audit_entries': AuditEntries;
  'kaohe.audit_seals': AuditSeals;
  'kaohe.audit_heads': AuditHeads;
  'kaohe.idempotency_keys': IdempotencyKeys;
  'kaohe.years': Years;
  'kaohe.stages': Stages;
  'kaohe.teams': Teams;
  'kaohe.units': Units;
  'kaohe.raters': Raters;
  'kaohe.sheet_rows': SheetRows;
  'kaohe.evidence': EvidenceFiles;
  'kaohe.rating_forms': RatingForms;
  'kaohe.ballots': Ballots;
  'kaohe.register_entries': RegisterEntries;
  'kaohe.register_versions': RegisterEntries;
  'kaohe.reports': Reports;
  'kaohe.report_signatures': ReportSignatures;
  'kaohe.report_reopenings': ReportReopenings;
  'kaohe.suggestion_answers': SuggestionAnswers;
  'kaohe.results': Results;
}
