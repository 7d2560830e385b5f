/** What every service of the office is given: the database, the issued schemes, and the world outside as functions. */

import type { Role } from '@kaohe/api-contract';
import type { SchemeFolder } from '@kaohe/scheme-files';
import type { Transaction } from 'kysely';
import type { SecretBox } from '../accounts/secret-box.js';
import type { Database } from '../database/connect.js';
import type { Tables } from '../database/tables.js';
import type { EvidenceLimits } from '../evidence/room.js';
import type { Render } from '../papers/render.js';

export interface Office {
  readonly database: Database;
  readonly schemes: readonly SchemeFolder[];
  readonly now: () => Date;
  readonly newId: () => string;
  /** Seals what must not be readable in a copy of the database. */
  readonly secrets: SecretBox;
  /** How much evidence is kept; left out: the usual. */
  readonly evidenceLimits?: EvidenceLimits;
  /** Makes the bytes of papers and workbooks; left out: where it is asked for. */
  readonly render?: Render | undefined;
}

export type Trx = Transaction<Tables>;

/** Who is signed in and in which role they act. */
export interface SignedIn {
  readonly tenant: string;
  readonly accountId: string;
  readonly login: string;
  /** How the person appears to others: a post, never a name. */
  readonly displayName: string;
  readonly role: Role;
  /** A team's id, a unit's name, a rater's id, a division's or a patrol group's name; empty where the role is for all. */
  readonly scope: string;
  /** The year the scope is of; null where the role has none. */
  readonly year: string | null;
}

/** One request in its transaction: everything a service may use. */
export interface Work {
  readonly trx: Trx;
  readonly acting: SignedIn;
  readonly now: Date;
  /** The day it is for this office, `YYYY-MM-DD`: a demonstration has its own. */
  readonly today: string;
  readonly newId: () => string;
  readonly schemes: readonly SchemeFolder[];
  readonly render?: Render | undefined;
  /** The version the client has seen (If-Match). */
  readonly ifMatch: number | undefined;
  /** The mark of content seen with it, where there was one. */
  readonly contentSeen?: string | undefined;
  /** Where one reading makes very much: what is to be written with it, done when the reading has ended. */
  readonly later?: (write: (trx: Trx) => Promise<void>) => void;
  /** Adds what changed to the audit entry of this request. */
  note(change: AuditNote): void;
}

export interface AuditNote {
  readonly subject?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string;
}
