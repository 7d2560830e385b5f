-- What is entered through the year. Rows carry the team they concern, so that a policy needs no other table; the foreign key
-- holds them to the unit's own team, so that nobody writes another team's unit under the team of their own.
CREATE TABLE kaohe.sheet_rows (
  tenant_id bigint NOT NULL,
  year_id text NOT NULL,
  unit_id text NOT NULL,
  row_id text NOT NULL,
  team_id text NOT NULL,
  version integer NOT NULL,
  closed boolean NOT NULL,
  observations jsonb NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  changed_role text NOT NULL,
  division text,
  paper jsonb,
  CONSTRAINT sheet_rows_pkey PRIMARY KEY (tenant_id, year_id, unit_id, row_id)
);
COMMENT ON COLUMN kaohe.sheet_rows.division IS 'the division that supplies the line; null where a team or the office does';
COMMENT ON COLUMN kaohe.sheet_rows.paper IS 'of a row a counting clerk entered from the team''s paper: its scan, who entered it, whether it closes, who checked it';
CALL plat.make_tenant_table('kaohe.sheet_rows');
CREATE POLICY sheet_rows_lines ON kaohe.sheet_rows
  USING (tenant_id = plat.tenant() AND (plat.role() IN ('system', 'office', 'counting-clerk', 'approver')
    OR (plat.role() = 'supplying-division' AND division = plat.scope())
    OR (plat.role() IN ('team-leader', 'team-member') AND team_id = plat.scope())
    OR (plat.role() = 'assessed-unit' AND unit_id = plat.scope())))
  WITH CHECK (tenant_id = plat.tenant() AND (plat.role() IN ('system', 'office', 'counting-clerk')
    OR (plat.role() = 'supplying-division' AND division = plat.scope())
    OR (plat.role() IN ('team-leader', 'team-member') AND team_id = plat.scope() AND division IS NULL)));
GRANT SELECT, INSERT, UPDATE ON kaohe.sheet_rows TO kaohe_app;

-- The division acting, and nobody else: what a division adds is marked as its own.
CREATE FUNCTION plat.own_division() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN plat.role() = 'supplying-division' THEN plat.scope() END $$;

-- A file shown for a row, or the scan of a signed rating form, which is as secret as the ballot itself.
CREATE TABLE kaohe.evidence (
  tenant_id bigint NOT NULL,
  evidence_id uuid NOT NULL,
  year_id text NOT NULL,
  unit_id text,
  team_id text,
  purpose text NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  sha256 text NOT NULL,
  bytes integer NOT NULL,
  content bytea NOT NULL,
  added_at timestamptz NOT NULL,
  added_by text NOT NULL,
  added_role text NOT NULL,
  division text DEFAULT plat.own_division(),
  CONSTRAINT evidence_pkey PRIMARY KEY (tenant_id, evidence_id),
  CONSTRAINT evidence_purpose_check CHECK (
    (purpose = 'row' AND unit_id IS NOT NULL AND team_id IS NOT NULL)
    OR (purpose = 'ballot' AND unit_id IS NULL AND team_id IS NULL))
);
CALL plat.make_tenant_table('kaohe.evidence');
CREATE POLICY evidence_lines ON kaohe.evidence
  USING (tenant_id = plat.tenant() AND (plat.role() IN ('system', 'counting-clerk')
    OR (plat.role() = 'office' AND purpose = 'row')
    OR (division = plat.own_division() AND purpose = 'row')
    OR (plat.role() IN ('team-leader', 'team-member') AND team_id = plat.scope() AND purpose = 'row')
    OR (plat.role() = 'assessed-unit' AND unit_id = plat.scope() AND purpose = 'row')))
  WITH CHECK (tenant_id = plat.tenant() AND (plat.role() IN ('system', 'counting-clerk')
    OR (plat.role() = 'office' AND purpose = 'row')
    OR (division = plat.own_division() AND purpose = 'row')
    OR (plat.role() IN ('team-leader', 'team-member') AND team_id = plat.scope() AND purpose = 'row')));
GRANT SELECT, INSERT ON kaohe.evidence TO kaohe_app;
CREATE INDEX evidence_unit_idx ON kaohe.evidence (tenant_id, year_id, unit_id);

-- Whether a rater has rated is for the office to see; what was given stands apart, in kaohe.ballots.
CREATE TABLE kaohe.rating_forms (
  tenant_id bigint NOT NULL,
  year_id text NOT NULL,
  form text NOT NULL,
  rater_id text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  entered_from_paper boolean NOT NULL,
  scan_id uuid,
  entered_by text,
  checked_by text,
  changed_at timestamptz NOT NULL,
  CONSTRAINT rating_forms_pkey PRIMARY KEY (tenant_id, year_id, form, rater_id),
  CONSTRAINT rating_forms_state_check CHECK (state IN ('draft', 'submitted', 'signed')),
  CONSTRAINT rating_forms_second_person_check CHECK (checked_by IS NULL OR checked_by <> entered_by)
);
CALL plat.make_tenant_table('kaohe.rating_forms');
CREATE POLICY rating_forms_read ON kaohe.rating_forms FOR SELECT
  USING (tenant_id = plat.tenant() AND (plat.role() IN ('system', 'office', 'counting-clerk', 'approver')
    OR (plat.role() IN ('rating-leader', 'rating-division', 'division-head') AND rater_id = plat.scope())));
CREATE POLICY rating_forms_insert ON kaohe.rating_forms FOR INSERT
  WITH CHECK (tenant_id = plat.tenant() AND (plat.role() IN ('system', 'counting-clerk')
    OR (plat.role() IN ('rating-leader', 'rating-division', 'division-head') AND rater_id = plat.scope())));
CREATE POLICY rating_forms_update ON kaohe.rating_forms FOR UPDATE
  USING (tenant_id = plat.tenant() AND (plat.role() IN ('system', 'counting-clerk')
    OR (plat.role() IN ('rating-leader', 'rating-division', 'division-head') AND rater_id = plat.scope())))
  WITH CHECK (tenant_id = plat.tenant() AND (plat.role() IN ('system', 'counting-clerk')
    OR (plat.role() IN ('rating-leader', 'rating-division', 'division-head') AND rater_id = plat.scope())));
GRANT SELECT, INSERT, UPDATE ON kaohe.rating_forms TO kaohe_app;

-- A single ballot is a working secret: the rater and the counting clerk, and the system for totals.
CREATE TABLE kaohe.ballots (
  tenant_id bigint NOT NULL,
  year_id text NOT NULL,
  form text NOT NULL,
  rater_id text NOT NULL,
  marks jsonb NOT NULL,
  CONSTRAINT ballots_pkey PRIMARY KEY (tenant_id, year_id, form, rater_id)
);
CALL plat.make_tenant_table('kaohe.ballots');
CREATE POLICY ballots_lines ON kaohe.ballots
  USING (tenant_id = plat.tenant() AND (plat.role() IN ('system', 'counting-clerk')
    OR (plat.role() IN ('rating-leader', 'rating-division', 'division-head') AND rater_id = plat.scope())))
  WITH CHECK (tenant_id = plat.tenant() AND (plat.role() IN ('system', 'counting-clerk')
    OR (plat.role() IN ('rating-leader', 'rating-division') AND rater_id = plat.scope())));
GRANT SELECT, INSERT, UPDATE ON kaohe.ballots TO kaohe_app;

-- Accidents, indicators, talks, commendations, patrol findings, inspections, visits and drawn places: each entered once.
-- An entry may concern a district and a department, each with its own team; it is a division's where one supplies the register.
-- A patrol group that is named sees and changes what it found itself.
CREATE FUNCTION plat.is_of_group(name text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT plat.scope() IS NULL OR coalesce(name = plat.scope(), false) $$;

CREATE TABLE kaohe.register_entries (
  tenant_id bigint NOT NULL,
  year_id text NOT NULL,
  register text NOT NULL,
  entry_id uuid NOT NULL,
  unit_id text NOT NULL,
  team_id text NOT NULL,
  also_unit_id text NOT NULL,
  also_team_id text NOT NULL,
  version integer NOT NULL,
  withdrawn boolean NOT NULL,
  body jsonb NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  changed_role text NOT NULL,
  division text,
  CONSTRAINT register_entries_pkey PRIMARY KEY (tenant_id, year_id, register, entry_id),
  CONSTRAINT register_entries_register_check CHECK (register IN ('accidents', 'indicators', 'talks', 'commendations',
    'patrol-findings', 'inspections', 'visits', 'draws'))
);
CALL plat.make_tenant_table('kaohe.register_entries');
CREATE POLICY register_entries_read ON kaohe.register_entries FOR SELECT
  USING (tenant_id = plat.tenant() AND (plat.role() IN ('system', 'office', 'counting-clerk', 'approver')
    OR division = plat.own_division()
    OR (plat.role() IN ('rating-leader', 'rating-division', 'division-head') AND register IN ('patrol-findings', 'inspections'))
    OR (plat.role() = 'patrol-group' AND (register = 'inspections'
      OR (register = 'patrol-findings' AND plat.is_of_group(body ->> 'group'))))
    OR (plat.role() IN ('team-leader', 'team-member') AND (team_id = plat.scope() OR also_team_id = plat.scope()))
    OR (plat.role() = 'assessed-unit' AND (unit_id = plat.scope() OR also_unit_id = plat.scope())
      AND register IN ('accidents', 'indicators', 'talks', 'commendations'))));
CREATE POLICY register_entries_insert ON kaohe.register_entries FOR INSERT
  WITH CHECK (tenant_id = plat.tenant() AND (plat.role() IN ('system', 'office') OR division = plat.own_division()
    OR (plat.role() = 'patrol-group' AND register = 'patrol-findings' AND plat.is_of_group(body ->> 'group'))
    OR (plat.role() IN ('team-leader', 'team-member') AND team_id = plat.scope() AND also_team_id = ''
      AND register IN ('visits', 'draws'))));
CREATE POLICY register_entries_update ON kaohe.register_entries FOR UPDATE
  USING (tenant_id = plat.tenant() AND (plat.role() IN ('system', 'office') OR division = plat.own_division()
    OR (plat.role() = 'patrol-group' AND register = 'patrol-findings' AND plat.is_of_group(body ->> 'group'))
    OR (plat.role() IN ('team-leader', 'team-member') AND team_id = plat.scope() AND also_team_id = ''
      AND register IN ('visits', 'draws'))))
  WITH CHECK (tenant_id = plat.tenant() AND (plat.role() IN ('system', 'office') OR division = plat.own_division()
    OR (plat.role() = 'patrol-group' AND register = 'patrol-findings' AND plat.is_of_group(body ->> 'group'))
    OR (plat.role() IN ('team-leader', 'team-member') AND team_id = plat.scope() AND also_team_id = ''
      AND register IN ('visits', 'draws'))));
GRANT SELECT, INSERT, UPDATE ON kaohe.register_entries TO kaohe_app;

-- Every version an entry has had, so that a score can be taken as of a day.
CREATE TABLE kaohe.register_versions (
  tenant_id bigint NOT NULL,
  year_id text NOT NULL,
  register text NOT NULL,
  entry_id uuid NOT NULL,
  version integer NOT NULL,
  unit_id text NOT NULL,
  team_id text NOT NULL,
  also_unit_id text NOT NULL,
  also_team_id text NOT NULL,
  withdrawn boolean NOT NULL,
  body jsonb NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  changed_role text NOT NULL,
  division text,
  CONSTRAINT register_versions_pkey PRIMARY KEY (tenant_id, year_id, register, entry_id, version)
);
CALL plat.make_tenant_table('kaohe.register_versions');
CREATE POLICY register_versions_read ON kaohe.register_versions FOR SELECT
  USING (tenant_id = plat.tenant() AND (plat.role() IN ('system', 'office', 'counting-clerk', 'approver')
    OR division = plat.own_division()
    OR (plat.role() = 'patrol-group' AND register = 'patrol-findings' AND plat.is_of_group(body ->> 'group'))
    OR (plat.role() IN ('team-leader', 'team-member') AND (team_id = plat.scope() OR also_team_id = plat.scope()))
    OR (plat.role() = 'assessed-unit' AND (unit_id = plat.scope() OR also_unit_id = plat.scope())
      AND register IN ('accidents', 'indicators', 'talks', 'commendations'))));
CREATE POLICY register_versions_insert ON kaohe.register_versions FOR INSERT
  WITH CHECK (tenant_id = plat.tenant() AND (plat.role() IN ('system', 'office') OR division = plat.own_division()
    OR (plat.role() = 'patrol-group' AND register = 'patrol-findings' AND plat.is_of_group(body ->> 'group'))
    OR (plat.role() IN ('team-leader', 'team-member') AND team_id = plat.scope() AND also_team_id = ''
      AND register IN ('visits', 'draws'))));
GRANT SELECT, INSERT ON kaohe.register_versions TO kaohe_app;

ALTER TABLE kaohe.sheet_rows ADD CONSTRAINT sheet_rows_unit_fkey
  FOREIGN KEY (tenant_id, year_id, unit_id, team_id) REFERENCES kaohe.units (tenant_id, year_id, unit_id, team_id);
ALTER TABLE kaohe.evidence ADD CONSTRAINT evidence_year_fkey
  FOREIGN KEY (tenant_id, year_id) REFERENCES kaohe.years (tenant_id, year_id);
ALTER TABLE kaohe.evidence ADD CONSTRAINT evidence_unit_fkey
  FOREIGN KEY (tenant_id, year_id, unit_id, team_id) REFERENCES kaohe.units (tenant_id, year_id, unit_id, team_id);
ALTER TABLE kaohe.rating_forms ADD CONSTRAINT rating_forms_rater_fkey
  FOREIGN KEY (tenant_id, year_id, form, rater_id) REFERENCES kaohe.raters (tenant_id, year_id, form, rater_id);
ALTER TABLE kaohe.rating_forms ADD CONSTRAINT rating_forms_scan_fkey
  FOREIGN KEY (tenant_id, scan_id) REFERENCES kaohe.evidence (tenant_id, evidence_id);
ALTER TABLE kaohe.ballots ADD CONSTRAINT ballots_form_fkey
  FOREIGN KEY (tenant_id, year_id, form, rater_id) REFERENCES kaohe.rating_forms (tenant_id, year_id, form, rater_id);
ALTER TABLE kaohe.register_entries ADD CONSTRAINT register_entries_unit_fkey
  FOREIGN KEY (tenant_id, year_id, unit_id, team_id) REFERENCES kaohe.units (tenant_id, year_id, unit_id, team_id);
ALTER TABLE kaohe.register_versions ADD CONSTRAINT register_versions_entry_fkey
  FOREIGN KEY (tenant_id, year_id, register, entry_id)
  REFERENCES kaohe.register_entries (tenant_id, year_id, register, entry_id);
ALTER TABLE kaohe.sheet_rows ADD CONSTRAINT sheet_rows_division_fkey
  FOREIGN KEY (tenant_id, year_id, row_id, division) REFERENCES kaohe.supplied_lines (tenant_id, year_id, line_id, division);
ALTER TABLE kaohe.register_entries ADD CONSTRAINT register_entries_division_fkey
  FOREIGN KEY (tenant_id, year_id, register, division)
  REFERENCES kaohe.supplied_registers (tenant_id, year_id, register, division);
