/** The codes of papers, and long exports with their results. */
import type { InTenant, InYear, Json } from './columns.js';

export interface PaperCodes extends InYear {
  code: string;
  unit_id: string | null;
  team_id: string | null;
  statement: Json<unknown>;
  facts: Json<unknown>;
  score: string | null;
  made_at: Date;
  made_by: string;
}

export interface Jobs extends InYear {
  job_id: string;
  kind: 'papers' | 'archive' | 'result-workbook';
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  account: string;
  asked_by: string;
  asked_at: Date;
  attempt: number;
  held_until: Date | null;
  done: number;
  total: number;
  name: string | null;
  /** A bigint, which comes as text. */
  bytes: string | number | null;
  sha256: string | null;
  failure: string | null;
  ended_at: Date | null;
}

export interface JobChunks extends InTenant {
  job_id: string;
  attempt: number;
  number: number;
  content: Buffer;
}
