/** Offices, issued schemes, and a year with its stages, teams, units and raters. */
import type { Population } from '@kaohe/scoring';
import type { InTenant, InYear, Json } from './columns.js';

export interface Tenants extends InTenant {
  name: string;
  own_date: string | null;
  created_at: Date;
}

export interface Schemes {
  edition: string;
  scheme_id: string;
  title: string;
  folder: Json<unknown>;
  issued_at: Date;
}

export interface Years extends InYear {
  title: string;
  scheme_id: string;
  edition: string;
  created_at: Date;
}

export interface Stages extends InYear {
  stage: string;
  position: number;
  state: string;
  since: Date;
  due_on: string | null;
  reason: string | null;
  opened_at: Date | null;
  version: number;
}

export interface Teams extends InYear {
  team_id: string;
  name: string;
  name_en: string;
  leader: string;
  position: number;
}

export interface Units extends InYear {
  unit_id: string;
  name_en: string;
  sheet: string;
  class: string;
  team_id: string;
  position: number;
}

export interface SuppliedLines extends InYear {
  line_id: string;
  division: string;
}

export interface SuppliedRegisters extends InYear {
  register: string;
  division: string;
}

export interface Raters extends InYear {
  form: string;
  rater_id: string;
  name: string;
  position: number;
}

export interface Populations extends InYear {
  population: Json<Population>;
}
