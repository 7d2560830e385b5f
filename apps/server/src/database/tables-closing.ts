/** Reports, their answers, and results. */
import type { InYear, Json } from './columns.js';

export interface Reports extends InYear {
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

export interface ReportSignatures extends InYear {
  unit_id: string;
  team_id: string;
  version: number;
  body: Json<unknown>;
  rows: Json<unknown>;
  score: Json<unknown>;
  signed_at: Date;
  signed_by: string;
}

export interface ReportReopenings extends InYear {
  unit_id: string;
  team_id: string;
  version: number;
  reason: string;
  reopened_at: Date;
  reopened_by: string;
}

export interface SuggestionAnswers extends InYear {
  unit_id: string;
  team_id: string;
  suggestion: number;
  version: number;
  answer: string;
  answered_at: Date;
  answered_by: string;
}

export interface Results extends InYear {
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
