/** What units state about lines of their sheets, and what they are answered. */
import type { InYear, Json } from './columns.js';

export interface Statements extends InYear {
  unit_id: string;
  stage: 'self-assessment' | 'appeal';
  line_id: string;
  team_id: string;
  state: 'submitted' | 'withdrawn' | 'returned' | 'accepted' | 'upheld' | 'rejected';
  version: number;
  body: Json<unknown>;
  stated_at: Date;
  stated_by: string;
  answer: Json<unknown> | null;
  answered_at: Date | null;
  answered_by: string | null;
}
