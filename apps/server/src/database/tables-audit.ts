/** What was done, and the answers kept for requests sent twice. */
import type { InTenant, Json } from './columns.js';

export interface AuditEntries extends InTenant {
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

export interface AuditSeals extends InTenant {
  seal_number: string;
  entry_id: string;
  previous_hash: string;
  hash: string;
}

export interface AuditHeads extends InTenant {
  seal_number: string;
  hash: string;
}

export interface IdempotencyKeys extends InTenant {
  account: string;
  key: string;
  request_hash: string;
  answer: Json<unknown> | null;
  at: Date;
}
