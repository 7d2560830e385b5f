/** Accounts, what they may do, and their sessions. */
import type { InTenant } from './columns.js';

export interface Accounts extends InTenant {
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

export interface PasswordHistory extends InTenant {
  account_id: string;
  set_at: Date;
  password_hash: string;
}

export interface Grants extends InTenant {
  grant_id: string;
  account_id: string;
  family: string;
  role: string;
  scope: string;
  year_id: string | null;
  granted_at: Date;
  granted_by: string;
  revoked_at: Date | null;
}

export interface Sessions extends InTenant {
  token_hash: string;
  account_id: string;
  grant_id: string | null;
  totp_passed: boolean;
  address: string;
  created_at: Date;
  last_seen_at: Date;
  revoked_at: Date | null;
}

export interface AddressFailures extends InTenant {
  address: string;
  failures: number;
  locked_until: Date | null;
}
