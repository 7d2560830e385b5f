/** The tables as Kysely sees them; their law is in migrations/. Instants are `Date`, days are `YYYY-MM-DD`. */
import type { Accounts, AddressFailures, Grants, PasswordHistory, Sessions } from './tables-accounts.js';
import type { AuditEntries, AuditHeads, AuditSeals, IdempotencyKeys } from './tables-audit.js';
import type { ReportReopenings, ReportSignatures, Reports, Results, SuggestionAnswers } from './tables-closing.js';
import type { SchemeDrafts } from './tables-drafts.js';
import type {
  Ballots,
  EvidenceFiles,
  RatingForms,
  RegisterEntries,
  SheetRows,
  UploadChunks,
  Uploads,
} from './tables-entering.js';
import type { JobChunks, Jobs, PaperCodes } from './tables-exports.js';
import type { Statements } from './tables-statements.js';
import type {
  Populations,
  Raters,
  Schemes,
  Stages,
  SuppliedLines,
  SuppliedRegisters,
  Teams,
  Tenants,
  Units,
  Years,
} from './tables-years.js';

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
  'kaohe.scheme_drafts': SchemeDrafts;
  'kaohe.years': Years;
  'kaohe.stages': Stages;
  'kaohe.teams': Teams;
  'kaohe.units': Units;
  'kaohe.raters': Raters;
  'kaohe.populations': Populations;
  'kaohe.supplied_lines': SuppliedLines;
  'kaohe.supplied_registers': SuppliedRegisters;
  'kaohe.sheet_rows': SheetRows;
  'kaohe.evidence': EvidenceFiles;
  'kaohe.uploads': Uploads;
  'kaohe.upload_chunks': UploadChunks;
  'kaohe.rating_forms': RatingForms;
  'kaohe.ballots': Ballots;
  'kaohe.register_entries': RegisterEntries;
  'kaohe.register_versions': RegisterEntries;
  'kaohe.reports': Reports;
  'kaohe.report_signatures': ReportSignatures;
  'kaohe.report_reopenings': ReportReopenings;
  'kaohe.suggestion_answers': SuggestionAnswers;
  'kaohe.statements': Statements;
  'kaohe.results': Results;
  'kaohe.paper_codes': PaperCodes;
  'kaohe.jobs': Jobs;
  'kaohe.job_chunks': JobChunks;
}
