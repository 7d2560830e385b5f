-- An assessment year of a committee office: its issued scheme, stages, teams, units and raters.
CREATE TABLE plat.schemes (
  edition text NOT NULL,
  scheme_id text NOT NULL,
  title text NOT NULL,
  folder json NOT NULL, -- not jsonb: the order of an issued document stays
  issued_at timestamptz NOT NULL,
  CONSTRAINT schemes_pkey PRIMARY KEY (edition)
);
CALL plat.make_reference('plat.schemes');
ALTER TABLE plat.schemes ENABLE ROW LEVEL SECURITY;
ALTER TABLE plat.schemes FORCE ROW LEVEL SECURITY;
-- Every office reads an edition under the same name: only whoever creates a year keeps one.
CREATE POLICY schemes_read ON plat.schemes FOR SELECT USING (true);
CREATE POLICY schemes_insert ON plat.schemes FOR INSERT WITH CHECK (plat.role() IN ('system', 'office'));
GRANT SELECT, INSERT ON plat.schemes TO kaohe_app;

CREATE TABLE kaohe.years (
  tenant_id bigint NOT NULL,
  year_id text NOT NULL,
  title text NOT NULL,
  scheme_id text NOT NULL,
  edition text NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT years_pkey PRIMARY KEY (tenant_id, year_id)
);
CALL plat.make_tenant_table('kaohe.years');
CREATE POLICY years_read ON kaohe.years FOR SELECT
  USING (tenant_id = plat.tenant() AND plat.role() NOT IN ('system-administrator', 'auditor'));
CREATE POLICY years_insert ON kaohe.years FOR INSERT
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() IN ('system', 'office'));
-- Whoever enters what is scored holds the year meanwhile; nobody changes it.
CREATE POLICY years_hold ON kaohe.years FOR UPDATE
  USING (tenant_id = plat.tenant() AND plat.role() IN ('system', 'office', 'supplying-division')) WITH CHECK (false);
GRANT SELECT, INSERT, UPDATE (title) ON kaohe.years TO kaohe_app;

CREATE TABLE kaohe.stages (
  tenant_id bigint NOT NULL,
  year_id text NOT NULL,
  stage text NOT NULL,
  position integer NOT NULL,
  state text NOT NULL,
  since timestamptz NOT NULL,
  due_on date,
  reason text,
  opened_at timestamptz, -- for the first time, and never forgotten: what was then shown cannot be taken back
  version integer NOT NULL,
  CONSTRAINT stages_pkey PRIMARY KEY (tenant_id, year_id, stage),
  CONSTRAINT stages_stage_check CHECK (stage IN ('self-assessment', 'routine', 'leaders', 'year-end', 'review', 'appeal',
    'composite', 'approval', 'circular', 'awards')),
  CONSTRAINT stages_state_check CHECK (state IN ('off', 'waiting', 'open', 'closed'))
);
CALL plat.make_tenant_table('kaohe.stages');
CREATE POLICY stages_read ON kaohe.stages FOR SELECT
  USING (tenant_id = plat.tenant() AND plat.role() NOT IN ('system-administrator', 'security-administrator', 'auditor'));
CREATE POLICY stages_insert ON kaohe.stages FOR INSERT
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() IN ('system', 'office'));
-- Whoever writes in a stage holds it open until the write is done (SELECT FOR SHARE), which asks for the right side alone: USING.
CREATE POLICY stages_update ON kaohe.stages FOR UPDATE
  USING (tenant_id = plat.tenant() AND plat.role() NOT IN ('system-administrator', 'security-administrator', 'auditor'))
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() IN ('system', 'office'));
GRANT SELECT, INSERT, UPDATE ON kaohe.stages TO kaohe_app;

CREATE TABLE kaohe.teams (
  tenant_id bigint NOT NULL,
  year_id text NOT NULL,
  team_id text NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL,
  leader text NOT NULL,
  position integer NOT NULL,
  CONSTRAINT teams_pkey PRIMARY KEY (tenant_id, year_id, team_id)
);
CALL plat.make_tenant_table('kaohe.teams');
CREATE POLICY teams_read ON kaohe.teams FOR SELECT
  USING (tenant_id = plat.tenant() AND plat.role() NOT IN ('system-administrator', 'auditor'));
CREATE POLICY teams_insert ON kaohe.teams FOR INSERT
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() IN ('system', 'office'));
GRANT SELECT, INSERT ON kaohe.teams TO kaohe_app;

CREATE TABLE kaohe.units (
  tenant_id bigint NOT NULL,
  year_id text NOT NULL,
  unit_id text NOT NULL,
  name_en text NOT NULL,
  sheet text NOT NULL,
  class text NOT NULL,
  team_id text NOT NULL,
  position integer NOT NULL,
  CONSTRAINT units_pkey PRIMARY KEY (tenant_id, year_id, unit_id),
  CONSTRAINT units_team_key UNIQUE (tenant_id, year_id, unit_id, team_id)
);
CALL plat.make_tenant_table('kaohe.units');
CREATE POLICY units_read ON kaohe.units FOR SELECT
  USING (tenant_id = plat.tenant() AND plat.role() NOT IN ('system-administrator', 'auditor'));
CREATE POLICY units_insert ON kaohe.units FOR INSERT
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() IN ('system', 'office'));
GRANT SELECT, INSERT ON kaohe.units TO kaohe_app;

-- Who rates on which form. A rater is a post (领导03, 处室11), never a person's name.
CREATE TABLE kaohe.raters (
  tenant_id bigint NOT NULL,
  year_id text NOT NULL,
  form text NOT NULL,
  rater_id text NOT NULL,
  name text NOT NULL,
  position integer NOT NULL,
  CONSTRAINT raters_pkey PRIMARY KEY (tenant_id, year_id, form, rater_id)
);
CALL plat.make_tenant_table('kaohe.raters');
CREATE POLICY raters_read ON kaohe.raters FOR SELECT
  USING (tenant_id = plat.tenant() AND plat.role() NOT IN ('system-administrator', 'auditor'));
CREATE POLICY raters_insert ON kaohe.raters FOR INSERT
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() IN ('system', 'office'));
GRANT SELECT, INSERT ON kaohe.raters TO kaohe_app;

-- Units and teams the office named in a workbook, in place of those its document names: written once, with their rows above.
CREATE TABLE kaohe.populations (
  tenant_id bigint NOT NULL,
  year_id text NOT NULL,
  population json NOT NULL, -- not jsonb: the printed order stays
  CONSTRAINT populations_pkey PRIMARY KEY (tenant_id, year_id)
);
CALL plat.make_tenant_table('kaohe.populations');
CREATE POLICY populations_read ON kaohe.populations FOR SELECT
  USING (tenant_id = plat.tenant() AND plat.role() NOT IN ('system-administrator', 'auditor'));
CREATE POLICY populations_insert ON kaohe.populations FOR INSERT
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() IN ('system', 'office'));
GRANT SELECT, INSERT ON kaohe.populations TO kaohe_app;

-- Which lines of sheets, and which registers, a division supplies, as the document says. What it enters carries its name and
-- refers to these, so that a policy needs no other table.
CREATE TABLE kaohe.supplied_lines (
  tenant_id bigint NOT NULL,
  year_id text NOT NULL,
  line_id text NOT NULL,
  division text NOT NULL,
  CONSTRAINT supplied_lines_pkey PRIMARY KEY (tenant_id, year_id, line_id, division)
);
CALL plat.make_tenant_table('kaohe.supplied_lines');
CREATE POLICY supplied_lines_read ON kaohe.supplied_lines FOR SELECT
  USING (tenant_id = plat.tenant() AND plat.role() NOT IN ('system-administrator', 'security-administrator', 'auditor'));
CREATE POLICY supplied_lines_insert ON kaohe.supplied_lines FOR INSERT
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() IN ('system', 'office'));
GRANT SELECT, INSERT ON kaohe.supplied_lines TO kaohe_app;

CREATE TABLE kaohe.supplied_registers (
  tenant_id bigint NOT NULL,
  year_id text NOT NULL,
  register text NOT NULL,
  division text NOT NULL,
  CONSTRAINT supplied_registers_pkey PRIMARY KEY (tenant_id, year_id, register, division)
);
CALL plat.make_tenant_table('kaohe.supplied_registers');
CREATE POLICY supplied_registers_read ON kaohe.supplied_registers FOR SELECT
  USING (tenant_id = plat.tenant() AND plat.role() NOT IN ('system-administrator', 'security-administrator', 'auditor'));
CREATE POLICY supplied_registers_insert ON kaohe.supplied_registers FOR INSERT
  WITH CHECK (tenant_id = plat.tenant() AND plat.role() IN ('system', 'office'));
GRANT SELECT, INSERT ON kaohe.supplied_registers TO kaohe_app;

ALTER TABLE kaohe.years ADD CONSTRAINT years_scheme_fkey FOREIGN KEY (edition) REFERENCES plat.schemes (edition);
ALTER TABLE kaohe.grants ADD CONSTRAINT grants_year_fkey
  FOREIGN KEY (tenant_id, year_id) REFERENCES kaohe.years (tenant_id, year_id);
ALTER TABLE kaohe.stages ADD CONSTRAINT stages_year_fkey
  FOREIGN KEY (tenant_id, year_id) REFERENCES kaohe.years (tenant_id, year_id);
ALTER TABLE kaohe.teams ADD CONSTRAINT teams_year_fkey
  FOREIGN KEY (tenant_id, year_id) REFERENCES kaohe.years (tenant_id, year_id);
ALTER TABLE kaohe.units ADD CONSTRAINT units_team_fkey
  FOREIGN KEY (tenant_id, year_id, team_id) REFERENCES kaohe.teams (tenant_id, year_id, team_id);
ALTER TABLE kaohe.supplied_lines ADD CONSTRAINT supplied_lines_year_fkey
  FOREIGN KEY (tenant_id, year_id) REFERENCES kaohe.years (tenant_id, year_id);
ALTER TABLE kaohe.supplied_registers ADD CONSTRAINT supplied_registers_year_fkey
  FOREIGN KEY (tenant_id, year_id) REFERENCES kaohe.years (tenant_id, year_id);
ALTER TABLE kaohe.populations ADD CONSTRAINT populations_year_fkey
  FOREIGN KEY (tenant_id, year_id) REFERENCES kaohe.years (tenant_id, year_id);
ALTER TABLE kaohe.raters ADD CONSTRAINT raters_year_fkey
  FOREIGN KEY (tenant_id, year_id) REFERENCES kaohe.years (tenant_id, year_id);
